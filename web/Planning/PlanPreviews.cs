using AreaSend.Core;
using AreaSend.Core.Calendars;
using AreaSend.Core.Inspections;
using AreaSend.Core.Programme;
using AreaSend.Core.Timetables;
using AreaSend.Services.Areas;
using AreaSend.Services.BankHolidays;
using AreaSend.Services.Engine;
using AreaSend.Services.Inspections;
using AreaSend.Services.Mail;
using AreaSend.Services.Notices;
using AreaSend.Services.Programme;
using AreaSend.Services.Store;
using AreaSend.Services.Store.Calendars;
using AreaSend.Web.Areas;
using AreaSend.Web.Reading;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using NodaTime;

namespace AreaSend.Web.Planning;

/// <summary>Shows what planning an inspection would do. Nothing is kept and nobody is told.</summary>
internal sealed class PlanPreviews(
    StoreDatabase database,
    InspectionStore inspections,
    ContactBook contacts,
    SchoolHolidays holidays,
    CalendarLibrary calendars,
    Editions editions,
    NationalProgramme programme,
    StandingFacts standingFacts,
    NoticeComposer composer,
    IOptions<SiteOptions> options,
    IClock clock)
{
    /// <summary>The preview; or null and why the inspection cannot begin on that day, in a sentence.</summary>
    public Task<(PlanPreview? Preview, string? Refusal)> ForAsync(PlanRequest request, Grounds? grounds, CancellationToken cancellation) =>
        ForAsync(request, grounds, withWords: true, cancellation);

    /// <summary>The same without the words of its e-mails, which take longer than all else.</summary>
    public Task<(PlanPreview? Preview, string? Refusal)> InShortAsync(PlanRequest request, Grounds? grounds, CancellationToken cancellation) =>
        ForAsync(request, grounds, withWords: false, cancellation);

    private async Task<(PlanPreview? Preview, string? Refusal)> ForAsync(
        PlanRequest request, Grounds? grounds, bool withWords, CancellationToken cancellation)
    {
        var (now, calendar) = (clock.GetCurrentInstant(), await calendars.CurrentAsync(cancellation));
        try
        {
            if (editions.For(request.Kind, request.OnSiteStarts, calendar.Calendar) is not { } law)
            {
                return (null, "No edition of the framework that AreaSend holds has a timetable for that kind of inspection. Choose another kind.");
            }

            return PlanningRules.WhyNot(law.Edition, request.Kind, calendar.Calendar, request.OnSiteStarts, request.OnSiteEnds, grounds, now) is { } because
                ? (null, because)
                : (await PreviewAsync(request, grounds, law, calendar, withWords, now, cancellation), null);
        }
        catch (OutsideCalendarException outside)
        {
            return (null, PlanningRules.Beyond(editions.Current.Find(request.Kind), request.OnSiteStarts, outside));
        }
    }

    /// <summary>Tells what a preview of this request shows from another: the answers, and the inspections of the area that are open already.</summary>
    /// <param name="request">What is asked for.</param>
    /// <param name="own">The inspection that this request has planned itself, should it be sent a second time.</param>
    /// <param name="cancellation">Gives up.</param>
    public async Task<string> MarkAsync(PlanRequest request, Guid? own, CancellationToken cancellation) =>
        Mark(request, (await AlreadyOpenAsync(request.Area.Code, own, cancellation)).Select(row => row.Id));

    private static string Mark(PlanRequest request, IEnumerable<Guid> alreadyOpen) => $"{request.Mark} {string.Join(' ', alreadyOpen)}";

    private async Task<PlanPreview> PreviewAsync(
        PlanRequest request,
        Grounds? grounds,
        EditionChoice law,
        VersionedCalendar calendar,
        bool withWords,
        Instant now,
        CancellationToken cancellation)
    {
        var area = request.Area.Code;
        var planned = new Planned(
            area, request.Kind, law.Edition.Id, request.OnSiteStarts, calendar.Version,
            PlanningRules.OnSiteDays(law.Edition.Find(request.Kind)!, calendar.Calendar, request.OnSiteStarts, request.OnSiteEnds), grounds);
        var @case = await BegunAsync(planned, now, cancellation);
        var plan = Timetable.Plan(@case, calendar.Calendar);
        var board = AreaBoards.Serving(area, plan.NotificationDay)?.Main.Name;
        var recipients = await RecipientsAsync(request, plan, cancellation);
        var lead = request.Lead is { } named ? new LeadInspector(named.Name, request.LeadTelephone) : null;
        var notices = new List<PlanNotice>();
        foreach (var notice in withWords ? ExpectedNotices.Of(@case, plan) : [])
        {
            var name = recipients.FirstOrDefault(recipient => recipient.Role == notice.To)?.Mailbox?.Name ?? $"[{notice.To.Show()}]";
            var words = await composer.PreviewAsync(
                new NoticeRequest(
                    Guid.Empty, @case, plan, notice.Template, notice.To, name, request.Area.DisplayName, board ?? "", options.Value.SiteAddress)
                { Lead = lead },
                cancellation);
            notices.Add(new PlanNotice(notice.Template, notice.To, notice.When, words));
        }

        var alreadyOpen = await AlreadyOpenAsync(area, own: null, cancellation);
        var standing = (await programme.ReadAsync(cancellation)).Find(area);
        return new PlanPreview(
            Mark(request, alreadyOpen.Select(row => row.Id)),
            await inspections.VersionOfOpenAsync(area, cancellation),
            @case,
            law.Because,
            plan,
            board,
            [
                .. OfGrounds(@case, standing),
                .. OfMonitoringVisits(@case, plan, standing),
                .. PlanningWarnings.For(
                    request.OnSiteStarts,
                    plan,
                    (await holidays.OfAsync(area, cancellation)).Select(holiday => new SchoolHoliday(holiday.Name, holiday.From, holiday.To))),
            ],
            Activities(alreadyOpen, standing, request.OnSiteStarts, Last(plan)),
            OtherVisits(standing, request.OnSiteStarts, Last(plan)),
            recipients,
            notices,
            now);
    }

    /// <summary>As it would stand once it is planned: with the holds of publication that stand already.</summary>
    private async Task<InspectionCase> BegunAsync(Planned planned, Instant now, CancellationToken cancellation)
    {
        var first = new RecordedEvent(1, now, Recorder.Unknown, planned);
        await using var context = database.Open();
        var held = await standingFacts(context, InspectionCase.From([first], editions), now, cancellation);
        return InspectionCase.From([first, .. held.Select((fact, i) => new RecordedEvent(i + 2, now, Recorder.Unknown, fact))], editions);
    }

    /// <summary>
    /// When it should have come at the latest: by the programme, where the programme counts it from the same report, so that both say one day.
    /// </summary>
    private static IEnumerable<string> OfGrounds(InspectionCase @case, AreaStanding? standing) =>
        @case.Grounds is not MonitoringGrounds { FollowsReportOf: { } report }
        || standing?.Programme is not { LastFull: { } last, Monitoring: { Basis: DueBasis.LastInspection } due }
        || last.Published != report
            ? PlanningWarnings.OfGrounds(@case)
            : @case.PlannedOnSite > due.By ? [$"{due.Because.TrimEnd('.')}: by {LondonTime.Show(due.By)}{due.Cites.InBrackets()}."] : [];

    /// <summary>¶ 22: usually there are no more than so many monitoring visits over both frameworks within 12 months.</summary>
    private static IEnumerable<string> OfMonitoringVisits(InspectionCase @case, Timetable plan, AreaStanding? standing)
    {
        if (@case.Type.Result != ResultForm.PriorityAreas || standing is null)
        {
            return [];
        }

        var visit = new AreaVisit(
            ActivityKind.Monitoring.Name(),
            @case.PlannedOnSite,
            plan.Marking(Anchor.OnSiteEnds)?.DueDate ?? @case.PlannedOnSite,
            IsMonitoring: true,
            IsPlanned: true);
        return Clash.OfOneMore(visit, standing.History.Visits, @case.Edition.Cycle) is { } clash ? [$"There would be {clash.Because}"] : [];
    }

    private static LocalDate Last(Timetable plan) => plan.Marking(Anchor.OnSiteEnds)?.DueDate ?? plan.Marking(plan.Type.PlannedFor)!.DueDate!.Value;

    // One whose history is damaged is known by its summary, and stands in the way of no plan.
    private IReadOnlyList<OpenActivity> Activities(IReadOnlyList<InspectionRow> open, AreaStanding? standing, LocalDate first, LocalDate last) =>
    [
        .. from row in open
           let type = editions.Find(row.Edition)?.Find(row.Kind)
           let ends = standing?.History.Held.FirstOrDefault(held => held.Id == row.Id)?.Ends ?? row.OnSiteStarts
           let when = type?.OnSiteDays is null ? $"meets on {LondonTime.Show(row.OnSiteStarts)}"
               : ends == row.OnSiteStarts ? $"on site on {LondonTime.Show(ends)}"
               : $"on site from {LondonTime.Show(row.OnSiteStarts)} to {LondonTime.Show(ends)}"
           select new OpenActivity(row.Id, $"{(type?.Title ?? row.Kind).Small()}, {when}", AreInOneWeek(row.OnSiteStarts, ends, first, last)),
    ];

    // Visits under the framework for children's services are recorded by hand (¶ 22).
    private static IReadOnlyList<string> OtherVisits(AreaStanding? standing, LocalDate first, LocalDate last) =>
    [
        .. from past in standing?.History.Past ?? []
           where past.Kind == ActivityKind.Ilacs && AreInOneWeek(past.Starts ?? past.On, past.On, first, last)
           select $"{ActivityKind.Ilacs.Name()}, from {LondonTime.Show(past.Starts ?? past.On)} to {LondonTime.Show(past.On)}",
    ];

    private static bool AreInOneWeek(LocalDate first, LocalDate last, LocalDate otherFirst, LocalDate otherLast) =>
        Weeks.MondayOf(first) <= Weeks.MondayOf(otherLast) && Weeks.MondayOf(otherFirst) <= Weeks.MondayOf(last);

    private async Task<IReadOnlyList<InspectionRow>> AlreadyOpenAsync(string area, Guid? own, CancellationToken cancellation)
    {
        await using var context = database.Open();
        return await context.Inspections.AsNoTracking()
            .Where(row => row.Area == area && !row.Ended && row.Id != own)
            .OrderBy(row => row.OnSiteStarts)
            .ThenBy(row => row.Id)
            .ToListAsync(cancellation);
    }

    private async Task<IReadOnlyList<PreviewedRecipient>> RecipientsAsync(PlanRequest request, Timetable plan, CancellationToken cancellation)
    {
        var ofArea = RoleHolder.On(plan.NotificationDay, RoleHolder.NeededInAreas, await contacts.OfAsync(request.Area.Code, cancellation));
        var national = RoleHolder.On(
            plan.Marking(Anchor.Published)?.DueDate ?? plan.NotificationDay,
            RoleHolder.National,
            await contacts.OfAsync(null, cancellation));
        var told = plan.Type.Notices.SelectMany(row => row.To).ToHashSet();
        return
        [
            .. ofArea.Where(holder => told.Contains(holder.Role)).Select(Recipient),
            .. plan.Find(Steps.LanoNominated) is { DueDate: { } named }
                ?
                [
                    new PreviewedRecipient(
                        RecipientRole.Lano,
                        null,
                        $"The area names its officer by {LondonTime.Show(named)}; until then the director is written to.",
                        IsFault: false),
                ]
                : Array.Empty<PreviewedRecipient>(),
            new PreviewedRecipient(RecipientRole.LeadInspector, request.Lead, request.Lead is null ? "Not named yet." : null, IsFault: false),
            .. national.Where(holder => told.Contains(holder.Role)).Select(Recipient),
        ];
    }

    private static PreviewedRecipient Recipient(RoleHolder holder) => new(
        holder.Role,
        holder.Contact is { } contact ? new Services.Mail.Mailbox(contact.Name, contact.Email) : null,
        holder.Contact is null ? "Nobody is entered." : holder.CanBeReached ? null : "The address is not well formed.",
        IsFault: !holder.CanBeReached);
}
