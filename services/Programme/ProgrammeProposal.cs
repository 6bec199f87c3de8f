using AreaSend.Core.Calendars;
using AreaSend.Core.Programme;
using AreaSend.Services.Areas;
using AreaSend.Services.Store;
using AreaSend.Services.Store.Calendars;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace AreaSend.Services.Programme;

/// <summary>
/// Proposes weeks for what is due, around what is planned already. The same request gives the same proposal until something is planned or recorded.
/// </summary>
public sealed class ProgrammeProposal(NationalProgramme programme, CalendarLibrary calendars, StoreDatabase database)
{
    /// <summary>Proposes. Nothing is stored: each row is accepted by planning it.</summary>
    /// <param name="request">The span and its capacity; what is planned already is added to it.</param>
    /// <param name="inTerm">No on-site day in the school holidays of an area (¶ 74), as far as they are known.</param>
    /// <param name="region">Of this region alone; null for all.</param>
    /// <param name="cancellation">Gives up.</param>
    /// <exception cref="OutsideCalendarException">The span leaves the years that the calendar knows.</exception>
    public async Task<ProposalView> ProposeAsync(ProposalRequest request, bool inTerm, string? region = null, CancellationToken cancellation = default)
    {
        var view = await programme.ReadAsync(cancellation);
        var calendar = (await calendars.CurrentAsync(cancellation)).Calendar;
        var holidays = await HolidayWeeksAsync(request, inTerm, cancellation);
        var areas = view.Areas.Where(standing => region is null || standing.Area.Region == region).ToList();
        var taken = from standing in view.Areas
                    from held in standing.History.Held
                    where held.Kind != ActivityKind.Engagement
                    from monday in Weeks.MondaysOf(held.Starts, held.Ends)
                    select (monday, standing.Area.Region);
        var due = areas.SelectMany(standing => DueOf(standing, request.To, [.. holidays[standing.Area.Code], .. OwnWeeks(standing)])).ToList();
        return new(
            Proposal.For(due, request with { Taken = [.. taken], AsOf = view.AsOf, NoticeInWorkingDays = view.Edition.NoticeInWorkingDays }, calendar),
            due.Count,
            areas.Sum(standing => standing.Due.Count(one => one.Planned is not null)));
    }

    /// <summary>What the area is due for and nobody has planned.</summary>
    private static IEnumerable<InspectionDue> DueOf(AreaStanding standing, LocalDate until, HashSet<LocalDate> notIn) =>
        from due in InspectionDue.Of(standing.Programme, standing.Area.Region, until)
        where standing.Due.Any(one => one.Kind == due.Kind && one.Planned is null)
        select Apart(due, standing.History.Held) with { NotInWeeksOf = notIn };

    /// <summary>Far enough from the other inspection of the area that is planned already: the monitoring inspection before it, the full one after it.</summary>
    private static InspectionDue Apart(InspectionDue due, IReadOnlyList<HeldActivity> held)
    {
        const int apart = ProposalRequest.WeeksToFullInspection;
        return due.Kind == ProgrammedKind.Full
            ? due with { NotBefore = Latest(due.NotBefore, held.Where(one => one.Kind == ActivityKind.Monitoring).Select(one => one.Ends.PlusWeeks(apart))) }
            : due with
            {
                NotAfter = held.Where(one => one is { Kind: ActivityKind.Full, Published: null }).Select(one => (LocalDate?)one.Starts.PlusWeeks(-apart)).Min(),
            };
    }

    private static LocalDate? Latest(LocalDate? first, IEnumerable<LocalDate> others) => others.Select(day => (LocalDate?)day).Append(first).Max();

    private static IEnumerable<LocalDate> OwnWeeks(AreaStanding standing) =>
        standing.History.Held.SelectMany(held => Weeks.MondaysOf(held.Starts, held.Ends))
            .Concat(standing.History.Past.Where(past => past.Kind == ActivityKind.Ilacs).SelectMany(past => Weeks.MondaysOf(past.Starts ?? past.On, past.On)));

    private async Task<ILookup<string, LocalDate>> HolidayWeeksAsync(ProposalRequest request, bool inTerm, CancellationToken cancellation)
    {
        if (!inTerm)
        {
            return Array.Empty<AreaSchoolHoliday>().ToLookup(holiday => holiday.Area, holiday => holiday.From);
        }

        await using var context = database.Open();
        var holidays = await context.SchoolHolidays.AsNoTracking()
            .Where(holiday => holiday.To >= request.From && holiday.From <= request.To)
            .ToListAsync(cancellation);
        return holidays.SelectMany(holiday => Weeks.MondaysOf(holiday.From, holiday.To), (holiday, monday) => (holiday.Area, monday))
            .ToLookup(pair => pair.Area, pair => pair.monday);
    }
}

/// <summary>A proposal, and what it was made from.</summary>
/// <param name="Proposal">The weeks.</param>
/// <param name="Due">How many inspections are due until the end of the span and not planned.</param>
/// <param name="Planned">How many are planned already.</param>
public sealed record ProposalView(Proposal Proposal, int Due, int Planned);
