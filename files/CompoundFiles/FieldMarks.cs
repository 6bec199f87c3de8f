using System.Text;
using AreaSend.FileChecks.Packages;

namespace AreaSend.FileChecks.CompoundFiles;

/// <summary>The characters by which the text of an old Word document marks a field: where it begins, where its result follows, where it ends.</summary>
internal sealed class FieldMarks
{
    private const char Begins = '\u0013';
    private const char Separates = '\u0014';
    private const char Ends = '\u0015';

    /// <summary>A code that begins at the end of one reading is seen whole in the next.</summary>
    private const int Overlap = 4096;

    private readonly FieldCodes _codes = new();

    public void Take(string text)
    {
        foreach (var character in text)
        {
            switch (character)
            {
                case Begins:
                    _codes.Begin();
                    break;
                case Separates:
                    _codes.Separate();
                    break;
                case Ends:
                    _codes.End();
                    break;
                default:
                    _codes.Take(character.ToString());
                    break;
            }
        }
    }

    /// <summary>
    /// Looks for the beginnings of fields in all bytes of a document, whatever its tables say of them, in characters of one byte and of two.
    /// Only commands are looked for here, because other bytes than text are read too.
    /// </summary>
    public static void Search(Stream document)
    {
        var buffer = new byte[64 << 10];
        var kept = 0;
        int count;
        while ((count = document.ReadAtLeast(buffer.AsSpan(kept), buffer.Length - kept, throwOnEndOfStream: false)) > 0)
        {
            var filled = kept + count;
            var text = Encoding.Latin1.GetString(buffer, 0, filled).Replace("\0", "");
            for (var at = text.IndexOf(Begins); at >= 0; at = text.IndexOf(Begins, at + 1))
            {
                FieldCodes.RequireNoCommand(text.AsSpan(at + 1));
            }

            kept = Math.Min(Overlap, filled);
            buffer.AsSpan(filled - kept, kept).CopyTo(buffer);
        }
    }
}
