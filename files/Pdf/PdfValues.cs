using System.Text;
using AreaSend.FileChecks.Packages;

namespace AreaSend.FileChecks.Pdf;

/// <summary>Values that matter behind names which are too short, or too common, to matter by themselves.</summary>
internal static class PdfValues
{
    /// <summary>What a text in UTF-8 begins with, read as single bytes.</summary>
    private static readonly char[] Marks = ['\u00EF', '\u00BB', '\u00BF'];

    /// <summary>How far behind a name its value is looked at.</summary>
    public const int Reach = 1024;

    /// <summary>The names that have such values: files that are embedded, files elsewhere, and addresses.</summary>
    public static bool HasOne(string name) => name is "EF" or "URI" or "F" or "UF";

    /// <param name="name">The name.</param>
    /// <param name="after">What follows it, up to <see cref="Reach"/> bytes.</param>
    public static void Require(string name, ReadOnlySpan<byte> after)
    {
        var value = after[PdfLexer.SkipBlank(after, 0)..];
        if (name == "EF" && (value.StartsWith("<<"u8) || IsReference(value)))
        {
            throw new RefusedException(Refusals.PdfAttachment);
        }

        if (name is "F" or "UF" && IsText(value) && Addresses.IsRemote(Seen(PdfLexer.Text(value))))
        {
            throw new RefusedException(Refusals.PdfAction);
        }

        if (name == "URI" && IsText(value))
        {
            RequireAddress(PdfLexer.Text(value));
        }
    }

    /// <summary>A text that is an object of its own may be an address that stands elsewhere.</summary>
    public static void RequireNoScript(ReadOnlySpan<byte> value)
    {
        if (IsText(value) && Seen(PdfLexer.Text(value)).StartsWith("javascript:", StringComparison.OrdinalIgnoreCase))
        {
            throw new RefusedException(Refusals.PdfAction);
        }
    }

    private static void RequireAddress(string address)
    {
        var seen = Seen(address);
        if (seen.StartsWith(@"\\", StringComparison.Ordinal))
        {
            throw new RefusedException(Refusals.PdfAction);
        }

        try
        {
            RelationshipCheck.RequireClickable(seen);
        }
        catch (RefusedException)
        {
            throw new RefusedException(Refusals.PdfAction);
        }
    }

    private static bool IsText(ReadOnlySpan<byte> value) => value is [(byte)'(' or (byte)'<', ..] && !value.StartsWith("<<"u8);

    /// <summary>Without blanks, and without the mark of UTF-8.</summary>
    private static string Seen(string text) =>
        new StringBuilder().AppendJoin("", text.Where(character => character > ' ' && character != '\u00A0')).ToString().TrimStart(Marks);

    private static bool IsReference(ReadOnlySpan<byte> value)
    {
        var number = PdfLexer.SkipDigits(value, 0);
        var generation = PdfLexer.SkipBlank(value, number);
        var end = PdfLexer.SkipDigits(value, generation);
        var mark = PdfLexer.SkipBlank(value, end);
        return number > 0 && generation > number && end > generation && mark > end && mark < value.Length && value[mark] == 'R';
    }
}
