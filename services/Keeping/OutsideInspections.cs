using AreaSend.Core.Calendars;
using AreaSend.Core.Keeping;
using AreaSend.Services.Publication;
using AreaSend.Services.Store;
using AreaSend.Services.Uploads;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace AreaSend.Services.Keeping;

/// <summary>What is kept and belongs to no inspection: private reasons of holds over a region or the country, and lines of the access log.</summary>
internal static class OutsideInspections
{
    /// <summary>The last day, up to this one, that something of a rule counts from; null where there is nothing.</summary>
    public static async Task<LocalDate?> LastAsync(StoreContext context, string rule, LocalDate upTo, CancellationToken cancellation)
    {
        if (rule == KeepingSchedule.HoldReasons)
        {
            var ends = (await HoldsAsync(context, upTo, cancellation)).Select(EndOf).ToList();
            return ends.Count == 0 ? null : ends.Max();
        }

        var before = LondonTime.StartOf(upTo.PlusDays(1));
        return await context.Set<AccessRecord>().Where(line => line.Inspection == null && line.Digest == null && line.At < before)
            .OrderByDescending(line => line.At)
            .Select(line => (Instant?)line.At)
            .FirstOrDefaultAsync(cancellation) is { } last
                ? LondonTime.DateOf(last)
                : null;
    }

    /// <summary>Takes out what counts from a day or an earlier one. Changes are left to the context.</summary>
    public static async Task EraseAsync(StoreContext context, string rule, LocalDate upTo, Instant now, CancellationToken cancellation)
    {
        if (rule == KeepingSchedule.HoldReasons)
        {
            foreach (var hold in await HoldsAsync(context, upTo, cancellation))
            {
                Erasure.PrivateReasonOf(context, hold);
            }

            return;
        }

        var before = LondonTime.StartOf(upTo.PlusDays(1));
        Erasure.Lines(
            context,
            await context.Set<AccessRecord>().Where(line => line.Inspection == null && line.Digest == null && line.At < before).ToListAsync(cancellation),
            now);
    }

    private static async Task<List<PublicationHold>> HoldsAsync(StoreContext context, LocalDate upTo, CancellationToken cancellation)
    {
        var holds = context.Set<PublicationHold>()
            .Where(row => row.Scope != HoldScope.Inspection && (row.PrivateReason != null || row.LiftedPrivately != null));
        return (await holds.ToListAsync(cancellation)).FindAll(hold => EndOf(hold) <= upTo);
    }

    private static LocalDate EndOf(PublicationHold hold) => hold.LiftedAt is { } lifted ? LondonTime.DateOf(lifted) : hold.Until;
}
