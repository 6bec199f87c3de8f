using System.IO.Compression;
using System.Text;

namespace AreaSend.Lists.Tests.Files;

/// <summary>A workbook whose XML a test writes by hand: whatever Excel, another program or an attacker may put there.</summary>
internal sealed class RawWorkbook
{
    private readonly List<(string Name, string State, string Xml)> _sheets = [];

    public string WorkbookProperties { get; init; } = "";

    public string SharedStrings { get; init; } = "";

    public string CellStyles { get; init; } = """<xf numFmtId="0"/><xf numFmtId="14"/><xf numFmtId="200"/>""";

    public string NumberFormats { get; init; } = """<numFmt numFmtId="200" formatCode="[$-809]dd\ mmmm\ yyyy;@"/>""";

    /// <summary>What stands before the root element of the sheets.</summary>
    public string Prologue { get; init; } = "";

    public RawWorkbook Sheet(string name, string rows, string state = "visible")
    {
        _sheets.Add((name, state, $"""{Prologue}<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetData>{rows}</sheetData></worksheet>"""));
        return this;
    }

    public MemoryStream ToStream()
    {
        var target = new MemoryStream();
        using (var archive = new ZipArchive(target, ZipArchiveMode.Create, leaveOpen: true))
        {
            const string Office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
            Add(archive, "_rels/.rels", Relationships([$"""Id="w" Type="{Office}/officeDocument" Target="xl/workbook.xml" """]));
            Add(archive, "xl/_rels/workbook.xml.rels", Relationships(
            [
                .. _sheets.Select((_, i) => $"""Id="s{i}" Type="{Office}/worksheet" Target="/xl/worksheets/sheet{i}.xml" """),
                $"""Id="t" Type="{Office}/sharedStrings" Target="./sharedStrings.xml" """,
                $"""Id="y" Type="{Office}/styles" Target="../xl/styles.xml" """,
                $"""Id="x" Type="{Office}/externalLink" Target="http://example.org/" TargetMode="External" """,
            ]));
            var sheets = string.Concat(_sheets.Select((sheet, i) => $"""<sheet name="{sheet.Name}" sheetId="{i + 1}" state="{sheet.State}" r:id="s{i}"/>"""));
            Add(archive, "xl/workbook.xml", $"""<workbook xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main" xmlns:r="{Office}">{WorkbookProperties}<sheets>{sheets}</sheets></workbook>""");
            Add(archive, "xl/styles.xml", $"""<styleSheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><numFmts>{NumberFormats}</numFmts><cellStyleXfs><xf numFmtId="14"/></cellStyleXfs><cellXfs>{CellStyles}</cellXfs></styleSheet>""");
            Add(archive, "xl/sharedStrings.xml", $"""<sst xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main">{SharedStrings}</sst>""");
            for (var i = 0; i < _sheets.Count; i++)
            {
                Add(archive, $"xl/worksheets/sheet{i}.xml", _sheets[i].Xml);
            }
        }

        target.Position = 0;
        return target;
    }

    private static string Relationships(IEnumerable<string> relations) =>
        $"""<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">{string.Concat(relations.Select(relation => $"<Relationship {relation}/>"))}</Relationships>""";

    private static void Add(ZipArchive archive, string path, string xml)
    {
        using var writer = new StreamWriter(archive.CreateEntry(path, CompressionLevel.Fastest).Open(), new UTF8Encoding(false));
        writer.Write(xml);
    }
}
