namespace AreaSend.FileChecks.CompoundFiles;

/// <summary>Word, Excel and PowerPoint files of 97 to 2003, and files of any year behind a password.</summary>
internal static class CompoundFileCheck
{
    private static readonly string[] MacroNames = ["Macros", "VBA", "_VBA_PROJECT", "_VBA_PROJECT_CUR", "PROJECTwm"];
    private static readonly string[] EncryptedNames = ["EncryptedPackage", "EncryptionInfo", "EncryptedSummary"];
    private static readonly string[] EmbeddedNames = ["\u0001Ole10Native", "Package"];

    /// <summary>The streams by which programs know what a file is.</summary>
    private static readonly string[] MainNames = ["WordDocument", "Workbook", "Book", "PowerPoint Document"];

    private static readonly string[] MessageNames = ["__properties_version1.0", "__nameid_version1.0"];

    public static FileKind KindOf(Stream content)
    {
        var file = new CompoundFile(content);
        foreach (var entry in file.Entries)
        {
            RefuseEntry(entry);
        }

        if (file.InRoot.GroupBy(entry => entry.Name, StringComparer.OrdinalIgnoreCase).Any(named => named.Count() > 1))
        {
            throw new RefusedException(Refusals.TwoReadings);
        }

        var main = Main(file);
        switch (main.Name)
        {
            case "WordDocument":
                WordDocument.Check(file, main);
                return FileKind.Doc;
            case "Workbook":
                WorkbookRecords.Check((CompoundStream)file.Open(main));
                return FileKind.Xls;
            case "PowerPoint Document":
                PresentationRecords.Check((CompoundStream)file.Open(main), Find(file, "Current User") is { } user ? file.Open(user) : null);
                return FileKind.Ppt;
            default:
                throw new RefusedException(Refusals.OlderThan97);
        }
    }

    /// <summary>Whether any office program would find a document of its own in the file.</summary>
    public static bool HasMain(CompoundFile file) => file.Entries.Any(entry => MainNames.Any(entry.IsCalled) || MacroNames.Any(entry.IsCalled));

    /// <summary>
    /// The stream that says what the file is. There is one in all, it lies in the root, and the tree shows it: else one program would find another than the
    /// next.
    /// </summary>
    private static CompoundEntry Main(CompoundFile file)
    {
        var all = file.Entries.Where(entry => MainNames.Any(entry.IsCalled)).ToList();
        return all switch
        {
            [] => throw new RefusedException(file.Entries.Any(entry => MessageNames.Any(entry.IsCalled)) ? Refusals.Email : Refusals.UnknownKind),
            [var main] when main.Type == EntryType.Stream && file.InRoot.Contains(main) && MainNames.Contains(main.Name, StringComparer.Ordinal) => main,
            _ => throw new RefusedException(Refusals.TwoReadings),
        };
    }

    private static CompoundEntry? Find(CompoundFile file, string name) =>
        file.InRoot.FirstOrDefault(entry => entry.Type == EntryType.Stream && entry.IsCalled(name));

    private static void RefuseEntry(CompoundEntry entry)
    {
        var refusal =
            EncryptedNames.Any(entry.IsCalled) ? Refusals.Encrypted
            : MacroNames.Any(entry.IsCalled) ? Refusals.Macros
            : EmbeddedNames.Any(entry.IsCalled) || IsObjectStorage(entry) ? Refusals.EmbeddedObject
            : null;
        if (refusal is not null)
        {
            throw new RefusedException(refusal);
        }
    }

    /// <summary>
    /// Word keeps objects in a pool, which is often there and empty; Excel keeps each in a storage whose name begins with MBD, and linked ones with LNK.
    /// </summary>
    private static bool IsObjectStorage(CompoundEntry entry) => entry.Type == EntryType.Storage
        && ((entry.IsCalled("ObjectPool") && entry.HasChildren)
            || entry.Name.TrimStart().StartsWith("MBD", StringComparison.OrdinalIgnoreCase)
            || entry.Name.TrimStart().StartsWith("LNK", StringComparison.OrdinalIgnoreCase));
}
