using AreaSend.Services.Areas;
using AreaSend.Services.Store;
using AreaSend.Services.Store.Figures;
using Microsoft.EntityFrameworkCore;

namespace AreaSend.Bench.Pages;

/// <summary>
/// Makes many inspections of a few, history and all: each copy is another area's, under an identifier and hashes of its own, and the engine leaves it alone.
/// </summary>
internal static class ManyInspections
{
    /// <summary>Copies inspections in turn until so many go on, or have ended.</summary>
    /// <param name="database">Where they are.</param>
    /// <param name="ended">Which of them.</param>
    /// <param name="count">How many there are to be.</param>
    public static async Task MakeAsync(StoreDatabase database, bool ended, int count)
    {
        await using var context = database.Open();
        context.ChangeTracker.AutoDetectChangesEnabled = false;
        var originals = await context.Inspections.AsNoTracking().Where(row => row.Ended == ended).OrderBy(row => row.Id).ToListAsync();
        var events = (await context.Events.AsNoTracking().OrderBy(row => row.Seq).ToListAsync()).ToLookup(row => row.Inspection);
        var people = (await context.People.AsNoTracking().ToListAsync()).ToLookup(row => row.Inspection);
        var figures = await context.Figures.AsNoTracking().ToDictionaryAsync(row => row.Inspection);
        var copies = new List<(Guid Original, Guid Copy)>();
        for (var number = originals.Count; number < count; number++)
        {
            var original = originals[number % originals.Count];
            var (id, area) = (Guid.CreateVersion7(), LocalAuthorities.All[number % LocalAuthorities.All.Count].Code);
            var head = Copy(context, events[original.Id], id, original.Area, area);
            context.Inspections.Add(new InspectionRow
            {
                Id = id, Area = area, Kind = original.Kind, Edition = original.Edition, PlannedAt = original.PlannedAt, NotificationDay = original.NotificationDay,
                OnSiteStarts = original.OnSiteStarts, Calendar = original.Calendar, Phase = original.Phase, NextStep = original.NextStep, NextDue = original.NextDue,
                NextCertainty = original.NextCertainty, Ended = original.Ended, HeadSeq = original.HeadSeq, HeadHash = head,
            });
            context.Figures.Add(new FiguresRow
            {
                Inspection = id, HeadSeq = original.HeadSeq, Figures = figures[original.Id].Figures,
                Activity = figures[original.Id].Activity?.Replace($"\"{original.Area}\"", $"\"{area}\"", StringComparison.Ordinal),
                ReportLink = figures[original.Id].ReportLink, PlanLink = figures[original.Id].PlanLink,
            });
            context.People.AddRange(people[original.Id].Select(person => new Person
            {
                Id = Guid.CreateVersion7(), Inspection = id, Role = person.Role, Name = $"Fictional Lead {number % 60}", Email = $"lead{number % 60}@example.org", Telephone = person.Telephone, From = person.From, To = person.To,
            }));
            copies.Add((original.Id, id));
            if (number % 100 == 99 || number == count - 1)
            {
                await context.SaveChangesAsync();
                context.ChangeTracker.Clear();
                await CopySentAsync(context, copies);
                copies.Clear();
            }
        }
    }

    /// <summary>Their e-mails that have gone out, as one statement each: what still waits would be sent.</summary>
    private static async Task CopySentAsync(StoreContext context, IEnumerable<(Guid Original, Guid Copy)> copies)
    {
        var columns = string.Join(", ", context.Model.FindEntityType(typeof(OutboxNotice))!.GetProperties().Select(column => column.GetColumnName()).Where(column => column != "inspection"));
        var statement = $"INSERT INTO notices (inspection, {columns}) SELECT {{0}}, {columns} FROM notices WHERE inspection = {{1}} AND state = 'Sent'";
        await using var transaction = await context.Database.BeginTransactionAsync();
        foreach (var (original, copy) in copies)
        {
            await context.Database.ExecuteSqlRawAsync(statement, copy, original);
        }

        await transaction.CommitAsync();
    }

    private static string Copy(StoreContext context, IEnumerable<EventRow> events, Guid id, string from, string area)
    {
        var previous = EventHash.Start;
        foreach (var row in events)
        {
            // The first event names the area, and no other does.
            var payload = row.Seq == 1 ? row.Payload.Replace($"\"{from}\"", $"\"{area}\"", StringComparison.Ordinal) : row.Payload;
            var hash = EventHash.Of(previous, id, row.Seq, row.RecordedAt, row.By, payload);
            context.Events.Add(new EventRow
            {
                Inspection = id, Seq = row.Seq, RecordedAt = row.RecordedAt, By = row.By, Kind = row.Kind, Payload = payload, PreviousHash = previous, Hash = hash,
            });
            previous = hash;
        }

        return previous;
    }
}
