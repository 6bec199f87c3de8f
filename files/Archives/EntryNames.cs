using System.Buffers;
using System.Globalization;
using System.Text;

namespace AreaSend.FileChecks.Archives;

/// <summary>Names inside an archive are data like an upload's own, but whoever unpacks it makes paths of them.</summary>
internal static class EntryNames
{
    private const int Longest = 200;
    private static readonly SearchValues<char> NotOnWindows = SearchValues.Create(":*?\"<>|");

    private static readonly HashSet<string> Devices = new(
        [
            "CON",
            "PRN",
            "AUX",
            "NUL",
            "CONIN$",
            "CONOUT$",
            .. Enumerable.Range(0, 10).SelectMany(port => new[] { $"COM{port}", $"LPT{port}" }),
            "COM¹",
            "COM²",
            "COM³",
            "LPT¹",
            "LPT²",
            "LPT³",
        ],
        StringComparer.OrdinalIgnoreCase);

    /// <exception cref="RefusedException">A name leads elsewhere, or two of them are one file on Windows or a Mac.</exception>
    public static void Require(IReadOnlyList<ZipEntry> entries)
    {
        var taken = new HashSet<string>(StringComparer.OrdinalIgnoreCase);
        var files = new HashSet<string>(StringComparer.OrdinalIgnoreCase);
        var folders = new HashSet<string>(StringComparer.OrdinalIgnoreCase);
        var accented = new Dictionary<string, bool>(StringComparer.OrdinalIgnoreCase);
        foreach (var entry in entries)
        {
            if (!entry.IsOneThing || !IsHarmless(entry.Name))
            {
                throw new RefusedException(Refusals.NameInArchive);
            }

            var name = Folded(OnWindows(entry.Name));
            if (!taken.Add(name) || IsAccentedTwin(name, accented))
            {
                throw new RefusedException(Refusals.TwiceInArchive);
            }

            (entry.IsFolder ? folders : files).Add(name);
            folders.UnionWith(FoldersOf(name));
        }

        if (files.Overlaps(folders))
        {
            throw new RefusedException(Refusals.TwiceInArchive);
        }
    }

    private static bool IsHarmless(string name) =>
        name.Length is > 0 and <= Longest
        && name.AsSpan().IndexOfAny(NotOnWindows) < 0
        && name.TrimEnd('/').Split('/').All(IsHarmlessPart)
        && !name.EndsWith("//", StringComparison.Ordinal)
        && !name.EnumerateRunes().Any(SafeText.IsMisleading);

    /// <summary>
    /// Windows passes over dots and spaces at the end, so that nothing may be left of the parent folder but dots; a device is one with any ending.
    /// </summary>
    private static bool IsHarmlessPart(string part)
    {
        var kept = part.Trim(' ', '.');
        return kept.Length > 0 && !Devices.Contains(kept.Split('.')[0].TrimEnd(' '));
    }

    private static string OnWindows(string name) => string.Join('/', name.TrimEnd('/').Split('/').Select(part => part.TrimEnd('.', ' ')));

    /// <summary>A Mac takes these letters for the ones that they stand for, so names in which they differ are one file there.</summary>
    private static string Folded(string name) => name.All(char.IsAscii) ? name : string.Concat(name.Select(letter => letter switch
    {
        '\u0340' => "\u0300", // accents that were given a second code
        '\u0341' => "\u0301",
        '\u0343' => "\u0313",
        '\u0344' => "\u0308\u0301",
        '\u212A' => "k", // the sign of Kelvin
        '\u212B' => "\u00E5", // the sign of an angstrom
        '\u2126' => "\u03C9", // the sign of Ohm
        '\u017F' => "s", // the long s
        '\u00DF' or '\u1E9E' => "ss",
        '\uFB00' => "ff",
        '\uFB01' => "fi",
        '\uFB02' => "fl",
        '\uFB03' => "ffi",
        '\uFB04' => "ffl",
        '\uFB05' or '\uFB06' => "st",
        _ => letter.ToString(),
    }));

    /// <summary>
    /// A second code of a letter that has one: always replaced by the first where names are composed or taken apart, as on a Mac (Unicode, singleton
    /// decompositions).
    /// </summary>
    private static bool IsOnlyAnotherCode(int letter) => letter is 0x374 or 0x37E or 0x387
        or 0x1F71 or 0x1F73 or 0x1F75 or 0x1F77 or 0x1F79 or 0x1F7B or 0x1F7D or 0x1FBB or 0x1FBE or 0x1FC9 or 0x1FCB or 0x1FD3 or 0x1FDB
        or 0x1FE3 or 0x1FEB or 0x1FEE or 0x1FEF or 0x1FF9 or 0x1FFB or 0x1FFD or 0x2000 or 0x2001 or 0x2329 or 0x232A
        or (>= 0xF900 and <= 0xFAFF) or (>= 0x2F800 and <= 0x2FA1F);

    /// <summary>Whether it is written into the letter before it: an accent, or a part of a Korean syllable.</summary>
    private static bool IsJoined(Rune rune) => rune.Value is >= 0x1160 and <= 0x11FF
        || Rune.GetUnicodeCategory(rune) is UnicodeCategory.NonSpacingMark or UnicodeCategory.SpacingCombiningMark or UnicodeCategory.EnclosingMark;

    private static IEnumerable<string> FoldersOf(string name)
    {
        for (var at = name.IndexOf('/'); at >= 0; at = name.IndexOf('/', at + 1))
        {
            yield return name[..at];
        }
    }

    /// <summary>
    /// A Mac takes é for e with an accent behind it. Names of which one has accents of their own and which are otherwise alike are taken for one file:
    /// the machine's tables of characters are not asked, so é and è count as alike here.
    /// </summary>
    private static bool IsAccentedTwin(string name, Dictionary<string, bool> accented)
    {
        var shape = new StringBuilder();
        var hasAccents = false;
        foreach (var rune in name.EnumerateRunes())
        {
            if (IsOnlyAnotherCode(rune.Value))
            {
                hasAccents = true;
                shape.Append('?');
            }
            else if (IsJoined(rune))
            {
                hasAccents = true;
                shape.Length -= shape.Length > 0 ? 1 : 0;
                shape.Append('?');
            }
            else
            {
                shape.Append(rune.IsAscii ? (char)rune.Value : '?');
            }
        }

        return !accented.TryAdd(shape.ToString(), hasAccents) && accented[shape.ToString()] != hasAccents;
    }
}
