using AreaSend.Core.Calendars;
using AreaSend.Core.Inspections;
using AreaSend.Core.Rules;
using AreaSend.Core.Timetables;

namespace AreaSend.Core.Tests.Inspections;

/// <summary>Engagement meetings and visits as they are lived through.</summary>
public sealed class MeetingCourseTests
{
    private const string Meeting = "2026-01-15";

    private static readonly RevisitGrounds Statement = new(new LocalDate(2024, 6, 3), ["Joint commissioning", "Waiting times"]);

    [Fact]
    public void AMeeting_IsAskedForHeldAndWrittenAbout()
    {
        var course = Course.Of(InspectionKind.Engagement, Meeting);
        var raised = course.RunTo("2026-01-05 12:00").Select(notice => notice.Key);
        Assert.Equal(["self-evaluation-asked:dcs", "self-evaluation-asked:icb"], raised);

        course.Record(new SelfEvaluationReceived(Course.At("2026-01-07")));
        course.Record(new AgendaAgreed(Course.At("2026-01-14"), MeetingParties.OfTheAgenda));
        Assert.Equal(["meeting-reminder:dcs", "meeting-reminder:icb"], course.RunTo("2026-01-15 09:30").Select(notice => notice.Key.Split(":meeting")[0]));
        course.Record(new MeetingHeld(Course.At("2026-01-15"), [MeetingParty.RegionalDirector, MeetingParty.Dcs]));
        Assert.Equal(new LocalDate(2026, 2, 15), course.Due("meeting-letter"));
        Assert.False(course.Case.IsComplete);

        course.Record(new MeetingLetterSent(Course.At("2026-02-10"), "Progress with EHC plans.", "Autumn 2026", NextSteps: ""));
        Assert.Equal(["meeting-note:dcs", "meeting-note:icb"], course.RunTo("2026-02-10 13:00").Select(notice => notice.Key));
        Assert.True(course.Case.IsComplete);
        Assert.Null(course.Inspection.NextWake(Course.At("2026-02-10 13:00")));
    }

    /// <summary>What was never sent stops being owed once the meeting has been held.</summary>
    [Fact]
    public void ASelfEvaluationThatNeverCame_IsNotOwedAfterTheMeeting()
    {
        var course = Course.Of(InspectionKind.Engagement, Meeting);
        course.RunTo("2026-01-15 12:00");
        Assert.Contains(course.Inspection.Owed(Course.At("2026-01-15 12:00")), duty => duty is { Step: "self-evaluation", Standing: Standing.Overdue });

        course.Record(new MeetingHeld(Course.At("2026-01-15 12:00"), [MeetingParty.Dcs]));
        course.RunTo("2026-01-16 12:00");

        Assert.Equal(["agenda", "self-evaluation"], course.Case.NotReceived.Keys.Order());
        Assert.Equal(["meeting-letter"], course.Inspection.Owed(Course.At("2026-01-16 12:00")).Select(duty => duty.Step!));
    }

    /// <summary>A meeting has no on-site days, and is not notified.</summary>
    [Theory]
    [InlineData("2025-12-01", "agenda", "Until the self-evaluation is asked for, only the day of the meeting can be moved; the other dates follow from it.")]
    [InlineData("2026-01-16 12:00", "self-evaluation", "Self-evaluation received: this stopped being owed when the meeting was held. What still comes in is taken.")]
    public void ADateThatCannotBeMoved_IsToldInTheWordsOfAMeeting(string at, string step, string sentence)
    {
        var course = Course.Of(InspectionKind.Engagement, Meeting);
        if (course.Case.PlannedOnSite < LondonTime.DateOf(Course.At(at)))
        {
            course.RunTo("2026-01-15 12:00");
            course.Record(new MeetingHeld(Course.At("2026-01-15 12:00"), [MeetingParty.Dcs]));
            course.RunTo(at);
        }

        Assert.Equal(sentence, course.WhyNot(new DeadlineOverridden(Course.At(at), step, new LocalDate(2026, 1, 20), "Because", [])));
    }

    public static TheoryData<string, Fact, string> Refused { get; } = new()
    {
        {
            "the agenda by some alone", new AgendaAgreed(Course.At("2026-01-14"), [MeetingParty.RegionalDirector, MeetingParty.CqcInspector, MeetingParty.Dcs]),
            "The agenda is agreed by all whom paragraph 190 names, or their delegates. Record it when these have agreed too: the local area nominated officer (LANO); the representative of the integrated care board."
        },
        { "attended by nobody", new MeetingHeld(Course.At("2026-01-14"), []), "Select who attended." },
        { "the letter before the meeting", new MeetingLetterSent(Course.At("2026-01-14"), "Progress.", "Autumn 2026", ""), "The meeting has not been held yet. Record that first." },
        { "a deferral", new DeferralAsked(Course.At("2026-01-14"), "A flood"), "An engagement meeting is no inspection, so it is not deferred or paused. Set another day for it, or withdraw it." },
        { "a pause", new InspectionPaused(Course.At("2026-01-14"), "A flood"), "An engagement meeting is no inspection, so it is not deferred or paused. Set another day for it, or withdraw it." },
        { "a report", new DraftReportShared(Course.At("2026-01-14")), "This kind of inspection has no such step, so it cannot be recorded." },
        {
            "a document", new ExtraItemAsked(Course.At("2026-01-14"), "extra-1", "Minutes", "To see.", new LocalDate(2026, 1, 20), new LocalTime(17, 0)),
            "The area is asked for no documents on this site for the engagement meeting."
        },
    };

    [Theory]
    [MemberData(nameof(Refused))]
    public void WhatCannotBeOfAMeeting_IsRefusedInASentence(string what, Fact fact, string sentence)
    {
        var course = Course.Of(InspectionKind.Engagement, Meeting);
        course.RunTo("2026-01-14 12:00");

        Assert.True(sentence == course.WhyNot(fact), $"{what}: {course.WhyNot(fact)}");
    }

    [Theory]
    [InlineData("", "Autumn 2026", "Give a factual summary of the agenda items that were discussed (paragraph 191).")]
    [InlineData("Progress.", " ", "Say roughly when the next engagement meeting will be (paragraph 191).")]
    public void ALetterWithoutWhatItSetsOut_IsRefused(string agenda, string next, string sentence)
    {
        var course = Course.Of(InspectionKind.Engagement, Meeting);
        course.RunTo("2026-01-15 12:00");
        course.Record(new MeetingHeld(Course.At("2026-01-15 12:00"), [MeetingParty.Dcs]));

        Assert.Equal(sentence, course.WhyNot(new MeetingLetterSent(Course.At("2026-01-20"), agenda, next, NextSteps: "")));
    }

    /// <summary>Its day is agreed: it moves before and after the self-evaluation has been asked for, and what hangs on it moves with it.</summary>
    [Theory]
    [InlineData("2025-12-20 12:00", "2026-01-22")]
    [InlineData("2026-01-05 12:00", "2026-01-22")]
    [InlineData("2026-01-05 12:00", "2026-01-13")]
    public void AMeetingThatIsMoved_TakesItsDatesWithIt(string at, string day)
    {
        var course = Course.Of(InspectionKind.Engagement, Meeting);
        course.RunTo(at);

        course.Override("meeting", day, at);

        var moved = Calendars.WorkingDayTests.Iso(day);
        Assert.Equal(
            (moved, Calendars.Published.Calendar.Minus(moved, 5), Calendars.Published.Calendar.Minus(moved, 1), moved.PlusMonths(1)),
            (course.Due("meeting"), course.Due("self-evaluation"), course.Due("agenda"), course.Due("meeting-letter")));
    }

    [Fact]
    public void AThematicVisit_IsCompleteWhenInspectorsLeave()
    {
        var course = Course.Of(InspectionKind.Thematic, "2025-10-20");
        var keys = course.RunTo("2025-10-22 12:00").Select(notice => notice.Key).ToList();

        Assert.Equal(["notification:dcs", "notification:icb", "on-site-starts:dcs:on-site:2025-10-20T0000:-1wd", "on-site-starts:icb:on-site:2025-10-20T0000:-1wd"], keys);
        Assert.True(course.Case.IsComplete);
        Assert.Empty(course.Inspection.Owed(Course.At("2025-10-22 12:00")));
    }

    [Theory]
    [InlineData(true, "The DfE and NHS England stop their formal quarterly support and challenge visits.")]
    [InlineData(false, "Possible next steps include that the Secretary of State uses powers of intervention.")]
    public void ARevisit_EndsInALetterAndWhatFollowsFromIt(bool isSufficient, string follows)
    {
        var course = Course.Of(InspectionKind.Revisit, "2025-10-20", Statement);
        course.RunTo("2025-10-22 12:00");
        Assert.False(course.Case.IsComplete);
        Assert.Contains(course.Inspection.Owed(Course.At("2025-10-22 12:00")), duty => duty is { Step: "revisit-letter", Standing: Standing.Waiting });
        Assert.Equal(
            "Say for each of these whether sufficient progress has been made: Joint commissioning; Waiting times.",
            course.WhyNot(new RevisitLetterShared(Course.At("2025-10-23"), [new("Waiting times", true)], [])));

        course.Record(new RevisitLetterShared(Course.At("2025-11-20"), [new("Joint commissioning", true), new("Waiting times", isSufficient)], ["Short breaks"]));

        Assert.Equal(["revisit-result:dcs", "revisit-result:icb"], course.RunTo("2025-11-20 13:00").Select(notice => notice.Key));
        Assert.Equal((true, follows), (course.Case.IsComplete, course.Case.Revisit!.Consequence));
    }

    public static TheoryData<string, string, Grounds?, string?> Grounds { get; } = new()
    {
        { "a statement", InspectionKind.Revisit, Statement, null },
        { "none", InspectionKind.Revisit, null, "Say when the written statement of action was declared fit for purpose, and which significant weaknesses it addresses." },
        {
            "a statement of after it", InspectionKind.Revisit, Statement with { StatementFit = new LocalDate(2025, 10, 20) },
            "The written statement of action was declared fit for purpose before a re-visit can be planned. Enter a day before the first on-site day."
        },
        { "no weakness", InspectionKind.Revisit, Statement with { Weaknesses = [] }, "Name at least one significant weakness that the written statement of action addresses." },
        { "a statement for a full inspection", InspectionKind.Full, Statement, "A full inspection needs no grounds. Leave them out." },
    };

    [Theory]
    [MemberData(nameof(Grounds))]
    public void GroundsOfARevisit_AreGivenInFull(string what, string kind, Grounds? grounds, string? sentence) =>
        Assert.True(sentence == GroundsRules.WhyNot(AreaSend2024.Edition.Find(kind)!, grounds, new LocalDate(2025, 10, 20)), what);
}
