using AreaSend.Services.Mail;
using AreaSend.Services.Store;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace AreaSend.Services.Deliveries;

/// <summary>That mail to an address came back.</summary>
/// <param name="At">When, by the mail service's clock.</param>
/// <param name="Because">In a sentence without the address.</param>
public sealed record Returned(Instant At, string Because);

/// <summary>Which addresses mail came back from last, so that whoever looks at a contact sees it.</summary>
public sealed class ReturnedMail(StoreDatabase database)
{
    /// <summary>The addresses, in small letters, from which the last e-mail of which the mail service told the end came back.</summary>
    public async Task<IReadOnlyDictionary<string, Returned>> FromAsync(IEnumerable<string> addresses, CancellationToken cancellation = default)
    {
        List<string> sought = [.. addresses.Select(address => address.ToLowerInvariant()).Distinct()];
        await using var context = database.Open();
        var words = await context.NoticeDeliveries.AsNoTracking()
            .Where(word => word.Address != null && sought.Contains(word.Address.ToLower()) && word.Kind != DeliveryKind.Deferred).ToListAsync(cancellation);
        return words.GroupBy(word => word.Address!.ToLowerInvariant())
            .Select(ofOne => (Address: ofOne.Key, Last: ofOne.OrderBy(word => word.At).ThenBy(word => word.Kind).Last()))
            .Where(found => found.Last.Kind.IsFailure())
            .ToDictionary(found => found.Address, found => new Returned(found.Last.At, found.Last.Because));
    }
}
