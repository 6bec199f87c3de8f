using AreaSend.FileChecks.Archives;
using AreaSend.FileChecks.OpenDocuments;
using AreaSend.FileChecks.Packages;

namespace AreaSend.FileChecks;

/// <summary>Zip is the wrapping of Word, Excel and PowerPoint files, of OpenDocument files and of archives alike; what lies inside says which.</summary>
internal static class ArchiveCheck
{
    public static FileKind KindOf(Stream content, CheckScope scope)
    {
        var entries = ZipDirectory.Read(content, scope);
        var isOpenDocument = entries.FirstOrDefault()?.Name == OpenDocumentCheck.TypeName;
        if (entries.Any(entry => entry.Name == ContentTypes.PartName))
        {
            if (isOpenDocument)
            {
                throw new RefusedException(Refusals.TwoKinds);
            }

            return new PackageCheck(content, entries, scope).Kind();
        }

        if (isOpenDocument)
        {
            return new OpenDocumentCheck(content, entries, scope).Kind();
        }

        DocumentArchive.Check(content, entries, scope);
        return FileKind.Zip;
    }
}
