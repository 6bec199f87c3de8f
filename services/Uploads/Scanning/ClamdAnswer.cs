using AreaSend.FileChecks;

namespace AreaSend.Services.Uploads.Scanning;

/// <summary>Reads what clamd answers. Only the exact words for "clean" are clean.</summary>
internal static class ClamdAnswer
{
    private const string StreamPrefix = "stream: ";
    private const string Found = " FOUND";

    /// <summary>What clamd finds in a file that it did not look through, where <c>AlertExceedsMax</c> is on.</summary>
    private const string NotLookedThrough = "Heuristics.Limits.Exceeded";

    /// <param name="answer">To INSTREAM, such as <c>stream: OK</c>.</param>
    /// <param name="version">To VERSION, such as <c>ClamAV 1.4.2/27500/Mon Jan 1 09:00:00 2024</c>.</param>
    public static ScanVerdict Verdict(string answer, string version)
    {
        if (answer == "stream: OK")
        {
            return Clean(version);
        }

        if (answer.StartsWith(StreamPrefix, StringComparison.Ordinal) && answer.EndsWith(Found, StringComparison.Ordinal))
        {
            var name = answer[StreamPrefix.Length..^Found.Length];
            return name.StartsWith(NotLookedThrough, StringComparison.Ordinal)
                ? new ScanVerdict.NoVerdict($"clamd did not look through all of the file ({SafeText.Of(name)}): raise that limit in clamd.conf.")
                : new ScanVerdict.Infected(name);
        }

        return answer switch
        {
            "" => new ScanVerdict.NoVerdict("clamd closed the connection without a verdict."),
            _ when answer.Contains("size limit exceeded", StringComparison.OrdinalIgnoreCase) =>
                new ScanVerdict.NoVerdict("The file is larger than clamd takes: raise StreamMaxLength in clamd.conf to the upload limit."),
            _ => new ScanVerdict.NoVerdict($"clamd answered “{SafeText.Of(answer)}”."),
        };
    }

    /// <summary>An engine that has loaded no signatures finds nothing in anything, so its "OK" says nothing.</summary>
    private static ScanVerdict Clean(string version) => version.Split('/') switch
    {
        [var engine, var signatures, ..] when signatures.Length > 0 => new ScanVerdict.Clean(engine, signatures),
        _ => new ScanVerdict.NoVerdict($"clamd does not say which signatures it has loaded (it calls itself “{SafeText.Of(version)}”)."),
    };
}
