namespace AreaSend.Web.Security;

/// <summary>Set as a feature of a request whose answer is an e-mail as its recipient sees it, which brings styles of its own.</summary>
internal sealed record ShownEmail;
