using AreaSend.Core.Calendars;
using AreaSend.Core.Inspections;
using AreaSend.Core.Tests.Inspections;
using AreaSend.Core.Timetables;

namespace AreaSend.Core.Tests.Timetables;

/// <summary>Whose dates are whose on the leaders' page, and that an outcome is on none before it is theirs.</summary>
public sealed class LeadersStepsTests
{
    private static readonly string[] OfTheOutcome =
        [Steps.StrategicPlan, Steps.PriorityActionPlan, Steps.PlanReview, Steps.PlanPublication, Steps.MonitoringInspection, Steps.NextFullInspection];

    public static TheoryData<RecipientRole> Leaders => [.. RecipientRoles.Leaders];

    [Theory, MemberData(nameof(Leaders))]
    public void Of_BeforeTheNotification_IsNothing(RecipientRole role) => Assert.Empty(Keys(new Course("2025-09-22"), role));

    [Theory]
    [InlineData(RecipientRole.Lano)]
    [InlineData(RecipientRole.LeadInspector)]
    [InlineData(RecipientRole.PrincipalAuthority)]
    [InlineData(RecipientRole.SecretaryOfStateForEducation)]
    public void Of_OthersThanLeaders_IsNothing(RecipientRole role) => Assert.Empty(Keys(Notified(), role));

    [Fact]
    public void Of_TheForum_IsWhatTheForumIsToldOf() => Assert.Equal(
        [
            Steps.SurveysClose, Steps.Fieldwork, Steps.OnSite, Steps.LeadersMeeting, Steps.FeedbackMeeting,
            Steps.DraftReport, Steps.FinalReport, Steps.Publication, Steps.PcfCopy, Steps.AreaPublishes,
        ],
        Keys(Notified(), RecipientRole.Pcf));

    /// <summary>The final report brings leaders the outcome (¶ 137); to the forum nothing here tells it, before or after.</summary>
    [Theory]
    [InlineData(1, Steps.StrategicPlan)]
    [InlineData(2, Steps.StrategicPlan)]
    [InlineData(3, Steps.PriorityActionPlan)]
    public void Of_EachRole_TellsTheOutcomeOnlyOnceItIsTheirs(int outcome, string plan)
    {
        var course = Notified().Record(new SurveysClosed(At("2025-09-16"))).Record(new FieldworkStarted(At("2025-09-18"))).Record(new OnSiteStarted(At("2025-09-22")))
            .Record(new OnSiteEnded(At("2025-09-26", 17))).Record(new DraftReportShared(At("2025-10-14")));
        Assert.All(RecipientRoles.Leaders, role => Assert.Empty(Keys(course, role).Intersect(OfTheOutcome)));

        course.Record(new FinalReportShared(At("2025-11-05"), outcome switch
        {
            1 => new Outcome.TypicallyPositive(),
            2 => new Outcome.Inconsistent(),
            _ => new Outcome.WidespreadFailings("Fictional Trust"),
        }));

        Assert.Contains(plan, Keys(course, RecipientRole.Dcs));
        Assert.Contains(plan, Keys(course, RecipientRole.Icb));
        Assert.Empty(Keys(course, RecipientRole.Pcf).Intersect(OfTheOutcome));
    }

    private static Course Notified() => new Course("2025-09-22").Record(new Notified(At("2025-09-08")));

    private static Instant At(string day, int hour = 9) => LondonTime.At(Calendars.WorkingDayTests.Iso(day), new LocalTime(hour, 0));

    private static List<string> Keys(Course course, RecipientRole role) => [.. LeadersSteps.Of(course.Case, course.Plan, role).Select(step => step.Key)];
}
