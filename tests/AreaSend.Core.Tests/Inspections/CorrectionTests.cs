using AreaSend.Core.Inspections;
using AreaSend.Core.Notices;
using AreaSend.Core.Rules;
using AreaSend.Core.Timetables;
using CsCheck;

namespace AreaSend.Core.Tests.Inspections;

/// <summary>What was recorded wrongly is mended: the course becomes the one that had been right from the start, and those who were told something wrong are told what is right.</summary>
public sealed class CorrectionTests
{
    private const string Reason = "Typed the wrong day";

    [Fact]
    public void Correct_TheDayOfTheDraft_GivesTheDatesOfACourseThatWasRight()
    {
        var wrong = AfterOnSite().Record(new DraftReportShared(At("2025-10-09")));
        var right = AfterOnSite().Record(new DraftReportShared(At("2025-10-13")));

        Correct<DraftReportShared>(wrong, new DraftReportShared(At("2025-10-13")), "2025-10-14");

        Assert.Equal(Dates(right), Dates(wrong));
    }

    [Fact]
    public void Correct_TheOutcome_BringsInWhatHangsOnIt()
    {
        var wrong = Final(new Outcome.TypicallyPositive());
        Assert.DoesNotContain(wrong.Plan.Steps, step => step.Key == Steps.PriorityActionPlan);

        Correct<FinalReportShared>(wrong, new FinalReportShared(At("2025-11-03"), new Outcome.WidespreadFailings("Barsetshire")), "2025-11-04");

        Assert.Equal(Dates(Final(new Outcome.WidespreadFailings("Barsetshire"))), Dates(wrong));
        Assert.Equal("Barsetshire", wrong.Case.Authority?.Name);
    }

    /// <summary>Until publication an area knows both plans by one name, so it has to be told that the date of "the plan" is another.</summary>
    [Fact]
    public void Correct_TheOutcome_MovesThePlanThatItAsksFor()
    {
        var wrong = Final(new Outcome.TypicallyPositive());
        var (before, right) = (wrong.Plan[Steps.StrategicPlan].DueDate, new FinalReportShared(At("2025-11-04"), new Outcome.WidespreadFailings("Barsetshire")));

        var correction = CorrectionRules.Of(wrong.Case, wrong.Plan, SeqOf<FinalReportShared>(wrong), right, Reason, At("2025-11-05"));

        var moved = Assert.Single(correction.Moved, date => date.Step == Steps.PriorityActionPlan);
        Assert.Equal((before, new LocalDate(2025, 12, 23)), (moved.From, moved.To));
    }

    /// <summary>Who was told of a draft, and then that it had not been shared, is told when it is.</summary>
    [Fact]
    public void TakeBack_AndRecordWhatHappensAfterAll_TellsThoseWhoWereToldBefore()
    {
        var course = AfterOnSite();
        course.Advance(At("2025-10-08"));
        var told = Drafts(course.Record(new DraftReportShared(At("2025-10-09"))).Advance(At("2025-10-09")));
        TakeBack<DraftReportShared>(course, "2025-10-10");
        Assert.Empty(Drafts(course.Advance(At("2025-10-10"))));

        var again = Drafts(course.Record(new DraftReportShared(At("2025-10-13"))).Advance(At("2025-10-13")));

        Assert.NotEmpty(told);
        Assert.Equal(told.Select(Recipient), again.Select(Recipient));
        Assert.Empty(told.Intersect(again));
        Assert.Empty(Drafts(course.Advance(At("2025-10-14"))));

        static List<string> Drafts(IEnumerable<string> keys) => [.. keys.Where(key => key.StartsWith("draft-shared:", StringComparison.Ordinal)).Order(StringComparer.Ordinal)];
        static string Recipient(string key) => key.Split(':')[1];
    }

    [Fact]
    public void TakeBack_AComplaint_HoldsPublicationNoMore()
    {
        var course = Final(new Outcome.Inconsistent()).Record(new ComplaintReceived(At("2025-11-05")));
        Assert.True(course.Plan[Steps.Publication].Held);

        TakeBack<ComplaintReceived>(course, "2025-11-06");

        Assert.Equal(Dates(Final(new Outcome.Inconsistent())), Dates(course));
    }

    [Fact]
    public void TakeBack_Publication_TakesTheDisseminationWithItAndOwesBothAgain()
    {
        var course = Published();
        Assert.True(course.Case.Met.ContainsKey(Steps.Dissemination));

        TakeBack<ReportPublished>(course, "2025-11-20");

        Assert.DoesNotContain(course.Case.Met.Keys, key => key is Steps.Publication or Steps.Dissemination);
        Assert.Null(course.WhyNot(new ReportPublished(At("2025-11-21"), "https://example.org/report")));
    }

    [Fact]
    public void TakeBack_TheDraftWhileTheFinalReportStands_IsRefusedAndNamesIt()
    {
        var course = Final(new Outcome.TypicallyPositive());

        var because = course.WhyNot(CorrectionRules.Of(course.Case, course.Plan, SeqOf<DraftReportShared>(course), instead: null, Reason, At("2025-11-04")));

        Assert.StartsWith("“Local area comments on the draft” of Monday 20 October 2025 hangs on it. ", because, StringComparison.Ordinal);
        Assert.EndsWith(" Correct that first, or take it back together with this.", because, StringComparison.Ordinal);
    }

    /// <summary>What hangs on it, and what the clock brought about because of that, goes with it; what does not hang on it stays.</summary>
    [Fact]
    public void TakeBack_TheDraftWithWhatHangsOnIt_IsTheCourseWithoutAnyOfIt()
    {
        var (course, right) = (Published(), AfterOnSite());
        right.RunTo("2025-11-14");

        course.Record(CorrectionRules.Of(course.Case, course.Plan, SeqOf<DraftReportShared>(course), instead: null, Reason, At("2025-11-14"), withWhatHangsOnIt: true));

        Assert.Equal(Dates(right), Dates(course));
        Assert.Single(course.Case.Recorded, recorded => recorded.Event is FactCorrected);
    }

    [Fact]
    public void TakeBack_WhatOthersHangOn_TellsWhoeverWasToldOfThoseOnce()
    {
        var course = Published();

        course.Record(CorrectionRules.Of(course.Case, course.Plan, SeqOf<CommentsReceived>(course), instead: null, Reason, At("2025-11-14"), withWhatHangsOnIt: true));
        course.Record(CorrectionRules.Of(course.Case, course.Plan, SeqOf<DraftReportShared>(course), instead: null, Reason, At("2025-11-14"), withWhatHangsOnIt: true));

        var told = course.RunTo("2025-11-15").Select(raised => raised.Key).Where(key => key.StartsWith("correction:", StringComparison.Ordinal)).ToList();
        Assert.Contains(told, key => key.StartsWith("correction:pcf", StringComparison.Ordinal));
        Assert.Equal(told.Count, told.Distinct().Count());
    }

    /// <summary>Whatever is taken back with all that hangs on it leaves a course that could have been recorded as it stands.</summary>
    [Fact]
    public void TakeBack_AnythingWithWhatHangsOnIt_IsNeverRefused()
    {
        var entries = Published().Case.Recorded.Where(CorrectionRules.CanBeCorrected).ToList();
        Assert.True(entries.Count >= 4);
        foreach (var entry in entries)
        {
            var course = Published();
            Assert.Null(course.WhyNot(CorrectionRules.Of(course.Case, course.Plan, entry.Seq, instead: null, Reason, At("2025-11-14"), withWhatHangsOnIt: true)));
        }
    }

    [Fact]
    public void Correct_TheDraftToADayAfterTheFinalReport_IsRefusedAndNamesIt()
    {
        var course = Final(new Outcome.TypicallyPositive());

        var because = course.WhyNot(CorrectionRules.Of(course.Case, course.Plan, SeqOf<DraftReportShared>(course), new DraftReportShared(At("2025-11-04")), Reason, At("2025-11-05")));

        Assert.StartsWith("“Local area comments on the draft” of Monday 20 October 2025 hangs on it. ", because, StringComparison.Ordinal);
    }

    [Fact]
    public void TakeBack_AWithdrawal_OpensTheInspectionAgain()
    {
        var course = AfterOnSite();
        course.Record(new InspectionWithdrawn(At("2025-10-01"), "The wrong area"));
        Assert.False(course.Case.IsOpen);

        TakeBack<InspectionWithdrawn>(course, "2025-10-02");

        Assert.Equal(Dates(AfterOnSite()), Dates(course));
        Assert.True(course.Case.IsOpen);
    }

    [Fact]
    public void Correct_ACompleteInspection_IsPossible()
    {
        var course = Published();
        course.Record(new PlanPublished(At("2025-12-01"), "https://example.org/plan"));
        Assert.True(course.Case.IsComplete);

        Correct<PlanPublished>(course, new PlanPublished(At("2025-12-02"), "https://example.org/plan"), "2025-12-03");

        Assert.True(course.Case.IsComplete);
    }

    /// <summary>What an outcome no longer asks for has no date any more, and those who have been told one have to know.</summary>
    [Fact]
    public void Correct_TheOutcomeToOneThatAsksForLess_NamesTheDatesThatFallAway()
    {
        var course = Final(new Outcome.WidespreadFailings("Barsetshire"));

        var correction = CorrectionRules.Of(
            course.Case, course.Plan, SeqOf<FinalReportShared>(course), new FinalReportShared(At("2025-11-03"), new Outcome.TypicallyPositive()), Reason, At("2025-11-04"));

        Assert.Equal(
            [(Steps.MonitoringInspection, course.Due(Steps.MonitoringInspection)), (Steps.PriorityActionPlan, course.Due(Steps.PriorityActionPlan))],
            correction.Moved.Where(moved => moved.To is null).Select(moved => (moved.Step, moved.From)).OrderBy(moved => moved.Step));
    }

    public static TheoryData<string, MonitoringResult, MonitoringResult, string[]> Letters { get; } = new()
    {
        {
            "no plan and no earlier inspection any more", Letter("Fictional Trust", new(2026, 6, 30)), Letter(null, null),
            ["next-full-inspection 2026-06-30 → none", "priority-action-plan 2026-01-23 → none"]
        },
        { "a later day for the next full inspection", Letter(null, new(2026, 6, 30)), Letter(null, new(2026, 7, 31)), ["next-full-inspection 2026-06-30 → 2026-07-31"] },
        { "a plan after all", Letter(null, null), Letter("Fictional Trust", null), ["priority-action-plan none → 2026-01-23"] },
    };

    /// <summary>The published letter was sent to the forum, the Secretaries of State and the principal authority: what it said wrongly is set right with all of them.</summary>
    [Theory]
    [MemberData(nameof(Letters))]
    public void Correct_APublishedMonitoringLetter_TellsAllWhoWereSentIt(string what, MonitoringResult wrong, MonitoringResult right, string[] moved)
    {
        var course = Course.Monitoring("2025-10-20");
        course.RunTo("2025-11-10 12:00");
        course.Record(new DraftReportShared(At("2025-11-10"))).Record(new FinalReportShared(At("2025-12-02"), Outcome: null, wrong));
        course.RunTo("2025-12-12 12:00");
        course.Record(new ReportPublished(At("2025-12-12"), "https://reports.example.org/888"));
        course.RunTo("2025-12-12 13:00");

        Correct<FinalReportShared>(course, new FinalReportShared(At("2025-12-02"), Outcome: null, right), "2025-12-15");

        var correction = course.Case.Recorded.Select(recorded => recorded.Event).OfType<FactCorrected>().Single();
        Assert.Equal(moved, correction.Moved.Where(date => date.Step != Steps.PlanPublication).Select(date => $"{date.Step} {Day(date.From)} → {Day(date.To)}").Order(StringComparer.Ordinal));
        RecipientRole[] everybody = [RecipientRole.Dcs, RecipientRole.Icb, RecipientRole.Pcf, RecipientRole.SecretaryOfStateForEducation, RecipientRole.SecretaryOfStateForHealth];
        var told = course.RunTo("2025-12-16").Select(raised => raised.Key).Where(key => key.StartsWith("correction:", StringComparison.Ordinal)).Select(key => key.Split(':')[1]);
        var asked = everybody.Concat(wrong.Plan is null ? [] : [RecipientRole.PrincipalAuthority]).Select(role => role.Key());
        Assert.True(asked.ToHashSet().SetEquals(told), what);
        Assert.Equal(correction.Moved.Count, MovedDates.Of(correction, RecipientRole.Pcf, course.Case).Count());

        static string Day(LocalDate? date) => date is { } day ? NodaTime.Text.LocalDatePattern.Iso.Format(day) : "none";
    }

    private static MonitoringResult Letter(string? plan, LocalDate? nextFull) => new([new("Waiting times", true), new("EHC plans", true)])
    {
        Plan = plan is null ? null : new ResponsibleAuthority(plan, IsSeparate: true), NextFullBy = nextFull,
    };

    /// <summary>What is published after a correction says what is right, so nobody is written to about what it never said.</summary>
    [Fact]
    public void Notices_OfAReportPublishedAfterItsCorrection_TellNobodyElseOfTheCorrection()
    {
        var course = Final(new Outcome.Inconsistent());
        course.RunTo("2025-11-03 12:00");
        Correct<FinalReportShared>(course, new FinalReportShared(At("2025-11-03"), new Outcome.TypicallyPositive()), "2025-11-04");
        course.RunTo("2025-11-13 08:00");
        course.Record(new ReportPublished(At("2025-11-13"), "https://example.org/report"));

        Assert.DoesNotContain(course.RunTo("2025-11-14"), raised => raised.Key.StartsWith("correction:", StringComparison.Ordinal));
    }

    public static TheoryData<string, Func<CourseAtHand, FactCorrected>, string> Refused => new()
    {
        { "nothing is there", at => new(At("2025-11-04"), 999, null, [], Reason, []), "That is not something that can be corrected here." },
        { "what the clock brought about", at => new(At("2025-11-04"), at.SeqOf<Notified>(), null, [], Reason, []), "That is not something that can be corrected here." },
        { "another kind of thing", at => new(At("2025-11-04"), at.SeqOf<DraftReportShared>(), new CommentsReceived(At("2025-10-20")), [], Reason, []), "A correction says the same kind of thing" },
        { "nothing new", at => new(At("2025-11-04"), at.SeqOf<DraftReportShared>(), new DraftReportShared(At("2025-10-09")), [], Reason, []), "That is what is recorded." },
        { "no reason", at => new(At("2025-11-04"), at.SeqOf<CommentsReceived>(), null, [], " ", []), "Give a reason." },
        { "the future", at => new(At("2025-11-04"), at.SeqOf<FinalReportShared>(), new FinalReportShared(At("2025-11-05"), new Outcome.Inconsistent()), [], Reason, []), "Wednesday 5 November 2025 lies in the future." },
        { "before what it comes after", at => new(At("2025-11-04"), at.SeqOf<FinalReportShared>(), new FinalReportShared(At("2025-10-01"), new Outcome.Inconsistent()), [], Reason, []), "" },
    };

    [Theory]
    [MemberData(nameof(Refused))]
    public void Correct_WhatCannotBe_IsRefusedWithASentence(string what, Func<CourseAtHand, FactCorrected> correction, string sentence)
    {
        var course = Final(new Outcome.TypicallyPositive());

        var because = course.WhyNot(correction(new CourseAtHand(course)));

        Assert.True(because?.StartsWith(sentence, StringComparison.Ordinal), $"{what}: {because}");
    }

    [Fact]
    public void Correct_Twice_TheLaterHoldsAndBothStayOnRecord()
    {
        var course = AfterOnSite().Record(new DraftReportShared(At("2025-10-09")));
        Correct<DraftReportShared>(course, new DraftReportShared(At("2025-10-13")), "2025-10-14");
        TakeBack<DraftReportShared>(course, "2025-10-15");
        Assert.Equal(Dates(AfterOnSite()), Dates(course));

        Correct<DraftReportShared>(course, new DraftReportShared(At("2025-10-10")), "2025-10-16");

        Assert.Equal(Dates(AfterOnSite().Record(new DraftReportShared(At("2025-10-10")))), Dates(course));
        Assert.Equal(3, course.Case.Recorded.Count(recorded => recorded.Event is FactCorrected));
        Assert.Equal(At("2025-10-09"), ((DraftReportShared)course.Case.Recorded[SeqOf<DraftReportShared>(course) - 1].Event).HappenedAt);
    }

    [Fact]
    public void Notices_OfACorrection_GoOnceAndOnlyToThoseWhoWereTold()
    {
        var course = AfterOnSite().Record(new DraftReportShared(At("2025-10-09")));
        course.RunTo("2025-10-10");
        Correct<DraftReportShared>(course, new DraftReportShared(At("2025-10-13")), "2025-10-14");

        var told = course.RunTo("2025-10-15").Select(raised => raised.Key).Where(key => key.StartsWith("correction:", StringComparison.Ordinal)).ToList();

        var seq = course.Case.Recorded.Single(recorded => recorded.Event is FactCorrected).Seq;
        Assert.Equal([$"correction:dcs:{seq}", $"correction:icb:{seq}"], told.Order(StringComparer.Ordinal));
    }

    [Fact]
    public void Notices_NobodyWasTold_NobodyIsToldOfTheCorrection()
    {
        var course = AfterOnSite().Record(new DraftReportShared(At("2025-10-09")));
        course.RunTo("2025-10-10");
        course.Record(new CommentsReceived(At("2025-10-15")));
        TakeBack<CommentsReceived>(course, "2025-10-16");

        Assert.DoesNotContain(course.RunTo("2025-10-17"), raised => raised.Key.StartsWith("correction:", StringComparison.Ordinal));
    }

    [Fact]
    public void Notice_OfWhatWasCorrectedSince_IsNotSent()
    {
        var course = AfterOnSite().Record(new DraftReportShared(At("2025-10-09")));
        course.RunTo("2025-10-10");
        var raised = course.Case.RaisedNotices.Values.First(notice => notice.Template == "draft-shared");
        Assert.Null(LateNotices.WhyWrong(course.Case, raised));

        TakeBack<DraftReportShared>(course, "2025-10-14");

        Assert.Equal("What it tells of has been corrected since.", LateNotices.WhyWrong(course.Case, raised));
    }

    /// <summary>The oracle is the same course with what is right recorded in the first place.</summary>
    [Fact]
    public void Correct_AnyDayOfAnyCourse_IsTheCourseThatWasRightFromTheStart() =>
        Gen.Select(Gen.Int[0, 8], Gen.Int[0, 8], Gen.Int[0, 6], Gen.Int[0, 6], Gen.Int[1, 3], Gen.Int[1, 3]).Sample((draft, draftRight, final, finalRight, outcome, outcomeRight) =>
        {
            var wrong = Chain(draft, final, outcome);
            var (draftDay, finalDay) = (Day(2025, 10, 6 + draftRight), Day(2025, 11, 3 + finalRight));
            Replace<DraftReportShared>(wrong, new DraftReportShared(draftDay));
            Replace<FinalReportShared>(wrong, new FinalReportShared(finalDay, Outcome.Of(outcomeRight, outcomeRight == 3 ? "Barsetshire" : null, isSeparate: false, out _)));

            Assert.Equal(Dates(Chain(draftRight, finalRight, outcomeRight)), Dates(wrong));
        });

    private static void Replace<TFact>(Course course, TFact right)
        where TFact : Fact
    {
        var correction = CorrectionRules.Of(course.Case, course.Plan, SeqOf<TFact>(course), right, Reason, At("2025-12-01"));
        if (course.WhyNot(correction) is { } because)
        {
            Assert.StartsWith("That is what is recorded.", because, StringComparison.Ordinal);
            return;
        }

        course.Record(correction);
    }

    private static Course Chain(int draft, int final, int outcome) => AfterOnSite()
        .Record(new DraftReportShared(Day(2025, 10, 6 + draft)))
        .Record(new CommentsReceived(Day(2025, 10, 28)))
        .Record(new FinalReportShared(Day(2025, 11, 3 + final), Outcome.Of(outcome, outcome == 3 ? "Barsetshire" : null, isSeparate: false, out _)));

    private static Course AfterOnSite()
    {
        var course = new Course("2025-09-22");
        course.RunTo("2025-09-26 18:00");
        return course;
    }

    private static Course Final(Outcome outcome) => AfterOnSite()
        .Record(new DraftReportShared(At("2025-10-09")))
        .Record(new CommentsReceived(At("2025-10-20")))
        .Record(new FinalReportShared(At("2025-11-03"), outcome));

    private static Course Published()
    {
        var course = Final(new Outcome.Inconsistent());
        course.Record(new ReportPublished(At("2025-11-13"), "https://example.org/report"));
        course.RunTo("2025-11-14");
        return course;
    }

    private static void Correct<TFact>(Course course, TFact right, string at)
        where TFact : Fact => course.Record(CorrectionRules.Of(course.Case, course.Plan, SeqOf<TFact>(course), right, Reason, At(at)));

    private static void TakeBack<TFact>(Course course, string at)
        where TFact : Fact => course.Record(CorrectionRules.Of(course.Case, course.Plan, SeqOf<TFact>(course), instead: null, Reason, At(at)));

    private static int SeqOf<TFact>(Course course) => course.Case.Recorded.Last(recorded => recorded.Event is TFact).Seq;

    // What is done by when, and what is due by when.
    private static IEnumerable<string> Dates(Course course) =>
        course.Plan.Steps.Select(step => $"{step.Key} {step.DueDate} {step.Certainty} {step.Met?.At} {step.Held}").Append($"{course.Case.Outcome} {course.Case.IsComplete}");

    private static Instant At(string moment) => Course.At(moment);

    private static Instant Day(int year, int month, int day) => Course.At(new NodaTime.LocalDate(year, month, 1).PlusDays(day - 1).ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture));

    /// <summary>A course, for the rows of a table.</summary>
    public sealed record CourseAtHand
    {
        private readonly Course _course;

        internal CourseAtHand(Course course) => _course = course;

        internal int SeqOf<TFact>() => CorrectionTests.SeqOf<TFact>(_course);
    }
}
