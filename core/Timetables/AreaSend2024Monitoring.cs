using AreaSend.Core.Inspections;
using NodaTime;
using static AreaSend.Core.Timetables.Actor;
using static AreaSend.Core.Timetables.Anchor;
using static AreaSend.Core.Timetables.AreaSend2024Notices;
using static AreaSend.Core.Timetables.DoneBy;
using static AreaSend.Core.Timetables.Rows;

namespace AreaSend.Core.Timetables;

/// <summary>
/// The monitoring inspection of the edition of 30 January 2024 (¶ 157 to 179). Its notification and its letter go as a full inspection's do
/// (¶ 163, 176), so those rows are the full inspection's; the rest are its own.
/// </summary>
internal static class AreaSend2024Monitoring
{
    private static readonly LocalTime FivePm = new(17, 0);

    /// <summary>The table, from that of a full inspection.</summary>
    public static InspectionType Of(InspectionType full) =>
        new(
            InspectionKind.Monitoring,
            "Monitoring inspection",
            Product.Letter,
            ResultForm.PriorityAreas,
            [.. Notification(full), .. Preparation(full), .. OnSiteDays(full), .. Letter(full), .. Plan(full)])
        {
            Name = "area SEND monitoring inspection",
            CompleteWith = "its letter, and any plan that the letter requires, are published",
            LeastOnSiteDays = 2,
            OnSiteDaysAreChosen = true,
            Asks = new AnnexARequest(full.Asks.Items.Select(item => item.IsPerTrackedChild ? item : item with { Step = Steps.RequestedInformation })),
            AsksOnDemand = true,
            Notices = Notices,
        };

    private static IEnumerable<StepDefinition> Notification(InspectionType full) =>
    [
        AsIn(full, Steps.NotifyDcs, 82, 163),
        AsIn(full, Steps.NotifyIcb, 82, 163),
        AsIn(full, Steps.NotifyPcf, 163),
    ];

    private static IEnumerable<StepDefinition> Preparation(InspectionType full) =>
        In(Stage.ThreeWeeks,
            Step(
                Steps.AnnexARequest,
                "Information of Annex A asked for, where inspectors need it",
                LeadInspector,
                On(NotificationDay),
                Passing,
                164,
                165,
                192) with
            {
                MetBy = typeof(ItemsAsked),
                ClosedBy = new(Steps.OnSite, "ask for what is still needed on the page Documents, with a day of its own"),
            },
            AsIn(full, Steps.LanoNominated, 83, 164) with { ProductRule = "as in a full inspection" },
            Step(
                Steps.SetUpDiscussion,
                "Telephone call about the schedule and the information",
                LeadInspector,
                After(NotificationDay, 1.WorkingDays()),
                Passing,
                164,
                167) with
            {
                WithOfficer = true,
                ProductRule = "the handbook sets no day",
            },
            Step(Steps.TrackedChildren, "Children and young people selected for tracking", Inspectors, FridayOfWeek1(FivePm), Passing, 90, 159) with
            {
                MetBy = typeof(ChildrenSelected),
                After = Steps.NotifyDcs,
                OnlyWhen = @case => @case.Asks.IsMetByItems(Steps.TrackedChildrenInformation),
                OnlyIf = "if inspectors ask for items of section 7",
                ProductRule = "the handbook sets no day",
                Words = new(
                    "The children have already been selected",
                    "The children were selected",
                    "The children have not been selected yet. Record that first."),
            },
            Step(Steps.RequestedInformation, "Information of Annex A that inspectors asked for", LocalArea, FridayOfWeek2(FivePm), Record, 164, 165, 192) with
            {
                OwedUntil = OnSiteEnds,
                OnlyWhen = @case => @case.Asks.IsMetByItems(Steps.RequestedInformation),
                OnlyIf = "if inspectors ask for items of sections 1 to 6 or for lists",
                ProductRule = "at 5pm; the handbook says before the on-site week",
            },
            Step(
                Steps.TrackedChildrenInformation,
                "Annex A items of section 7 for each tracked child",
                LocalArea,
                FridayOfWeek2(FivePm),
                Record,
                159,
                192,
                206) with
            {
                OwedUntil = OnSiteEnds,
                OnlyWhen = @case => @case.Asks.IsMetByItems(Steps.TrackedChildrenInformation),
                OnlyIf = "if inspectors ask for items of section 7",
                ProductRule = "at 5pm; the handbook says before the on-site week",
            },
            Step(Steps.SupportDiscussion, "Discussion with officials of the DfE and NHS England", LeadInspector, FridayOfWeek2(), Record, 167) with
            {
                MetBy = typeof(SupportDiscussed),
                After = Steps.NotifyDcs,
                ClosedBy = new(Steps.FinalReport, "a discussion before it can no longer be recorded"),
                OwedUntil = OnSiteEnds,
                ProductRule = "before the on-site week; the handbook sets no day",
            });

    private static IEnumerable<StepDefinition> OnSiteDays(InspectionType full) =>
    [
        AsIn(full, Steps.OnSite, 163, 169),
        AsIn(full, Steps.FeedbackMeeting, 169, 170) with { Due = After(OnSiteStarts, 1.WorkingDays()) },
        AsIn(full, Steps.ConcernsCall, 155, 178),
    ];

    private static IEnumerable<StepDefinition> Letter(InspectionType full) =>
    [
        AsIn(full, Steps.DraftReport, 136, 176),
        AsIn(full, Steps.DraftComments, 137, 176),
        AsIn(full, Steps.FinalReport, 175),
        AsIn(full, Steps.Complaint, 138, 176, 178),
        AsIn(full, Steps.Publication, 138, 175, 176),
        AsIn(full, Steps.Dissemination, 140, 176),
        AsIn(full, Steps.PcfCopy, 139, 176),
        AsIn(full, Steps.AreaPublishes, 139, 176),
    ];

    // Where no plan was required before, the letter may require one (¶ 173); what follows is as after a full inspection.
    private static IEnumerable<StepDefinition> Plan(InspectionType full) =>
    [
        IfRequired(AsIn(full, Steps.PriorityActionPlan, 147, 148, 173)),
        IfRequired(AsIn(full, Steps.PlanReview, 148, 149, 173)),
        IfRequired(AsIn(full, Steps.PlanPublication, 150, 173)),
    ];

    // A full inspection's (¶ 163, 176, 178) without its surveys and fieldwork, and what its inspectors ask for.
    private static IReadOnlyList<NoticeRow> Notices =>
    [
        .. AreaSend2024Notices.Full.Where(row => row.Template is not ("surveys-open" or "surveys-closing" or "fieldwork-starts")),
        .. WithDeputies(
        [
            new("items-asked", [RecipientRole.Lano], On<ItemsAsked>(eachTime: true) with { If = AreaWasNotified })
                { OnlyIf = true, LapsesWhen = ItemsAnswered, PreviewAfter = Steps.LanoNominated, Example = NoticeExamples.ItemsAsked },
        ]),
    ];

    private static Condition<Lateness> ItemsAnswered => new("once the items are answered", late =>
        late.Because > 0
        && late.Case.Events[late.Because - 1].Event is ItemsAsked asked
        && !late
            .Case.Asks.Steps.Where(step => !late.Case.NotReceived.ContainsKey(step))
            .SelectMany(late.Case.Outstanding)
            .Any(item => asked.Items.Contains(item.Split('/')[0])));

    private static StepDefinition IfRequired(StepDefinition row) =>
        row with
        {
            OnlyForOutcomes = [],
            OnlyWhen = @case => @case.Monitoring is { Plan: not null },
            OnlyIf = "if the letter requires a priority action plan",
        };

    private static StepDefinition AsIn(InspectionType full, string key, params int[] cites)
    {
        var row = full.Steps.First(row => row.Key == key);
        return row with
        {
            Cites = cites,
            Title = Product.Letter.Say(row.Title),
            UntilPublished = row.UntilPublished is { } title ? Product.Letter.Say(title) : null,
            Words = row.Words is { } words
                ? new(Product.Letter.Say(words.Already), Product.Letter.Say(words.Happened), Product.Letter.Say(words.NotYet))
                : null,
        };
    }
}
