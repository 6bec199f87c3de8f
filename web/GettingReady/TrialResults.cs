using AreaSend.Lists.Files;
using Microsoft.Extensions.Caching.Memory;

namespace AreaSend.Web.GettingReady;

/// <summary>
/// Remembers for some minutes, and for whoever sent it alone, what the check of a list found: positions and rules. The list itself is gone by then.
/// </summary>
internal sealed class TrialResults
{
    private static readonly TimeSpan ForSoLong = TimeSpan.FromMinutes(15);

    private readonly MemoryCache _cache = new(new MemoryCacheOptions { SizeLimit = 200 });

    public Guid Keep(Guid person, ListReading reading)
    {
        var key = Guid.NewGuid();
        _cache.Set((person, key), reading, new MemoryCacheEntryOptions { AbsoluteExpirationRelativeToNow = ForSoLong, Size = 1 });
        return key;
    }

    public ListReading? Of(Guid person, Guid key) => _cache.Get<ListReading>((person, key));
}
