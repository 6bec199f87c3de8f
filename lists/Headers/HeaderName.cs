namespace AreaSend.Lists.Headers;

/// <summary>Which column a heading means: case, spaces, dashes, apostrophes, question marks and what stands in brackets do not matter.</summary>
public static class HeaderName
{
    private const int LongestHeading = 200;

    /// <summary>Other names that areas give to the template's columns.</summary>
    private static readonly (string Heading, ListColumn Column)[] OtherNames =
    [
        ("Unique identifier", ListColumn.UniqueId),
        ("Child unique ID", ListColumn.UniqueId),
        ("Unique Pupil Number", ListColumn.Upn),
        ("Unique Learner Number", ListColumn.Uln),
        ("DOB", ListColumn.DateOfBirth),
        ("Primary need", ListColumn.PrimaryNeed),
        ("Subsidiary education establishment – phase", ListColumn.SubsidiaryPhase),
    ];

    private static readonly Dictionary<string, ListColumn>.AlternateLookup<ReadOnlySpan<char>> Columns = Known().GetAlternateLookup<ReadOnlySpan<char>>();

    /// <summary>The column that the heading names, or null when it names none of the template's.</summary>
    public static ListColumn? ColumnOf(ReadOnlySpan<char> heading)
    {
        if (heading.IsEmpty || heading.Length > LongestHeading)
        {
            return null;
        }

        Span<char> room = stackalloc char[LongestHeading];
        if (Columns.TryGetValue(Plain.Letters(heading, room), out var column))
        {
            return column;
        }

        var bracket = heading.IndexOf('(');
        return bracket > 0 && Columns.TryGetValue(Plain.Letters(heading[..bracket], room), out column) ? column : null;
    }

    private static Dictionary<string, ListColumn> Known()
    {
        var known = new Dictionary<string, ListColumn>(StringComparer.Ordinal);
        foreach (var column in Enum.GetValues<ListColumn>())
        {
            known[Plain.Letters(ListTemplate.Title(column))] = column;
        }

        foreach (var (heading, column) in OtherNames)
        {
            known[Plain.Letters(heading)] = column;
        }

        return known;
    }
}
