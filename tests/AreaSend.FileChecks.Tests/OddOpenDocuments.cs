using AreaSend.FileChecks.Tests.Samples;
using AreaSend.FileChecks;
using static AreaSend.FileChecks.Tests.OddFile;

namespace AreaSend.FileChecks.Tests;

/// <summary>OpenDocument files.</summary>
internal static class OddOpenDocuments
{
    private const string Link = """xmlns:xlink="http://www.w3.org/1999/xlink" xlink:href""";

    public static OddFile[] All { get; } =
    [
        Taken("OpenDocument text", "plan.odt", "with a link to a page", FileKind.Odt, () => Odt($"""<a {Link}="https://example.org"/>""").ToBytes()),
        Taken("OpenDocument spreadsheet", "list.ods", "an ordinary one", FileKind.Ods, () => Document("spreadsheet", "<x/>").ToBytes()),
        Taken("OpenDocument with an empty part", "plan.odt", "LibreOffice writes settings that are empty", FileKind.Odt, () => Odt("<x/>").Add("Configurations2/", "").Add("Configurations2/accelerator/current.xml", "").ToBytes()),
        Refused("OpenDocument with macros", "plan.odt", "a Basic library", "macros", "The file contains macros", () => Odt("<x/>").Add("Basic/Standard/Module1.xml", "<x/>").ToBytes()),
        Refused("OpenDocument with a password", "plan.odt", "its manifest says so", "encrypted", "The file is protected by a password", () => Odt("<x/>").Add("META-INF/manifest.xml", "<manifest><encryption-data/></manifest>").ToBytes()),
        Refused("OpenDocument with a remote picture", "plan.odt", "tells who opened it", "external-link", "The file draws on something outside it", () => Odt($"""<image {Link}="https://example.org/dot.png"/>""").ToBytes()),
        Refused("OpenDocument template", "plan.odt", "not a document", "kind", "This is a template", () => Document("text-template", "<x/>").ToBytes()),
    ];

    private static ZipSample Odt(string content) => Document("text", content);

    private static ZipSample Document(string type, string content) => new ZipSample()
        .Add("mimetype", "application/vnd.oasis.opendocument." + type, new ZipLie { IsStored = true })
        .Add("content.xml", $"<content>{content}</content>");
}
