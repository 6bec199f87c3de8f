using System.Xml;
using AreaSend.FileChecks.Archives;
using AreaSend.FileChecks.XmlGuards;

namespace AreaSend.FileChecks.Packages;

/// <summary>Reads the XML of one part: no DTD, nothing fetched, and bounds on all that an XML reader keeps in memory.</summary>
internal static class PartXml
{
    /// <summary>Elements within elements; tables within tables within text boxes come to some eighty.</summary>
    private const int MostDepth = 512;

    private static readonly XmlReaderSettings CommonSettings = new()
    {
        DtdProcessing = DtdProcessing.Prohibit,
        XmlResolver = null,
        IgnoreComments = true,
        IgnoreProcessingInstructions = true,
        IgnoreWhitespace = true,
        CheckCharacters = false,
        CloseInput = false,
    };

    /// <summary>Shows every node to <paramref name="watch"/>, to the end of the part.</summary>
    public static void Walk(EntryStream part, Action<XmlReader> watch)
    {
        if (part.Start.IsEmpty)
        {
            // LibreOffice leaves parts of its own settings empty.
            part.Finish();
            return;
        }

        var hasBegun = false;
        try
        {
            using var reader = XmlReader.Create(new PartStream(part), Settings());
            while (reader.Read())
            {
                hasBegun |= reader.NodeType == XmlNodeType.Element;
                if (reader.Depth > MostDepth)
                {
                    throw new RefusedException(Refusals.TooMuchMarkup);
                }

                watch(reader);
            }
        }
        catch (XmlException) when (!hasBegun && HasDtd(part))
        {
            throw new RefusedException(Refusals.XmlEntities);
        }
        catch (XmlException)
        {
            throw new RefusedException(Refusals.Damaged);
        }
        catch (MarkupTooLargeException)
        {
            throw new RefusedException(Refusals.TooMuchMarkup);
        }

        part.Finish();
    }

    private static XmlReaderSettings Settings()
    {
        var settings = CommonSettings.Clone();
        settings.NameTable = new BoundedNames();
        return settings;
    }

    /// <summary>The reader has already refused the part; this only finds the better sentence, so it need not see every encoding.</summary>
    private static bool HasDtd(EntryStream part) =>
        part.Start.IndexOf("<!DOCTYPE"u8) >= 0 || part.Start.IndexOf("<\0!\0D\0O\0C\0"u8) >= 0 || part.Start.IndexOf("\0<\0!\0D\0O\0C"u8) >= 0;
}
