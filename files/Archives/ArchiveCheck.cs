using AreaSend.FileChecks.OpenDocuments;
using AreaSend.FileChecks.Packages;

namespace AreaSend.FileChecks.Archives;

/// <summary>Zip is the wrapping of Word, Excel and PowerPoint files, of OpenDocument files and of archives alike; what lies inside says which.</summary>
internal static class ArchiveCheck
{
    public static FileKind KindOf(Stream content, CheckScope scope)
    {
        var entries = ZipDirectory.Read(content, scope);
        EntryNames.Require(entries);
        if (entries.Any(entry => entry.Name == ContentTypes.PartName))
        {
            return new PackageCheck(content, entries, scope).Kind();
        }

        if (entries.FirstOrDefault()?.Name == OpenDocumentCheck.TypeName)
        {
            return new OpenDocumentCheck(content, entries, scope).Kind();
        }

        DocumentArchive.Check(content, entries, scope);
        return FileKind.Zip;
    }
}
