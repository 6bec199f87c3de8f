using AreaSend.Services.Programme;
using AreaSend.Services.ReferenceData;
using NodaTime;

namespace AreaSend.Services.Tests.Programme;

/// <summary>History that is brought in from a file: every line is read, or says what to put right.</summary>
public sealed class HistoryFileTests
{
    private const string Headings = "area,kind,on_site_starts,on_site_ends,result,published";

    private static readonly LocalDate Today = new(2026, 7, 1);

    [Theory]
    [InlineData("888,full,2024-12-09,2024-12-13,3,2025-02-12", "Full 2024-12-09 2024-12-13 3 2025-02-12", "as the console writes it")]
    [InlineData("888,,09/12/2024,13/12/2024,3,12/2/2025", "Full 2024-12-09 2024-12-13 3 2025-02-12", "as Excel in this country saves it; without a kind it is a full one")]
    [InlineData("Lancashire,full,,,,2025-02-12", "Full    2025-02-12", "by name, without days and outcome")]
    [InlineData("888,monitoring,2026-05-05,2026-05-06,not-effective,", "Monitoring 2026-05-05 2026-05-06 not effective ", "a monitoring inspection")]
    [InlineData("888,re-visit,,2021-06-04,sufficient progress,", "Revisit  2021-06-04 sufficient progress ", "a re-visit before the cycle")]
    [InlineData("888,written-statement,,,,2019-03-01", "WrittenStatement    2019-03-01", "the day it was required")]
    [InlineData("888,ilacs,2026-09-01,,,", "Ilacs 2026-09-01 2026-09-01  ", "a visit known in advance, of one day")]
    public void ALine_IsRead(string line, string read, string reason)
    {
        var file = Read($"{Headings}\r\n{line}\r\n");

        Assert.Empty(file.Findings);
        var past = Assert.Single(file.Lines).Past;
        Assert.True(read == FormattableString.Invariant($"{past.Kind} {past.Starts:uuuu-MM-dd} {past.Ends:uuuu-MM-dd} {past.Result} {past.Published:uuuu-MM-dd}"), reason);
    }

    [Theory]
    [InlineData("999,full,,,2,2025-02-12", "area", "There is no area “999”")]
    [InlineData(",full,,,2,2025-02-12", "area", "Enter the three-figure code")]
    [InlineData("=1+1,full,,,2,2025-02-12", "area", "There is no area “=1+1”")]
    [InlineData("888,partial,,,2,2025-02-12", "kind", "There is no kind “partial”")]
    [InlineData("888,full,2024-02-30,,2,2025-02-12", "on_site_starts", "“2024-02-30” is not a date")]
    [InlineData("888,full,2024-12-13,2024-12-09,2,2025-02-12", "on_site_ends", "before the first")]
    [InlineData("888,full,2024-12-09,2024-12-13,2,2024-12-12", "published", "before inspectors had left")]
    [InlineData("888,full,2024-12-09,2024-12-13,2,", "published", "Enter the day on which the report was published")]
    [InlineData("888,full,2024-12-09,2024-12-13,4,2025-02-12", "result", "“4” is no result of a full inspection")]
    [InlineData("888,full,,,2,2022-11-12", "published", "earlier framework")]
    [InlineData("888,full,,,2,2026-07-02", "published", "in the future")]
    [InlineData("888,monitoring,,,effective,2026-06-01", "on_site_ends", "Enter the last on-site day")]
    [InlineData("888,ilacs,2026-06-01,,effective,", "result", "An ILACS monitoring visit has no result here")]
    [InlineData("888,full,,,2,2025-02-12,more", null, "more cells than there are columns")]
    public void ALine_ThatCannotBeRead_IsNamedWithItsColumn(string line, string? column, string sentence)
    {
        var file = Read($"{Headings}\n888,full,2025-09-01,2025-09-05,2,2025-11-12\n\n{line}\n");

        var finding = Assert.Single(file.Findings);
        Assert.Equal((4, column), (finding.Number, finding.Column));
        Assert.Contains(sentence, finding.Sentence, StringComparison.Ordinal);
    }

    [Fact]
    public void TwoLinesOfOneInspection_AreFound()
    {
        var file = Read($"{Headings}\n888,full,,,2,2025-02-12\n888,full,,,2,2025-02-12\n");

        Assert.Equal("Line 2 says the same of Lancashire. Leave one of them out", Assert.Single(file.Findings).Sentence);
    }

    /// <summary>One inspection cannot have two outcomes: which is right has to be said, whatever else the two lines differ in.</summary>
    [Theory]
    [InlineData("888,full,2024-12-09,2024-12-13,2,2025-02-12", "888,full,2024-12-09,2024-12-13,3,2025-02-12", "another outcome")]
    [InlineData("888,full,2024-12-09,2024-12-13,2,2025-02-12", "888,full,2024-12-09,2024-12-13,3,2025-02-13", "and another day of publication")]
    [InlineData("888,full,2024-12-09,2024-12-13,2,2025-02-12", "888,full,2024-12-11,2024-12-17,2,2025-02-20", "days that overlap")]
    [InlineData("888,monitoring,2025-06-02,2025-06-04,effective,2025-08-01", "888,monitoring,2025-06-03,2025-06-05,not effective,2025-08-01", "a monitoring inspection")]
    public void TwoLinesOfOneInspection_ThatSayDifferentThings_AreAFinding(string one, string other, string reason)
    {
        var file = Read($"{Headings}\n{one}\n{other}\n");

        var finding = Assert.Single(file.Findings);
        Assert.True(finding.Number == 3 && finding.Sentence.StartsWith("Line 2 says something else of the same ", StringComparison.Ordinal), $"{reason}: {finding}");
        Assert.EndsWith("Leave the wrong one out", finding.Sentence, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("", "The first line has to name the columns")]
    [InlineData("area,kind\n", "no line under them")]
    [InlineData("area,colour\n888,red\n", "There is no such column")]
    [InlineData("area,area\n888,888\n", "stands there twice")]
    [InlineData("888,full,,,2,2025-02-12\n", "There is no such column")]
    public void AFile_ThatIsNoHistory_SaysWhatIsMissing(string text, string sentence) =>
        Assert.Contains(Read(text).Findings, finding => finding.Sentence.Contains(sentence, StringComparison.Ordinal));

    [Fact]
    public void TheShippedFile_CanBeReadBackLineByLine()
    {
        var file = Read(ShippedFile.Read("full-inspections.csv"));

        Assert.Empty(file.Findings);
        Assert.Equal(97, file.Lines.Count);
    }

    [Theory]
    [InlineData(';')]
    [InlineData('\t')]
    public void AnotherSeparator_IsUnderstood(char separator) =>
        Assert.Single(Read($"{Headings}\n888,full,,,2,2025-02-12\n".Replace(',', separator)).Lines);

    [Fact]
    public void AQuotationMarkThatIsNeverClosed_IsAFinding() => Assert.NotEmpty(Read($"{Headings}\n888,\"full,,,2,2025-02-12\n").Findings);

    private static HistoryFile Read(string text) => HistoryFile.Read(text, Today, new LocalDate(2023, 1, 1));
}
