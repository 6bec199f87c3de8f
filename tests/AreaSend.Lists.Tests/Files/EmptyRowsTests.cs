using System.Text;
using AreaSend.Lists.Files;

namespace AreaSend.Lists.Tests.Files;

/// <summary>Only rows with a value count.</summary>
public class EmptyRowsTests
{
    private const int LastRow = 1_048_576;

    /// <summary>Somebody formatted every row of a list of three: a million rows with nothing in them.</summary>
    [Fact]
    public void Check_EveryRowFormatted_CountsOnlyChildren()
    {
        var rows = new StringBuilder(ListRows.Headings(1, PersonList.One));
        for (var child = 2; child <= 4; child++)
        {
            rows.Append($"""<row r="{child}" s="1" customFormat="1"><c r="A{child}" t="inlineStr"><is><t>EX{child}</t></is></c></row>""");
        }

        for (var row = 5; row <= LastRow; row++)
        {
            rows.Append($"""<row r="{row}" s="1" customFormat="1"><c r="A{row}" s="1"/><c r="D{row}" s="1"/></row>""");
        }

        var reading = PersonListReader.Check(new RawWorkbook().Sheet("Sheet1", rows.ToString()).ToStream(), "list.xlsx", new LocalDate(2026, 11, 25), PersonList.One);

        Assert.Null(reading.Unreadable);
        Assert.Equal(3, Assert.Single(reading.Reports).Rows);
    }

    [Fact]
    public void Check_LinesOfCommasOnly_CountOnlyChildren()
    {
        var headings = string.Join(',', ListTemplate.Columns(PersonList.One).Select(column => $"\"{ListTemplate.Title(column)}\""));
        var text = new StringBuilder(headings).Append("\nEX1,,,\n");
        for (var line = 0; line < 300_000; line++)
        {
            text.Append(",,,\n");
        }

        using var content = new MemoryStream(Encoding.UTF8.GetBytes(text.ToString()));
        Assert.Equal(1, Assert.Single(PersonListReader.Check(content, "list.csv", new LocalDate(2026, 11, 25), PersonList.One).Reports).Rows);
    }
}
