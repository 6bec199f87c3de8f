using System.Globalization;
using System.IO.Compression;
using System.Text;
using System.Xml;
using NodaTime;

namespace AreaSend.Lists.Workbooks;

/// <summary>
/// Writes an Excel workbook sheet by sheet and row by row, with nothing held in memory. Text is written as text and never as a formula.
/// A cell is a <see cref="string"/>, a number, a <see cref="LocalDate"/>, a <see cref="LocalDateTime"/>, a <see cref="CellError"/>, a
/// <see cref="CellFormula"/>, or null for a blank.
/// </summary>
internal sealed class WorkbookWriter : IDisposable
{
    /// <summary>The media type of a workbook.</summary>
    public const string MediaType = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

    private const string Main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
    private const string Office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
    private const string Packages = "http://schemas.openxmlformats.org/package/2006/relationships";
    private const string ContentTypes = "http://schemas.openxmlformats.org/package/2006/content-types";
    private const string DateStyle = "1";
    private const string BoldStyle = "2";

    /// <summary>An archive remembers when each part was written; a fixed day makes equal content equal bytes.</summary>
    private static readonly DateTimeOffset Written = new(2024, 1, 1, 0, 0, 0, TimeSpan.Zero);
    private static readonly LocalDate DayZero = new(1899, 12, 30);

    private readonly ZipArchive _archive;
    private readonly List<(string Name, bool IsHidden)> _sheets = [];
    private XmlWriter? _sheet;
    private int _row;

    /// <param name="target">Where the workbook goes; it is left open.</param>
    public WorkbookWriter(Stream target) => _archive = new ZipArchive(target, ZipArchiveMode.Create, leaveOpen: true);

    /// <summary>
    /// Begins a sheet with columns of the given widths, in characters; cells that are empty in date columns, counted from 0, will show a date.
    /// </summary>
    public void BeginSheet(
        string name,
        IReadOnlyList<int>? widths = null,
        bool isHidden = false,
        IReadOnlySet<int>? dateColumns = null,
        IReadOnlySet<int>? hiddenColumns = null)
    {
        EndSheet();
        _sheets.Add((name, isHidden));
        _row = 0;
        _sheet = Part($"xl/worksheets/sheet{_sheets.Count}.xml");
        _sheet.WriteStartElement("worksheet", Main);
        if (widths is not null)
        {
            WriteWidths(_sheet, widths, dateColumns, hiddenColumns);
        }

        _sheet.WriteStartElement("sheetData", Main);
    }

    /// <summary>Writes the next row.</summary>
    public void Row(IEnumerable<object?> cells, bool isBold = false, bool isHidden = false)
    {
        var sheet = _sheet ?? throw new InvalidOperationException("No sheet has been begun.");
        sheet.WriteStartElement("row", Main);
        sheet.WriteAttributeString("r", Text(++_row));
        if (isHidden)
        {
            sheet.WriteAttributeString("hidden", "1");
        }

        var column = 0;
        foreach (var cell in cells)
        {
            WriteCell(sheet, $"{ColumnLetter.Of(column++)}{_row}", cell, isBold);
        }

        sheet.WriteEndElement();
    }

    /// <summary>Ends the workbook.</summary>
    public void Dispose()
    {
        EndSheet();
        WriteWorkbook();
        WriteRelations("_rels/.rels", [("officeDocument", "xl/workbook.xml")]);
        WriteRelations("xl/_rels/workbook.xml.rels", [.. _sheets.Select((_, i) => ("worksheet", $"worksheets/sheet{i + 1}.xml")), ("styles", "styles.xml")]);
        WriteRaw("xl/styles.xml", $"""
            <styleSheet xmlns="{Main}"><numFmts count="1"><numFmt numFmtId="164" formatCode="dd/mm/yyyy"/></numFmts>
            <fonts count="2"><font><sz val="11"/><name val="Arial"/></font><font><b/><sz val="11"/><name val="Arial"/></font></fonts>
            <fills count="2"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill></fills>
            <borders count="1"><border/></borders><cellStyleXfs count="1"><xf/></cellStyleXfs>
            <cellXfs count="3"><xf numFmtId="0"/><xf numFmtId="164" applyNumberFormat="1"/><xf numFmtId="0" fontId="1" applyFont="1"/></cellXfs></styleSheet>
            """);
        WriteContentTypes();
        _archive.Dispose();
    }

    private static void WriteCell(XmlWriter sheet, string reference, object? cell, bool isBold)
    {
        if (cell is null or "")
        {
            return;
        }

        sheet.WriteStartElement("c", Main);
        sheet.WriteAttributeString("r", reference);
        var isDate = cell is LocalDate or LocalDateTime;
        if (isDate || isBold)
        {
            sheet.WriteAttributeString("s", isDate ? DateStyle : BoldStyle);
        }

        WriteValue(sheet, cell);
        sheet.WriteEndElement();
    }

    private static void WriteValue(XmlWriter sheet, object cell)
    {
        switch (cell)
        {
            case string text:
                sheet.WriteAttributeString("t", "inlineStr");
                sheet.WriteStartElement("is", Main);
                sheet.WriteStartElement("t", Main);
                sheet.WriteAttributeString("xml", "space", null, "preserve");
                sheet.WriteString(Writable(text));
                sheet.WriteEndElement();
                sheet.WriteEndElement();
                break;
            case CellError error:
                sheet.WriteAttributeString("t", "e");
                sheet.WriteElementString("v", Main, error.Shown);
                break;
            case LocalDate date:
                sheet.WriteElementString("v", Main, Text(Period.DaysBetween(DayZero, date)));
                break;
            case LocalDateTime moment:
                sheet.WriteElementString(
                    "v",
                    Main,
                    Text(Period.DaysBetween(DayZero, moment.Date) + (moment.TimeOfDay.TickOfDay / (double)NodaConstants.TicksPerDay)));
                break;
            case CellFormula formula:
                sheet.WriteElementString("f", Main, formula.Expression);
                break;
            default:
                sheet.WriteElementString("v", Main, Text(cell));
                break;
        }
    }

    private static void WriteWidths(XmlWriter sheet, IReadOnlyList<int> widths, IReadOnlySet<int>? dateColumns, IReadOnlySet<int>? hiddenColumns)
    {
        sheet.WriteStartElement("cols", Main);
        for (var i = 0; i < widths.Count; i++)
        {
            sheet.WriteStartElement("col", Main);
            sheet.WriteAttributeString("min", Text(i + 1));
            sheet.WriteAttributeString("max", Text(i + 1));
            sheet.WriteAttributeString("width", Text(widths[i]));
            sheet.WriteAttributeString("customWidth", "1");
            if (hiddenColumns?.Contains(i) == true)
            {
                sheet.WriteAttributeString("hidden", "1");
            }

            if (dateColumns?.Contains(i) == true)
            {
                sheet.WriteAttributeString("style", DateStyle);
            }

            sheet.WriteEndElement();
        }

        sheet.WriteEndElement();
    }

    private void EndSheet()
    {
        _sheet?.WriteEndDocument();
        _sheet?.Dispose();
        _sheet = null;
    }

    private void WriteWorkbook()
    {
        using var workbook = Part("xl/workbook.xml");
        workbook.WriteStartElement("workbook", Main);
        workbook.WriteStartElement("sheets", Main);
        for (var i = 0; i < _sheets.Count; i++)
        {
            workbook.WriteStartElement("sheet", Main);
            workbook.WriteAttributeString("name", _sheets[i].Name);
            workbook.WriteAttributeString("sheetId", Text(i + 1));
            if (_sheets[i].IsHidden)
            {
                workbook.WriteAttributeString("state", "hidden");
            }

            workbook.WriteAttributeString("r", "id", Office, $"rId{i + 1}");
            workbook.WriteEndElement();
        }

        workbook.WriteEndDocument();
    }

    private void WriteRelations(string path, IReadOnlyList<(string Type, string Target)> relations)
    {
        using var part = Part(path);
        part.WriteStartElement("Relationships", Packages);
        for (var i = 0; i < relations.Count; i++)
        {
            part.WriteStartElement("Relationship", Packages);
            part.WriteAttributeString("Id", $"rId{i + 1}");
            part.WriteAttributeString("Type", $"{Office}/{relations[i].Type}");
            part.WriteAttributeString("Target", relations[i].Target);
            part.WriteEndElement();
        }

        part.WriteEndDocument();
    }

    private void WriteContentTypes()
    {
        const string Spreadsheet = "application/vnd.openxmlformats-officedocument.spreadsheetml";
        var sheets = string.Concat(
            _sheets.Select((_, i) => $"""<Override PartName="/xl/worksheets/sheet{i + 1}.xml" ContentType="{Spreadsheet}.worksheet+xml"/>"""));
        WriteRaw("[Content_Types].xml", $"""
            <Types xmlns="{ContentTypes}"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>
            <Default Extension="xml" ContentType="application/xml"/><Override PartName="/xl/workbook.xml" ContentType="{Spreadsheet}.sheet.main+xml"/>
            <Override PartName="/xl/styles.xml" ContentType="{Spreadsheet}.styles+xml"/>{sheets}</Types>
            """);
    }

    private XmlWriter Part(string path) =>
        XmlWriter.Create(Entry(path), new XmlWriterSettings { CloseOutput = true, Encoding = new UTF8Encoding(false) });

    private void WriteRaw(string path, string xml)
    {
        using var writer = new StreamWriter(Entry(path), new UTF8Encoding(false));
        writer.Write(xml);
    }

    private Stream Entry(string path)
    {
        var entry = _archive.CreateEntry(path, CompressionLevel.Optimal);
        entry.LastWriteTime = Written;
        return entry.Open();
    }

    private static string Writable(string text) =>
        text.All(XmlConvert.IsXmlChar) ? text : string.Concat(text.Where(XmlConvert.IsXmlChar));

    private static string Text(object value) => Convert.ToString(value, CultureInfo.InvariantCulture)!;
}
