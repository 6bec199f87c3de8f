namespace AreaSend.Architecture.Tests;

/// <summary>Each rule meets something that breaks it, so that a silent rule cannot pass for a kept one.</summary>
public class RulesTests
{
    private static readonly BuiltRoom Sample = BuiltRoom.Read("AreaSend.Architecture.Tests");

    [Fact]
    public void ReadsTheWallClock_SampleThatDoes_IsNamed() => Assert.Contains("System.DateTime.get_UtcNow", Rules.ReadsTheWallClock(Sample));

    [Fact]
    public void TouchesTheWorld_SampleThatReadsAFile_IsNamed() => Assert.Contains("System.IO.File", Rules.TouchesTheWorld(Sample));

    [Fact]
    public void TouchesTheWorld_SampleThatAsksAClock_IsNamed() => Assert.Contains("NodaTime.SystemClock", Rules.TouchesTheWorld(Sample));

    [Fact]
    public void StandsOnMoreThanNodaTime_SampleWithATestFramework_IsNamed() => Assert.Contains("xunit.v3.core", Rules.StandsOnMoreThanNodaTime(Sample));

    [Fact]
    public void NamesThatSayNothing_SampleType_IsNamed() =>
        Assert.Contains("AreaSend.Architecture.Tests.BreaksEveryRuleManager", Rules.NamesThatSayNothing(Sample.Defined));

    [Theory]
    [InlineData("DateHelper", true)]
    [InlineData("Utils", true)]
    [InlineData("Common", true)]
    [InlineData("PageBase", true)]
    [InlineData("Database", false)]
    [InlineData("HelperDogs", false)]
    public void NamesThatSayNothing_Name_IsCaughtByItsLastWord(string name, bool caught) => Assert.Equal(caught, Rules.NamesThatSayNothing([name]).Any());

    [Fact]
    public void RefersUpwards_ServicesWithWeb_NamesWeb()
    {
        const string Project = """<Project><ItemGroup><ProjectReference Include="..\web\AreaSend.Web.csproj" /><ProjectReference Include="../core/AreaSend.Core.csproj" /></ItemGroup></Project>""";

        Assert.Equal(["AreaSend.Web"], Rules.RefersUpwards(Project, "AreaSend.Core"));
    }

    [Fact]
    public void FolderCircles_TwoFoldersThatUseOneAnother_AreNamedWithTheirTypes()
    {
        var arrows = TypesUsed.In(typeof(RulesTests).Assembly);

        Assert.Contains(new Arrow(typeof(Circle.Here.Ask), typeof(Circle.There.Answer)), arrows);
        Assert.Equal(
            [
                $"Circle/Here uses Circle/There and is used by it:\n    {typeof(Circle.Here.Ask)} uses {typeof(Circle.There.Answer)}",
                $"Circle/There uses Circle/Here and is used by it:\n    {typeof(Circle.There.Answer)} uses {typeof(Circle.Here.Ask)}",
            ],
            FolderCircles.In("AreaSend.Architecture.Tests", arrows));
    }

    [Fact]
    public void NamesTheTimeZone_SecondOwner_IsNamed() =>
        Assert.Equal(["web/Clock.cs"], Rules.NamesTheTimeZone([new SourceFile("web/Clock.cs", "zones[\"Europe/London\"]"), new SourceFile("web/Page.razor", "London")]));

    [Fact]
    public void IsTooLong_CodeAndNotWords_IsNamedByItsLine() => Assert.Equal(
        ["web/Clock.cs:2"],
        Rules.IsTooLong([new SourceFile("web/Clock.cs", $"{new string('a', 160)}\n{new string('b', 161)}\n\"{new string('c', 161)}\"")]));

    [Fact]
    public void IsTooLong_LineOfAPage_IsNamedWithItsWordsAndWithoutItsAddresses() => Assert.Equal(
        ["web/Page.razor:2", "web/Page.razor:3"],
        Rules.IsTooLong(
            [new SourceFile("web/Page.razor", $"{new string('a', 160)}\n<p>{new string('b', 154)}</p>\n\"{new string('c', 161)}\"\nhttps://{new string('d', 161)}")]));

    [Fact]
    public void WritesAStepsKey_PageThatDoes_IsNamedWithTheWord() => Assert.Equal(
        ["web/Page.razor: \"draft-report\""],
        Rules.WritesAStepsKey(
            [
                new SourceFile("core/Timetables/Steps.cs", "const string DraftReport = \"draft-report\";"),
                new SourceFile("web/Page.razor", "@Notice.When(\"draft-report\") @Notice.When(\"draft-reports\")"),
                new SourceFile("core/Timetables/Anchor.cs", "Anchor.ComplaintWindowCloses => \"complaint\""),
            ],
            new HashSet<string> { "draft-report", "complaint" }));

    [Fact]
    public void NamesAnEdition_PageThatDoes_IsNamed() => Assert.Equal(
        ["web/Page.razor"],
        Rules.NamesAnEdition([new SourceFile("web/Page.razor", "@AreaSend2024.StartOfBusiness"), new SourceFile("core/Timetables/AreaSend2025.cs", "AreaSend2024.Edition with { }")]));

    [Fact]
    public void FieldsWithoutUnderscore_SampleWithOne_NamesItAndNoneOfTheCompilers() => Assert.Equal(
        ["AreaSend.Architecture.Tests.BreaksEveryRuleManager+Page.asked"],
        Rules.FieldsWithoutUnderscore([typeof(BreaksEveryRuleManager), typeof(BreaksEveryRuleManager.Page)]));

    [Fact]
    public void ComparesDaysOfARole_SampleThatDoes_IsNamedAndNotWhatAsksOrShows() => Assert.Equal(
        ["HoldsNow", "HasNoLastDay", "InTheDatabase", "WithoutLastDayInTheDatabase"],
        Rules.ComparesDaysOfARole([typeof(BreaksEveryRuleManager.Roles)]).Select(named => named.Split(' ')[1]));

    [Theory]
    [InlineData("web/Page.razor", "@inject StoreDatabase Database", true)]
    [InlineData("web/Page.razor", "private StoreContext? context;", true)]
    [InlineData("web/Page.razor", "@using AreaSend.Services.Store", false)]
    [InlineData("web/PageReader.cs", "class PageReader(StoreDatabase database)", false)]
    public void PagesThatAskTheStore_File_IsNamedWhenItIsAPageThatDoes(string path, string text, bool named) =>
        Assert.Equal(named, Rules.PagesThatAskTheStore([new SourceFile(path, text)]).Any());

    [Fact]
    public void AppendsToAStream_ClassOfItsOwn_IsNamed() => Assert.Equal(
        ["services/Moves.cs"],
        Rules.AppendsToAStream(
            [
                new SourceFile("services/Moves.cs", "await stream.AppendAsync(context, id"),
                new SourceFile("services/Asks.cs", "await recording.AppendAsync(context, id"),
                new SourceFile("services/Inspections/FactRecording.cs", "await stream.AppendAsync(context, id"),
            ]));

    [Fact]
    public void All_Sources_AreFoundInEveryRoom() =>
        Assert.Superset(new HashSet<string> { "core", "files", "lists", "services", "web", "cli" }, SourceFile.All().Select(file => file.Path.Split('/')[0]).ToHashSet());
}
