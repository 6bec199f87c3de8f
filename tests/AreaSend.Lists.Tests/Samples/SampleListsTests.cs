using AreaSend.Lists;
using AreaSend.Lists.Files;
using AreaSend.Lists.Rules;
using AreaSend.Lists.Samples;

namespace AreaSend.Lists.Tests.Samples;

public class SampleListsTests
{
    private static readonly LocalDate Today = new(2026, 11, 23);

    public static TheoryData<string> Clean => [.. SampleLists.All.Where(sample => sample.Rule is null).Select(sample => sample.Name)];

    public static TheoryData<string> Faulty => [.. SampleLists.All.Where(sample => sample.Rule is not null).Select(sample => sample.Name)];

    [Theory, MemberData(nameof(Clean))]
    public void Check_CleanSample_FindsNothing(string name)
    {
        var reading = Check(name);

        Assert.Null(reading.Unreadable);
        Assert.Empty(reading.Reports.SelectMany(report => report.Groups).Select(group => group.Code));
        Assert.All(reading.Reports, report => Assert.Equal((12, new LocalDate(2024, 9, 2), true), (report.Rows, report.AsAt, report.SaysAsAt)));
    }

    [Theory, MemberData(nameof(Faulty))]
    public void Check_FaultySample_FindsItsRuleOnceAndNoOther(string name)
    {
        var sample = SampleLists.All.Single(sample => sample.Name == name);

        var group = Assert.Single(Check(name).Reports.SelectMany(report => report.Groups));

        Assert.Equal((sample.List ?? PersonList.Two, sample.Rule, 1), (group.List, group.Rule.Name, group.Count));
    }

    [Fact]
    public void Check_BookWithBothListsForOneOfThem_SaysThatItHoldsTheOther()
    {
        using var content = new MemoryStream(Bytes(SampleLists.All.Single(sample => sample.Name == "both-lists-clean.xlsx")));

        var report = Assert.Single(PersonListReader.Check(content, "both.xlsx", Today, PersonList.One).Reports);

        Assert.Equal(["The file also holds list 2. It was read for list 1 alone: to answer list 2 with it, send it for that item too."], report.Notes);
    }

    [Theory, InlineData(PersonList.One), InlineData(PersonList.Two)]
    public void All_HasASampleForEveryRuleThatTheListCanBreak(PersonList list)
    {
        string[] onlyInList1 =
        [
            "plan-issued-in-future", "plan-updated-in-future", "plan-reviewed-in-future",
            "plan-issued-after-update", "plan-issued-after-review", "plan-before-birth", "home-education-code",
        ];

        var shown = SampleLists.All.Where(sample => sample.List == list).Select(sample => sample.Rule).OfType<string>();

        Assert.Equal(
            RuleBook.All.Where(rule => !rule.IsAcrossLists).Select(rule => rule.Name).Except(list == PersonList.One ? [] : onlyInList1).Order(),
            shown.Order());
    }

    [Fact]
    public void All_WrittenTwice_GivesTheSameBytes() =>
        Assert.All(SampleLists.All, sample => Assert.Equal(Bytes(sample), Bytes(sample)));

    [Fact]
    public void Shipped_EveryFile_IsWhatItsNameSays()
    {
        var shipped = new DirectoryInfo(Path.Combine(Root(), "samples", "annex-a")).GetFiles("*.xlsx");

        Assert.Equal(SampleLists.All.Select(sample => sample.Name).Order(), shipped.Select(file => file.Name).Order());
        Assert.All(shipped, file =>
        {
            using var content = file.OpenRead();
            var found = PersonListReader.Check(content, file.Name, Today).Reports.SelectMany(report => report.Groups).Select(group => group.Rule.Name);
            Assert.Equal(SampleLists.All.Single(sample => sample.Name == file.Name).Rule, found.SingleOrDefault());
        });
    }

    private static string Root()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(folder.FullName, "AreaSend.Functions.sln")))
        {
            folder = folder.Parent ?? throw new DirectoryNotFoundException("The tests run outside the repository.");
        }

        return folder.FullName;
    }

    private static ListReading Check(string name)
    {
        var sample = SampleLists.All.Single(sample => sample.Name == name);
        using var content = new MemoryStream(Bytes(sample));
        return PersonListReader.Check(content, sample.Name, Today);
    }

    private static byte[] Bytes(SampleFile sample)
    {
        using var target = new MemoryStream();
        sample.Write(target);
        return target.ToArray();
    }
}
