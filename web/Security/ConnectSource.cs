namespace AreaSend.Web.Security;

/// <summary>An address besides the site itself that the scripts of one page may speak to; a page that needs one sets it as a feature of its request.</summary>
/// <param name="Origin">Scheme, host and port.</param>
internal sealed record ConnectSource(Uri Origin);
