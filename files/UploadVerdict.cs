namespace AreaSend.FileChecks;

/// <summary>What became of a check: either a kind or a refusal, and in both cases what the receipt says.</summary>
/// <param name="Kind">What the file is by its content; null when it is refused.</param>
/// <param name="Refusal">Why it is refused; null when it is accepted.</param>
/// <param name="Bytes">The file's size.</param>
/// <param name="Sha256">The fingerprint of the bytes that were checked, 64 hexadecimal digits in lower case.</param>
public sealed record UploadVerdict(FileKind? Kind, Refusal? Refusal, long Bytes, string Sha256)
{
    /// <summary>Files in an archive that Windows, a Mac or Word had added by themselves, which were passed over.</summary>
    public int PassedOver { get; init; }

    /// <summary>Whether inspectors may have the file.</summary>
    public bool IsAccepted => Refusal is null;
}
