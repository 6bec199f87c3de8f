using System.Xml;

namespace AreaSend.Lists.Files.Xlsx;

/// <summary>Reads the text below an element: one run or many, without the phonetic hints that East Asian Excel adds.</summary>
internal static class CellText
{
    /// <summary>The text of all runs below the element the reader stands on, cut to the room; the reader ends on the element's end.</summary>
    public static ReadOnlySpan<char> Read(XmlReader reader, char[] room)
    {
        var length = 0;
        if (reader.IsEmptyElement)
        {
            return [];
        }

        var depth = reader.Depth;
        var phonetic = -1;
        while (reader.Read() && reader.Depth > depth)
        {
            XmlDepth.Require(reader);
            if (reader.NodeType == XmlNodeType.Element && reader.LocalName == "rPh" && phonetic < 0)
            {
                phonetic = reader.Depth;
            }
            else if (phonetic >= 0)
            {
                phonetic = reader.Depth > phonetic || reader.NodeType != XmlNodeType.EndElement ? phonetic : -1;
            }
            else if (reader.NodeType is XmlNodeType.Text or XmlNodeType.CDATA or XmlNodeType.SignificantWhitespace)
            {
                length += XmlValue.ReadInto(reader, room, length);
            }
        }

        return Escapes.Decode(room.AsSpan(0, length));
    }
}
