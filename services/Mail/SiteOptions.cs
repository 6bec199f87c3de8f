namespace AreaSend.Services.Mail;

/// <summary>The setting <c>AreaSend:Engine:SiteAddress</c>.</summary>
public sealed class SiteOptions
{
    /// <summary>The section that the setting stands in, with those of the engine.</summary>
    public const string Section = "AreaSend:Engine";

    /// <summary>Where the site can be reached: what links in e-mails begin with.</summary>
    public Uri SiteAddress { get; set; } = new("http://localhost:5080");
}
