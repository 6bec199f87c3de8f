using AreaSend.Services.Publication;
using AreaSend.Services.Store;
using Microsoft.EntityFrameworkCore;

namespace AreaSend.Web.Publication;

/// <summary>A hold that stands.</summary>
/// <param name="Hold">The hold.</param>
/// <param name="What">What it holds, in words.</param>
internal sealed record StandingHold(PublicationHold Hold, string What);

/// <summary>Reads the holds of publication for their page.</summary>
internal sealed class HoldsReader(PublicationHolds holds, StoreDatabase database)
{
    /// <summary>Those that stand, the one that lasts longest first.</summary>
    public async Task<IReadOnlyList<StandingHold>> StandingAsync()
    {
        var standing = await holds.StandingAsync();
        var single = standing.Select(hold => hold.Inspection).OfType<Guid>().ToList();
        await using var context = database.Open();
        var inspections = await context.Inspections.AsNoTracking().Where(row => single.Contains(row.Id)).ToDictionaryAsync(row => row.Id);
        return [.. standing.Select(hold => new StandingHold(hold, HoldWords.Covers(hold, inspections.GetValueOrDefault(hold.Inspection ?? Guid.Empty))))];
    }
}
