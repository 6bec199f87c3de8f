namespace AreaSend.FileChecks.CompoundFiles;

/// <summary>Word, Excel and PowerPoint files of 97 to 2003, and files of any year behind a password.</summary>
internal static class CompoundFileCheck
{
    private static readonly string[] _macroNames = ["Macros", "VBA", "_VBA_PROJECT", "_VBA_PROJECT_CUR"];
    private static readonly string[] _encryptedNames = ["EncryptedPackage", "EncryptionInfo", "EncryptedSummary"];
    private static readonly string[] _embeddedNames = ["\u0001Ole10Native", "Package"];

    public static FileKind KindOf(Stream content)
    {
        var file = new CompoundFile(content);
        foreach (var entry in file.Entries)
        {
            RefuseEntry(entry);
        }

        if (Find(file, "WordDocument") is { } word)
        {
            WordHeader.Check(file.Open(word));
            return FileKind.Doc;
        }

        if (Find(file, "Workbook") is { } workbook)
        {
            WorkbookRecords.Check((CompoundStream)file.Open(workbook));
            return FileKind.Xls;
        }

        if (Find(file, "PowerPoint Document") is { } slides)
        {
            PresentationRecords.Check((CompoundStream)file.Open(slides), Find(file, "Current User") is { } user ? file.Open(user) : null);
            return FileKind.Ppt;
        }

        throw new RefusedException(Find(file, "Book") is null ? Refusals.UnknownKind : Refusals.OlderThan97);
    }

    private static CompoundEntry? Find(CompoundFile file, string name) =>
        file.Entries.FirstOrDefault(entry => entry.Type == EntryType.Stream && entry.IsCalled(name));

    private static void RefuseEntry(CompoundEntry entry)
    {
        var refusal =
            _encryptedNames.Any(entry.IsCalled) ? Refusals.Encrypted
            : _macroNames.Any(entry.IsCalled) ? Refusals.Macros
            : _embeddedNames.Any(entry.IsCalled) || IsObjectStorage(entry) ? Refusals.EmbeddedObject
            : null;
        if (refusal is not null)
        {
            throw new RefusedException(refusal);
        }
    }

    /// <summary>Word keeps objects in a pool, which is often there and empty; Excel keeps each in a storage whose name begins with MBD, and linked ones with LNK.</summary>
    private static bool IsObjectStorage(CompoundEntry entry) => entry.Type == EntryType.Storage
        && ((entry.IsCalled("ObjectPool") && entry.HasChildren)
            || entry.Name.StartsWith("MBD", StringComparison.Ordinal)
            || entry.Name.StartsWith("LNK", StringComparison.Ordinal));
}
