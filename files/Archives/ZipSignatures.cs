namespace AreaSend.FileChecks.Archives;

/// <summary>The marks by which programs find the records of a zip archive, also where they do not belong.</summary>
internal static class ZipSignatures
{
    /// <summary>Whether any record could be taken to begin in these bytes.</summary>
    public static bool AreIn(ReadOnlySpan<byte> bytes)
    {
        int at;
        while ((at = bytes.IndexOf("PK"u8)) >= 0)
        {
            bytes = bytes[(at + 2)..];
            if (bytes is [< 9, < 9, ..])
            {
                return true;
            }
        }

        return false;
    }
}
