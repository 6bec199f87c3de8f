using Microsoft.Extensions.Caching.Memory;

namespace AreaSend.Web.Lano;

/// <summary>What became of a file that a form posted.</summary>
/// <param name="Name">Its name: data.</param>
/// <param name="Document">The document, where it came in, now or before.</param>
/// <param name="Because">Why it did not, or not once more, in a sentence.</param>
internal sealed record SentFile(string Name, Guid? Document, string? Because);

/// <summary>
/// Remembers for a while what became of a form's files, for the page that follows the form. What came in is in the store anyway;
/// what is lost with the process is only why a file did not.
/// </summary>
internal sealed class SentFiles
{
    private static readonly TimeSpan ForSoLong = TimeSpan.FromMinutes(30);

    private readonly MemoryCache _cache = new(new MemoryCacheOptions { SizeLimit = 10_000 });

    public Guid Keep(Guid? officer, IReadOnlyList<SentFile> files)
    {
        var key = Guid.NewGuid();
        _cache.Set((officer, key), files, new MemoryCacheEntryOptions { AbsoluteExpirationRelativeToNow = ForSoLong, Size = files.Count });
        return key;
    }

    public IReadOnlyList<SentFile>? Of(Guid? officer, Guid key) => _cache.Get<IReadOnlyList<SentFile>>((officer, key));
}
