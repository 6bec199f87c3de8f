using NodaTime;

namespace AreaSend.Lists.Findings;

/// <summary>What the check of one list found.</summary>
/// <param name="List">Which list the sheet holds.</param>
/// <param name="Sheet">The sheet's name.</param>
/// <param name="HeaderRow">The row that names the columns.</param>
/// <param name="Rows">How many children and young people the list names.</param>
/// <param name="AsAt">The date that ages are counted at: what the list says it represents (¶ 199), else the day of the check.</param>
/// <param name="SaysAsAt">Whether the list itself says the date.</param>
/// <param name="Groups">The findings by rule and column, errors first.</param>
/// <param name="Notes">What the reader should know that is no finding, in sentences.</param>
public sealed record ListReport(
    PersonList List,
    string Sheet,
    int HeaderRow,
    int Rows,
    LocalDate AsAt,
    bool SaysAsAt,
    IReadOnlyList<FindingGroup> Groups,
    IReadOnlyList<string> Notes)
{
    /// <summary>How many errors there are.</summary>
    public int Errors => CountOf(Severity.Error);

    /// <summary>How many queries there are.</summary>
    public int Queries => CountOf(Severity.Query);

    /// <summary>Whether nothing was found.</summary>
    public bool IsClean => Groups.Count == 0;

    /// <summary>Whether ages cannot be relied on: the dates of birth have the month before the day.</summary>
    public bool HidesAges =>
        Groups.Any(group => group.Rule == Rule.MonthFirst && group.Column == ListTemplate.Title(ListColumn.DateOfBirth));

    private int CountOf(Severity severity) => Groups.Where(group => group.Rule.Severity == severity).Sum(group => group.Count);
}
