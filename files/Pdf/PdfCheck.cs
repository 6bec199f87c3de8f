namespace AreaSend.FileChecks.Pdf;

/// <summary>
/// PDF: its header is the first thing in the file and its end mark the last, and no name in it calls for a script, a program, an attachment or a password.
/// Names are looked for throughout the file, whatever its cross-reference table says is in use, and inside the object streams that are packed.
/// </summary>
internal static class PdfCheck
{
    private const int EndMarkWithin = 1024;

    public static FileKind KindOf(Stream content, CheckScope scope)
    {
        RequireEnd(content);
        var names = new PdfNames(PdfRefusals.Require, notesStreams: true);
        content.Position = 0;
        var buffer = new byte[64 << 10];
        int count;
        while ((count = content.Read(buffer)) > 0)
        {
            scope.Cancellation.ThrowIfCancellationRequested();
            names.Take(buffer.AsSpan(0, count));
        }

        RequireValues(content, names, scope);
        foreach (var stream in names.Streams)
        {
            PdfObjectStream.Check(content, stream, scope);
        }

        return FileKind.Pdf;
    }

    private static void RequireValues(Stream content, PdfNames names, CheckScope scope)
    {
        var buffer = new byte[PdfValues.Reach];
        foreach (var (position, name) in names.Valued)
        {
            content.Position = position;
            PdfValues.Require(name, buffer.AsSpan(0, content.ReadAtLeast(buffer, buffer.Length, throwOnEndOfStream: false)));
        }

        foreach (var position in names.Objects)
        {
            scope.Cancellation.ThrowIfCancellationRequested();
            if (PdfStreamObject.ObjectsAt(content, position) is { } packed)
            {
                PdfObjectStream.Check(content, new PdfStreamStart(packed, SaysObjects: true), scope);
            }
        }
    }

    private static void RequireEnd(Stream content)
    {
        var tail = new byte[Math.Min(content.Length, EndMarkWithin)];
        content.Position = content.Length - tail.Length;
        content.ReadExactly(tail);
        if (tail.AsSpan().LastIndexOf("%%EOF"u8) < 0)
        {
            throw new RefusedException(Refusals.Truncated);
        }
    }
}
