using System.Buffers;
using System.IO.Compression;
using AreaSend.FileChecks.Archives;

namespace AreaSend.FileChecks.Pdf;

/// <summary>
/// An object stream packs parts of the document, names and all. It begins with numbers, so any packed stream that does is inflated and searched,
/// whatever its dictionary says; pictures and pages of text are not.
/// </summary>
internal static class PdfObjectStream
{
    /// <summary>Objects of one stream; office programs put some hundred in each.</summary>
    private const int MostBytes = 32 << 20;

    private static readonly SearchValues<byte> WhiteSpace = SearchValues.Create(" \t\r\n\f\0"u8);

    public static void Check(Stream content, PdfStreamStart stream, CheckScope scope)
    {
        content.Position = stream.Position;
        var isPacked = IsZlib(content.ReadByte(), content.ReadByte());
        if (isPacked)
        {
            Inflate(content, stream, scope);
        }
        else if (stream.SaysObjects)
        {
            // Packed in another way, or in two ways at once, which no program in an office does.
            throw new RefusedException(Refusals.PdfUnchecked);
        }
    }

    private static void Inflate(Stream content, PdfStreamStart stream, CheckScope scope)
    {
        using var inflated = new ZLibStream(new StreamSlice(content, stream.Position, content.Length - stream.Position), CompressionMode.Decompress);
        var buffer = ArrayPool<byte>.Shared.Rent(32 << 10);
        try
        {
            var objects = new MemoryStream();
            int count;
            while ((count = inflated.Read(buffer)) > 0)
            {
                var read = buffer.AsSpan(0, count);
                if (objects.Length == 0 && !MayBeObjects(read))
                {
                    Require(!stream.SaysObjects);
                    return;
                }

                objects.Write(read);
                scope.Cancellation.ThrowIfCancellationRequested();
                scope.Budget.SpendBytes(count, objects.Length, content.Length);
                Require(objects.Length <= MostBytes);
            }

            Search(objects.GetBuffer().AsSpan(0, (int)objects.Length));
        }
        catch (InvalidDataException)
        {
            // Not a packed stream after all, or a damaged one that no program can use; but an object stream must be sound.
            Require(!stream.SaysObjects);
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(buffer);
        }
    }

    private static void Search(ReadOnlySpan<byte> objects)
    {
        var names = new PdfNames(PdfRefusals.Require, notesStreams: false);
        names.Take(objects);
        names.Take(" "u8);
        foreach (var (position, name) in names.Valued)
        {
            PdfValues.Require(name, objects[(int)Math.Min(position, objects.Length)..]);
        }
    }

    private static void Require(bool canBeChecked)
    {
        if (!canBeChecked)
        {
            throw new RefusedException(Refusals.PdfUnchecked);
        }
    }

    /// <summary>A number is the first thing in an object stream, but for white space or a comment.</summary>
    private static bool MayBeObjects(ReadOnlySpan<byte> start)
    {
        var first = start.IndexOfAnyExcept(WhiteSpace);
        return first < 0 || start[first] is (>= (byte)'0' and <= (byte)'9') or (byte)'+' or (byte)'-' or (byte)'%';
    }

    /// <summary>The two bytes that zlib data begins with: method 8, and a check that they divide by 31.</summary>
    private static bool IsZlib(int first, int second) => (first & 0xF) == 8 && second >= 0 && ((first << 8) | second) % 31 == 0;
}
