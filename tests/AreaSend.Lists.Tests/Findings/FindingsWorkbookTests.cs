using System.Text;
using AreaSend.Lists;
using AreaSend.Lists.Files;
using AreaSend.Lists.Findings;
using AreaSend.Lists.Tests.Files;
using AreaSend.Lists.Workbooks;
using ExcelDataReader;
using static AreaSend.Lists.ListColumn;

namespace AreaSend.Lists.Tests.Findings;

public class FindingsWorkbookTests
{
    [Fact]
    public void Write_ListWithFaults_NamesEveryPlaceAndNoValue()
    {
        var cells = Written("Sheet1", (Gender, "SECRET-1"), (Upn, "SECRET-2"), (SocialCareTeam, "=SECRET-3"), (KnownToSocialCare, "No"));

        Assert.Contains("E2", cells);
        Assert.Contains("B2", cells);
        Assert.Contains("gender-code", cells);
        Assert.DoesNotContain(cells, cell => cell.Contains("SECRET", StringComparison.Ordinal) || cell.Contains("EX0", StringComparison.Ordinal));
    }

    [Fact]
    public void Write_SheetNamedLikeAFormula_IsNeutralised()
    {
        var cells = Written("=HYPERLINK(A1)", (Gender, "Boy"));

        Assert.Contains("'=HYPERLINK(A1)", cells);
        Assert.DoesNotContain("=HYPERLINK(A1)", cells);
    }

    [Theory]
    [InlineData("=1+1", "'=1+1")]
    [InlineData("+1", "'+1")]
    [InlineData("-1", "'-1")]
    [InlineData("@SUM(A1)", "'@SUM(A1)")]
    [InlineData("  =1", "'  =1")]
    [InlineData("\t=1", "'\t=1")]
    [InlineData("＝1", "'＝1")]
    [InlineData("Gender", "Gender")]
    [InlineData("", "")]
    public void NoFormula_Of_PutsAnApostropheBeforeWhatCouldBeOne(string text, string expected) => Assert.Equal(expected, NoFormula.Of(text));

    // The places of 4 million errors are not kept: whoever works through the sheet is told that it does not have them all.
    [Fact]
    public void Write_MoreThanIsKept_SaysHowManyOfHowMany()
    {
        static List<string> Of(int found)
        {
            var group = new FindingGroup(Rule.MonthFirst, PersonList.One, "Sheet1", "Gender", "E", found, [new Place(2, default), new Place(3, default)]);
            using var target = new MemoryStream();
            FindingsWorkbook.Write([new ListReport(PersonList.One, "Sheet1", 1, found, new LocalDate(2024, 10, 1), SaysAsAt: false, [group], [])], target);
            return Cells(target);
        }

        Assert.Contains(Of(3_999_998), cell => cell.StartsWith("The first 2 of 3,999,998 findings", StringComparison.Ordinal));
        Assert.DoesNotContain(Of(2), cell => cell.StartsWith("The first", StringComparison.Ordinal));
    }

    private static List<string> Written(string sheet, params (ListColumn Column, object? Value)[] changed)
    {
        var child = ListRows.Child(PersonList.One, 1).ToArray();
        foreach (var (column, value) in changed)
        {
            child[(int)column] = value;
        }

        using var list = new RawWorkbook().Sheet(sheet, ListRows.Headings(1, PersonList.One) + ListRows.Xml(2, child)).ToStream();
        var reading = PersonListReader.Check(list, "list.xlsx", new LocalDate(2024, 10, 1));
        using var target = new MemoryStream();
        FindingsWorkbook.Write(reading.Reports, target);
        return Cells(target);
    }

    /// <summary>Every cell of the workbook, read by another's library.</summary>
    private static List<string> Cells(MemoryStream workbook)
    {
        Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);
        workbook.Position = 0;
        using var reader = ExcelReaderFactory.CreateOpenXmlReader(workbook);
        var cells = new List<string>();
        do
        {
            while (reader.Read())
            {
                cells.AddRange(Enumerable.Range(0, reader.FieldCount).Select(i => Convert.ToString(reader.GetValue(i), null) ?? ""));
            }
        }
        while (reader.NextResult());

        return cells;
    }
}
