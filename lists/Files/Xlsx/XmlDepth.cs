using System.Xml;

namespace AreaSend.Lists.Files.Xlsx;

/// <summary>An XML reader remembers every open element, so a file may not open them without end.</summary>
internal static class XmlDepth
{
    public static void Require(XmlReader reader)
    {
        if (reader.Depth > ReadingLimits.Depth)
        {
            throw new UnreadableListException(ReadingLimits.Damaged);
        }
    }
}
