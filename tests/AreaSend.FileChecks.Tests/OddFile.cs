using AreaSend.FileChecks;

namespace AreaSend.FileChecks.Tests;

/// <summary>One hostile or odd file of the table, and what must become of it.</summary>
/// <param name="Name">How the table calls it.</param>
/// <param name="FileName">The name it is uploaded under.</param>
/// <param name="Why">Why it is in the table.</param>
/// <param name="Kind">What it is accepted as; null: refused.</param>
/// <param name="Rule">The rule that refuses it.</param>
/// <param name="Sentence">How the sentence begins that the LANO reads.</param>
/// <param name="Content">Its bytes, made anew each time.</param>
internal sealed record OddFile(string Name, string FileName, string Why, FileKind? Kind, string? Rule, string? Sentence, Func<byte[]> Content)
{
    public static OddFile Taken(string name, string fileName, string why, FileKind kind, Func<byte[]> content) =>
        new(name, fileName, why, kind, null, null, content);

    public static OddFile Refused(string name, string fileName, string why, string rule, string sentence, Func<byte[]> content) =>
        new(name, fileName, why, null, rule, sentence, content);

    /// <summary>Fails unless the verdict is the table's.</summary>
    public void RequireVerdict(UploadVerdict verdict)
    {
        Assert.Equal((Name, Kind, Rule), (Name, verdict.Kind, verdict.Refusal?.Rule));
        Assert.StartsWith(Sentence ?? "", verdict.Refusal?.Sentence ?? "");
    }
}
