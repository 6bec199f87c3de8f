using System.IO.Compression;
using System.Text;

namespace AreaSend.Lists.Workbooks;

/// <summary>Writes an OpenDocument spreadsheet of one sheet with rows of bold text.</summary>
internal static class SpreadsheetFile
{
    public const string MediaType = "application/vnd.oasis.opendocument.spreadsheet";

    private const string Namespaces = """
        xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0" xmlns:table="urn:oasis:names:tc:opendocument:xmlns:table:1.0"
        xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0" xmlns:style="urn:oasis:names:tc:opendocument:xmlns:style:1.0"
        xmlns:fo="urn:oasis:names:tc:opendocument:xmlns:xsl-fo-compatible:1.0" xmlns:number="urn:oasis:names:tc:opendocument:xmlns:datastyle:1.0"
        """;

    private const string Styles = """
        <number:date-style style:name="day"><number:day number:style="long"/><number:text>/</number:text><number:month number:style="long"/><number:text>/</number:text><number:year number:style="long"/></number:date-style>
        <style:style style:name="wide" style:family="table-column"><style:table-column-properties style:column-width="4cm"/></style:style>
        <style:style style:name="bold" style:family="table-cell"><style:text-properties fo:font-weight="bold"/></style:style>
        <style:style style:name="date" style:family="table-cell" style:data-style-name="day"/>
        """;

    /// <summary>An archive remembers when each part was written; a fixed day makes equal content equal bytes.</summary>
    private static readonly DateTimeOffset Written = new(2024, 1, 1, 0, 0, 0, TimeSpan.Zero);

    /// <param name="target">Where it goes; it is left open.</param>
    /// <param name="sheet">The sheet's name.</param>
    /// <param name="rows">The rows, the last of which has as many cells as there are columns.</param>
    /// <param name="dateColumns">Columns whose cells show dates, counted from 0.</param>
    public static void Write(Stream target, string sheet, IReadOnlyList<string[]> rows, IReadOnlySet<int> dateColumns)
    {
        using var archive = new ZipArchive(target, ZipArchiveMode.Create, leaveOpen: true);

        // The format asks for its type as the first part, as it is.
        Part(archive, "mimetype", MediaType, CompressionLevel.NoCompression);
        Part(
            archive,
            "content.xml",
            $"""
            <?xml version="1.0" encoding="UTF-8"?>
            <office:document-content {Namespaces} office:version="1.2"><office:automatic-styles>{Styles}</office:automatic-styles>
            <office:body><office:spreadsheet><table:table table:name="{Text(sheet)}">{Columns(rows[^1].Length, dateColumns)}{string.Concat(
                rows.Select(Row))}</table:table></office:spreadsheet></office:body></office:document-content>
            """);
        Part(archive, "META-INF/manifest.xml", $"""
            <?xml version="1.0" encoding="UTF-8"?>
            <manifest:manifest xmlns:manifest="urn:oasis:names:tc:opendocument:xmlns:manifest:1.0" manifest:version="1.2">
            <manifest:file-entry manifest:full-path="/" manifest:version="1.2" manifest:media-type="{MediaType}"/>
            <manifest:file-entry manifest:full-path="content.xml" manifest:media-type="text/xml"/></manifest:manifest>
            """);
    }

    private static string Columns(int count, IReadOnlySet<int> dateColumns) => string.Concat(Enumerable.Range(0, count).Select(column =>
        $"""<table:table-column table:style-name="wide"{(dateColumns.Contains(column) ? " table:default-cell-style-name=\"date\"" : "")}/>"""));

    private static string Row(string[] cells) => cells.Length == 0
        ? "<table:table-row><table:table-cell/></table:table-row>"
        : $"<table:table-row>{string.Concat(cells.Select(Cell))}</table:table-row>";

    private static string Cell(string text) =>
        $"""<table:table-cell table:style-name="bold" office:value-type="string"><text:p>{Text(text)}</text:p></table:table-cell>""";

    private static string Text(string text) => new StringBuilder(text).Replace("&", "&amp;").Replace("<", "&lt;").Replace("\"", "&quot;").ToString();

    private static void Part(ZipArchive archive, string path, string content, CompressionLevel level = CompressionLevel.Optimal)
    {
        var entry = archive.CreateEntry(path, level);
        entry.LastWriteTime = Written;
        using var part = entry.Open();
        part.Write(Encoding.UTF8.GetBytes(content));
    }
}
