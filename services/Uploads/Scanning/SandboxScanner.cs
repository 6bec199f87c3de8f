using System.IO.Compression;

namespace AreaSend.Services.Uploads.Scanning;

/// <summary>
/// Stands in for a scanner in the sandbox: it knows the EICAR test string and nothing else, in the file itself or packed in a zip archive
/// (which a Word or Excel file is too). Never for real documents.
/// </summary>
internal sealed class SandboxScanner : IMalwareScanner
{
    /// <summary>More than a sandbox's sample files unpack to; beyond it there is no verdict, so that a bomb cannot hold the host up.</summary>
    private const long MostInflatedBytes = 512L << 20;
    private const int MostEntries = 10_000;

    /// <inheritdoc />
    public async Task<ScanVerdict> ScanAsync(Stream content, CancellationToken cancellation)
    {
        var start = content.Position;
        var search = new ByteSearch(Eicar.TestString);
        if (await search.IsInAsync(content, long.MaxValue, cancellation))
        {
            return new ScanVerdict.Infected(Eicar.Name);
        }

        content.Position = start;
        return IsZip(content) ? await ScanEntriesAsync(content, cancellation) : Clean;
    }

    private static ScanVerdict Clean => new ScanVerdict.Clean("sandbox", "eicar");

    private static bool IsZip(Stream content)
    {
        Span<byte> first = stackalloc byte[4];
        var count = content.ReadAtLeast(first, first.Length, throwOnEndOfStream: false);
        content.Position -= count;
        return first.SequenceEqual("PK\x03\x04"u8);
    }

    private static async Task<ScanVerdict> ScanEntriesAsync(Stream content, CancellationToken cancellation)
    {
        try
        {
            using var archive = new ZipArchive(content, ZipArchiveMode.Read, leaveOpen: true);
            var left = MostInflatedBytes;
            foreach (var entry in archive.Entries.Take(MostEntries))
            {
                var search = new ByteSearch(Eicar.TestString);
                await using var inflated = await entry.OpenAsync(cancellation);
                if (await search.IsInAsync(inflated, left, cancellation))
                {
                    return new ScanVerdict.Infected(Eicar.Name);
                }

                left -= search.BytesSeen;
            }

            return left > 0 && archive.Entries.Count <= MostEntries
                ? Clean
                : new ScanVerdict.NoVerdict("The archive unpacks to more than the sandbox scanner looks through.");
        }
        catch (InvalidDataException)
        {
            // A damaged or encrypted archive holds nothing that this scanner could know; its structure is judged by the checks that follow.
            return Clean;
        }
    }
}
