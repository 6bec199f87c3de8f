using System.Globalization;
using System.IO.Compression;
using System.Security;
using System.Text;
using AreaSend.Lists;
using AreaSend.Lists.Findings;
using AreaSend.Lists.Samples;
using NodaTime;

namespace AreaSend.Bench.PersonLists;

/// <summary>The same clean list 1 as LibreOffice and as a case system would write it.</summary>
internal static class ListInOtherForms
{
    private const string Namespaces =
        """xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0" xmlns:table="urn:oasis:names:tc:opendocument:xmlns:table:1.0" xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0" """;

    /// <summary>An OpenDocument spreadsheet: each row ends in repeated empty cells, and the sheet in a repeated empty row.</summary>
    public static void WriteOpenDocument(string path, int children)
    {
        using var archive = ZipFile.Open(path, ZipArchiveMode.Create);
        using (var type = new StreamWriter(archive.CreateEntry("mimetype", CompressionLevel.NoCompression).Open()))
        {
            type.Write("application/vnd.oasis.opendocument.spreadsheet");
        }

        using var content = new StreamWriter(archive.CreateEntry("content.xml", CompressionLevel.Optimal).Open(), new UTF8Encoding(false), 1 << 16);
        content.Write(
            $"""<?xml version="1.0" encoding="UTF-8"?><office:document-content {Namespaces}><office:body><office:spreadsheet><table:table table:name="List 1">""");
        foreach (var row in Rows(children))
        {
            content.Write("<table:table-row>");
            foreach (var cell in row)
            {
                content.Write(Cell(cell));
            }

            content.Write("""<table:table-cell table:number-columns-repeated="16363"/></table:table-row>""");
        }

        content.Write(
            """<table:table-row table:number-rows-repeated="1000"><table:table-cell table:number-columns-repeated="16384"/></table:table-row></table:table></office:spreadsheet></office:body></office:document-content>""");
    }

    /// <summary>Text with commas, dates as people in England write them.</summary>
    public static void WriteText(string path, int children)
    {
        using var file = new StreamWriter(path);
        foreach (var row in Rows(children))
        {
            file.WriteLine(string.Join(',', row.Select(cell => cell switch
            {
                LocalDate date => date.ToString("dd/MM/uuuu", CultureInfo.InvariantCulture),
                string text => $"\"{text.Replace("\"", "\"\"", StringComparison.Ordinal)}\"",
                _ => Convert.ToString(cell, CultureInfo.InvariantCulture),
            })));
        }
    }

    private static IEnumerable<IEnumerable<object?>> Rows(int children)
    {
        var columns = ListTemplate.Columns(PersonList.One);
        yield return columns.Select(column => (object?)ListTemplate.Title(column));
        for (var number = 1; number <= children; number++)
        {
            var child = SampleChild.Number(number);
            yield return columns.Select(column => child[column]);
        }
    }

    private static string Cell(object? cell) => cell switch
    {
        null => "<table:table-cell/>",
        LocalDate date =>
            $"""<table:table-cell office:value-type="date" office:date-value="{date:uuuu-MM-dd}"><text:p>{date:dd/MM/uuuu}</text:p></table:table-cell>""",
        string text => $"""<table:table-cell office:value-type="string"><text:p>{SecurityElement.Escape(text)}</text:p></table:table-cell>""",
        _ => string.Create(
            CultureInfo.InvariantCulture,
            $"""<table:table-cell office:value-type="float" office:value="{cell}"><text:p>{cell}</text:p></table:table-cell>"""),
    };
}
