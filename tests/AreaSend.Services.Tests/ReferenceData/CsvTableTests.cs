using AreaSend.Services.ReferenceData;

namespace AreaSend.Services.Tests.ReferenceData;

public class CsvTableTests
{
    [Theory]
    [InlineData("a,b\n1,2\n", "2", "plain")]
    [InlineData("a,b\r\n1,2", "2", "Windows line ends, none at the end of the file")]
    [InlineData("a,b\n1,\n", "", "an empty field at the end")]
    [InlineData("a,b\n1,\"x, y\"\n", "x, y", "a comma in quotes")]
    [InlineData("a,b\n1,\"say \"\"yes\"\"\"\n", "say \"yes\"", "doubled quotes")]
    public void Parse_OneRow_ReadsItsSecondField(string text, string second, string because)
    {
        var row = Assert.Single(CsvTable.Parse(text));

        Assert.True(row["b"] == second, $"{because}: got <{row["b"]}>");
        Assert.Equal("1", row["a"]);
    }

    [Fact]
    public void Parse_RowTooLong_NamesTheRow() =>
        Assert.Contains("Row 3", Assert.Throws<FormatException>(() => CsvTable.Parse("a,b\n1,2\n3,4,5\n")).Message);
}
