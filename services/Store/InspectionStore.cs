using AreaSend.Core.Calendars;
using AreaSend.Core.Inspections;
using AreaSend.Core.Timetables;
using AreaSend.Services.Areas;
using AreaSend.Services.BankHolidays;
using AreaSend.Services.Engine;
using AreaSend.Services.Mail;
using AreaSend.Services.Publication;
using AreaSend.Services.Work;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace AreaSend.Services.Store;

/// <summary>Inspections: planned, read, and told what happened. Whatever it has answered as recorded is on disk.</summary>
public sealed class InspectionStore(
    StoreDatabase database,
    EventStream stream,
    CalendarLibrary calendars,
    Editions editions,
    FactRecording recording,
    IClock clock,
    ChangeSignal signal)
{
    /// <summary>Plans an inspection under the edition in force on its notification day and the bank holidays of today.</summary>
    /// <param name="area">Three-figure code of the local authority.</param>
    /// <param name="kind">Key of the kind of inspection (<see cref="InspectionKind"/>).</param>
    /// <param name="onSiteStarts">S, the first on-site day.</param>
    /// <param name="by">Who plans it.</param>
    /// <param name="lead">The lead inspector, where known.</param>
    /// <param name="id">Its identifier, where a form has chosen one: sent twice, it plans one inspection.</param>
    /// <param name="shown">The <see cref="VersionOfOpenAsync"/> that somebody decided on; null for whichever there is.</param>
    /// <param name="onSiteEnds">E, the last on-site day; null for the edition's own number of days.</param>
    /// <param name="leadTelephone">The number on which the area can call the lead inspector, where known.</param>
    /// <param name="grounds">Why there is such an inspection, where its kind follows from something before it.</param>
    /// <param name="cancellation">Gives up.</param>
    public async Task<Recording> PlanAsync(
        string area,
        string kind,
        LocalDate onSiteStarts,
        Recorder by,
        Mailbox? lead = null,
        Guid? id = null,
        string? shown = null,
        LocalDate? onSiteEnds = null,
        string? leadTelephone = null,
        Grounds? grounds = null,
        CancellationToken cancellation = default)
    {
        if (id is { } chosen && await FindAsync(chosen, cancellation) is { } already)
        {
            return new Recording.Recorded(already) { Already = true };
        }

        try
        {
            return await PlanAsync(id ?? Guid.CreateVersion7(), area, kind, (onSiteStarts, onSiteEnds), by, lead, leadTelephone, grounds, shown, cancellation);
        }
        catch (VersionConflictException) when (id is not null)
        {
            return new Recording.Recorded((await FindAsync(id.Value, cancellation))!) { Already = true };
        }
    }

    private async Task<Recording> PlanAsync(
        Guid id,
        string area,
        string kind,
        (LocalDate Starts, LocalDate? Ends) onSite,
        Recorder by,
        Mailbox? lead,
        string? leadTelephone,
        Grounds? grounds,
        string? shown,
        CancellationToken cancellation)
    {
        if (LocalAuthorities.Find(area) is null)
        {
            return new Recording.Refused($"There is no local area {area}. Choose one from the list.");
        }

        var now = clock.GetCurrentInstant();
        try
        {
            var calendar = await calendars.CurrentAsync(cancellation);
            if (editions.For(kind, onSite.Starts, calendar.Calendar) is not { } law)
            {
                return new Recording.Refused(
                    $"No edition of the framework that AreaSend holds has a timetable for the kind '{kind}'. Choose one of: {string.Join(", ", editions.Kinds)}.");
            }

            if (PlanningRules.WhyNot(law.Edition, kind, calendar.Calendar, onSite.Starts, onSite.Ends, grounds, now) is { } because)
            {
                return new Recording.Refused(because);
            }

            var type = law.Edition.Find(kind)!;
            var days = PlanningRules.OnSiteDays(type, calendar.Calendar, onSite.Starts, onSite.Ends);
            var planned = new Planned(area, type.Key, law.Edition.Id, onSite.Starts, calendar.Version, days, grounds);
            LoadedInspection? after = null;
            var stored = await RowVersion.WriteAsync(database, shown, context => VersionOfOpenAsync(context, area, cancellation), async context =>
            {
                if (lead is not null)
                {
                    var person = Person.With(RecipientRole.LeadInspector, lead, id, LondonTime.DateOf(now));
                    person.Telephone = leadTelephone;
                    context.People.Add(person);
                }

                // Whoever plans it coordinates it, until somebody says otherwise.
                if (by is { Role: RecorderRole.Coordinator, Person: { } coordinator })
                {
                    context.Assignments.Add(new Assignment { Id = Guid.CreateVersion7(), Inspection = id, Coordinator = coordinator, At = now, By = by });
                }

                var holds = type.Publishes ? await PublicationHolds.CoveringAsync(context, area, now, cancellation) : [];
                after = await stream.AppendAsync(context, id, before: null, [planned, .. holds], by, now, advanced: null, cancellation);
            }, cancellation);
            if (!stored && await FindAsync(id, cancellation) is { } already)
            {
                return new Recording.Recorded(already) { Already = true };
            }

            if (!stored)
            {
                return new Recording.Refused(
                    "Another inspection of this area has been planned, or has ended, since you were shown this one. Look at the area's inspections, then plan again if it is still needed.");
            }

            signal.Raise(id);
            return new Recording.Recorded(after!);
        }
        catch (OutsideCalendarException outside)
        {
            return new Recording.Refused(PlanningRules.Beyond(onSite.Starts, outside));
        }
    }

    /// <summary>The version of an area's open inspections, for the form that plans another to carry.</summary>
    public async Task<string> VersionOfOpenAsync(string area, CancellationToken cancellation = default)
    {
        await using var context = database.Open();
        return await VersionOfOpenAsync(context, area, cancellation);
    }

    /// <summary>The inspection, or null when there is none.</summary>
    public async Task<LoadedInspection?> FindAsync(Guid inspection, CancellationToken cancellation = default)
    {
        await using var context = database.Open();
        return await stream.FindAsync(context, inspection, cancellation);
    }

    /// <summary>Records a fact, if it can be true of the inspection as it stands.</summary>
    /// <param name="inspection">The inspection.</param>
    /// <param name="by">Who records it.</param>
    /// <param name="fact">Builds the fact from the case, its timetable and the present moment; called again if somebody else records in between.</param>
    /// <param name="cancellation">Gives up; nothing is recorded then.</param>
    public Task<Recording> RecordAsync(
        Guid inspection, Recorder by, BuildFact fact, CancellationToken cancellation = default) =>
        RecordAsync(inspection, by, [fact], shown: null, cancellation: cancellation);

    /// <summary>Records facts, if they can be true of the inspection as it stands: all of them in one transaction, or none.</summary>
    /// <param name="inspection">The inspection.</param>
    /// <param name="by">Who records them.</param>
    /// <param name="facts">In order; built anew if somebody else records in between.</param>
    /// <param name="shown">The <see cref="LoadedInspection.Shown"/> that somebody decided on; null for whichever there is.</param>
    /// <param name="person">Somebody named with the facts, who is added to the list of people in the same transaction.</param>
    /// <param name="privateReason">Why, for the inspectorates alone: kept beside the first of the facts, and never part of an event or an e-mail.</param>
    /// <param name="cancellation">Gives up; nothing is recorded then.</param>
    public Task<Recording> RecordAsync(
        Guid inspection,
        Recorder by,
        IReadOnlyList<BuildFact> facts,
        int? shown,
        Person? person = null,
        string? privateReason = null,
        CancellationToken cancellation = default) => recording.RecordAsync(inspection, by, facts, shown, (context, before, _) => Add(context, before, person, privateReason), cancellation);

    /// <summary>The private reasons of an inspection, by the position of the fact that each stands beside.</summary>
    public async Task<IReadOnlyDictionary<int, string>> PrivateReasonsAsync(Guid inspection, CancellationToken cancellation = default)
    {
        await using var context = database.Open();
        return await context.PrivateReasons.AsNoTracking()
            .Where(reason => reason.Inspection == inspection)
            .ToDictionaryAsync(reason => reason.Seq, reason => reason.Words, cancellation);
    }

    /// <summary>The area named its nominated officer.</summary>
    /// <param name="inspection">The inspection.</param>
    /// <param name="by">Who records it.</param>
    /// <param name="officer">The officer: kept in the list of people; the event holds no name.</param>
    /// <param name="happenedAt">When; null for now.</param>
    /// <param name="cancellation">Gives up.</param>
    public Task<Recording> NominateLanoAsync(
        Guid inspection, Recorder by, Mailbox officer, Instant? happenedAt = null, CancellationToken cancellation = default)
    {
        var person = Person.With(RecipientRole.Lano, officer, inspection, LondonTime.DateOf(happenedAt ?? clock.GetCurrentInstant()));
        return RecordAsync(
            inspection,
            by,
            [(_, _, at) => new LanoNominated(happenedAt ?? at, person.Id)],
            shown: null,
            person,
            privateReason: null,
            cancellation);
    }

    private static async Task<string> VersionOfOpenAsync(StoreContext context, string area, CancellationToken cancellation) =>
        RowVersion.Of(await context.Inspections.Where(row => row.Area == area && !row.Ended).Select(row => row.Id).OrderBy(id => id).ToListAsync(cancellation));

    internal static Task Add(StoreContext context, LoadedInspection before, Person? person, string? privateReason)
    {
        if (person is not null)
        {
            context.People.Add(person);
        }

        if (privateReason is not null)
        {
            context.PrivateReasons.Add(new PrivateReason { Inspection = before.Id, Seq = before.Version + 1, Words = privateReason });
        }

        return Task.CompletedTask;
    }
}
