using System.Data.Common;
using AreaSend.Core.Calendars;
using AreaSend.Core.Inspections;
using AreaSend.Core.Keeping;
using AreaSend.Core.Rules;
using AreaSend.Services.Store;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging;
using NodaTime;

namespace AreaSend.Services.Keeping;

/// <summary>Finds what may go by the schedule, and puts it into batches for an administrator to confirm. Nothing is disposed of here.</summary>
public sealed class DisposalProposals(StoreDatabase database, EventStream stream, KeepingSchedule schedule, ILogger<DisposalProposals> logger)
{
    private static readonly string Disposed = InspectionEvent.KindOf(typeof(DisposedOf));

    /// <summary>
    /// Proposes what may go on this day and is not proposed yet, each rule in one batch that waits. What waits and may no longer go leaves its batch.
    /// </summary>
    /// <param name="today">The London date.</param>
    /// <param name="cancellation">Gives up.</param>
    /// <returns>How much is newly proposed.</returns>
    public async Task<int> ProposeAsync(LocalDate today, CancellationToken cancellation = default)
    {
        IReadOnlyList<Due> due =
        [
            .. await InspectionsAsync(today, cancellation), .. await ContactsAsync(today, cancellation), .. await TogetherAsync(today, cancellation),
        ];
        var added = 0;
        await RowVersion.WriteAsync(
            database,
            seen: null,
            _ => Task.FromResult(""),
            async context => added = await StoreAsync(context, due, today, cancellation),
            cancellation);
        if (added > 0)
        {
            KeepingLog.Proposed(logger, added);
        }

        return added;
    }

    private async Task<List<Due>> InspectionsAsync(LocalDate today, CancellationToken cancellation)
    {
        await using var context = database.Open();

        // An inspection ends after it was planned: what was planned later than the shortest period ago cannot be due.
        var rules = schedule.OfInspections.ToList();
        var latest = LondonTime.StartOf(today.PlusMonths(-rules.Min(rule => rule.Months)).PlusDays(1));
        var ended = await context.Inspections.AsNoTracking().Where(row => row.Ended && row.PlannedAt < latest).Select(row => row.Id).ToListAsync(cancellation);
        var disposals = await context.Events.AsNoTracking()
            .Where(row => row.Kind == Disposed)
            .GroupBy(row => row.Inspection)
            .Select(group => new { Inspection = group.Key, Count = group.Count() })
            .ToDictionaryAsync(group => group.Inspection, group => group.Count, cancellation);
        var due = new List<Due>();
        foreach (var id in ended.Where(id => disposals.GetValueOrDefault(id) < rules.Count))
        {
            due.AddRange(await OfAsync(context, id, rules, today, cancellation));
        }

        return due;
    }

    private async Task<IReadOnlyList<Due>> OfAsync(StoreContext context, Guid id, List<KeepingRule> rules, LocalDate today, CancellationToken cancellation)
    {
        try
        {
            return await stream.FindAsync(context, id, cancellation) is not { Case: var @case } ? [] :
            [
                .. from rule in rules
                   where KeepingRules.WhyKept(@case, rule, today) is null && !KeepingRules.IsDisposedOf(@case, rule.Key)
                   select new Due(rule, id, Contact: null, @case.Area, KeepingRules.EndOf(@case)!.Value),
            ];
        }
        catch (Exception problem) when (problem is not OperationCanceledException and not DbException)
        {
            // One damaged history does not keep the others.
            KeepingLog.Unreadable(logger, id, problem.Message);
            return [];
        }
    }

    private async Task<IReadOnlyList<Due>> ContactsAsync(LocalDate today, CancellationToken cancellation)
    {
        var rule = schedule[KeepingSchedule.FormerContacts];
        await using var context = database.Open();
        var former = await context.Contacts.AsNoTracking().Where(RoleHolders.LeftBy<Contact>(today.PlusDays(1))).ToListAsync(cancellation);
        var due = former.FindAll(contact => rule.IsDue(contact.To!.Value, today));
        var held = due.Count == 0 ? [] : await HeldAreas.ReadAsync(context, stream, cancellation);
        return
        [
            .. due.Where(contact => contact.Area is null || !held.Contains(contact.Area))
                .Select(contact => new Due(rule, null, contact.Id, contact.Area, contact.To!.Value)),
        ];
    }

    // What belongs to no inspection goes together, up to the last day of which it may.
    private async Task<IReadOnlyList<Due>> TogetherAsync(LocalDate today, CancellationToken cancellation)
    {
        await using var context = database.Open();
        List<Due> due = [];
        foreach (var key in (string[])[KeepingSchedule.HoldReasons, KeepingSchedule.OtherAccess])
        {
            var rule = schedule[key];
            if (await OutsideInspections.LastAsync(context, key, today.PlusMonths(-rule.Months), cancellation) is { } last)
            {
                due.Add(new Due(rule, Inspection: null, Contact: null, Area: null, last));
            }
        }

        return due;
    }

    private static async Task<int> StoreAsync(StoreContext context, IReadOnlyList<Due> due, LocalDate today, CancellationToken cancellation)
    {
        var (batches, added) = (await context.Set<DisposalBatch>().Where(batch => batch.ConfirmedAt == null).ToListAsync(cancellation), 0);
        var waiting = batches.Select(batch => batch.Id).ToList();
        var items = await context.Set<DisposalItem>().Where(item => waiting.Contains(item.Batch)).ToListAsync(cancellation);
        var underWay = await UnderWayAsync(context, cancellation);
        foreach (var newly in due.GroupBy(one => one.Rule.Key))
        {
            var batch = batches.Find(known => known.Rule == newly.Key);
            foreach (var one in newly.Where(one => !underWay.Contains((one.Rule.Key, one.Inspection ?? one.Contact ?? Guid.Empty))))
            {
                if (batch is not null && items.Exists(item => item.Batch == batch.Id && item.Inspection == one.Inspection && item.Contact == one.Contact))
                {
                    continue;
                }

                if (batch is null)
                {
                    batch = new DisposalBatch { Id = Guid.CreateVersion7(), Rule = newly.Key, ProposedAt = LondonTime.StartOf(today) };
                    context.Set<DisposalBatch>().Add(batch);
                }

                context.Set<DisposalItem>().Add(one.In(batch.Id));
                added++;
            }
        }

        foreach (var batch in batches)
        {
            var ofBatch = items.Where(item => item.Batch == batch.Id).ToList();
            var ofRule = due.Where(one => one.Rule.Key == batch.Rule).ToList();
            var gone = ofBatch.Where(item => !ofRule.Exists(one => one.Inspection == item.Inspection && one.Contact == item.Contact)).ToList();
            context.Set<DisposalItem>().RemoveRange(gone);
            if (gone.Count == ofBatch.Count && ofRule.Count == 0)
            {
                context.Set<DisposalBatch>().Remove(batch);
            }
        }

        return added;
    }

    // Confirmed, and its turn has not come yet.
    private static async Task<HashSet<(string Rule, Guid What)>> UnderWayAsync(StoreContext context, CancellationToken cancellation)
    {
        var found = await (
            from item in context.Set<DisposalItem>()
            where item.State == DisposalState.Proposed
            join batch in context.Set<DisposalBatch>() on item.Batch equals batch.Id
            where batch.ConfirmedAt != null
            select new { batch.Rule, item.Inspection, item.Contact }).ToListAsync(cancellation);
        return [.. found.Select(one => (one.Rule, one.Inspection ?? one.Contact ?? Guid.Empty))];
    }

    private sealed record Due(KeepingRule Rule, Guid? Inspection, Guid? Contact, string? Area, LocalDate Anchor)
    {
        public DisposalItem In(Guid batch) => new()
        {
            Id = Guid.CreateVersion7(), Batch = batch, Inspection = Inspection, Contact = Contact, Area = Area, Anchor = Anchor, State = DisposalState.Proposed,
        };
    }
}

/// <summary>The areas with an inspection that is kept for longer: their former contacts are kept too.</summary>
internal static class HeldAreas
{
    private static readonly string Held = InspectionEvent.KindOf(typeof(KeptForLonger));

    public static async Task<HashSet<string>> ReadAsync(StoreContext context, EventStream stream, CancellationToken cancellation)
    {
        var areas = new HashSet<string>();
        var ever = await context.Events.AsNoTracking().Where(row => row.Kind == Held).Select(row => row.Inspection).Distinct().ToListAsync(cancellation);
        foreach (var id in ever)
        {
            if (await stream.FindAsync(context, id, cancellation) is { Case: var @case } && KeepingRules.Holds(@case).Count > 0)
            {
                areas.Add(@case.Area);
            }
        }

        return areas;
    }
}
