namespace AreaSend.Web.Security;

/// <summary>Marks a request for a document that storage has lost, for the page that is shown in its place.</summary>
internal sealed class LostFile;
