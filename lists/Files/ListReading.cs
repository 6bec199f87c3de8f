using AreaSend.Lists.Findings;

namespace AreaSend.Lists.Files;

/// <summary>What came of reading a file as person-level lists: a report on each list, or the reason why there is none.</summary>
/// <param name="Reports">A report on each list in the file, in the file's order; empty when it could not be read.</param>
/// <param name="Unreadable">Why the file could not be read as a list, in one sentence for the person who sent it; otherwise null.</param>
public sealed record ListReading(IReadOnlyList<ListReport> Reports, string? Unreadable = null)
{
    /// <summary>Whether the file could be read.</summary>
    public bool IsReadable => Unreadable is null;

    /// <summary>Whether the file was read and nothing was found.</summary>
    public bool IsClean => IsReadable && Reports.All(report => report.IsClean);

    internal static ListReading Because(string sentence) => new([], sentence);
}
