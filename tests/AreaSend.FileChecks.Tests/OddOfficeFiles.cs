using System.Text;
using AreaSend.FileChecks;
using AreaSend.FileChecks.Tests.Samples;
using static AreaSend.FileChecks.Tests.OddFile;

namespace AreaSend.FileChecks.Tests;

/// <summary>Word and PowerPoint files, and what any office document may carry.</summary>
internal static class OddOfficeFiles
{
    public const string BillionLaughs = """
        <?xml version="1.0"?><!DOCTYPE lolz [<!ENTITY lol "lol"><!ENTITY lol1 "&lol;&lol;&lol;&lol;&lol;&lol;&lol;&lol;&lol;&lol;"><!ENTITY lol2 "&lol1;&lol1;&lol1;&lol1;">]><lolz>&lol2;</lolz>
        """;

    private const string Macros = "The file contains macros";
    private const string Embedded = "Another file is embedded in this one";
    private const string External = "The file draws on something outside it";
    private const string Chart = "application/vnd.openxmlformats-officedocument.drawingml.chart+xml";

    public static OddFile[] All { get; } =
    [
        Taken("Word document", "plan.docx", "an ordinary document", FileKind.Docx, () => OfficeSample.Docx().ToBytes()),
        Taken("presentation", "plan.pptx", "an ordinary presentation", FileKind.Pptx, () => OfficeSample.Pptx().ToBytes()),
        Taken("links to pages", "plan.docx", "documents have links; nothing happens until someone clicks", FileKind.Docx,
            () => OfficeSample.Docx().Relation("hyperlink", "https://example.org/local-offer", isExternal: true).Relation("hyperlink", "mailto:lano@example.org", isExternal: true).Relation("hyperlink", "file:///S:\\SEND\\policy.docx", isExternal: true).ToBytes()),
        Taken("author's own template", "plan.docx", "Word notes it in most documents of a council", FileKind.Docx, () => OfficeSample.Docx().Relation("attachedTemplate", "file:///C:\\Templates\\Council.dotx", isExternal: true).ToBytes()),
        Taken("chart", "plan.docx", "a chart carries the workbook it was drawn from", FileKind.Docx, () => WithChart(OfficeSample.Xlsx().ToBytes())),
        Refused("chart with macros behind it", "plan.docx", "the workbook behind a chart is checked too", "macros", Macros, () => WithChart(OfficeSample.Xlsx().Part("xl/vbaProject.bin", "x").ToBytes())),
        Refused("chart with something else behind it", "plan.docx", "a Word file where a workbook belongs", "embedded-object", Embedded, () => WithChart(OfficeSample.Docx().ToBytes())),
        Refused("macro document renamed", "plan.docx", "saved as .docm, renamed", "macros", Macros, () => MacroDocument().ToBytes()),
        Refused("macro project under another name", "plan.docx", "the pointer says what it is", "macros", Macros, () => OfficeSample.Docx().Relation("vbaProject", "media/image1.png").Part("word/media/image1.png", "x").ToBytes()),
        Refused("template that leads off the drive", "plan.docx", "up, and to a server", "external-link", External, () => OfficeSample.Docx().Relation("attachedTemplate", "file:///C:\\..\\..\\..\\\\evil\\x.dotm", isExternal: true).ToBytes()),
        Refused("remote template", "plan.docx", "fetched on opening, with its macros", "external-link", External, () => OfficeSample.Docx().Relation("attachedTemplate", "https://example.org/t.dotm", isExternal: true).ToBytes()),
        Refused("template on a server", "plan.docx", "opening the document would sign in there", "external-link", External, () => OfficeSample.Docx().Relation("attachedTemplate", "file:///\\\\example.org\\share\\t.dotx", isExternal: true).ToBytes()),
        Refused("remote picture", "plan.docx", "tells its owner who opened the document, and when", "external-link", External, () => OfficeSample.Docx().Relation("image", "https://example.org/dot.png", isExternal: true).ToBytes()),
        Refused("remote object", "plan.docx", "fetched and opened as a page", "external-link", External, () => OfficeSample.Docx().Relation("oleObject", "mhtml:https://example.org/x.html", isExternal: true).ToBytes()),
        Refused("link that starts a program", "plan.docx", "ms-msdt: and its like", "link-that-runs", "A link in the file would start something", () => OfficeSample.Docx().Relation("hyperlink", "ms-msdt:/id PCWDiagnostic", isExternal: true).ToBytes()),
        Refused("embedded object", "plan.docx", "a file that a double-click opens", "embedded-object", Embedded, () => OfficeSample.Docx().Relation("oleObject", "embeddings/oleObject1.bin").Part("word/embeddings/oleObject1.bin", "x").ToBytes()),
        Refused("embedded package", "plan.docx", "a whole workbook in a document", "embedded-object", Embedded, () => OfficeSample.Docx().Relation("package", "embeddings/book.xlsx").Part("word/embeddings/book.xlsx", OfficeSample.Xlsx().ToBytes()).ToBytes()),
        Refused("compound file as picture", "plan.docx", "content counts, not the name", "embedded-object", Embedded, () => OfficeSample.Docx().Part("word/media/image1.png", new CompoundSample().Stream("VBA").ToBytes()).ToBytes()),
        Refused("ActiveX control", "plan.docx", "a program in a document", "active-x", "The file contains ActiveX controls", () => OfficeSample.Docx().Relation("control", "activeX/activeX1.xml").Part("word/activeX/activeX1.xml", "<x/>").ToBytes()),
        Refused("other content folded in", "plan.docx", "altChunk: a page that Word merges on opening", "embedded-object", Embedded, () => OfficeSample.Docx().Relation("aFChunk", "chunk.html").Part("word/chunk.html", "<html/>").ToBytes()),
        Refused("command in a field", "plan.docx", "DDEAUTO, cut into pieces", "command", "A field or cell in the file would run a command",
            () => OfficeSample.Docx("""<w:p><w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText xml:space="preserve"> DDE</w:instrText></w:r><w:r><w:instrText>AUTO c:\\windows\\system32\\cmd.exe</w:instrText></w:r></w:p>""").ToBytes()),
        Refused("billion laughs", "plan.docx", "entities that unfold to gigabytes", "xml-entities", "The file defines its own XML entities", () => OfficeSample.Docx().Saying(BillionLaughs).ToBytes()),
        Refused("entities in UTF-16", "plan.docx", "the same, where a search for bytes would miss it", "xml-entities", "The file defines its own XML entities", () => OfficeSample.Docx().Part("word/styles.xml", [0xFF, 0xFE, .. Encoding.Unicode.GetBytes(BillionLaughs.Replace("<?xml version=\"1.0\"?>", ""))]).ToBytes()),
        Refused("file from outside by entity", "plan.docx", "XXE", "xml-entities", "The file defines its own XML entities", () => OfficeSample.Docx().Part("docProps/core.xml", """<!DOCTYPE x [<!ENTITY e SYSTEM "file:///etc/passwd">]><x>&e;</x>""").ToBytes()),
        Refused("elements ten thousand deep", "plan.docx", "a reader remembers every open element", "markup", "The file is built in a way that office programs never use", () => OfficeSample.Docx(string.Concat(Enumerable.Repeat("<w:p>", 10_000)) + string.Concat(Enumerable.Repeat("</w:p>", 10_000))).ToBytes()),
        Refused("attribute without end", "plan.docx", "a reader holds a whole tag in memory", "markup", "The file is built in a way", () => OfficeSample.Docx($"<w:p w:x=\"{Noise(3 << 20)}\"/>").ToBytes()),
        Refused("names without number", "plan.docx", "a reader keeps every name", "markup", "The file is built in a way", () => OfficeSample.Docx(string.Concat(Enumerable.Range(0, 20_000).Select(number => $"<n{number}/>"))).ToBytes()),
        Refused("broken XML", "plan.docx", "Word would offer to repair it", "damaged", "The file is damaged", () => OfficeSample.Docx("<w:p>").ToBytes()),
        Refused("template", "plan.docx", "saved as .dotx, renamed", "kind", "This is a template", () => OfficeSample.Docx(kind: "template.main+xml").ToBytes()),
        Refused("two documents in one", "plan.docx", "Word and Excel would each open their own", "polyglot", "The file is of two kinds", () => OfficeSample.Docx().Part("xl/workbook.xml", "<x/>", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml").ToBytes()),
    ];

    private static OfficeSample MacroDocument() =>
        OfficeSample.Docx().Part("word/macros.xml", "<x/>", "application/vnd.ms-word.document.macroEnabled.main+xml");

    private static byte[] WithChart(byte[] behind) => OfficeSample.Docx()
        .Relation("chart", "charts/chart1.xml")
        .Part("word/charts/chart1.xml", "<c/>", Chart)
        .Part("word/charts/_rels/chart1.xml.rels", OfficeSample.RelationsPart("package", "../embeddings/Microsoft_Excel_Worksheet.xlsx"))
        .Part("word/embeddings/Microsoft_Excel_Worksheet.xlsx", behind)
        .ToBytes();

    /// <summary>Text that does not pack a thousandfold, so that it is not the ratio that refuses it.</summary>
    private static string Noise(int length)
    {
        var random = new Random(20240109);
        return string.Create(length, random, static (characters, source) => source.GetItems("abcdefghijklmnopqrstuvwxyz", characters));
    }
}
