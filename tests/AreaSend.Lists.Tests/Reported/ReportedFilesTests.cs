using AreaSend.Lists.Files;
using AreaSend.Lists.Findings;
using AreaSend.Lists.Tracking;

namespace AreaSend.Lists.Tests.Reported;

/// <summary>Files of the kinds that people in this field reported: each is read as its sender meant it, or named with what to do.</summary>
public class ReportedFilesTests
{
    private static readonly LocalDate Today = new(2026, 11, 25);

    /// <summary>The file, what is found in it (severity, rule, column, how many), and the first two children's ages on the date that the list represents.</summary>
    public static TheoryData<string, string[]> Readable => new()
    {
        // Ofsted's own template is an .ods file since June 2025; each row ends in 16,363 repeated empty cells.
        { "list-1-spreadsheet.ods", [] },

        // A line feed in a heading, as Excel escapes it.
        { "headings-with-x000d.xlsx", [] },

        // Exports of DfE services write an apostrophe before every value: once a column, whatever the number of rows.
        { "apostrophe-before-every-value.csv", ["Query apostrophe-before × 20 columns"] },
        { "ulns-with-apostrophe.xlsx", ["Query apostrophe-before ULN 1"] },
        { "birth-dates-with-apostrophe.xlsx", ["Query apostrophe-before Date of birth 1"] },

        // 0.99944444 of a day is 48 seconds before the midnight that was meant.
        { "dates-48-seconds-before-midnight.xlsx", [] },

        // One thing is wrong with each of the four columns, and nothing is made of dates that nobody can trust.
        {
            "dates-month-first.csv",
            [
                "Error dates-month-first Date of birth 1", "Error dates-month-first Date initial EHC plan issued 1",
                "Error dates-month-first Date updated EHC plan issued 1", "Error dates-month-first Date EHC plan last reviewed 1",
            ]
        },
        { "birth-date-formula-without-result.xlsx", ["Error formula-without-value Date of birth 1"] },

        // All six are 9.99000E+09: not six repetitions of one number, but six numbers that Excel has lost.
        { "ulns-in-scientific-notation.csv", ["Error uln-scientific ULN 6"] },
        { "ulns-as-text-with-decimals.xlsx", ["Query whole-number-with-decimals ULN 1"] },
        { "urns-as-text-with-decimals.xlsx", ["Query whole-number-with-decimals Main education establishment – URN 1"] },
        { "column-hidden.xlsx", ["Query column-hidden Date of birth 1"] },
        { "headings-merged-over-two-rows.xlsx", [] },
    };

    [Theory, MemberData(nameof(Readable))]
    public void Check_ReportedFile_FindsWhatIsThereAndNoEchoes(string name, string[] expected)
    {
        var reading = Check(name);

        Assert.Null(reading.Unreadable);
        Assert.Equal(expected.Order(), Found(Assert.Single(reading.Reports)).Order());
        Assert.Equal(12, reading.Reports[0].Rows);
    }

    /// <summary>Twelve children are 7 and 16 and so on, on 2 September 2024, in whatever form the file gives their dates of birth.</summary>
    [Theory]
    [InlineData("list-1-spreadsheet.ods")]
    [InlineData("dates-48-seconds-before-midnight.xlsx")]
    [InlineData("headings-merged-over-two-rows.xlsx")]
    public void Check_ReportedFile_ReadsTheDaysThatWereMeant(string name)
    {
        var ages = new List<int?>();
        Check(name, row => ages.Add(row.Age));

        Assert.Equal(Ages("column-hidden.xlsx"), ages);
        Assert.Equal([7, 16], ages.Take(2));
    }

    [Fact]
    public void Draw_DatesOfBirthMonthFirst_NobodyHasAnAge()
    {
        var roll = new CandidateRoll();
        var reading = Check("dates-month-first.csv", roll.Add);

        Assert.True(Assert.Single(reading.Reports).HidesAges);
        roll.ForgetAges(PersonList.One);
        Assert.All(roll.Candidates, child => Assert.Equal(AgeGroup.Unknown, child.Age));
        Assert.Equal(12, roll.Candidates.Count);
    }

    [Theory]
    [InlineData("binary-workbook.xlsb", "The file is a binary workbook (.xlsb); open it in Excel, choose Save As, Excel Workbook (.xlsx), and send that.")]
    [InlineData("web-page-called.xls", "The file is a web page (HTML), whatever it is called; open it in Excel, choose Save As, Excel Workbook (.xlsx), and send that.")]
    [InlineData("xml-spreadsheet-2003.xls", "The file is an XML Spreadsheet 2003, whatever it is called; open it in Excel, choose Save As, Excel Workbook (.xlsx), and send that.")]
    public void Check_AnotherForm_IsNamedWithWhatToDo(string name, string sentence) => Assert.Equal(sentence, Check(name).Unreadable);

    private static IEnumerable<int?> Ages(string name)
    {
        var ages = new List<int?>();
        Check(name, row => ages.Add(row.Age));
        return ages;
    }

    /// <summary>A rule that is found once in each of many columns is one line here.</summary>
    private static IEnumerable<string> Found(ListReport report) => report.Groups.GroupBy(group => group.Rule).SelectMany(rule => rule.Count() > 5 && rule.All(group => group.Count == 1)
        ? [$"{rule.Key.Severity} {rule.Key.Name} × {rule.Count()} columns"]
        : rule.Select(group => $"{group.Rule.Severity} {group.Rule.Name} {group.Column} {group.Count}"));

    private static ListReading Check(string name, Action<ListRecord>? onRecord = null)
    {
        using var file = typeof(ReportedFilesTests).Assembly.GetManifestResourceStream(name)!;
        using var content = new MemoryStream();
        file.CopyTo(content);
        return PersonListReader.Check(content, name, Today, PersonList.One, onRecord);
    }
}
