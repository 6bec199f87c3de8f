using AreaSend.Lists.Files.Xlsx;

namespace AreaSend.Lists.Files.OpenDocuments;

/// <summary>
/// Reads an OpenDocument spreadsheet (.ods), the form of the template that Ofsted has published since June 2025, one row in memory at a time.
/// </summary>
internal static class OdsBook
{
    private const string MediaType = "application/vnd.oasis.opendocument.spreadsheet";
    private const string Manifest = "META-INF/manifest.xml";
    private const string Content = "content.xml";

    /// <summary>Whether the package says that it is a spreadsheet, or a template for one.</summary>
    public static bool Is(Package package) => package.StartOf("mimetype", MediaType.Length) == MediaType && package.Has(Content);

    public static void Feed(Package package, BookCheck check, RowBudget budget)
    {
        RequirePlain(package);
        using var reader = package.Open(Content) ?? throw new UnreadableListException(ReadingLimits.Damaged);
        new OdsReader(reader, budget).Feed(check);
    }

    /// <summary>The parts of a protected spreadsheet are noise, and its manifest says how they were made so.</summary>
    private static void RequirePlain(Package package)
    {
        using var manifest = package.Open(Manifest);
        while (manifest?.Read() == true)
        {
            XmlDepth.Require(manifest);
            if (manifest.LocalName is "encryption-data" or "encrypted-key")
            {
                throw new UnreadableListException(ReadingLimits.Encrypted);
            }
        }
    }
}
