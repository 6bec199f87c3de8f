using System.IO.Hashing;
using System.Text;
using AreaSend.FileChecks;
using AreaSend.FileChecks.Tests.Samples;
using static AreaSend.FileChecks.Tests.OddFile;

namespace AreaSend.FileChecks.Tests;

/// <summary>Excel workbooks.</summary>
internal static class OddWorkbooks
{
    private const string Macros = "The file contains macros";
    private const string Formats = "application/vnd.openxmlformats-officedocument.spreadsheetml.";
    private const string Main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";

    public static OddFile[] Large { get; } =
    [
        Refused("10 million cells", "list.xlsx", "each by itself is an ordinary cell", "cells", "The workbook has more than 8,000,000 cells", TenMillionCells),
        Refused("shared-string bomb", "list.xlsx", "five million texts that a reader would hold", "shared-strings", "The workbook's table of texts is larger", SharedStringBomb),
    ];

    public static OddFile[] All { get; } =
    [
        .. Large,
        Taken("workbook", "list.xlsx", "an ordinary workbook", FileKind.Xlsx, () => OfficeSample.Xlsx().ToBytes()),
        Taken("book of 1904", "list.xlsx", "Excel for Mac counted days from 1904", FileKind.Xlsx, () => OfficeSample.Xlsx(properties: "<workbookPr date1904=\"1\"/>").ToBytes()),
        Taken("formulas in a workbook", "list.xlsx", "figures are calculated", FileKind.Xlsx, () => OfficeSample.Xlsx("""<row r="1"><c r="A1"><f>SUM(B1:B9)</f><v>3</v></c></row>""").ToBytes()),
        Refused("macro book renamed", "list.xlsx", "saved as .xlsm, renamed", "macros", Macros, () => OfficeSample.Xlsx(type: "application/vnd.ms-excel.sheet.macroEnabled.main+xml").Relation("vbaProject", "vbaProject.bin").Part("xl/vbaProject.bin", "x").ToBytes()),
        Refused("Excel 4 macro sheet", "list.xlsx", "macros that are not in a project", "macros", Macros, () => OfficeSample.Xlsx().Relation("xlMacrosheet", "macrosheets/sheet1.xml").Part("xl/macrosheets/sheet1.xml", "<x/>").ToBytes()),
        Refused("binary workbook", "list.xlsx", "saved as .xlsb, renamed", "kind", "This is a binary workbook (.xlsb)", () => OfficeSample.Xlsx(type: "application/vnd.ms-excel.sheet.binary.macroEnabled.main").ToBytes()),
        Refused("linked workbook", "list.xlsx", "values from a file that inspectors do not have", "external-link", "The file draws on something outside it", () => OfficeSample.Xlsx().Relation("externalLink", "externalLinks/externalLink1.xml").Part("xl/externalLinks/externalLink1.xml", "<x/>").ToBytes()),
        Refused("connection to a database", "list.xlsx", "asks a server on opening", "data-connection", "The file has a connection to data outside it", () => OfficeSample.Xlsx().Relation("connections", "connections.xml").Part("xl/connections.xml", "<x/>").ToBytes()),
        Refused("encrypted book", "list.xlsx", "a password, or a sensitivity label that encrypts", "encrypted", "The file is protected by a password or a sensitivity label", () => new CompoundSample().Stream("EncryptionInfo", 4, 0, 4, 0).Stream("EncryptedPackage", 1, 2, 3).ToBytes()),
    ];

    private static byte[] TenMillionCells() =>
        WithPart("xl/worksheets/sheet2.xml", "worksheet+xml", $"""<worksheet xmlns="{Main}"><sheetData>""", "</sheetData></worksheet>", times: 500, Text(20_000, "<row>", number => $"<c><v>{number * 7919}</v></c>", "</row>"));

    private static byte[] SharedStringBomb() =>
        WithPart("xl/sharedStrings.xml", "sharedStrings+xml", $"""<sst xmlns="{Main}">""", "</sst>", times: 250, Text(20_000, "", number => $"<si><t>{number * 7919}</t></si>", ""));

    private static string Text(int count, string before, Func<int, string> piece, string after) =>
        before + string.Concat(Enumerable.Range(0, count).Select(piece)) + after;

    /// <summary>A part that says the same many times over, further apart than deflate can see, so that it packs no better than an honest one.</summary>
    private static byte[] WithPart(string name, string type, string before, string after, int times, string text)
    {
        var checksum = new Crc32();
        long bytes = 0;
        var packed = ZipSample.Deflate(stream =>
        {
            foreach (var piece in (byte[][])[Raw(before), .. Enumerable.Repeat(Raw(text), times), Raw(after)])
            {
                checksum.Append(piece);
                bytes += piece.Length;
                stream.Write(piece);
            }
        });
        return OfficeSample.Xlsx().Part("xl/empty.xml", "<x/>", Formats + type).ToZip().AddPacked(name, packed, (uint)bytes, checksum.GetCurrentHashAsUInt32()).ToBytes();
    }

    private static byte[] Raw(string text) => Encoding.UTF8.GetBytes(text);
}
