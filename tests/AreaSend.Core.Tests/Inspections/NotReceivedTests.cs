using AreaSend.Core.Inspections;
using AreaSend.Core.Rules;
using AreaSend.Core.Timetables;
using static AreaSend.Core.Tests.Inspections.Course;

namespace AreaSend.Core.Tests.Inspections;

/// <summary>What weeks 1 to 3 asked for and never got stops being owed when the on-site days end, Friday 26 September 2025 at 5pm.</summary>
public sealed class NotReceivedTests
{
    private const string End = "2025-09-26 17:00";

    private static readonly string[] WeeksOneToThree =
    [
        Steps.LanoNominated, Steps.PersonLevelLists, Steps.ProvidersList, Steps.Arrangements, Steps.TrackedChildren, Steps.FurtherInformation,
        Steps.TrackedChildrenInformation,
    ];

    [Fact]
    public void OnSiteDaysEnd_NothingHasCome_IsRecordedOnceAndOwedNoLonger()
    {
        var course = Notified();
        course.RunTo(At("2025-09-26 16:00"));
        Assert.Contains(Owed(course, "2025-09-26 16:00"), duty => duty is { Standing: Standing.Overdue, Step: Steps.PersonLevelLists });

        course.RunTo(At("2026-09-01"));

        var closed = Assert.Single(course.Case.Events.Select(recorded => recorded.Event).OfType<NotReceived>());
        Assert.Equal(At(End), closed.HappenedAt);
        Assert.Equal(WeeksOneToThree.Order(), closed.Steps.Order());
        Assert.Contains("list-1", closed.Items);
        Assert.DoesNotContain(Owed(course, "2026-09-01"), duty => WeeksOneToThree.Contains(duty.Step));
    }

    [Fact]
    public void OnSiteDaysEnd_SomeHasCome_NamesTheRestOnly()
    {
        var course = Notified();
        course.Record(new ItemReceived(At("2025-09-09 10:00"), "list-1")).Record(new ItemReceived(At("2025-09-09 10:00"), "2.1"));

        course.RunTo(At("2025-10-01"));

        var items = course.Case.Events.Select(recorded => recorded.Event).OfType<NotReceived>().Single().Items;
        Assert.DoesNotContain("list-1", items);
        Assert.DoesNotContain("2.1", items);
        Assert.Contains("list-2", items);
        Assert.Contains("2.2", items);
    }

    [Fact]
    public void LateArrival_IsTakenAndMarkedLate()
    {
        var course = Notified();
        course.RunTo(At("2025-10-01"));
        Assert.Equal(ItemState.NotReceived, StandingOf(course, "providers", "2025-10-01").State);

        course.Record(new ItemReceived(At("2025-10-02 12:00"), "providers"));

        Assert.Equal(ItemState.ReceivedLate, StandingOf(course, "providers", "2025-10-02 13:00").State);
        Assert.True(course.Plan[Steps.ProvidersList].MetLate);
    }

    [Fact]
    public void DocumentThatIsBeingChecked_HoldsItsStep()
    {
        var (course, document) = (Notified(), Guid.NewGuid());
        course.RunTo(At("2025-09-26 16:00"));
        course.Record(new UploadArrived(At("2025-09-26 16:59"), document, ["providers"]));

        course.RunTo(At("2025-09-26 18:00"));
        Assert.False(course.Case.NotReceived.ContainsKey(Steps.ProvidersList));

        course.Record(new UploadRefused(At("2025-09-26 18:05"), document, "kind", "It is a program."));
        course.RunTo(At("2025-09-26 18:10"));
        Assert.True(course.Case.NotReceived.ContainsKey(Steps.ProvidersList));
    }

    [Theory]
    [InlineData("2025-09-24 10:00", "2025-09-25", End, "asked for on site, due on site")]
    [InlineData("2025-09-24 10:00", "2025-10-01", "2025-10-01 17:00", "asked for on site, due after it")]
    [InlineData("2025-09-29 10:00", "2025-10-01", "2025-10-14 12:00", "asked for while the draft is written: until it is shared")]
    public void WhatInspectorsAskFor_IsOwedUntil(string asked, string due, string until, string because)
    {
        var course = Notified();
        course.RunTo(At(asked));
        course.Record(new ExtraItemAsked(At(asked), "extra-1", "Minutes of the board", "Named in item 1.1", Calendars.WorkingDayTests.Iso(due), new LocalTime(17, 0)));
        course.RunTo(At("2025-10-14 11:00"));
        course.Record(new DraftReportShared(At("2025-10-14 12:00")));

        course.RunTo(At("2025-11-01"));

        Assert.True(course.Case.NotReceived.TryGetValue("extra-1", out var closed), because);
        Assert.Equal(At(until), closed);
    }

    [Fact]
    public void ItsDeadline_CannotBeMovedAnyMore()
    {
        var course = Notified();
        course.RunTo(At("2025-10-01 10:00"));

        Assert.Contains("stopped being owed", course.WhyNot(DateMoves.Override(course.Case, course.Plan, Steps.ProvidersList, new LocalDate(2025, 10, 8), "Agreed", At("2025-10-01 10:00"))));
    }

    [Theory]
    [InlineData("2025-09-08 12:00", Steps.LanoNominated, "the area's first deadline")]
    [InlineData("2025-09-10 12:00", Steps.LanoNominated, "overdue, and nothing has happened since")]
    [InlineData("2025-09-17 12:00", Steps.Fieldwork, "surveys have closed; the lists are overdue, and come no more next")]
    [InlineData("2025-09-20 12:00", Steps.OnSite, "fieldwork is on")]
    [InlineData("2025-09-23 12:00", Steps.FeedbackMeeting, "inspectors are on site")]
    [InlineData("2025-09-27 12:00", Steps.DraftReport, "the on-site days have ended")]
    [InlineData("2025-12-01 12:00", Steps.DraftReport, "late as it is")]
    public void NextStep_IsTheOneThatComesNext(string now, string step, string because)
    {
        var course = Notified();
        course.RunTo(At(now));

        Assert.True(course.Inspection.Next()?.Key == step, because);
    }

    private static Course Notified()
    {
        var course = new Course("2025-09-22");
        course.RunTo(At("2025-09-08 09:00"));
        return course;
    }

    private static IReadOnlyList<Duty> Owed(Course course, string now) => course.Inspection.Owed(At(now));

    private static ItemStanding StandingOf(Course course, string item, string now) =>
        ItemStanding.All(course.Case, course.Plan, At(now)).Single(standing => standing.Item == item);
}
