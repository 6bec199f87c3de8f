using System.Text;
using AreaSend.Lists;
using AreaSend.Lists.Files;
using AreaSend.Lists.Findings;
using AreaSend.Lists.Tests.Files;

namespace AreaSend.Lists.Tests.Files;

public class CsvListTests
{
    private static readonly LocalDate Today = new(2024, 10, 1);

    [Theory]
    [InlineData("utf-8", false, ',')]
    [InlineData("utf-8", true, ',')]
    [InlineData("utf-8", true, ';')]
    [InlineData("windows-1252", false, ',')]
    [InlineData("windows-1252", false, ';')]
    [InlineData("windows-1252", false, '\t')]
    [InlineData("utf-16", true, '\t')]
    public void Check_EncodingAndSeparator_AreFound(string encodingName, bool marked, char separator)
    {
        var encoding = encodingName == "windows-1252" ? CodePagesEncodingProvider.Instance.GetEncoding(1252)! : Encoding.GetEncoding(encodingName);
        byte[] bytes = [.. marked ? encoding.GetPreamble() : [], .. encoding.GetBytes(Text(separator, "\r\n"))];

        var report = Only(bytes);

        Assert.Equal((PersonList.One, "my list", 3, true), (report.List, report.Sheet, report.Rows, report.IsClean));
        Assert.Contains(report.Notes, note => note.Contains("¶ 196", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("\n")]
    [InlineData("\r\n")]
    [InlineData("\r")]
    public void Check_LineEnds_AreAllTaken(string end) => Assert.Equal(3, Only(Encoding.UTF8.GetBytes(Text(',', end))).Rows);

    [Fact]
    public void Check_TitlesQuotedBreaksAndBlankLines_RowsAreNumberedAsExcelShowsThem()
    {
        var child = ListRows.Child(PersonList.One, 1).ToArray();
        child[(int)ListColumn.SocialCareTeam] = "Team \"A\",\nfirst floor";
        child[(int)ListColumn.KnownToSocialCare] = "Yes";
        var faulty = ListRows.Child(PersonList.One, 2).ToArray();
        faulty[(int)ListColumn.Gender] = "Boy";
        string[] lines =
        [
            "Children and young people with an EHC plan, as at 02/09/2024",
            "",
            ListRows.Line(',', ListRows.Headings(PersonList.One)),
            ListRows.Line(',', child),
            ListRows.Line(',', faulty),
            ",,,,,,",
            "",
        ];

        var report = Only(Encoding.UTF8.GetBytes(string.Join("\r\n", lines)));

        var group = Assert.Single(report.Groups);
        Assert.Equal(("gender-code", 5, 3, 2), (group.Code, group.Places[0].Row, report.HeaderRow, report.Rows));
    }

    [Theory]
    [InlineData("", "The file is empty.")]
    [InlineData("Dear inspectors, please find attached", "No person-level list was found in the file: no row names the columns of list 1 or list 2.")]
    public void Check_NoList_SaysSo(string text, string because) => Assert.Equal(because, Check(Encoding.UTF8.GetBytes(text)).Unreadable);

    [Fact]
    public void Check_QuotationMarkThatNeverCloses_NamesTheRow()
    {
        var text = Text(',', "\n") + "\"" + new string('x', 200_000);

        Assert.Equal("Row 5 does not end: either the file has no ends of lines, or a quotation mark is opened and never closed. Open it in Excel, save it as .xlsx and send that.", Check(Encoding.UTF8.GetBytes(text)).Unreadable);
    }

    [Fact]
    public void Check_NoEndsOfLines_IsSaid() =>
        Assert.StartsWith("Row 1 does not end: either the file has no ends of lines,", Check(Encoding.UTF8.GetBytes(string.Join(',', Enumerable.Repeat("EX000001", 40_000)))).Unreadable);

    [Theory]
    [InlineData(new byte[] { 0x25, 0x50, 0x44, 0x46, 0x2D, 0x31 }, "a PDF")]
    [InlineData(new byte[] { 0x7F, 0x45, 0x4C, 0x46, 0x00, 0x01 }, "a program")]
    [InlineData(new byte[] { 0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A, 0x00 }, "a picture")]
    public void Check_AnotherKindOfFile_SaysWhatWouldDo(byte[] bytes, string because) =>
        Assert.True(Check(bytes).Unreadable?.Contains("send the list as .xlsx, .ods", StringComparison.Ordinal), because);

    private static string Text(char separator, string end) =>
        string.Join(end, [ListRows.Line(separator, ListRows.Headings(PersonList.One)), .. Enumerable.Range(1, 3).Select(i => ListRows.Line(separator, ListRows.Child(PersonList.One, i)))]) + end;

    private static ListReport Only(byte[] bytes)
    {
        var reading = Check(bytes);
        Assert.Null(reading.Unreadable);
        return Assert.Single(reading.Reports);
    }

    private static ListReading Check(byte[] bytes)
    {
        using var content = new MemoryStream(bytes);
        return PersonListReader.Check(content, "my list.csv", Today);
    }
}
