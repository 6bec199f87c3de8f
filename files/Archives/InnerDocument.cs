namespace AreaSend.FileChecks.Archives;

/// <summary>A document inside another: laid out on disk, where a check can go back and forth in it, and checked like an upload.</summary>
internal static class InnerDocument
{
    public static FileKind KindOf(EntryStream entry, CheckScope scope)
    {
        var deeper = scope.Deeper();
        using var scratch = ScratchFile.Create();
        Copy(entry, scratch, scope.Limits.FileBytes);
        return DocumentCheck.KindOf(scratch, FirstPass.Read(scratch, scope.Cancellation), deeper);
    }

    private static void Copy(EntryStream entry, FileStream scratch, long mostBytes)
    {
        var buffer = new byte[64 << 10];
        int count;
        while ((count = entry.Read(buffer)) > 0)
        {
            scratch.Write(buffer.AsSpan(0, count));
            if (scratch.Length > mostBytes)
            {
                throw new RefusedException(Refusals.TooLarge(mostBytes));
            }
        }
    }
}
