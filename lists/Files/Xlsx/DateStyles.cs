using System.Globalization;
using System.Xml;

namespace AreaSend.Lists.Files.Xlsx;

/// <summary>Which of a workbook's cell styles show a number as a date.</summary>
internal sealed class DateStyles
{
    private const int MostStyles = 65_536;

    private readonly List<bool> _isDate = [];

    /// <summary>Whether the style shows a date.</summary>
    public bool this[int style] => (uint)style < (uint)_isDate.Count && _isDate[style];

    public static DateStyles Read(XmlReader? reader)
    {
        var styles = new DateStyles();
        var formats = new Dictionary<int, bool>();
        var isCellStyles = false;
        while (reader?.Read() == true)
        {
            XmlDepth.Require(reader);
            if (reader.NodeType == XmlNodeType.EndElement)
            {
                isCellStyles &= reader.LocalName != "cellXfs";
            }
            else if (reader.NodeType == XmlNodeType.Element)
            {
                isCellStyles |= reader.LocalName == "cellXfs" && !reader.IsEmptyElement;
                styles.Take(reader, formats, isCellStyles);
            }
        }

        return styles;
    }

    private void Take(XmlReader reader, Dictionary<int, bool> formats, bool isCellStyle)
    {
        if (formats.Count > MostStyles || _isDate.Count > MostStyles)
        {
            throw new UnreadableListException(ReadingLimits.TooLarge);
        }

        if (reader.LocalName is not ("numFmt" or "xf") || !int.TryParse(reader.GetAttribute("numFmtId"), CultureInfo.InvariantCulture, out var id))
        {
            if (isCellStyle && reader.LocalName == "xf")
            {
                _isDate.Add(false);
            }
        }
        else if (reader.LocalName == "numFmt")
        {
            formats[id] = ShowsDate(reader.GetAttribute("formatCode") ?? "");
        }
        else if (isCellStyle)
        {
            _isDate.Add(formats.TryGetValue(id, out var isDate) ? isDate : id is (>= 14 and <= 22) or (>= 27 and <= 36) or (>= 50 and <= 58));
        }
    }

    /// <summary>Whether a format's code names a day, month or year outside quotation marks, brackets and escapes.</summary>
    private static bool ShowsDate(string format)
    {
        for (var i = 0; i < format.Length; i++)
        {
            switch (format[i])
            {
                case '"':
                    i = Skip(format, i, '"');
                    break;
                case '[':
                    i = Skip(format, i, ']');
                    break;
                case '\\' or '_' or '*':
                    i++;
                    break;
                case 'd' or 'D' or 'm' or 'M' or 'y' or 'Y':
                    return true;
            }
        }

        return false;
    }

    private static int Skip(string format, int from, char to)
    {
        var end = format.IndexOf(to, from + 1);
        return end < 0 ? format.Length : end;
    }
}
