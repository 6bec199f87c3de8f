using System.Text;

namespace AreaSend.FileChecks.Archives;

/// <summary>Names inside an archive are data like an upload's own, but whoever unpacks it makes paths of them.</summary>
internal static class EntryNames
{
    private const int Longest = 200;

    public static void Require(IReadOnlyList<ZipEntry> entries)
    {
        var names = new HashSet<string>(StringComparer.OrdinalIgnoreCase);
        foreach (var entry in entries)
        {
            if (entry.IsLink || !IsHarmless(entry.Name))
            {
                throw new RefusedException(Refusals.NameInArchive);
            }

            if (!names.Add(entry.Name))
            {
                throw new RefusedException(Refusals.TwiceInArchive);
            }
        }
    }

    private static bool IsHarmless(string name) =>
        name.Length is > 0 and <= Longest
        && !name.StartsWith('/')
        && !name.Contains(':')
        && !name.Split('/').Any(part => part is ".." or ".")
        && !name.EnumerateRunes().Any(SafeText.IsMisleading);
}
