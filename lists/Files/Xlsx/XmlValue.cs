using System.Xml;

namespace AreaSend.Lists.Files.Xlsx;

/// <summary>Reads values without making strings of them: a list has a million, and that keeps its memory flat.</summary>
internal static class XmlValue
{
    /// <summary>The value of the attribute or text that the reader stands on, cut to the room.</summary>
    public static ReadOnlySpan<char> Read(XmlReader reader, char[] room) => room.AsSpan(0, ReadInto(reader, room, 0));

    /// <summary>Writes the value into the room from the place on; tells how many characters there were, or room for.</summary>
    public static int ReadInto(XmlReader reader, char[] room, int from)
    {
        var length = 0;
        while (from + length < room.Length)
        {
            var count = reader.ReadValueChunk(room, from + length, room.Length - from - length);
            if (count == 0)
            {
                break;
            }

            length += count;
        }

        return length;
    }
}
