namespace AreaSend.FileChecks.Archives;

/// <summary>
/// The parts of an office document for whoever reads them, through the same strict directory that the checks use: what was checked is what is read.
/// </summary>
public sealed class ZipParts
{
    /// <summary>Whoever reads a part counts its bytes; only what no deflate comes to is a ratio too high here.</summary>
    private static readonly UploadLimits Limits = new() { Ratio = 2_000 };

    private readonly Stream _content;
    private readonly IReadOnlyList<ZipEntry> _entries;
    private readonly CheckScope _scope;

    private ZipParts(Stream content, IReadOnlyList<ZipEntry> entries, CheckScope scope) => (_content, _entries, _scope) = (content, entries, scope);

    /// <summary>Reads the directory.</summary>
    /// <param name="content">The file; seekable, left open.</param>
    /// <param name="cancellation">Ends the reading between two records or two reads of a part.</param>
    /// <exception cref="RefusedException">The archive is damaged, or contradicts itself.</exception>
    /// <exception cref="EndOfStreamException">The archive breaks off.</exception>
    public static ZipParts Read(Stream content, CancellationToken cancellation)
    {
        var scope = new CheckScope(Limits, new InflationBudget(Limits), Depth: 0, cancellation);
        return new ZipParts(content, ZipDirectory.Read(content, scope), scope);
    }

    /// <summary>The names of all parts, in the order of the directory.</summary>
    public IEnumerable<string> Names => _entries.Select(entry => entry.Name);

    /// <summary>The content of a part, which may be read beside that of others; null when there is none of this name. Names are the same in capitals.</summary>
    /// <exception cref="RefusedException">Its content is damaged; also while it is read.</exception>
    public Stream? Open(string name) => Find(name) is { } entry ? new EntryStream(_content, entry, _scope) : null;

    /// <summary>Whether there is a part of this name.</summary>
    public bool Has(string name) => Find(name) is not null;

    private ZipEntry? Find(string name) => _entries.FirstOrDefault(entry => string.Equals(entry.Name, name, StringComparison.OrdinalIgnoreCase));
}
