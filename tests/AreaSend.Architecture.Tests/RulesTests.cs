using AreaSend.Services.Background;

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

    [Theory]
    [InlineData("services/Moves.cs", "await stream.AppendAsync(context, id", true)]
    [InlineData("services/Moves.cs", "await _stream.AppendAsync(context, id", true)]
    [InlineData("services/Moves.cs", "await this._eventStream\n    .AppendAsync(context, id", true)]
    [InlineData("services/Moves.cs", "EventStream.Put(context, loaded", true)]
    [InlineData("services/Moves.cs", "await EventStream.SaveLockedAsync(context, id", true)]
    [InlineData("services/Moves.cs", "context.Events.Add(row)", true)]
    [InlineData("services/Moves.cs", "context.Events.AddRange(rows)", true)]
    [InlineData("services/Moves.cs", "context\n    .Events\n    .AddRange(rows)", true)]
    [InlineData("services/Moves.cs", "context.Set<EventRow>().Add(row)", true)]
    [InlineData("services/Moves.cs", "context.Add(new EventRow { Seq = 1 })", true)]
    [InlineData("services/Inspections/FactRecording.cs", "await stream.AppendAsync(context, id", false)]
    [InlineData("services/Asks.cs", "await recording.AppendAsync(context, id", false)]
    [InlineData("services/Asks.cs", "await EventStream.SaveAsync(context, id", false)]
    [InlineData("services/Reads.cs", "context.Events.Where(row => row.Seq > 1) context.Set<EventRow>().Where(", false)]
    [InlineData("web/Feed.cs", "calendar.Events.AddRange(entries) calendar\n    .Events.Add(entry)", false)]
    public void AppendsToAStream_File_IsNamedWhenItDoesAndMayNot(string path, string text, bool named) =>
        Assert.Equal(named, Rules.AppendsToAStream([new SourceFile(path, text)]).Any());

    [Fact]
    public void MayAppendAndDoesNot_FileThatOnlyReads_IsNamed()
    {
        var idle = Rules.MayAppendAndDoesNot(
            [
                new SourceFile("services/Engine/OutboxRunner.cs", "await stream.FindAsync(context, id"),
                new SourceFile("services/Inspections/FactRecording.cs", "await stream.AppendAsync(context, id"),
            ]).ToList();

        Assert.Contains("services/Engine/OutboxRunner.cs", idle);
        Assert.DoesNotContain("services/Inspections/FactRecording.cs", idle);
    }

    [Theory]
    [InlineData("tests/Today.cs", "SystemClock.Instance.GetCurrentInstant()", true)]
    [InlineData("tests/Today.cs", "DateTime.Now", true)]
    [InlineData("tests/Today.cs", "System.DateTime.UtcNow", true)]
    [InlineData("tests/Today.cs", "DateTime.Today.AddDays(1)", true)]
    [InlineData("tests/Today.cs", "DateTimeOffset.Now", true)]
    [InlineData("tests/Today.cs", "DateTimeOffset\n    .UtcNow", true)]
    [InlineData("tests/Today.cs", "TimeProvider.System.GetUtcNow()", true)]
    [InlineData("tests/Today.cs", "TestPresent.Today, clock.Now, new FakeClock(ThrowawayStore.Start), DateTimeOffset.MinValue", false)]
    [InlineData("tests/AreaSend.Testing/ShiftedClock.cs", "SystemClock.Instance.GetCurrentInstant()", false)]
    public void ReadsTheMachinesDate_TestFile_IsNamedWhenItDoesAndMayNot(string path, string text, bool named) =>
        Assert.Equal(named, Rules.ReadsTheMachinesDate([new SourceFile(path, text)]).Any());

    [Fact]
    public void MayReadTheMachinesDateAndDoesNot_FileWithAClockOfItsOwn_IsNamed() => Assert.Contains(
        "tests/AreaSend.Testing/SmtpServer.cs",
        Rules.MayReadTheMachinesDateAndDoesNot([new SourceFile("tests/AreaSend.Testing/SmtpServer.cs", "TestPresent.Clock")]));

    [Fact]
    public void BackgroundServicesOfTheirOwn_SampleWithOne_NamesItAndNotTheRounds() => Assert.Equal(
        ["AreaSend.Architecture.Tests.BreaksEveryRuleManager+Loop"],
        Rules.BackgroundServicesOfTheirOwn([typeof(BreaksEveryRuleManager), typeof(BreaksEveryRuleManager.Loop), typeof(Rounds), typeof(TimedRounds)]));

    [Theory]
    [InlineData("web/Loop.cs", "await Task.Delay(AfterFailure, stopping);", true)]
    [InlineData("web/Loop.cs", "using var timer = new PeriodicTimer(Every);", true)]
    [InlineData("web/Loop.cs", "await signal.WaitAsync(stopping);", false)]
    [InlineData("services/Background/Rounds.cs", "await Task.Delay(atMost, stopping);", false)]
    [InlineData("services/Engine/Durable/DurableInspections.cs", "await Task.Delay(BetweenLooks, cancellation)", false)]
    public void WaitsInALoopOfItsOwn_File_IsNamedUnlessItIsTheBaseOrExcused(string path, string text, bool named) =>
        Assert.Equal(named, Rules.WaitsInALoopOfItsOwn([new SourceFile(path, text)]).Any());

    [Fact]
    public void WaitersThatDoNot_ExcuseWithoutNeed_IsNamed() => Assert.Equal(
        ["services/Engine/Durable/DurableInspections.cs"],
        Rules.WaitersThatDoNot([new SourceFile("services/Engine/Durable/DurableInspections.cs", "await signal.WaitAsync(stopping);")]));

    [Theory]
    [InlineData("services.AddHttpClient(\"a\").AddStandardResilienceHandler();", false)]
    [InlineData("services.AddHttpClient(\"a\").AddStandardResilienceHandler(); services.AddHttpClient(\"b\");", true)]
    [InlineData("services.AddHttpClient<Feed>();", true)]
    [InlineData("using var client = new HttpClient();", true)]
    [InlineData("using HttpClient client = new();", true)]
    [InlineData("using var client = http.CreateClient(Name);", false)]
    public void AsksWithoutResilience_File_IsNamedWhenItDoes(string text, bool named) =>
        Assert.Equal(named, Rules.AsksWithoutResilience([new SourceFile("web/Feed.cs", text)]).Any());

    [Fact]
    public void All_Sources_AreFoundInEveryRoom() =>
        Assert.Superset(new HashSet<string> { "core", "files", "lists", "services", "web", "cli" }, SourceFile.All().Select(file => file.Path.Split('/')[0]).ToHashSet());

    [Fact]
    public void Tests_Sources_AreFoundInEveryProject() => Assert.Superset(
        new HashSet<string> { "tests/AreaSend.Testing", "tests/AreaSend.Cli.Tests", "tests/AreaSend.Web.Tests", "tests/AreaSend.Conformance" },
        SourceFile.Tests().Select(file => string.Join('/', file.Path.Split('/').Take(2))).ToHashSet());
}
