using System.IO.Compression;
using System.Text;
using AreaSend.Lists.Files;

namespace AreaSend.Lists.Tests.Files;

/// <summary>OpenDocument spreadsheets, as LibreOffice, Excel and Google Sheets write them.</summary>
public class OdsListTests
{
    private const string Namespaces = """
        xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0" xmlns:table="urn:oasis:names:tc:opendocument:xmlns:table:1.0"
        xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0" xmlns:style="urn:oasis:names:tc:opendocument:xmlns:style:1.0"
        xmlns:calcext="urn:org:documentfoundation:names:experimental:calc:xmlns:calcext:1.0" xmlns:dc="http://purl.org/dc/elements/1.1/"
        """;

    private static readonly LocalDate Today = new(2026, 11, 25);

    private static string Headings => Row([.. ListTemplate.Columns(PersonList.One).Select(column => Text(ListTemplate.Title(column)))]);

    [Fact]
    public void Check_RowsRepeatedToTheLastOne_CountOnlyThoseWithValues()
    {
        var reading = Check(Headings + Row([Text("EX1")]) + """<table:table-row table:number-rows-repeated="1048570"><table:table-cell table:number-columns-repeated="16384"/></table:table-row>""");

        Assert.Equal((1, null), (Assert.Single(reading.Reports).Rows, reading.Unreadable));
    }

    [Fact]
    public void Check_RowWithValuesRepeated_IsThatManyChildren()
    {
        var reading = Check(Headings + """<table:table-row table:number-rows-repeated="3"><table:table-cell office:value-type="string"><text:p>EX1</text:p></table:table-cell></table:table-row>""");

        var report = Assert.Single(reading.Reports);
        Assert.Equal(3, report.Rows);
        Assert.Equal([3, 4], report.Groups.Single(group => group.Rule.Name == "unique-id-repeated").Places.Select(place => place.Row));
    }

    [Fact]
    public void Check_RowWithValuesRepeatedWithoutEnd_IsRefused() =>
        Assert.StartsWith(
            "The file has more than 250,000 rows",
            Check(Headings + """<table:table-row table:number-rows-repeated="1048576"><table:table-cell office:value-type="string"><text:p>x</text:p></table:table-cell></table:table-row>""").Unreadable);

    [Theory]
    [InlineData("""<table:table-cell office:value-type="date" office:date-value="2016-12-25"/>""", 7, "")]
    [InlineData("""<table:table-cell office:value-type="date" office:date-value="2016-12-24T23:59:12"><text:p>25/12/16</text:p></table:table-cell>""", 7, "")]
    [InlineData("""<table:table-cell office:value-type="date" office:date-value="2016-12-25T09:30:00"/>""", 7, "date-with-time")]
    [InlineData("""<table:table-cell office:value-type="string"><text:p>25/12/2016</text:p></table:table-cell>""", 7, "date-as-text")]
    [InlineData("""<table:table-cell table:formula="of:=DATE(2016;12;25)"/>""", null, "formula-without-value")]
    [InlineData("""<table:table-cell table:formula="of:=1/0" office:value-type="string" office:string-value="" calcext:value-type="error"><text:p>#DIV/0!</text:p></table:table-cell>""", null, "formula-error")]
    public void Check_DateCell_IsReadByItsType(string cell, int? age, string rule)
    {
        int? read = null;
        var reading = Check(Row([Text("Data as at"), Date("2024-09-02")]) + Headings + Row([Text("EX1"), "<table:table-cell table:number-columns-repeated=\"2\"/>", cell]), row => read = row.Age);

        Assert.Equal(age, read);
        var found = reading.Reports[0].Groups.Where(group => group.Column == "Date of birth").Select(group => group.Rule.Name);
        Assert.Equal(rule.Length == 0 ? [] : [rule], found);
    }

    /// <summary>A note in a cell holds paragraphs that are no part of its value; runs of spaces are elements.</summary>
    [Fact]
    public void Check_CellWithANote_IsReadWithoutIt()
    {
        var id = "";
        Check(
            Headings + Row(["""<table:table-cell office:value-type="string"><office:annotation><dc:creator>x</dc:creator><text:p>ask again</text:p></office:annotation><text:p>EX<text:span>1</text:span><text:s text:c="2"/>b</text:p></table:table-cell>"""]),
            row => id = row[ListColumn.UniqueId].Text.ToString());

        Assert.Equal("EX1 b", id);
    }

    [Fact]
    public void Check_WhatTheSheetHides_IsToldOfRowColumnAndSheet()
    {
        var reading = Check(
            """<table:table-column table:number-columns-repeated="3"/><table:table-column table:visibility="collapse"/>""" + Headings
            + Row([Text("EX1")]).Replace("<table:table-row>", """<table:table-row table:visibility="filter">"""),
            styles: """<office:automatic-styles><style:style style:name="ta1" style:family="table"><style:table-properties table:display="false"/></style:style></office:automatic-styles>""");

        var rules = reading.Reports[0].Groups.Select(group => $"{group.Rule.Name} {group.Column}").ToList();
        Assert.Contains("column-hidden Date of birth", rules);
        Assert.Contains("row-hidden Unique ID", rules);
        Assert.Contains("sheet-hidden the sheet", rules);
        Assert.Single(rules, rule => rule.StartsWith("column-hidden", StringComparison.Ordinal));
    }

    [Fact]
    public void Check_ProtectedByAPassword_IsSaid() =>
        Assert.Equal(
            "The workbook is protected by a password; save it without one and send that.",
            Check("", manifest: """<m:manifest xmlns:m="urn:oasis:names:tc:opendocument:xmlns:manifest:1.0"><m:file-entry m:full-path="content.xml"><m:encryption-data/></m:file-entry></m:manifest>""").Unreadable);

    /// <summary>What one row costs does not depend on how many there are, and no cell becomes a string: memory stays flat.</summary>
    [Fact]
    public void Check_ThousandsOfRows_MakesNoStringsOfCells()
    {
        var rows = new StringBuilder(Headings);
        for (var child = 0; child < 20_000; child++)
        {
            rows.Append(Row([Text($"EX{child:000000}"), .. Enumerable.Repeat(Text("a text of some length"), 10), Date("2016-12-25"), """<table:table-cell office:value-type="float" office:value="999001"/>"""]));
        }

        var (number, early, late) = (0, 0L, 0L);
        Check(rows.ToString(), _ =>
        {
            number++;
            (early, late) = number == 10_000 ? (GC.GetAllocatedBytesForCurrentThread(), 0) : (early, GC.GetAllocatedBytesForCurrentThread());
        });

        Assert.Equal(20_000, number);
        Assert.InRange((late - early) / 10_000, 0, 400);
    }

    private static string Row(IReadOnlyList<string> cells) => $"<table:table-row>{string.Concat(cells)}</table:table-row>";

    private static string Text(string text) => $"""<table:table-cell office:value-type="string"><text:p>{text}</text:p></table:table-cell>""";

    private static string Date(string date) => $"""<table:table-cell office:value-type="date" office:date-value="{date}"/>""";

    private static ListReading Check(string rows, Action<ListRecord>? onRecord = null, string styles = "", string manifest = "")
    {
        using var content = new MemoryStream();
        using (var archive = new ZipArchive(content, ZipArchiveMode.Create, leaveOpen: true))
        {
            Add(archive, "mimetype", "application/vnd.oasis.opendocument.spreadsheet");
            Add(archive, "content.xml", $"""<office:document-content {Namespaces}>{styles}<office:body><office:spreadsheet><table:table table:name="List 1" table:style-name="ta1">{rows}</table:table></office:spreadsheet></office:body></office:document-content>""");
            if (manifest.Length > 0)
            {
                Add(archive, "META-INF/manifest.xml", manifest);
            }
        }

        return PersonListReader.Check(content, "list.ods", Today, PersonList.One, onRecord);
    }

    private static void Add(ZipArchive archive, string path, string text)
    {
        using var part = archive.CreateEntry(path).Open();
        part.Write(Encoding.UTF8.GetBytes(text));
    }
}
