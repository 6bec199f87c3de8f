using static AreaSend.Lists.ListColumn;

namespace AreaSend.Lists;

/// <summary>The columns of each list as the published template names them (¶ 197, 198; template of 2024).</summary>
public static class ListTemplate
{
    private static readonly string[] Titles =
    [
        "Unique ID",
        "UPN",
        "ULN",
        "Date of birth",
        "Gender",
        "Ethnicity",
        "Date initial EHC plan issued",
        "Date updated EHC plan issued",
        "Date EHC plan last reviewed",
        "SEN primary need",
        "Main education establishment – URN",
        "Main education establishment – phase",
        "Subsidiary education establishment – phase (dual registration)",
        "Elective home education",
        "Suspensions",
        "Permanent exclusions",
        "Absence",
        "Pupil Premium",
        "Known to children's social care?",
        "Which children's social care team?",
        "Does the child or young person have a disability?",
    ];

    /// <summary>How many different columns the two lists have between them.</summary>
    public const int ColumnCount = 21;

    /// <summary>The columns that only list 1 has: what tells the two lists apart.</summary>
    public static IReadOnlyList<ListColumn> OnlyInList1 { get; } = [PlanIssued, PlanUpdated, PlanReviewed, ElectiveHomeEducation];

    private static readonly ListColumn[] List1 = Enum.GetValues<ListColumn>();
    private static readonly ListColumn[] List2 = [.. List1.Except(OnlyInList1)];

    /// <summary>The columns of the list, in the template's order: 21 for list 1, 17 for list 2.</summary>
    public static IReadOnlyList<ListColumn> Columns(PersonList list) => list == PersonList.One ? List1 : List2;

    /// <summary>The column's name in the template.</summary>
    public static string Title(ListColumn column) => Titles[(int)column];
}
