namespace AreaSend.FileChecks.Text;

/// <summary>Plain text and CSV: what is left when nothing else fits, so it must be text to the last byte and no source of a program or a page.</summary>
internal static class TextCheck
{
    public static FileKind KindOf(Stream content, FirstPass pass)
    {
        if (!pass.IsText)
        {
            throw new RefusedException(Refusals.UnknownKind);
        }

        if (FirstCharacterOf(pass.Start) == '<')
        {
            throw new RefusedException(Refusals.WebPage);
        }

        if (pass.Start is [(byte)'#', (byte)'!', ..])
        {
            throw new RefusedException(Refusals.Program);
        }

        CommandCells.Refuse(content);
        return FileKind.Text;
    }

    /// <summary>Byte order marks, zeros of UTF-16 and white space go before it.</summary>
    private static char FirstCharacterOf(ReadOnlySpan<byte> start)
    {
        var rest = start.TrimStart(Before);
        return rest.IsEmpty ? '\0' : (char)rest[0];
    }

    private static ReadOnlySpan<byte> Before => [0xEF, 0xBB, 0xBF, 0xFF, 0xFE, 0x00, 0x20, 0x09, 0x0A, 0x0C, 0x0D];
}
