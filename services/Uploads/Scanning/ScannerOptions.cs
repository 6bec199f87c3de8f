namespace AreaSend.Services.Uploads.Scanning;

/// <summary>Settings under <c>AreaSend:Scanner</c>: who looks for malware in uploads.</summary>
public sealed class ScannerOptions
{
    /// <summary>The section that these settings stand in.</summary>
    public const string Section = "AreaSend:Scanner";

    /// <summary>
    /// <c>clamd</c>, <c>defender</c> or <c>sandbox</c>. Empty: the sandbox scanner where the host is a sandbox, otherwise the host does not start.
    /// </summary>
    public string Use { get; set; } = "";

    /// <summary>Settings of ClamAV's daemon.</summary>
    public ClamdOptions Clamd { get; set; } = new();
}
