using AreaSend.Core.Calendars;
using AreaSend.Core.Inspections;
using AreaSend.Core.Notices;
using AreaSend.Core.Timetables;
using AreaSend.Services.Areas;
using AreaSend.Services.BankHolidays;
using AreaSend.Services.Engine;
using AreaSend.Services.Mail;
using NodaTime;

namespace AreaSend.Services.Store;

/// <summary>Inspections: planned, read, and told what happened. Whatever it has answered as recorded is on disk.</summary>
public sealed class InspectionStore(StoreDatabase database, CalendarLibrary calendars, IClock clock, EngineBell bell)
{
    private readonly EventStream stream = new(calendars);

    /// <summary>Plans an inspection under the newest edition and the bank holidays in force.</summary>
    /// <param name="area">Three-figure code of the local authority.</param>
    /// <param name="kind">The kind of inspection.</param>
    /// <param name="onSiteStarts">S, the first on-site day.</param>
    /// <param name="by">The role that plans it.</param>
    /// <param name="lead">The lead inspector, where known.</param>
    /// <param name="id">Its identifier, where a form has chosen one: sent twice, it plans one inspection.</param>
    /// <param name="cancellation">Gives up.</param>
    public async Task<Recording> PlanAsync(
        string area, InspectionKind kind, LocalDate onSiteStarts, string by, Mailbox? lead = null, Guid? id = null, CancellationToken cancellation = default)
    {
        if (id is { } chosen && await FindAsync(chosen, cancellation) is { } already)
        {
            return new Recording.Recorded(already);
        }

        try
        {
            return await PlanAsync(id ?? Guid.CreateVersion7(), area, kind, onSiteStarts, by, lead, cancellation);
        }
        catch (VersionConflictException) when (id is not null)
        {
            return new Recording.Recorded((await FindAsync(id.Value, cancellation))!);
        }
    }

    private async Task<Recording> PlanAsync(
        Guid id, string area, InspectionKind kind, LocalDate onSiteStarts, string by, Mailbox? lead, CancellationToken cancellation)
    {
        if (LocalAuthorities.Find(area) is null)
        {
            return new Recording.Refused($"There is no local area {area}. Choose one from the list.");
        }

        var now = clock.GetCurrentInstant();
        try
        {
            var calendar = await calendars.CurrentAsync(cancellation);
            if (PlanningRules.WhyNot(calendar.Calendar, onSiteStarts, now) is { } because)
            {
                return new Recording.Refused(because);
            }

            await using var context = database.Open();
            if (lead is not null)
            {
                context.People.Add(Person.With(RecipientRole.LeadInspector, lead, id, LondonTime.DateOf(now)));
            }

            var planned = new Planned(area, kind, FrameworkEditions.Newest.Id, onSiteStarts, calendar.Version);
            return Recorded(await stream.AppendAsync(context, id, before: null, [planned], by, now, advanced: null, cancellation));
        }
        catch (OutsideCalendarException outside)
        {
            return new Recording.Refused(outside.Message);
        }
    }

    /// <summary>The inspection, or null when there is none.</summary>
    public async Task<LoadedInspection?> FindAsync(Guid inspection, CancellationToken cancellation = default)
    {
        await using var context = database.Open();
        return await stream.FindAsync(context, inspection, cancellation);
    }

    /// <summary>Records a fact, if it can be true of the inspection as it stands.</summary>
    /// <param name="inspection">The inspection.</param>
    /// <param name="by">The role that records it.</param>
    /// <param name="fact">Builds the fact from the case, its timetable and the present moment; called again if somebody else records in between.</param>
    /// <param name="cancellation">Gives up; nothing is recorded then.</param>
    public Task<Recording> RecordAsync(
        Guid inspection, string by, Func<InspectionCase, Timetable, Instant, Fact> fact, CancellationToken cancellation = default) =>
        RecordAsync(inspection, by, fact, alongside: null, cancellation);

    /// <summary>The area named its nominated officer.</summary>
    /// <param name="inspection">The inspection.</param>
    /// <param name="by">The role that records it.</param>
    /// <param name="officer">The officer: kept in the list of people; the event holds no name.</param>
    /// <param name="happenedAt">When; null for now.</param>
    /// <param name="cancellation">Gives up.</param>
    public Task<Recording> NominateLanoAsync(
        Guid inspection, string by, Mailbox officer, Instant? happenedAt = null, CancellationToken cancellation = default)
    {
        var now = clock.GetCurrentInstant();
        var person = Person.With(RecipientRole.Lano, officer, inspection, LondonTime.DateOf(happenedAt ?? now));
        return RecordAsync(
            inspection, by, (_, _, at) => new LanoNominated(happenedAt ?? at, person.Id), context => context.People.Add(person), cancellation);
    }

    private async Task<Recording> RecordAsync(
        Guid inspection, string by, Func<InspectionCase, Timetable, Instant, Fact> build, Action<StoreContext>? alongside, CancellationToken cancellation)
    {
        await using var context = database.Open();
        return await VersionConflict.RetryAsync<Recording>(async () =>
        {
            if (await stream.FindAsync(context, inspection, cancellation) is not { } loaded)
            {
                return new Recording.Refused("There is no such inspection.");
            }

            try
            {
                var now = clock.GetCurrentInstant();
                var fact = build(loaded.Case, loaded.Plan, now);
                if (FactRules.WhyNot(loaded.Case, loaded.Plan, fact, now) is { } because)
                {
                    return new Recording.Refused(because);
                }

                alongside?.Invoke(context);
                return Recorded(await stream.AppendAsync(context, inspection, loaded, [fact], by, now, advanced: null, cancellation));
            }
            catch (OutsideCalendarException outside)
            {
                return new Recording.Refused(outside.Message);
            }
        });
    }

    private Recording Recorded(LoadedInspection inspection)
    {
        bell.Ring();
        return new Recording.Recorded(inspection);
    }
}
