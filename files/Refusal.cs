namespace AreaSend.FileChecks;

/// <summary>Why a file is refused.</summary>
/// <param name="Rule">The rule's name, for records and counts.</param>
/// <param name="Sentence">What is wrong and how to mend it, for the LANO. It quotes nothing from the file but the names of files in an archive, made safe to
/// show.</param>
public sealed record Refusal(string Rule, string Sentence)
{
    /// <summary>The same without any name, which could be a child's: for events and e-mails.</summary>
    public string Plain { get; init; } = Sentence;

    /// <summary>The same refusal of a file inside an archive.</summary>
    internal Refusal Within(string entryName) => this with
    {
        Sentence = $"“{UploadName.Shown(entryName)}” in this archive: {Sentence}",
        Plain = $"A file in this archive: {Plain}",
    };
}
