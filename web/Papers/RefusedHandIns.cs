using Microsoft.Extensions.Caching.Memory;

namespace AreaSend.Web.Papers;

/// <summary>Remembers for a while why a file that was handed in was not taken, for the page that follows the form.</summary>
internal sealed class RefusedHandIns
{
    /// <summary>Stands in the address where no file was chosen.</summary>
    public const string NoFile = "no-file";

    private static readonly TimeSpan ForSoLong = TimeSpan.FromMinutes(30);

    private readonly MemoryCache _cache = new(new MemoryCacheOptions { SizeLimit = 10_000 });

    public string Keep(Guid person, string because)
    {
        var key = Guid.NewGuid().ToString("N");
        _cache.Set((person, key), because, new MemoryCacheEntryOptions { AbsoluteExpirationRelativeToNow = ForSoLong, Size = 1 });
        return key;
    }

    public string? Of(Guid person, string key) => _cache.Get<string>((person, key));
}
