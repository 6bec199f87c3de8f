using AreaSend.Core.Inspections;
using AreaSend.Core.Rules;
using AreaSend.Core.Timetables;

namespace AreaSend.Services.Tests.Notices;

/// <summary>What moves, halts or ends an inspection (handbook, paragraphs 80, 84).</summary>
public sealed class CourseNoticeTests
{
    public static TheoryData<RecipientRole> Everyone => [RecipientRole.Dcs, RecipientRole.Icb, RecipientRole.Lano, RecipientRole.Pcf];

    [Theory]
    [InlineData(RecipientRole.Dcs)]
    [InlineData(RecipientRole.Icb)]
    [InlineData(RecipientRole.Lano)]
    [InlineData(RecipientRole.LeadInspector)]
    public async Task DatesChanged_DeadlineSetByHand_HasOldDateNewDateAndWhy(RecipientRole to)
    {
        var inspection = SampleInspection.WithDraft();
        inspection = inspection.With(DateMoves.Override(inspection.Case, inspection.Plan, "draft-comments", new LocalDate(2025, 11, 3), "The area's office is flooded.", SampleInspection.At(2025, 10, 17)));

        var notice = await Composing.ComposeAsync(inspection.Request("dates-changed", to));

        notice.IsSound();
        notice.Says("Thursday 30 October 2025", "Monday 3 November 2025 (fixed)", "Why: The area's office is flooded.");
        Assert.Contains("- Local area comments on the draft: old date Thursday 30 October 2025, new date Monday 3 November 2025 (fixed)", notice.Text);
    }

    [Theory]
    [InlineData(RecipientRole.Pcf, "draft-report", 2025, 10, 20, "Draft report shared", "Local area comments on the draft")]
    [InlineData(RecipientRole.PrincipalAuthority, "complaint", 2025, 11, 18, "The plan that the report asks for", "Report published")]
    public async Task DatesChanged_ToThoseWhoKnowAPart_TellsOfThatPart(RecipientRole to, string step, int year, int month, int day, string theirs, string notTheirs)
    {
        var inspection = step == "draft-report" ? SampleInspection.AfterOnSite() : SampleInspection.WithFinal(new Outcome.WidespreadFailings("Fictional Board", IsSeparate: true));
        var now = step == "draft-report" ? SampleInspection.At(2025, 10, 1) : SampleInspection.At(2025, 11, 10);
        var moved = step == "draft-report"
            ? (Fact)DateMoves.Override(inspection.Case, inspection.Plan, step, new LocalDate(year, month, day), "A reason", now)
            : new CalendarChanged(now, "next", "A reason", new Dictionary<string, LocalDate>(),
                [new MovedDate("publication", new LocalDate(2025, 11, 19), new LocalDate(2025, 11, 20)), new MovedDate("priority-action-plan", new LocalDate(2025, 12, 29), new LocalDate(2025, 12, 30))]);
        inspection = inspection.With(moved);

        var notice = await Composing.ComposeAsync(inspection.Request("dates-changed", to));

        notice.IsSound();
        notice.Says(theirs);
        notice.NeverSays(notTheirs);
    }

    [Fact]
    public async Task DatesChanged_SeveralChanges_TellsOfTheOneThatItWasRaisedFor()
    {
        var inspection = SampleInspection.WithDraft();
        inspection = inspection.With(DateMoves.Override(inspection.Case, inspection.Plan, "draft-comments", new LocalDate(2025, 11, 3), "The first reason.", SampleInspection.At(2025, 10, 17)));
        var first = inspection.Case.Events.Count;
        inspection = inspection.With(DateMoves.Override(inspection.Case, inspection.Plan, "draft-comments", new LocalDate(2025, 11, 5), "The second reason.", SampleInspection.At(2025, 10, 20)));

        var notice = await Composing.ComposeAsync(inspection.Request("dates-changed", RecipientRole.Dcs) with { Because = [first] });

        notice.Says("The first reason.");
        notice.NeverSays("The second reason.");
    }

    [Fact]
    public async Task DatesChanged_BankHolidaysChanged_SaysWhichDay()
    {
        var changed = new CalendarChanged(
            SampleInspection.At(2025, 10, 20), "next", "Monday 27 October 2025 was proclaimed a bank holiday.", new Dictionary<string, LocalDate>(),
            [new MovedDate("draft-comments", new LocalDate(2025, 10, 30), new LocalDate(2025, 10, 31))]);

        var notice = await Composing.ComposeAsync(SampleInspection.WithDraft().With(changed).Request("dates-changed", RecipientRole.Icb));

        notice.IsSound();
        notice.Says("Why: the bank holidays changed. Monday 27 October 2025 was proclaimed a bank holiday.", "Friday 31 October 2025 (fixed)");
    }

    [Theory]
    [MemberData(nameof(Everyone))]
    public async Task Paused_HasSinceWhenAndWhy(RecipientRole to)
    {
        var inspection = SampleInspection.WithLano().With(new InspectionPaused(SampleInspection.At(2025, 9, 10, 14), "A leader is unwell."));

        var notice = await Composing.ComposeAsync(inspection.Request("paused", to));

        notice.IsSound();
        notice.Says("Wednesday 10 September 2025, 2pm", "Why: A leader is unwell.", "Nothing falls due and nobody is reminded");
    }

    [Theory]
    [InlineData(RecipientRole.Dcs, "Friday 12 September 2025, 5pm", "Wednesday 17 September 2025, 5pm (fixed)")]
    [InlineData(RecipientRole.Icb, "Friday 12 September 2025, 5pm", "Wednesday 17 September 2025, 5pm (fixed)")]
    [InlineData(RecipientRole.Lano, "Friday 12 September 2025, 5pm", "Wednesday 17 September 2025, 5pm (fixed)")]
    [InlineData(RecipientRole.Pcf, "Tuesday 16 September 2025, 9am", "Friday 19 September 2025, 9am (fixed)")] // the surveys; Annex A is not the forum's
    public async Task Resumed_HasOldAndNewDatesAndWhy(RecipientRole to, string old, string next)
    {
        var paused = SampleInspection.WithLano().With(new InspectionPaused(SampleInspection.At(2025, 9, 10, 14), "A leader is unwell."));
        var inspection = paused.With(DateMoves.Resume(paused.Case, paused.Plan, SampleInspection.At(2025, 9, 15)));

        var notice = await Composing.ComposeAsync(inspection.Request("resumed", to));

        notice.IsSound();
        notice.Says("resumed on Monday 15 September 2025, 9am", "A leader is unwell.", old, next, "Thursday 25 September 2025 (fixed)");
    }

    [Theory]
    [InlineData(true, "Fictional Area: inspection deferred", "nothing more is due")]
    [InlineData(false, "Fictional Area: inspection goes on, deferral not granted", "Arrangements go on and every deadline stands")]
    public async Task DeferralDecided_SaysWhatItMeansAndWhy(bool granted, string subject, string said)
    {
        var inspection = SampleInspection.WithLano()
            .With(new DeferralAsked(SampleInspection.At(2025, 9, 9), "The town hall is closed."))
            .With(new DeferralDecided(SampleInspection.At(2025, 9, 10), granted, "The policy was applied."));

        var notice = await Composing.ComposeAsync(inspection.Request("deferral-decided", RecipientRole.Pcf));

        notice.IsSound();
        Assert.Equal(subject, notice.Subject);
        notice.Says(said, "Wednesday 10 September 2025", "Why: The policy was applied.");
    }

    [Theory]
    [MemberData(nameof(Everyone))]
    public async Task Withdrawn_SaysThatNothingMoreIsDue(RecipientRole to)
    {
        var inspection = SampleInspection.WithLano().With(new InspectionWithdrawn(SampleInspection.At(2025, 9, 11), "Another inspection takes its place."));

        var notice = await Composing.ComposeAsync(inspection.Request("withdrawn", to));

        notice.IsSound();
        notice.Says("withdrawn on Thursday 11 September 2025", "nothing more is due", "Why: Another inspection takes its place.");
    }

    /// <summary>The forum and the Secretaries of State read in the published letter that a plan is required and the next inspection comes sooner.</summary>
    [Theory]
    [InlineData(RecipientRole.Dcs)]
    [InlineData(RecipientRole.Pcf)]
    [InlineData(RecipientRole.PrincipalAuthority)]
    [InlineData(RecipientRole.SecretaryOfStateForEducation)]
    public async Task Correction_OfAPublishedLetterThatAsksForNothingMore_SaysWhatFallsAway(RecipientRole to)
    {
        var notice = await Composing.ComposeAsync(CorrectedLetter(isPublished: true).Request("correction", to));

        notice.IsSound();
        notice.Says("Recorded was: final letter and responses shared, Friday 7 November 2025.", "The day was right; what was recorded with it was not.");
        Assert.Contains("- Priority action plan submitted to Ofsted and CQC: old date Tuesday 30 December 2025, new date no longer due", notice.Text);
        Assert.Contains("- Next full inspection, as the letter brings it forward: old date Tuesday 30 June 2026, new date no longer brought forward", notice.Text);
    }

    [Fact]
    public async Task Correction_OfALetterThatIsNotPublished_GivesNothingAway()
    {
        var notice = await Composing.ComposeAsync(CorrectedLetter(isPublished: false).Request("correction", RecipientRole.Dcs));

        notice.IsSound();
        notice.NeverSays("Priority action plan", "Next full inspection", "Fictional Trust");
    }

    private static SampleInspection CorrectedLetter(bool isPublished)
    {
        MonitoringResult right = new([new("Waiting times", true), new("EHC plans", true)]);
        var shared = SampleInspection.At(2025, 11, 7);
        var inspection = SampleInspection.Planned(InspectionKind.Monitoring)
            .With(new Notified(SampleInspection.At(2025, 9, 8)))
            .With(new OnSiteStarted(SampleInspection.At(2025, 9, 22)))
            .With(new OnSiteEnded(SampleInspection.At(2025, 9, 23, 17)))
            .With(new DraftReportShared(SampleInspection.At(2025, 10, 13)))
            .With(new FinalReportShared(shared, Outcome: null, right with { Plan = new("Fictional Trust", IsSeparate: true), NextFullBy = new LocalDate(2026, 6, 30) }));
        var final = inspection.Case.Events.Count;
        inspection = isPublished ? inspection.With(new ReportPublished(SampleInspection.At(2025, 11, 19), "https://reports.example.org/999")) : inspection;
        return inspection.With(CorrectionRules.Of(
            inspection.Case, inspection.Plan, final, new FinalReportShared(shared, Outcome: null, right), "The form was misread", SampleInspection.At(2025, 11, 20)));
    }
}
