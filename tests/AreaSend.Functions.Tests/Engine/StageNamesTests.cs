using System.Text.Json;
using AreaSend.Core.Timetables;
using AreaSend.Functions.Orchestrations;

namespace AreaSend.Functions.Tests.Engine;

/// <summary>What histories that are under way hold of a stage: a release that reads them under another name would lose its place in them.</summary>
public class StageNamesTests
{
    [Theory]
    [InlineData(Stage.ThreeWeeks, "ThreeWeekTimeline")]
    [InlineData(Stage.Report, "ReportChain")]
    [InlineData(Stage.Plan, "PlanChain")]
    [InlineData(Stage.FollowUp, "FollowUp")]
    public void NameOf_Stage_IsTheNameInHistories(Stage stage, string name) => Assert.Equal(name, StageOrchestrator.NameOf(stage));

    [Fact]
    public void Effect_InAHistory_IsWrittenAndReadUnderTheSameNames()
    {
        const string Held = """{"Activity":"SendNotice","Orchestration":"ReportChain","Key":"report"}""";

        Assert.Equal(new OwedActivity("SendNotice", "ReportChain", "report"), JsonSerializer.Deserialize<OwedActivity>(Held));
        Assert.Equal(Held, JsonSerializer.Serialize(new OwedActivity("SendNotice", "ReportChain", "report")));
    }
}
