namespace AreaSend.Services.Uploads.Scanning;

/// <summary>What a scanner says of an upload. Only <see cref="Clean"/> lets it through: no verdict is not a clean verdict.</summary>
public abstract record ScanVerdict
{
    private ScanVerdict()
    {
    }

    /// <summary>Nothing was found.</summary>
    /// <param name="Engine">The scanner's name and version.</param>
    /// <param name="SignatureVersion">Which signatures it looked with.</param>
    public sealed record Clean(string Engine, string SignatureVersion) : ScanVerdict;

    /// <summary>Malware was found.</summary>
    /// <param name="Name">What the scanner calls it.</param>
    public sealed record Infected(string Name) : ScanVerdict;

    /// <summary>The scanner could not say; the upload stays in quarantine and is scanned again.</summary>
    /// <param name="Because">A sentence for whoever runs the service.</param>
    public sealed record NoVerdict(string Because) : ScanVerdict;
}
