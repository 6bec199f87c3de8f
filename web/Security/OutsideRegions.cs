namespace AreaSend.Web.Security;

/// <summary>On a request whose address names an inspection or an area of a region that somebody does not see.</summary>
internal sealed class OutsideRegions;
