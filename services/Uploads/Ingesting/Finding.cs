using AreaSend.FileChecks;
using AreaSend.Lists.Findings;

namespace AreaSend.Services.Uploads.Ingesting;

/// <summary>What a document was found to be.</summary>
/// <param name="Refusal">Why it is refused; null when it is accepted.</param>
/// <param name="Bytes">Its size, counted.</param>
/// <param name="Sha256">Its fingerprint.</param>
/// <param name="Kind">What it is by its content; null when it is refused.</param>
/// <param name="Lists">The reports on its lists.</param>
internal sealed record Finding(Refusal? Refusal, long Bytes, string? Sha256, FileKind? Kind, IReadOnlyList<ListReport> Lists)
{
    /// <summary>Files in an archive that systems add by themselves, which were passed over.</summary>
    public int PassedOver { get; init; }

    public static Finding Refused(string rule, string sentence, long bytes) => new(new Refusal(rule, sentence), bytes, null, null, []);
}
