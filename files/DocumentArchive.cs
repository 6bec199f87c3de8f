using AreaSend.FileChecks.Archives;

namespace AreaSend.FileChecks;

/// <summary>
/// An archive of documents: some items ask for many (6.3: all individual intervention plans), and areas send them packed.
/// Each document is checked as if it had come by itself. An archive inside an archive is refused.
/// </summary>
internal static class DocumentArchive
{
    public static void Check(Stream content, IReadOnlyList<ZipEntry> entries, CheckScope scope)
    {
        if (scope.Depth > 0)
        {
            throw new RefusedException(Refusals.Nested);
        }

        var documents = entries.Where(entry => !entry.IsFolder && !IsPassedOver(content, entry, scope)).ToList();
        if (documents.Count == 0)
        {
            throw new RefusedException(Refusals.NoDocuments);
        }

        foreach (var document in documents)
        {
            CheckOne(content, document, scope);
        }
    }

    private static bool IsPassedOver(Stream content, ZipEntry entry, CheckScope scope)
    {
        if (!SystemFiles.IsNamedSo(entry.Name))
        {
            return false;
        }

        using var copy = new EntryStream(content, entry, scope);
        var isOne = SystemFiles.IsOne(entry.Name, copy);
        scope.PassedOver.Count += isOne ? 1 : 0;
        return isOne;
    }

    private static void CheckOne(Stream content, ZipEntry document, CheckScope scope)
    {
        try
        {
            using var entry = new EntryStream(content, document, scope);
            EndingCheck.Require(InnerDocument.KindOf(entry, scope), document.Name);
        }
        catch (RefusedException refused)
        {
            throw new RefusedException(refused.Refusal.Within(document.Name));
        }
        catch (EndOfStreamException)
        {
            throw new RefusedException(Refusals.Damaged.Within(document.Name));
        }
    }
}
