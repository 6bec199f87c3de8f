using AreaSend.Core.Calendars;
using AreaSend.Core.Inspections;
using AreaSend.Core.Rules;
using AreaSend.Core.Timetables;
using AreaSend.Services.Areas;
using AreaSend.Services.Mail;
using AreaSend.Services.Store;
using AreaSend.Services.Store.Calendars;
using AreaSend.Services.Work;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace AreaSend.Services.Inspections;

/// <summary>Inspections: planned, read, and told what happened. Whatever it has answered as recorded is on disk.</summary>
public sealed class InspectionStore(
    StoreDatabase database,
    EventStream stream,
    CalendarLibrary calendars,
    Editions editions,
    FactRecording recording,
    StandingFacts standing,
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

        var order = new PlanOrder(id ?? Guid.CreateVersion7(), area, kind, onSiteStarts, onSiteEnds, lead, leadTelephone, grounds);
        try
        {
            return await PlanAsync(order, by, shown, cancellation);
        }
        catch (VersionConflictException) when (id is not null)
        {
            return new Recording.Recorded((await FindAsync(id.Value, cancellation))!) { Already = true };
        }
    }

    /// <summary>Plans many inspections: all of them in one transaction, or none.</summary>
    /// <param name="orders">The inspections, at least one.</param>
    /// <param name="by">Who plans them.</param>
    /// <param name="shown">
    /// The <see cref="VersionOfOpenAsync(IReadOnlyCollection{string}, CancellationToken)"/> of their areas that somebody decided on.
    /// </param>
    /// <param name="cancellation">Gives up; nothing is planned then.</param>
    /// <returns>Why none was planned, in a sentence; null when all were.</returns>
    public async Task<string?> PlanAllAsync(IReadOnlyList<PlanOrder> orders, Recorder by, string shown, CancellationToken cancellation = default)
    {
        var now = clock.GetCurrentInstant();
        var decided = new List<Decided>(orders.Count);
        foreach (var order in orders)
        {
            var (planned, because) = await DecideAsync(order, now, cancellation);
            if (planned is null)
            {
                return because;
            }

            decided.Add(planned);
        }

        List<string> areas = [.. orders.Select(order => order.Area)];
        Recording? begun = null;
        var stored = await RowVersion.WriteAsync(
            database,
            shown,
            context => VersionOfOpenAsync(context, areas, cancellation),
            async context => begun = await BeginAsync(context, decided, by, now, cancellation),
            cancellation);
        if (!stored || begun is Recording.Refused)
        {
            return begun?.WhyNot ?? OtherPlanned;
        }

        foreach (var order in orders)
        {
            signal.Raise(order.Id);
        }

        return null;
    }

    private const string OtherPlanned =
        "Another inspection of this area has been planned, or has ended, since you were shown this one. Look at the area's inspections, then plan again if it is still needed.";

    private async Task<Recording> PlanAsync(PlanOrder order, Recorder by, string? shown, CancellationToken cancellation)
    {
        var now = clock.GetCurrentInstant();
        var (planned, because) = await DecideAsync(order, now, cancellation);
        if (planned is null)
        {
            return new Recording.Refused(because!);
        }

        Recording? begun = null;
        var stored = await RowVersion.WriteAsync(
            database,
            shown,
            context => VersionOfOpenAsync(context, order.Area, cancellation),
            async context => begun = await BeginAsync(context, [planned], by, now, cancellation),
            cancellation);
        if (!stored)
        {
            return await FindAsync(order.Id, cancellation) is { } already
                ? new Recording.Recorded(already) { Already = true }
                : new Recording.Refused(OtherPlanned);
        }

        if (begun is Recording.Recorded)
        {
            signal.Raise(order.Id);
        }

        return begun!;
    }

    /// <summary>An inspection that was asked for, its first event, and how it stands after that.</summary>
    private sealed record Decided(PlanOrder Order, Planned Planned, Inspection Inspection);

    /// <summary>The first event of an inspection that is asked for; or null and why it cannot be planned, in a sentence.</summary>
    private async Task<(Decided? Decided, string? Because)> DecideAsync(PlanOrder order, Instant now, CancellationToken cancellation)
    {
        if (LocalAuthorities.Find(order.Area) is null)
        {
            return (null, $"There is no local area {order.Area}. Choose one from the list.");
        }

        if (Sight.Current.WhyNot(order.Area) is { } notTheirs)
        {
            return (null, notTheirs);
        }

        try
        {
            var calendar = await calendars.CurrentAsync(cancellation);
            if (editions.For(order.Kind, order.OnSiteStarts, calendar.Calendar) is not { } law)
            {
                return (
                    null,
                    $"No edition of the framework that AreaSend holds has a timetable for the kind '{order.Kind}'. Choose one of: {string.Join(", ", editions.Kinds)}.");
            }

            if (PlanningRules.WhyNot(law.Edition, order.Kind, calendar.Calendar, order.OnSiteStarts, order.OnSiteEnds, order.Grounds, now) is { } because)
            {
                return (null, because);
            }

            var type = law.Edition.Find(order.Kind)!;
            var days = PlanningRules.OnSiteDays(type, calendar.Calendar, order.OnSiteStarts, order.OnSiteEnds);
            var planned = new Planned(order.Area, type.Key, law.Edition.Id, order.OnSiteStarts, calendar.Version, days, order.Grounds);

            // Not its first day alone, every date that follows from it has to lie in the known years.
            var @case = InspectionCase.From([new RecordedEvent(1, now, Recorder.Unknown, planned)], editions);
            return (new Decided(order, planned, Inspection.Of(@case, calendar.Calendar)), null);
        }
        catch (OutsideCalendarException outside)
        {
            return (null, PlanningRules.Beyond(editions.Current.Find(order.Kind), order.OnSiteStarts, outside));
        }
    }

    // All of them; or, with the reason, none.
    private async Task<Recording> BeginAsync(StoreContext context, IReadOnlyList<Decided> decided, Recorder by, Instant now, CancellationToken cancellation)
    {
        var all = new List<Beginning>(decided.Count);
        foreach (var (order, planned, inspection) in decided)
        {
            all.Add(new Beginning(order.Id, planned, inspection, await standing(context, inspection.Case, now, cancellation)));
        }

        var begun = await recording.BeginAsync(context, all, by, now, cancellation);
        if (begun is Recording.Recorded)
        {
            foreach (var (order, _, _) in decided)
            {
                AddPeople(context, order, by, now);
            }
        }

        return begun;
    }

    private static void AddPeople(StoreContext context, PlanOrder order, Recorder by, Instant now)
    {
        if (order.Lead is { } lead)
        {
            var person = Person.With(RecipientRole.LeadInspector, lead, order.Id, LondonTime.DateOf(now));
            person.Telephone = order.LeadTelephone;
            context.People.Add(person);
        }

        // Whoever plans it coordinates it, until somebody says otherwise.
        if (by is { Role: RecorderRole.Coordinator, Person: { } coordinator })
        {
            context.Set<Assignment>().Add(new Assignment { Id = Guid.CreateVersion7(), Inspection = order.Id, Coordinator = coordinator, At = now, By = by });
        }
    }

    /// <summary>The version of the open inspections of several areas, for the form that plans others to carry.</summary>
    public async Task<string> VersionOfOpenAsync(IReadOnlyCollection<string> areas, CancellationToken cancellation = default)
    {
        await using var context = database.Open();
        return await VersionOfOpenAsync(context, areas, cancellation);
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
        CancellationToken cancellation = default) =>
        recording.RecordAsync(inspection, by, facts, shown, (context, before, _) => Add(context, before, person, privateReason), cancellation);

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

    private static Task<string> VersionOfOpenAsync(StoreContext context, string area, CancellationToken cancellation) =>
        VersionOfOpenAsync(context, [area], cancellation);

    private static async Task<string> VersionOfOpenAsync(
        StoreContext context, IReadOnlyCollection<string> areas, CancellationToken cancellation) => RowVersion.Of(
        await context.Inspections.Where(row => areas.Contains(row.Area) && !row.Ended).Select(row => row.Id).OrderBy(id => id).ToListAsync(cancellation));

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
