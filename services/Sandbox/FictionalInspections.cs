using AreaSend.Core;
using AreaSend.Core.Inspections;
using AreaSend.Core.Timetables;
using AreaSend.Services.Areas;
using AreaSend.Services.Simulation;

namespace AreaSend.Services.Sandbox;

/// <summary>What the sandbox is filled with: every phase and every kind of inspection, and what goes wrong in them.</summary>
internal static class FictionalInspections
{
    // Later than all that has a course: nobody leads two in a week.
    private const int FirstWeekOfOtherKinds = 8;

    private static readonly FictionalLead Ash = new("Fictional Ash", "020 7946 0101");
    private static readonly FictionalLead Birch = new("Fictional Birch", "020 7946 0102");
    private static readonly FictionalLead Cedar = new("Fictional Cedar", "020 7946 0103");

    /// <summary>Who lead them for the Care Quality Commission, in turn: so many that nobody leads two in a week.</summary>
    public static IReadOnlyList<FictionalLead> OfCqc { get; } =
    [
        .. new[] { "Elm", "Fir", "Hazel", "Larch", "Oak", "Willow" }.Select((name, index) => new FictionalLead($"Fictional {name}", $"020 7946 011{index + 1}")),
    ];

    /// <summary>Name and address of the deputy, where an officer has one.</summary>
    public static (string Name, string Address) Deputy { get; } = ("Fictional Deputy Officer", "deputy.lano@example.org");

    private static readonly Outcome One = new Outcome.TypicallyPositive();
    private static readonly Outcome Two = new Outcome.Inconsistent();

    // Roughly in the order in which inspectors come on site, the latest first.
    private static readonly IReadOnlyList<FictionalInspection> WithCourse =
    [
        Full("202", 2, Ash, "deferred") with
        {
            Incidents =
            [
                new Incident(Steps.NotifyDcs, 1, at => new DeferralAsked(at, "The fictional council offices were flooded.")),
                new Incident(Steps.NotifyDcs, 2, at => new DeferralDecided(at, Granted: true, "The fictional offices are closed for a month.")),
            ],
        },
        Full("330", 7, Birch, "planned"),
        new("908", InspectionKind.Thematic, 4, Cedar, "a thematic visit, planned"),
        Full("371", 3, Ash, "notified next week"),
        Full("888", 2, Birch, "the nominated officer is sending Annex A") with { Silent = Keys(Steps.Arrangements, Steps.ProvidersList) },
        Full("926", 2, Cedar, "nobody has named an officer") with { Silent = Keys(Steps.LanoNominated, Steps.PersonLevelLists) },
        new("881", InspectionKind.Monitoring, 1, Ash, "a monitoring inspection, notified"),
        Full("800", 1, Birch, "the e-mail to the director came back") with { Bounces = "notification" },
        Full("865", 1, Cedar, "a deferral is asked for")
            with { Incidents = [new Incident(Steps.NotifyDcs, 1, at => new DeferralAsked(at, "The fictional council offices were flooded."))] },
        Full("380", 0, Ash, "inspectors are on site") with { Deputy = new Guid(0xF1C71046, 0, 0x7000, 0x80, 0, 0, 0, 0, 0, 0, 1) },
        new("873", InspectionKind.Engagement, 0, Birch, "an engagement meeting this week"),
        Full("839", 0, Cedar, "paused in the second week")
            with { Incidents = [new Incident(Steps.NotifyDcs, 6, at => new InspectionPaused(at, "A serious incident at a fictional school."))] },
        Full("811", -2, Ash, "the draft report is being written"),
        new("825", InspectionKind.Revisit, -2, Birch, "a re-visit, its letter being written") { Silent = Keys(Steps.RevisitLetter) },
        Full("357", -5, Cedar, "the area comments on the draft") with { Outcome = Two },
        new("204", InspectionKind.Engagement, -6, Ash, "the letter about an engagement meeting is late") { Silent = Keys(Steps.MeetingLetter) },
        Full("370", -7, Birch, "the final report is late") with { Silent = Keys(Steps.FinalReport) },
        Full("929", -8, Cedar, "a complaint is looked into") with
        {
            Outcome = Two, Incidents = [new Incident(Steps.FinalReport, 2, at => new ComplaintReceived(at))], Silent = Keys(Steps.Complaint),
        },
        Full("305", -12, Ash, "published; a strategic plan is awaited") with { Outcome = Two, Silent = Keys(Steps.StrategicPlan) },
        new("941", InspectionKind.Monitoring, -14, Birch, "a monitoring inspection, its letter published"),
        Full("344", -19, Cedar, "widespread failings; the plan was sent back") with
        {
            Outcome = Failings("Wirral Metropolitan Borough Council"),
            Incidents = [new Incident(Steps.PriorityActionPlan, 6, at => new PlanReturned(at, "Milestones and who is answerable for each."))],
            Silent = Keys(Steps.PlanReview),
        },
        Full("878", -26, Ash, "complete: typically positive") with { Outcome = One },
        Full("938", -34, Birch, "complete: widespread failings") with { Outcome = Failings("West Sussex County Council") },
        Full("334", -4, Cedar, "withdrawn") with
        {
            Incidents = [new Incident(Steps.NotifyDcs, 2, at => new InspectionWithdrawn(at, "Planned for the wrong area."))],
        },
    ];

    /// <summary>Those that have a course, and one that is planned of each kind that has none, in areas that the others leave over.</summary>
    public static IReadOnlyList<FictionalInspection> Of(Editions editions) =>
    [
        .. WithCourse,
        .. editions.Types.ExceptBy(WithCourse.Select(row => row.Kind), type => type.Key)
            .Zip(LocalAuthorities.All.ExceptBy(WithCourse.Select(row => row.Area), area => area.Code))
            .Select((other, place) => new FictionalInspection(
                other.Second.Code, other.First.Key, FirstWeekOfOtherKinds + place, Ash, $"{other.First.Title.Small().WithArticle()}, planned")),
    ];

    private static FictionalInspection Full(string area, int week, FictionalLead lead, string shows) =>
        new(area, InspectionKind.Full, week, lead, shows) { Outcome = One };

    private static Outcome.WidespreadFailings Failings(string authority) => new(
        authority, PriorityAreas: ["Leaders should act urgently on fictional waiting times.", "Leaders should act urgently on fictional plans that are out of date."]);

    private static HashSet<string> Keys(params string[] steps) => [.. steps];
}
