using AreaSend.Core.Inspections;
using AreaSend.Core.Timetables;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using NodaTime;
using static AreaSend.Core.Timetables.Rows;

namespace AreaSend.Testing;

/// <summary>
/// An edition that no handbook knows: 15 working days' notice, other hours, one item of Annex A less, a working day more to publication, a kind
/// of inspection that has the rows of a monitoring inspection under a name of its own, and one of five rows that ends in a letter. What holds for
/// it holds for an edition that is added.
/// </summary>
public static class FictionalEdition
{
    /// <summary>Key of the kind that ends in a letter.</summary>
    public const string ShortVisit = "short-visit";

    /// <summary>Key of the kind that looks at areas for priority action, as a monitoring inspection does.</summary>
    public const string FollowUp = "follow-up";

    /// <summary>The item of Annex A that this edition does not have.</summary>
    public const string ItemLeftOut = "2.4";

    private const int Notice = 15;

    private static readonly BusinessHours Hours = new(new LocalTime(8, 30), new LocalTime(16, 30));

    private static readonly Anchor LetterDrafted = new("L", "the day the draft letter is shared");

    private static readonly FrameworkEdition Changed = AreaSend2024.Edition.WithNotice(Notice).WithHours(Hours).WithoutItems(ItemLeftOut);

    /// <summary>The edition.</summary>
    public static FrameworkEdition Edition { get; } = Changed with
    {
        Id = "fictional-2025-06-01",
        InForceFrom = new LocalDate(2025, 6, 1),
        Types = [PublishedLater(Changed.Find(InspectionKind.Full)!), FollowsUp(Changed.Find(InspectionKind.Monitoring)!), Visit()],
    };

    /// <summary>That edition beside those that come with AreaSend.</summary>
    public static Editions Editions { get; } = new([AreaSend2024.Edition, Edition]);

    /// <summary>A host or a store holds them.</summary>
    public static void Give(IServiceCollection services) => services.Replace(ServiceDescriptor.Singleton(Editions));

    private static InspectionType PublishedLater(InspectionType full) => full with
    {
        Steps = [.. full.Steps.Select(row => row.Marks == Anchor.Published ? row with { Due = After(Anchor.ComplaintWindowCloses, 4.WorkingDays()) } : row)],
    };

    private static InspectionType FollowsUp(InspectionType monitoring) => monitoring with
    {
        Key = FollowUp,
        Title = "Follow-up inspection",
        Name = "area SEND follow-up inspection",
    };

    private static InspectionType Visit() => new(ShortVisit, "Short visit", Product.Letter, ResultForm.None,
    [
        Step(Steps.NotifyDcs, "Director of children's services notified", Actor.Ofsted, Before(Anchor.OnSiteStarts, Notice.WorkingDays(), Hours.Start), DoneBy.Clock, 1) with
        {
            Marks = Anchor.NotificationDay, MetBy = typeof(Notified), Begins = InspectionPhase.Notified,
            Words = StepWords.Of("The area", "notified"),
        },
        Step(Steps.OnSite, "Inspectors come on site", Actor.Inspectors, new OnSiteDay(Notice), DoneBy.Clock, 2) with
        {
            Marks = Anchor.OnSiteStarts, MetBy = typeof(OnSiteStarted), ByClock = new(Hours.Start, at => new OnSiteStarted(at)), After = Steps.NotifyDcs,
            Begins = InspectionPhase.OnSite, Words = new("Inspectors have already come on site", "Inspectors came on site", "Inspectors have not come on site yet."),
        },
        Step("last-day", "Last day of the visit", Actor.Inspectors, After(Anchor.OnSiteStarts, 1.WorkingDays()), DoneBy.Clock, 3) with
        {
            Marks = Anchor.OnSiteEnds, MetBy = typeof(OnSiteEnded), ByClock = new(Hours.Close, at => new OnSiteEnded(at)), After = Steps.OnSite,
            Begins = InspectionPhase.Drafting, Opens = Stage.Report, Words = new("The visit has already ended", "The visit ended", "The visit has not ended yet."),
        },
        Step("draft-letter", "Draft letter shared", Actor.Ofsted, After(Anchor.OnSiteEnds, 7.WorkingDays()), DoneBy.Record, 4) with
        {
            Marks = LetterDrafted, MetBy = typeof(DraftReportShared), After = "last-day", Begins = InspectionPhase.DraftShared, Stage = Stage.Report,
            Words = StepWords.Of("The draft letter", "shared"),
        },
        Step("letter", "Letter sent", Actor.Ofsted, After(LetterDrafted, 5.WorkingDays()), DoneBy.Record, 5) with
        {
            Marks = Anchor.FinalShared, MetBy = typeof(FinalReportShared), After = "draft-letter", Completes = true, Stage = Stage.Report,
            Words = StepWords.Of("The letter", "sent"),
        },
    ])
    {
        Notices = [new NoticeRow("notification", [RecipientRole.Dcs], WhenRecorded.On<Notified>()) { Statutory = true }],
    };
}
