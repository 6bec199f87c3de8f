using AreaSend.Lists;
using AreaSend.Lists.Files;
using AreaSend.Lists.Findings;
using AreaSend.Lists.Tests.Files;
using static AreaSend.Lists.ListColumn;

namespace AreaSend.Lists.Tests.Files;

public class XlsxListTests
{
    private static readonly LocalDate Today = new(2024, 10, 1);

    private static string Headings => ListRows.Headings(1, PersonList.One);

    private static string Child(int row, string attributes = "") => ListRows.Xml(row, ListRows.Child(PersonList.One, row), attributes);

    [Fact]
    public void Check_TitlesAboveTheHeadings_FindsListAndDate()
    {
        var rows = """<row r="1"><c r="A1" t="inlineStr"><is><t>Exampleshire</t></is></c></row><row r="3"><c r="B3" t="inlineStr"><is><t>Data as at 2 September 2024</t></is></c></row>"""
            + ListRows.Headings(6, PersonList.One) + Child(7) + Child(8);

        var report = Only(new RawWorkbook().Sheet("Sheet1", rows));

        Assert.Equal((6, 2, new LocalDate(2024, 9, 2), true, true), (report.HeaderRow, report.Rows, report.AsAt, report.SaysAsAt, report.IsClean));
    }

    [Fact]
    public void Check_ListsOnSwappedSheetsAmongOthers_GoesByTheirColumns()
    {
        var book = new RawWorkbook()
            .Sheet("Guidance", """<row r="1"><c r="A1" t="inlineStr"><is><t>How to fill this in</t></is></c></row>""")
            .Sheet("Sheet1", ListRows.Headings(1, PersonList.Two) + ListRows.Xml(2, ListRows.Child(PersonList.Two, 900)))
            .Sheet("Sheet2", Headings + Child(2));

        var reading = Check(book);

        Assert.Equal([(PersonList.Two, "Sheet1", true), (PersonList.One, "Sheet2", true)], reading.Reports.Select(report => (report.List, report.Sheet, report.IsClean)));
        Assert.Equal("Sheet2", Assert.Single(Check(book, PersonList.One).Reports).Sheet);
        Assert.Equal("Sheet1", Assert.Single(Check(book, PersonList.Two).Reports).Sheet);
    }

    [Fact]
    public void Check_TheOtherListThanAskedFor_SaysWhichItIs() =>
        Assert.Equal("The file holds list 1, not list 2.", Check(new RawWorkbook().Sheet("Sheet1", Headings + Child(2)), PersonList.Two).Unreadable);

    [Fact]
    public void Check_ColumnsInAnotherOrder_FindsThem()
    {
        var headings = ListRows.Headings(PersonList.One).Reverse().ToArray();
        var child = ListRows.Child(PersonList.One, 2).Reverse().ToArray();

        Assert.Empty(Only(new RawWorkbook().Sheet("Sheet1", ListRows.Xml(1, headings) + ListRows.Xml(2, child))).Groups);
    }

    [Fact]
    public void Check_HiddenRowsAndSheet_ReadsAndNamesThem()
    {
        var report = Only(new RawWorkbook().Sheet("Sheet1", Headings + Child(2) + Child(3, """hidden="1" """) + Child(4, """ht="0" """), state: "veryHidden"));

        Assert.Equal(3, report.Rows);
        Assert.Equal([3, 4], report.Groups.Single(group => group.Code == "row-hidden").Places.Select(place => place.Row));
        Assert.Contains(report.Groups, group => group.Code == "sheet-hidden");
    }

    [Fact]
    public void Check_RowsWithNothingButFormatBelowTheLast_AreNoChildren()
    {
        var blank = string.Concat(Enumerable.Range(3, 500).Select(row => $"""<row r="{row}"><c r="A{row}" s="1"/><c r="B{row}" t="inlineStr"><is><t> </t></is></c></row>"""));

        var report = Only(new RawWorkbook().Sheet("Sheet1", Headings + Child(2) + blank));

        Assert.Equal((1, true), (report.Rows, report.IsClean));
    }

    [Fact]
    public void Check_FarRow_IsNamedAsExcelShowsIt()
    {
        var faulty = ListRows.Child(PersonList.One, 2).ToArray();
        faulty[(int)Gender] = null;

        var report = Only(new RawWorkbook().Sheet("Sheet1", Headings + Child(2) + ListRows.Xml(1_048_576, [.. faulty.Select((cell, i) => i == 0 ? "EX-far" : i is 1 or 2 ? null : cell)])));

        Assert.Equal(1_048_576, report.Groups.Single(group => group.Code == "101b").Places[0].Row);
        Assert.Equal("E1048576", report.Groups.Single(group => group.Code == "101b") is { } group ? group.CellAt(group.Places[0]) : "");
    }

    [Fact]
    public void Check_BookThatCountsFrom1904_ReadsTheSameDates()
    {
        var child = ListRows.Child(PersonList.One, 2).ToArray();
        var born = (LocalDate)child[(int)DateOfBirth]!;
        var xml = ListRows.Xml(2, [.. child.Select((cell, i) => cell is LocalDate date ? date.PlusDays(-1462) : cell)]);
        var book = new RawWorkbook { WorkbookProperties = """<workbookPr date1904="1"/>""" }.Sheet("Sheet1", Headings + xml);
        int? age = null;

        using var content = book.ToStream();
        var reading = PersonListReader.Check(content, "list.xlsx", born.PlusYears(10), onRecord: record => age = record.Age);

        Assert.True(reading.IsReadable);
        Assert.Equal(10, age);
    }

    [Theory]
    [InlineData("""<c r="E2" t="str"><f>UPPER("m")</f><v>M</v></c>""", "", "a formula's kept text")]
    [InlineData("""<c r="E2"><f>1/0</f></c>""", "formula-without-value", "a formula that kept nothing: nobody has reckoned it")]
    [InlineData("""<c r="E2" t="str"><f>""</f><v></v></c>""", "101b", "a formula that gives an empty text is blank")]
    [InlineData("""<c r="E2" t="e"><f>1/0</f><v>#DIV/0!</v></c>""", "formula-error", "a formula's error")]
    [InlineData("""<c r="E2" t="inlineStr"><is><r><t>a) </t></r><r><rPr><b/></rPr><t>Male</t></r><rPh sb="0" eb="1"><t>x</t></rPh></is></c>""", "", "runs of rich text, without phonetic hints")]
    [InlineData("""<c r="E2" t="s"><v>1</v></c>""", "", "a text of the table")]
    [InlineData("""<c r="E2" t="s"><v>99</v></c>""", "101b", "a text that the table lacks")]
    [InlineData("""<c r="E2" t="b"><v>1</v></c>""", "gender-code", "TRUE")]
    [InlineData("""<c r="D2" s="2"><v>41703</v></c><c r="E2" t="inlineStr"><is><t>M</t></is></c>""", "", "a date in a format of the book's own")]
    [InlineData("""<c r="D2" t="d"><v>2014-03-05T00:00:00</v></c><c r="E2" t="inlineStr"><is><t>M</t></is></c>""", "", "a date written as ISO 8601")]
    [InlineData("""<c r="D2"><v>41703</v></c><c r="E2" t="inlineStr"><is><t>M</t></is></c>""", "date-as-serial", "a bare day's number")]
    public void Check_WaysOfWritingACell_AreRead(string cells, string code, string because)
    {
        var child = ListRows.Child(PersonList.One, 2);
        var row = ListRows.Xml(2, [.. child.Select((cell, i) => (ListColumn)i is Gender || ((ListColumn)i == DateOfBirth && cells.Contains("D2", StringComparison.Ordinal)) ? null : cell)]);
        var book = new RawWorkbook { SharedStrings = "<si><t>zero</t></si><si><t>M</t></si>" }
            .Sheet("Sheet1", Headings + row.Replace("</row>", cells + "</row>", StringComparison.Ordinal));

        Assert.True(code == string.Join(' ', Only(book).Groups.Select(group => group.Code)), because);
    }

    [Fact]
    public void Check_SecondHeadingOfOneName_SaysSo()
    {
        var headings = ListRows.Headings(PersonList.One).Append("Gender").Append("Favourite colour").ToArray();

        var report = Only(new RawWorkbook().Sheet("Sheet1", ListRows.Xml(4, headings) + Child(5)));

        Assert.Equal(["column-repeated V4", "column-unknown W4"], report.Groups.Select(group => $"{group.Code} {group.CellAt(group.Places[0])}"));
        Assert.Equal("column W", report.Groups[1].Column);
    }

    private static ListReport Only(RawWorkbook book)
    {
        var reading = Check(book);
        Assert.Null(reading.Unreadable);
        return Assert.Single(reading.Reports);
    }

    private static ListReading Check(RawWorkbook book, PersonList? wanted = null)
    {
        using var content = book.ToStream();
        return PersonListReader.Check(content, "list.xlsx", Today, wanted);
    }
}
