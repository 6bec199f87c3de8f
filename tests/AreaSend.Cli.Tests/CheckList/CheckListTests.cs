using System.Text.Json;
using AreaSend.Cli.Tests.Prompt;
using AreaSend.Lists.Samples;

namespace AreaSend.Cli.Tests.CheckList;

public sealed class CheckListTests : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("areasend-check-list");

    [Theory]
    [InlineData("list-1-clean.xlsx", 1)]
    [InlineData("list-2-clean.xlsx", 2)]
    public void CheckList_CleanList_EndsWithNought(string sample, int list)
    {
        var typed = Typed.Line($"check-list {Sample(sample)} --json");

        var report = typed.Json();
        Assert.Equal((0, ""), (typed.Status, typed.Error));
        Assert.Equal(
            (list, $"List {list}", 12, "2024-09-02", 0, 0, 0),
            (report.GetProperty("list").GetInt32(), report.GetProperty("sheet").GetString(), report.GetProperty("rows").GetInt32(), report.GetProperty("asAt").GetString(),
                report.GetProperty("errors").GetInt32(), report.GetProperty("queries").GetInt32(), report.GetProperty("findings").GetArrayLength()));
    }

    [Fact]
    public void CheckList_Findings_AreNamedByRuleRowAndColumnAndEndWithOne()
    {
        var typed = Typed.Line($"check-list {Sample("list-2-202a-aged-25.xlsx")} --list 2 --json");

        var report = JsonDocument.Parse(typed.Output).RootElement;
        var finding = Assert.Single(report.GetProperty("findings").EnumerateArray());
        Assert.Equal((1, 0, 1), (typed.Status, report.GetProperty("errors").GetInt32(), report.GetProperty("queries").GetInt32()));
        Assert.Equal(["rule", "severity", "row", "column", "message"], finding.EnumerateObject().Select(property => property.Name));
        Assert.Equal(
            ("202a", "query", 11, "Date of birth"),
            (finding.GetProperty("rule").GetString(), finding.GetProperty("severity").GetString(), finding.GetProperty("row").GetInt32(), finding.GetProperty("column").GetString()));
    }

    [Fact]
    public void CheckList_BothListsInOneBook_AreTwoReports() =>
        Assert.Equal([1, 2], Typed.Line($"check-list {Sample("both-lists-clean.xlsx")} --json").Json().EnumerateArray().Select(report => report.GetProperty("list").GetInt32()));

    [Fact]
    public void CheckList_ForPeople_SaysWhatHowManyWhereAndHowToMendIt()
    {
        var typed = Typed.Line($"check-list {Sample("list-1-109-upn-repeated.xlsx")}");

        Assert.Contains("1 error, 0 queries.", typed.Output, StringComparison.Ordinal);
        Assert.Contains("Error: UPN (109), 1 place: B11", typed.Output, StringComparison.Ordinal);
        Assert.Contains("Keep the row with the most recent information", typed.Output, StringComparison.Ordinal);
    }

    [Fact]
    public void CheckList_Unreadable_SaysOneSentenceAndEndsWithTwo()
    {
        var file = Path.Combine(_folder.FullName, "letter.xlsx");
        File.WriteAllText(file, "Dear inspectors");

        Assert.Equal(
            new Typed(2, "", "No person-level list was found in the file: no row names the columns of list 1 or list 2." + Environment.NewLine),
            Typed.Line($"check-list {file}"));
    }

    [Fact]
    public void CheckList_NoSuchFile_SaysSo() =>
        Assert.Equal(new Typed(2, "", "There is no file none.xlsx." + Environment.NewLine), Typed.Line($"check-list {_folder.FullName}/none.xlsx"));

    [Fact]
    public void CheckList_AskedForTheOtherList_SaysWhichItIs() =>
        Assert.Equal(new Typed(2, "", "The file holds list 2, not list 1." + Environment.NewLine), Typed.Line($"check-list {Sample("list-2-clean.xlsx")} --list 1"));

    [Fact]
    public void CheckList_FindingsAsWorkbook_AreWritten()
    {
        var workbook = Path.Combine(_folder.FullName, "findings.xlsx");

        Assert.Equal(1, Typed.Line($"check-list {Sample("list-1-109-upn-repeated.xlsx")} --findings {workbook}").Status);
        Assert.Equal("PK", File.ReadAllText(workbook)[..2]);
    }

    [Fact]
    public void SampleLists_WritesEveryOne()
    {
        var folder = Path.Combine(_folder.FullName, "samples");

        Assert.Equal(0, Typed.Line($"sample-lists --out {folder}").Status);
        Assert.Equal(SampleLists.All.Select(sample => sample.Name).Order(), Directory.GetFiles(folder).Select(Path.GetFileName).Order());
    }

    public void Dispose() => _folder.Delete(recursive: true);

    private string Sample(string name)
    {
        var path = Path.Combine(_folder.FullName, name);
        using var target = File.Create(path);
        SampleLists.All.Single(sample => sample.Name == name).Write(target);
        return path;
    }
}
