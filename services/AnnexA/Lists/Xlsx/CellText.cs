using AreaSend.Services.AnnexA.Lists.Xlsx.Markup;

namespace AreaSend.Services.AnnexA.Lists.Xlsx;

/// <summary>Reads the text below an element: one run or many, without the phonetic hints that East Asian Excel adds.</summary>
internal static class CellText
{
    /// <summary>The text of all runs below the element the reader stands on, cut to the room; the reader ends on the element's end.</summary>
    public static ReadOnlySpan<char> Read(MarkupReader reader, Span<char> room)
    {
        if (reader.IsEmpty)
        {
            return [];
        }

        var length = 0;
        var depth = reader.Depth;
        var isText = false;
        var isHint = false;
        while (reader.Read() && reader.Depth > depth)
        {
            if (reader.Kind is MarkupKind.Start or MarkupKind.End)
            {
                isHint = reader.Name.SequenceEqual("rPh"u8) ? reader.Kind == MarkupKind.Start && !reader.IsEmpty : isHint;
                isText = reader.Kind == MarkupKind.Start && !reader.IsEmpty && reader.Name.SequenceEqual("t"u8);
            }
            else if (isText && !isHint)
            {
                length += MarkupText.Decode(reader.Text, room[length..], isLiteral: reader.Kind == MarkupKind.LiteralText);
            }
        }

        return room[..length];
    }
}
