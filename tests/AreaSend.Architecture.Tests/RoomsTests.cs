using System.Reflection;
using AreaSend.Core.Timetables;
using AreaSend.Testing;

namespace AreaSend.Architecture.Tests;

/// <summary>The rooms of the house, held to its rules.</summary>
public class RoomsTests
{
    public static TheoryData<string> Built =>
    [
        "AreaSend.Core", "AreaSend.FileChecks", "AreaSend.Lists", "AreaSend.Services", "AreaSend.Web", "AreaSend.Functions", "areasend",
    ];

    /// <summary>Each room that the clone has, with the rooms that it may use.</summary>
    public static TheoryData<string, string[]> Projects => new(
        from arrow in new (string Project, string[] MayUse)[]
        {
            ("core/AreaSend.Core.csproj", []),
            ("files/AreaSend.FileChecks.csproj", []),
            ("lists/AreaSend.Lists.csproj", ["AreaSend.FileChecks"]),
            ("services/AreaSend.Services.csproj", ["AreaSend.Core", "AreaSend.FileChecks", "AreaSend.Lists"]),
            ("web/AreaSend.Web.csproj", ["AreaSend.Core", "AreaSend.Services"]),
            ("cli/AreaSend.Cli.csproj", ["AreaSend.Core", "AreaSend.Services"]),
            ("functions/AreaSend.Functions.csproj", ["AreaSend.Core", "AreaSend.Services"]),
        }
        where File.Exists(Repository.Folder(arrow.Project))
        select (arrow.Project, arrow.MayUse));

    [Fact]
    public void Core_Assembly_StandsOnNodaTimeAlone() => Assert.Empty(Rules.StandsOnMoreThanNodaTime(BuiltRoom.Read("AreaSend.Core")));

    [Fact]
    public void Core_Assembly_TouchesNoFileNoNetworkNoClock() => Assert.Empty(Rules.TouchesTheWorld(BuiltRoom.Read("AreaSend.Core")));

    [Theory]
    [MemberData(nameof(Built))]
    public void Room_Assembly_NeverReadsTheWallClock(string assembly) => Assert.Empty(Rules.ReadsTheWallClock(BuiltRoom.Read(assembly)));

    [Theory]
    [InlineData("AreaSend.Core", "AreaSend.Core")]
    [InlineData("AreaSend.FileChecks", "AreaSend.FileChecks")]
    [InlineData("AreaSend.Lists", "AreaSend.Lists")]
    [InlineData("areasend", "AreaSend.Cli")]
    [InlineData("AreaSend.Services", "AreaSend.Services")]
    [InlineData("AreaSend.Web", "AreaSend.Web")]
    [InlineData("AreaSend.Functions", "AreaSend.Functions")]
    public void Room_Folders_UseOneAnotherInNoCircle(string assembly, string root) => Assert.Empty(FolderCircles.In(root, TypesUsed.In(Assembly.Load(assembly))));

    [Theory]
    [InlineData("AreaSend.Core")]
    [InlineData("AreaSend.FileChecks")]
    [InlineData("AreaSend.Lists")]
    [InlineData("areasend")]
    [InlineData("AreaSend.Services")]
    [InlineData("AreaSend.Web")]
    [InlineData("AreaSend.Functions")]
    public void Room_Fields_BeginWithAnUnderscore(string assembly) => Assert.Empty(Rules.FieldsWithoutUnderscore(Assembly.Load(assembly).GetTypes()));

    [Theory]
    [MemberData(nameof(Projects))]
    public void Room_Project_RefersOnlyDownwards(string project, string[] mayUse) =>
        Assert.Empty(Rules.RefersUpwards(Repository.Read(project), mayUse));

    [Theory]
    [MemberData(nameof(Built))]
    public void Room_Types_HaveNamesThatSaySomething(string assembly) => Assert.Empty(Rules.NamesThatSayNothing(BuiltRoom.Read(assembly).Defined));

    [Fact]
    public void Rooms_Folders_HaveNamesThatSaySomething() =>
        Assert.Empty(SourceFile.All().Where(file => Rules.NamesThatSayNothing(file.Names).Any()).Select(file => file.Path));

    [Fact]
    public void Rooms_Sources_NameAStepInsteadOfWritingItsKey()
    {
        var keys = typeof(Steps).GetFields().Select(field => (string)field.GetRawConstantValue()!).ToHashSet();

        Assert.Superset(new HashSet<string> { "notify-dcs", "draft-report", "next-full-inspection" }, keys);
        Assert.Empty(Rules.WritesAStepsKey(SourceFile.All(), keys));
        Assert.Empty(Rules.ExcusesThatNobodyNeeds([.. SourceFile.All()]));
    }

    [Fact]
    public void Rooms_Sources_AreGivenTheEditionsAndNameNone() => Assert.Empty(Rules.NamesAnEdition(SourceFile.All()));

    [Fact]
    public void Rooms_Pages_AskAClassAndNotTheStore() => Assert.Empty(Rules.PagesThatAskTheStore(SourceFile.All()));

    [Fact]
    public void Rooms_Facts_AreRecordedInOneWay()
    {
        Assert.Empty(Rules.AppendsToAStream(SourceFile.All()));
        Assert.Empty(Rules.MayAppendAndDoesNot([.. SourceFile.All()]));
    }

    [Fact]
    public void Tests_Sources_DoNotReadTheMachinesDate()
    {
        Assert.Empty(Rules.ReadsTheMachinesDate(SourceFile.Tests()));
        Assert.Empty(Rules.MayReadTheMachinesDateAndDoesNot([.. SourceFile.Tests()]));
    }

    [Theory]
    [InlineData("areasend")]
    [InlineData("AreaSend.Services")]
    [InlineData("AreaSend.Web")]
    [InlineData("AreaSend.Functions")]
    public void Room_BackgroundServices_HaveOneBase(string assembly) => Assert.Empty(Rules.BackgroundServicesOfTheirOwn(Assembly.Load(assembly).GetTypes()));

    [Fact]
    public void Rooms_BackgroundWork_WaitsInTheirBaseAlone()
    {
        Assert.Empty(Rules.WaitsInALoopOfItsOwn(SourceFile.All()));
        Assert.Empty(Rules.WaitersThatDoNot([.. SourceFile.All()]));
    }

    [Fact]
    public void Rooms_HttpClients_HaveTheStandardResilienceHandler() => Assert.Empty(Rules.AsksWithoutResilience(SourceFile.All()));

    [Theory]
    [InlineData("areasend")]
    [InlineData("AreaSend.Services")]
    [InlineData("AreaSend.Web")]
    [InlineData("AreaSend.Functions")]
    public void Rooms_Roles_AreHeldByOneDefinition(string assembly) => Assert.Empty(Rules.ComparesDaysOfARole(Assembly.Load(assembly).GetTypes()));

    [Fact]
    public void Rooms_Code_IsReadWithoutScrolling() => Assert.Empty(Rules.IsTooLong(SourceFile.All()));

    [Fact]
    public void Rooms_TimeZone_IsNamedByTheCalendarsAlone() =>
        Assert.Empty(Rules.NamesTheTimeZone(SourceFile.All().Where(file => !file.Path.StartsWith("core/Calendars/", StringComparison.Ordinal))));
}
