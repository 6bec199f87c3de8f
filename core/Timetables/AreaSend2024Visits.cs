using AreaSend.Core.Inspections;
using static AreaSend.Core.Inspections.RecipientRole;
using static AreaSend.Core.Timetables.Actor;
using static AreaSend.Core.Timetables.Anchor;
using static AreaSend.Core.Timetables.AreaSend2024Notices;
using static AreaSend.Core.Timetables.DoneBy;
using static AreaSend.Core.Timetables.Rows;

namespace AreaSend.Core.Timetables;

/// <summary>
/// The visits of the edition of 30 January 2024 that are no inspection of its parts 2 and 3: thematic visits (¶ 16), and re-visits under the framework
/// before it (¶ 23). No chain of reports follows that their sources do not give.
/// </summary>
internal static class AreaSend2024Visits
{
    private const string RevisitGuidance = "The guidance on re-visits under the earlier framework";
    private const string GuidanceOfEachSet = "the guidance for each set of visits is published separately";

    /// <summary>A thematic visit: its learning goes into national reports, and nothing is owed to the area.</summary>
    public static InspectionType Thematic(InspectionType full, BusinessHours hours) =>
        new(
            InspectionKind.Thematic,
            "Thematic visit",
            Product.Report,
            ResultForm.None,
            [.. Visit(full, hours).Select(row => row with { Cites = [16], Completes = row.Marks == OnSiteEnds })])
        {
            Name = "area SEND thematic visit",
            Noun = "visit",
            CompleteWith = "inspectors have left",
            OnSiteDaysAreChosen = true,
            Notices = [.. OfVisit],
        };

    /// <summary>A re-visit of an area with a written statement of action: sufficient progress or not for each weakness, told in a letter.</summary>
    public static InspectionType Revisit(InspectionType full, BusinessHours hours) =>
        new(
            InspectionKind.Revisit,
            "Re-visit under the earlier framework",
            Product.Letter,
            ResultForm.Weaknesses,
            [.. Visit(full, hours).Append(Letter).Select(row => row with { Cites = [], Source = RevisitGuidance })])
        {
            Name = "area SEND re-visit",
            Noun = "re-visit",
            CompleteWith = "its letter is shared",
            OnSiteDaysAreChosen = true,
            Notices = [.. OfVisit, new("revisit-result", [Dcs, Icb], On<RevisitLetterShared>()) { Statutory = true }],
        };

    private static IEnumerable<StepDefinition> Visit(InspectionType full, BusinessHours hours) =>
    [
        Row(full, Steps.NotifyDcs) with { ProductRule = $"to the director, at 9am, 10 working days before; {GuidanceOfEachSet}" },
        Row(full, Steps.NotifyIcb) with { ProductRule = "to the chief executive, as in an inspection" },
        Row(full, Steps.OnSite),
        .. In(Stage.ThreeWeeks,
            Step(Steps.OnSiteEnds, "Last on-site day", Inspectors, After(OnSiteStarts, 1.WorkingDays()), Clock) with
            {
                Marks = OnSiteEnds, MetBy = typeof(OnSiteEnded), ByClock = new(hours.Close, at => new OnSiteEnded(at)),
                After = Steps.OnSite, Begins = InspectionPhase.Drafting,
                ProductRule = "2 days, where planning chooses no other number",
                Words = new("The on-site days have already ended", "The on-site days ended", "The on-site days have not ended yet. Wait for that day."),
            }),
    ];

    private static StepDefinition Letter =>
        Step(Steps.RevisitLetter, "Re-visit letter shared", OfstedAndCqc, new NoDate(OnSiteEnds, "Re-visit letter to be shared"), Record) with
        {
            Stage = Stage.Report,
            MetBy = typeof(RevisitLetterShared),
            After = Steps.OnSiteEnds,
            Completes = true,
            Words = StepWords.Of("The re-visit letter", "shared"),
        };

    private static IEnumerable<NoticeRow> OfVisit =>
        OfLeaders("notification", "leader-link", "on-site-starts", "dates-changed", "deferral-decided", "paused", "resumed", "correction", "withdrawn");

    private static StepDefinition Row(InspectionType full, string key) => full.Steps.First(row => row.Key == key) with { Tells = Audience.None };
}
