using AreaSend.FileChecks;
using AreaSend.FileChecks.Tests.Samples;
using static AreaSend.FileChecks.Tests.OddFile;

namespace AreaSend.FileChecks.Tests;

/// <summary>OpenDocument files.</summary>
internal static class OddOpenDocuments
{
    private const string Form = """xmlns:form="urn:oasis:names:tc:opendocument:xmlns:form:1.0" form:""";
    private const string Link = """xmlns:xlink="http://www.w3.org/1999/xlink" xlink:href""";

    public static OddFile[] All { get; } =
    [
        Taken("OpenDocument text", "plan.odt", "with a link to a page", FileKind.Odt, () => Odt($"""<a {Link}="https://example.org"/>""").ToBytes()),
        Taken("OpenDocument spreadsheet", "list.ods", "an ordinary one", FileKind.Ods, () => Document("spreadsheet", "<x/>").ToBytes()),
        Taken("OpenDocument with an empty part", "plan.odt", "LibreOffice writes settings that are empty", FileKind.Odt, () => Odt("<x/>").Add("Configurations2/", "").Add("Configurations2/accelerator/current.xml", "").ToBytes()),
        Refused("OpenDocument with macros", "plan.odt", "a Basic library", "macros", "The file contains macros", () => Odt("<x/>").Add("Basic/Standard/Module1.xml", "<x/>").ToBytes()),
        Refused("OpenDocument with a password", "plan.odt", "its manifest says so", "encrypted", "The file is protected by a password", () => Odt("<x/>").Add("META-INF/manifest.xml", "<manifest><encryption-data/></manifest>").ToBytes()),
        Refused("OpenDocument with a remote picture", "plan.odt", "tells who opened it", "external-link", "The file draws on something outside it", () => Odt($"""<image {Link}="https://example.org/dot.png"/>""").ToBytes()),
        Refused("OpenDocument with macros of a chart", "plan.odt", "a folder within a folder is read like the rest", "macros", "The file contains macros", () => Odt("<x/>").Add("Object 1/Basic/Standard/Module1.xml", "<x/>").ToBytes()),
        Refused("OpenDocument with a script", "plan.odt", "in the document itself", "macros", "The file contains macros", () => Odt("<script>Sub Main</script>").ToBytes()),
        Refused("OpenDocument that runs on opening", "plan.odt", "a macro of the reader’s own", "macros", "The file contains macros", () => Odt("<event-listeners><event-listener/></event-listeners>").ToBytes()),
        Taken("OpenDocument with room for scripts", "plan.odt", "LibreOffice always writes it, empty", FileKind.Odt, () => Odt("<scripts/><script/>").ToBytes()),
        Refused("OpenDocument with a DDE field", "plan.odt", "asks another program", "command", "A field or cell in the file would run a command (DDE)", () => Odt("<dde-connection-decl/>").ToBytes()),
        Refused("OpenDocument with a DDE source", "list.ods", "asks another program", "command", "A field or cell in the file would run a command (DDE)", () => Ods("<dde-source/>").ToBytes()),
        Refused("OpenDocument with a DDE link", "list.ods", "asks another program", "command", "A field or cell in the file would run a command (DDE)", () => Ods("<dde-link/>").ToBytes()),
        Refused("OpenDocument with an OLE object", "plan.odt", "a file of another program", "embedded-object", "Another file is embedded", () => Odt("<object-ole/>").ToBytes()),
        Refused("OpenDocument with a plug-in", "plan.odt", "runs in the reader’s program", "embedded-object", "Another file is embedded", () => Odt("<plugin/>").ToBytes()),
        Refused("OpenDocument with an applet", "plan.odt", "runs in the reader’s program", "embedded-object", "Another file is embedded", () => Odt("<applet/>").ToBytes()),
        Refused("OpenDocument with an archive in it", "plan.odt", "whatever the part is called", "embedded-object", "Another file is embedded", () => Odt("<x/>").Add("ObjectReplacements/Object 1", "PK\u0003\u0004 the rest").ToBytes()),
        Taken("OpenDocument with a chart", "list.ods", "a document within the document", FileKind.Ods, () => Ods($"""<object {Link}="./Object 1"/>""").Add("Object 1/content.xml", "<content/>").ToBytes()),
        Refused("OpenDocument with its own entities", "plan.odt", "an entity of entities fills any memory", "xml-entities", "The file defines its own XML entities", () => Odt("<x/>").Add("styles.xml", """<!DOCTYPE x [<!ENTITY a "b">]><x>&a;</x>""").ToBytes()),
        Refused("OpenDocument with a linked section", "plan.odt", "is fetched on opening", "external-link", "The file draws on something outside it", () => Odt($"""<section-source {Link}="../other.odt"/>""").ToBytes()),
        Refused("OpenDocument with a linked table", "list.ods", "is fetched from a share", "external-link", "The file draws on something outside it", () => Ods($"""<table-source {Link}="\\server\share\list.ods"/>""").ToBytes()),
        Refused("OpenDocument that begins elsewhere", "plan.odt", "every relative address then leads there", "external-link", "The file draws on something outside it", () => Odt("""<x xml:base="https://example.org/"/>""").ToBytes()),
        Refused("OpenDocument with a link that starts a program", "plan.odt", "a click is enough", "link-that-runs", "A link in the file would start", () => Odt($"""<a {Link}="ms-msdt:/id"/>""").ToBytes()),
        Taken("OpenDocument with ordinary formulas", "list.ods", "also a matrix, whose bar is no command", FileKind.Ods, () => Formula("of:=SUM([.A1:.A9])").Add("more.xml", """<x formula="of:=SUM({1;2|3;4})"/>""").ToBytes()),
        Refused("OpenDocument with DDE in a formula", "list.ods", "runs a command", "command", "A field or cell in the file would run a command (DDE)", () => Formula("of:=DDE(&quot;cmd&quot;;&quot;/C calc&quot;;&quot;x&quot;)").ToBytes()),
        Refused("OpenDocument with a formula of Excel", "list.ods", "a bar there is a command", "command", "A field or cell in the file would run a command (DDE)", () => Formula("msoxl:=cmd|'/C calc'!A0").ToBytes()),
        Refused("OpenDocument with a formula that fetches", "list.ods", "tells who opened it", "external-link", "The file draws on something outside it", () => Formula("of:=COM.MICROSOFT.WEBSERVICE(&quot;https://example.org&quot;)").ToBytes()),
        Refused("OpenDocument with a formula over another file", "list.ods", "on a share", "external-link", "The file draws on something outside it", () => Formula("of:='file://server/share/x.ods'#$Sheet1.A1").ToBytes()),
        Refused("OpenDocument with a formula over a file beside it", "list.ods", "without a scheme", "external-link", "The file draws on something outside it", () => Formula("of:='other.ods'#$Sheet1.A1").ToBytes()),
        Refused("OpenDocument with a format's condition that runs", "list.ods", "LibreOffice keeps conditional formats apart", "command", "A field or cell in the file would run a command (DDE)",
            () => Ods("""<c:condition xmlns:c="urn:org:documentfoundation:names:experimental:calc:xmlns:calcext:1.0" c:value="formula-is(DDE(&quot;a&quot;;&quot;b&quot;;&quot;c&quot;))"/>""").ToBytes()),
        Refused("OpenDocument with an address put together", "list.ods", "INDIRECT of a page", "external-link", "The file draws on something outside it",
            () => Formula("of:=INDIRECT(&quot;'http://evil.example.org/x.ods'#$S.A1&quot;)").ToBytes()),
        Refused("OpenDocument form with a database", "plan.odt", "asks it on opening", "data-connection", "The file has a connection", () => Odt($"""<x {Form}datasource="select"/>""").ToBytes()),
        Refused("OpenDocument form with a picture elsewhere", "plan.odt", "a button's picture", "external-link", "The file draws on something outside it", () => Odt($"""<x {Form}image-data="http://evil.example.org/x.png"/>""").ToBytes()),
        Taken("OpenDocument form", "plan.odt", "an ordinary one", FileKind.Odt, () => Odt($"""<x {Form}datasource="" form:command-type="table"/>""").ToBytes()),
        Refused("OpenDocument with a drawing that fetches", "plan.odt", "an SVG picture", "external-link", "The file draws on something outside it",
            () => Odt("").Add("Pictures/a.svg", $"""<svg xmlns="http://www.w3.org/2000/svg"><image {Link}="http://evil.example.org/x.png"/></svg>""").ToBytes()),
        Refused("OpenDocument with a condition that fetches", "list.ods", "conditions are formulas too", "external-link", "The file draws on something outside it", () => Ods("""<x condition="of:WEBSERVICE(&quot;https://example.org&quot;)"/>""").ToBytes()),
        Refused("OpenDocument template", "plan.odt", "not a document", "kind", "This is a template", () => Document("text-template", "<x/>").ToBytes()),
    ];

    private static ZipSample Odt(string content) => Document("text", content);

    private static ZipSample Ods(string content) => Document("spreadsheet", content);

    private static ZipSample Formula(string formula) => Ods($"""<table-cell xmlns:table="urn:oasis:names:tc:opendocument:xmlns:table:1.0" table:formula="{formula}"/>""");

    private static ZipSample Document(string type, string content) => new ZipSample()
        .Add("mimetype", "application/vnd.oasis.opendocument." + type, new ZipLie { IsStored = true })
        .Add("content.xml", $"<content>{content}</content>");
}
