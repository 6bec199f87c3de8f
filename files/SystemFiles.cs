using System.Text;
using AreaSend.FileChecks.Archives;
using AreaSend.FileChecks.CompoundFiles;

namespace AreaSend.FileChecks;

/// <summary>
/// Files that Windows, a Mac or Word put beside documents and that their sender cannot see. They are passed over, by name and by content:
/// a document under such a name is a document. What is passed over stays in the archive, so it must do nothing when it is unpacked.
/// </summary>
internal static class SystemFiles
{
    private const int MostBytes = 8 << 20;
    private const int LongestLock = 512;
    private const int LongestLockName = 54;

    /// <summary>Whether the entry may be one, by its name.</summary>
    public static bool IsNamedSo(string name)
    {
        var file = FileName(name);
        return file.StartsWith("._", StringComparison.Ordinal)
            || file.StartsWith("~$", StringComparison.Ordinal)
            || file.ToLowerInvariant() is ".ds_store" or "thumbs.db" or "ehthumbs.db" or "desktop.ini";
    }

    /// <param name="name">The entry's name.</param>
    /// <param name="content">Its content, read to its end.</param>
    public static bool IsOne(string name, EntryStream content)
    {
        var start = content.Start.ToArray();
        var copy = new MemoryStream();
        var buffer = new byte[16 << 10];
        int count;
        while ((count = content.Read(buffer)) > 0)
        {
            if (copy.Length <= MostBytes)
            {
                copy.Write(buffer, 0, count);
            }
        }

        var file = FileName(name);
        return copy.Length <= MostBytes && file.ToLowerInvariant() switch
        {
            ".ds_store" => start is [0, 0, 0, 1, (byte)'B', (byte)'u', (byte)'d', (byte)'1', ..],
            "thumbs.db" or "ehthumbs.db" => FileForms.Of(start) == FileForm.CompoundFile && !IsDocument(copy),
            "desktop.ini" => IsFolderSettings(copy),
            _ when file.StartsWith("._", StringComparison.Ordinal) => start is [0x00, 0x05, 0x16, 0x07, 0, 2, 0, 0, ..],
            _ => copy.Length is > 0 and <= LongestLock && start[0] is > 0 and <= LongestLockName && copy.Length > start[0],
        };
    }

    /// <summary>A cache of small pictures has none of the streams by which an office program knows its own.</summary>
    private static bool IsDocument(MemoryStream content)
    {
        try
        {
            return CompoundFileCheck.HasMain(new CompoundFile(content));
        }
        catch (Exception damaged) when (damaged is RefusedException or EndOfStreamException)
        {
            return false;
        }
    }

    /// <summary>Settings of a folder, without a picture from another machine, which Windows would fetch on looking at the folder.</summary>
    private static bool IsFolderSettings(MemoryStream content)
    {
        var text = Encoding.Latin1.GetString(content.GetBuffer(), 0, (int)content.Length).Replace("\0", "");
        return text.TrimStart('\u00FF', '\u00FE', '\u00EF', '\u00BB', '\u00BF', ' ', '\r', '\n').StartsWith('[')
            && !text.Contains(@"\\", StringComparison.Ordinal)
            && !text.Contains("//", StringComparison.Ordinal)
            && !text.Contains("CLSID", StringComparison.OrdinalIgnoreCase);
    }

    private static string FileName(string name) => name[(name.LastIndexOf('/') + 1)..];
}
