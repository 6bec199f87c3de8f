using System.Globalization;
using System.IO.Compression;
using System.Security;
using System.Text;
using AreaSend.Lists;
using AreaSend.Lists.Samples;
using AreaSend.Lists.Workbooks;
using NodaTime;

namespace AreaSend.Bench.PersonLists;

/// <summary>A clean list 1 written as Excel writes it: texts in a table of their own, cells that point into it.</summary>
internal static class ExcelLikeList
{
    private static readonly LocalDate DayZero = new(1899, 12, 30);

    public static void Write(string path, int children)
    {
        using var archive = ZipFile.Open(path, ZipArchiveMode.Create);
        var texts = new Dictionary<string, int>();
        using (var sheet = Part(archive, "xl/worksheets/sheet1.xml"))
        {
            WriteSheet(sheet, children, texts);
        }

        using (var shared = Part(archive, "xl/sharedStrings.xml"))
        {
            shared.Write(
                $"""<?xml version="1.0" encoding="UTF-8" standalone="yes"?><sst xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main" uniqueCount="{texts.Count}">""");
            foreach (var text in texts.Keys)
            {
                shared.Write($"<si><t>{SecurityElement.Escape(text)}</t></si>");
            }

            shared.Write("</sst>");
        }

        Write(
            archive,
            "xl/styles.xml",
            """<styleSheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><cellXfs count="2"><xf numFmtId="0"/><xf numFmtId="14" applyNumberFormat="1"/></cellXfs></styleSheet>""");
        Write(
            archive,
            "xl/workbook.xml",
            """<workbook xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"><sheets><sheet name="List 1" sheetId="1" r:id="rId1"/></sheets></workbook>""");
        Write(
            archive,
            "xl/_rels/workbook.xml.rels",
            """<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/worksheet" Target="worksheets/sheet1.xml"/><Relationship Id="rId2" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/styles" Target="styles.xml"/><Relationship Id="rId3" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/sharedStrings" Target="sharedStrings.xml"/></Relationships>""");
        Write(
            archive,
            "_rels/.rels",
            """<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="xl/workbook.xml"/></Relationships>""");
        Write(
            archive,
            "[Content_Types].xml",
            """<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/xl/workbook.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"/><Override PartName="/xl/worksheets/sheet1.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.worksheet+xml"/><Override PartName="/xl/styles.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.styles+xml"/><Override PartName="/xl/sharedStrings.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.sharedStrings+xml"/></Types>""");
    }

    private static void WriteSheet(StreamWriter sheet, int children, Dictionary<string, int> texts)
    {
        var columns = ListTemplate.Columns(PersonList.One);
        sheet.Write(
            """<?xml version="1.0" encoding="UTF-8" standalone="yes"?><worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetData>""");
        WriteRow(sheet, 1, columns.Select(column => (object?)ListTemplate.Title(column)), texts);
        for (var i = 1; i <= children; i++)
        {
            var child = SampleChild.Number(i);
            WriteRow(sheet, i + 1, columns.Select(column => child[column]), texts);
        }

        sheet.Write("</sheetData></worksheet>");
    }

    private static void WriteRow(StreamWriter sheet, int number, IEnumerable<object?> cells, Dictionary<string, int> texts)
    {
        sheet.Write($"""<row r="{number}" spans="1:21">""");
        var column = 0;
        foreach (var cell in cells)
        {
            var reference = ColumnLetter.Of(column++) + number.ToString(CultureInfo.InvariantCulture);
            sheet.Write(cell switch
            {
                null => "",
                string text => $"""<c r="{reference}" t="s"><v>{IndexOf(text, texts)}</v></c>""",
                LocalDate date => $"""<c r="{reference}" s="1"><v>{Period.DaysBetween(DayZero, date)}</v></c>""",
                _ => string.Create(CultureInfo.InvariantCulture, $"""<c r="{reference}"><v>{cell}</v></c>"""),
            });
        }

        sheet.Write("</row>");
    }

    private static int IndexOf(string text, Dictionary<string, int> texts) =>
        texts.TryGetValue(text, out var index) ? index : texts[text] = texts.Count;

    private static void Write(ZipArchive archive, string path, string xml)
    {
        using var part = Part(archive, path);
        part.Write(xml);
    }

    private static StreamWriter Part(ZipArchive archive, string path) =>
        new(archive.CreateEntry(path, CompressionLevel.Optimal).Open(), new UTF8Encoding(false), 1 << 16);
}
