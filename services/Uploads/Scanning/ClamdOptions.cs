namespace AreaSend.Services.Uploads.Scanning;

/// <summary>Settings under <c>AreaSend:Scanner:Clamd</c>: where ClamAV's daemon listens.</summary>
public sealed class ClamdOptions
{
    /// <summary>The host's name or address. clamd has no encryption, so it belongs on the same machine or a private network.</summary>
    public string Host { get; set; } = "";

    /// <summary>The TCP port.</summary>
    public int Port { get; set; } = 3310;

    /// <summary>Longest wait for a connection, and for clamd's own version.</summary>
    public TimeSpan ConnectTimeout { get; set; } = TimeSpan.FromSeconds(10);

    /// <summary>Longest wait for a scan from its first byte to its verdict.</summary>
    public TimeSpan ScanTimeout { get; set; } = TimeSpan.FromMinutes(5);
}
