using AreaSend.Core.Inspections;
using AreaSend.Core.Timetables;
using AreaSend.Services.Mail;

namespace AreaSend.Conformance;

/// <summary>The scripts. Those of full inspections are on site from Monday 22 September 2025, so week 1 begins on 8 September.</summary>
public static class Scripts
{
    private const string July2025 = "area-send-2025-07-07";

    private static readonly LocalDate OnSite = new(2025, 9, 22);

    /// <summary>Outcome 3, a complaint, a plan that is sent back, and a bank holiday proclaimed in week 2: to the end of two years.</summary>
    public static Script OutcomeThree { get; } = new("outcome-3", OnSite,
    [
        new(At(2025, 9, 8, 15), stage => stage.NominateAsync()),
        new(At(2025, 9, 9, 8), stage => stage.ReceiveAsync(["list-1", "list-2", "providers"])),
        new(At(2025, 9, 9, 16), stage => stage.RecordAsync(now => new ChildrenSelected(now, 2))),
        new(At(2025, 9, 16, 10), stage => stage.ProclaimAsync(new LocalDate(2025, 10, 1), "Fictional Jubilee")),
        new(At(2025, 10, 14, 12), stage => stage.RecordAsync(now => new DraftReportShared(now))),
        new(At(2025, 10, 28, 12), stage => stage.RecordAsync(now => new CommentsReceived(now))),
        new(At(2025, 11, 6, 12), stage => stage.RecordAsync(now => new FinalReportShared(now, new Outcome.WidespreadFailings("Fictional County Council")))),
        new(At(2025, 11, 10, 12), stage => stage.RecordAsync(now => new ComplaintReceived(now))),
        new(At(2025, 11, 24, 12), stage => stage.RecordAsync(now => new ComplaintWasResolved(now))),
        new(At(2025, 11, 27, 12), stage => stage.RecordAsync(now => new ReportPublished(now, "https://reports.example.org/888"))),
        new(At(2025, 12, 22, 12), stage => stage.RecordAsync(now => new PlanReceived(now))),
        new(At(2026, 1, 8, 12), stage => stage.RecordAsync(now => new PlanReturned(now, "The period for action 2"))),
        new(At(2026, 1, 20, 12), stage => stage.RecordAsync(now => new PlanReceived(now))),
        new(At(2026, 1, 27, 12), stage => stage.RecordAsync(now => new PlanWasConfirmed(now))),
        new(At(2026, 1, 30, 12), stage => stage.RecordAsync(now => new PlanPublished(now))),
    ], At(2027, 9, 8, 12));

    /// <summary>The mail service takes one notice at the third try, refuses one for good and never takes a third; one role has nobody until somebody is entered.</summary>
    public static Script MailTroubles { get; } = new("mail-troubles", OnSite,
    [
        new(At(2025, 9, 2, 9), stage => stage.RemoveContactAsync(RecipientRole.Pcf)),
        new(At(2025, 9, 9, 12), stage => stage.AddContactAsync(RecipientRole.Pcf)),
        new(At(2025, 9, 9, 15), stage => stage.NominateAsync()),
    ], At(2025, 9, 26, 18), (notice, attempt) => (notice, attempt) switch
    {
        // Longer than any backoff, so that the next try has a time of its own.
        ("notification:dcs", < 3) => new MailResult.TryLater("The mail service is busy.", Duration.FromHours(6)),
        ("notification:icb", _) => new MailResult.Refused("The mail service refused it."),
        ("fieldwork-starts:dcs:fieldwork:2025-09-18T0000:-1wd", _) => new MailResult.TryLater("The mail service is busy.", Duration.FromHours(6)),
        _ => null,
    });

    /// <summary>Nothing runs from before notification until the Saturday after: leaders are notified on the next working day, and all that hangs on it follows.</summary>
    public static Script Downtime { get; } = new("downtime", OnSite,
    [
        new(At(2025, 9, 13, 11), _ => Task.CompletedTask, EngineRuns: false),
        new(At(2025, 9, 16, 10), stage => stage.NominateAsync()),
    ], At(2025, 9, 26, 18));

    /// <summary>A pause in week 2, and a withdrawal after it: nobody is reminded meanwhile, nothing comes after.</summary>
    public static Script PausedAndWithdrawn { get; } = new("paused-and-withdrawn", OnSite,
    [
        new(At(2025, 9, 8, 15), stage => stage.NominateAsync()),
        new(At(2025, 9, 11, 12), stage => stage.RecordAsync(now => new InspectionPaused(now, "A fictional flood"))),
        new(At(2025, 10, 6, 12), stage => stage.RecordAsync(now => new InspectionWithdrawn(now, "The fictional flood goes on"))),
    ], At(2026, 3, 1, 12));

    /// <summary>The first three weeks alone, for many inspections at once.</summary>
    public static Script ThreeWeeks { get; } = OutcomeThree with { Name = "three-weeks", Acts = [.. OutcomeThree.Acts.Take(3)], Until = At(2025, 9, 27, 12) };

    /// <summary>A monitoring inspection: items asked for before and after notification, one area without effective action, a plan that the letter requires.</summary>
    public static Script Monitoring { get; } = new("monitoring", new LocalDate(2025, 10, 20),
    [
        new(At(2025, 10, 3, 12), stage => stage.RecordAsync(now => new ItemsAsked(now, ["1.3", "2.4"]))),
        new(At(2025, 10, 6, 15), stage => stage.NominateAsync()),
        new(At(2025, 10, 8, 10), stage => stage.RecordAsync(now => new ItemsAsked(now, ["2.6"]))),
        new(At(2025, 10, 10, 10), stage => stage.ReceiveAsync(["1.3", "2.6"])),
        new(At(2025, 10, 14, 10), stage => stage.RecordAsync(now => new SupportDiscussed(now, [SupportPartner.Dfe, SupportPartner.NhsEngland]))),
        new(At(2025, 11, 7, 12), stage => stage.RecordAsync(now => new DraftReportShared(now))),
        new(At(2025, 12, 2, 12), stage => stage.RecordAsync(now => new FinalReportShared(now, Outcome: null, new MonitoringResult([new("Waiting times", true), new("EHC plans", false)])
        {
            NewWeaknesses = ["Short breaks"], Plan = new ResponsibleAuthority("Fictional County Council"), NextFullBy = new LocalDate(2026, 12, 18),
        }))),
        new(At(2025, 12, 12, 12), stage => stage.RecordAsync(now => new ReportPublished(now, "https://reports.example.org/888"))),
        new(At(2026, 1, 22, 12), stage => stage.RecordAsync(now => new PlanReceived(now))),
        new(At(2026, 1, 29, 12), stage => stage.RecordAsync(now => new PlanWasConfirmed(now))),
        new(At(2026, 2, 3, 12), stage => stage.RecordAsync(now => new PlanPublished(now))),
    ], At(2026, 3, 1, 12))
    {
        Kind = InspectionKind.Monitoring, Grounds = new MonitoringGrounds(new LocalDate(2024, 4, 1), Follows: null, Reason: null, ["Waiting times", "EHC plans"]),
    };

    /// <summary>An engagement meeting that is moved by a week once the self-evaluation has been asked for, and whose letter comes at last.</summary>
    public static Script Engagement { get; } = new("engagement", new LocalDate(2026, 1, 15),
    [
        new(At(2026, 1, 5, 10), stage => stage.MoveAsync(Steps.Meeting, new LocalDate(2026, 1, 22))),
        new(At(2026, 1, 14, 10), stage => stage.RecordAsync(now => new SelfEvaluationReceived(now))),
        new(At(2026, 1, 20, 10), stage => stage.RecordAsync(now => new AgendaAgreed(now, MeetingParties.OfTheAgenda))),
        new(At(2026, 1, 22, 16), stage => stage.RecordAsync(now => new MeetingHeld(now, MeetingParties.OfTheAgenda))),
        new(At(2026, 2, 20, 12), stage => stage.RecordAsync(now => new MeetingLetterSent(now, "Progress with EHC plans.", "Autumn 2026", NextSteps: ""))),
    ], At(2026, 4, 1, 12))
    { Kind = InspectionKind.Engagement };

    /// <summary>A thematic visit with a pause before it.</summary>
    public static Script Thematic { get; } = new("thematic", new LocalDate(2025, 10, 20),
    [
        new(At(2025, 10, 8, 12), stage => stage.RecordAsync(now => new InspectionPaused(now, "A fictional flood"))),
        new(At(2025, 10, 10, 12), stage => stage.ResumeAsync()),
    ], At(2025, 12, 1, 12))
    { Kind = InspectionKind.Thematic };

    /// <summary>A re-visit under the earlier framework: one weakness without sufficient progress.</summary>
    public static Script Revisit { get; } = new("re-visit", new LocalDate(2025, 10, 20),
    [
        new(At(2025, 11, 20, 12), stage => stage.RecordAsync(now => new RevisitLetterShared(now, [new("Joint commissioning", true), new("Waiting times", false)], ["Short breaks"]))),
    ], At(2026, 1, 1, 12))
    { Kind = InspectionKind.Revisit, Grounds = new RevisitGrounds(new LocalDate(2024, 6, 3), ["Joint commissioning", "Waiting times"]) };

    /// <summary>Papers: a draft with its file, comments handed in by the officer and again, a plan that the director hands in, is sent back, and that the officer hands in anew.</summary>
    public static Script PapersHandedIn { get; } = new("papers-handed-in", OnSite,
    [
        new(At(2025, 9, 8, 15), stage => stage.NominateAsync()),
        new(At(2025, 10, 14, 12), stage => stage.RecordWithAsync(PaperKind.Draft, now => new DraftReportShared(now))),
        new(At(2025, 10, 24, 12), stage => stage.HandInAsync(PaperKind.Comments, RecorderRole.Lano, isRefused: true)),
        new(At(2025, 10, 27, 12), stage => stage.HandInAsync(PaperKind.Comments, RecorderRole.Lano)),
        new(At(2025, 11, 6, 12), stage => stage.RecordWithAsync(PaperKind.Final, now => new FinalReportShared(now, new Outcome.WidespreadFailings("Fictional County Council")))),
        new(At(2025, 11, 19, 12), stage => stage.RecordAsync(now => new ReportPublished(now, "https://reports.example.org/888"))),
        new(At(2025, 12, 22, 12), stage => stage.HandInAsync(PaperKind.Plan, RecorderRole.Leader)),
        new(At(2026, 1, 8, 12), stage => stage.RecordWithAsync(PaperKind.PlanComments, now => new PlanReturned(now, "The period for action 2"))),
        new(At(2026, 1, 20, 12), stage => stage.HandInAsync(PaperKind.Plan, RecorderRole.Lano)),
        new(At(2026, 1, 27, 12), stage => stage.RecordAsync(now => new PlanWasConfirmed(now))),
        new(At(2026, 1, 30, 12), stage => stage.RecordAsync(now => new PlanPublished(now))),
    ], At(2026, 2, 10, 12));

    /// <summary>A full inspection under the edition of 7 July 2025, with outcome 3; and a monitoring inspection under it.</summary>
    public static Script FullOf2025 { get; } = OutcomeThree with { Name = "outcome-3-of-2025", Edition = July2025 };

    /// <inheritdoc cref="FullOf2025"/>
    public static Script MonitoringOf2025 { get; } = Monitoring with { Name = "monitoring-of-2025", Edition = July2025 };

    public static IReadOnlyList<Script> All { get; } =
        [OutcomeThree, MailTroubles, Downtime, PausedAndWithdrawn, ThreeWeeks, Monitoring, Engagement, Thematic, Revisit, FullOf2025, MonitoringOf2025, PapersHandedIn];

    private static LocalDateTime At(int year, int month, int day, int hour) => new(year, month, day, hour, 0);
}
