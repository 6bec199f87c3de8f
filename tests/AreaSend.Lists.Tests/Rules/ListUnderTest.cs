using AreaSend.Lists;
using AreaSend.Lists.Findings;
using static AreaSend.Lists.ListColumn;

namespace AreaSend.Lists.Tests.Rules;

/// <summary>A list of fictional children that a test changes one value of.</summary>
internal sealed class ListUnderTest(PersonList list = PersonList.One)
{
    public static readonly LocalDate Today = new(2026, 9, 1);

    private readonly List<object?[]> _rows = [];
    private readonly List<string> _headings = [.. ListTemplate.Columns(list).Select(ListTemplate.Title)];

    public LocalDate On { get; init; } = Today;

    public Action<ListRecord>? OnRecord { get; init; }

    public bool IsPlainText { get; init; }

    /// <summary>A child of ten without a fault, with the values given instead of its own.</summary>
    public ListUnderTest Child(params (ListColumn Column, object? Value)[] changed)
    {
        var child = new Dictionary<ListColumn, object?>
        {
            [UniqueId] = $"EX{_rows.Count}", [Upn] = UpnOf(_rows.Count), [DateOfBirth] = Today.PlusYears(-10), [Gender] = "F", [Ethnicity] = "WBRI",
            [PlanIssued] = new LocalDate(2022, 1, 10), [PlanUpdated] = new LocalDate(2023, 1, 10), [PlanReviewed] = new LocalDate(2024, 1, 10),
            [PrimaryNeed] = "SEMH", [MainUrn] = 999_001, [MainPhase] = "Primary", [ElectiveHomeEducation] = "No", [Suspensions] = 0,
            [PermanentExclusions] = 0, [Absence] = 3.5, [PupilPremium] = "No", [KnownToSocialCare] = "No", [Disability] = "Yes",
        };
        foreach (var (column, value) in changed)
        {
            child[column] = value;
        }

        _rows.Add([.. ListTemplate.Columns(list).Select(column => child.GetValueOrDefault(column))]);
        return this;
    }

    public ListReport Check() => Assert.Single(CheckBook(this));

    /// <summary>The reports on a book of these lists.</summary>
    public static IReadOnlyList<ListReport> CheckBook(params ListUnderTest[] lists)
    {
        var check = new BookCheck(lists[0].On, onRecord: lists[0].OnRecord);
        foreach (var list in lists)
        {
            list.FillIn(check);
        }

        return check.Reports();
    }

    private void FillIn(BookCheck check)
    {
        var row = new SheetRow();
        check.BeginSheet(new SheetInfo("Children", IsPlainText: IsPlainText));
        var number = 0;
        foreach (var cells in (IEnumerable<object?[]>)[_headings.ToArray(), .. _rows])
        {
            row.Begin(++number, isHidden: false);
            Fill(row, cells);
            check.Take(row);
        }
    }

    /// <summary>The rules that the list breaks, by code.</summary>
    public IEnumerable<string> Codes() => Check().Groups.Select(group => group.Code).Order();

    private static string UpnOf(int number) =>
        AreaSend.Lists.Identifiers.Upn.CheckLetter($"999{number:000000000}") + $"999{number:000000000}";

    private static void Fill(SheetRow row, object?[] cells)
    {
        for (var column = 0; column < cells.Length; column++)
        {
            switch (cells[column])
            {
                case string text:
                    row.SetText(column, text);
                    break;
                case LocalDate date:
                    row.SetDate(column, date);
                    break;
                case int or double or long:
                    row.SetNumber(column, Convert.ToDouble(cells[column]), cells[column]!.ToString());
                    break;
                case CellKind.Error:
                    row.SetError(column);
                    break;
                case true:
                    row.SetBoolean(column);
                    break;
            }
        }
    }
}
