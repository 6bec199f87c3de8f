using System.Xml;

namespace AreaSend.Lists.Files.Xlsx;

/// <summary>The workbook's own part: its sheets in their order, and the year it counts days from.</summary>
internal sealed record Workbook(bool Uses1904, IReadOnlyList<(SheetInfo Sheet, string Path)> Sheets)
{
    private const int MostSheets = 1_000;

    public static Workbook Read(Package package)
    {
        var path = package.WorkbookPath;
        var relations = package.RelationsOf(path);
        if (path.EndsWith(".bin", StringComparison.OrdinalIgnoreCase))
        {
            throw new UnreadableListException(OtherForms.NoWorkbook(package));
        }

        using var reader = package.Open(path) ?? throw new UnreadableListException(OtherForms.NoWorkbook(package));
        var uses1904 = false;
        var sheets = new List<(SheetInfo, string)>();
        while (reader.Read())
        {
            XmlDepth.Require(reader);
            if (reader.NodeType != XmlNodeType.Element)
            {
                continue;
            }

            if (reader.LocalName == "workbookPr")
            {
                uses1904 = reader.GetAttribute("date1904") is "1" or "true";
            }
            else if (reader.LocalName == "sheet" && RelationOf(reader) is { } id && relations.TryGetValue(id, out var relation) && relation.IsOf("worksheet"))
            {
                sheets.Add(
                    (
                        new SheetInfo(
                            Escapes.Decode((reader.GetAttribute("name") ?? "").ToCharArray()).ToString(),
                            IsHidden: reader.GetAttribute("state") is "hidden" or "veryHidden"),
                        relation.Target));
            }
        }

        return sheets.Count <= MostSheets ? new Workbook(uses1904, sheets) : throw new UnreadableListException(ReadingLimits.TooLarge);
    }

    /// <summary>The sheet's pointer, whichever of the format's two namespaces it stands in.</summary>
    private static string? RelationOf(XmlReader reader) =>
        reader.GetAttribute("id", "http://schemas.openxmlformats.org/officeDocument/2006/relationships")
        ?? reader.GetAttribute("id", "http://purl.oclc.org/ooxml/officeDocument/relationships");
}
