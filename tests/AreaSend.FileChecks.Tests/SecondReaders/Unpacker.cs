namespace AreaSend.FileChecks.Tests.SecondReaders;

/// <summary>A program that unpacks archives, and how it is called.</summary>
/// <param name="FromTheFront">It is given the archive as a stream and cannot look at the directory first.</param>
internal sealed record Unpacker(string Program, bool FromTheFront, params string[] Arguments)
{
    private const string ArchiveName = "archive.zip";

    /// <summary>Those of Debian: p7zip-full, unzip, libarchive-tools from the end and from the front.</summary>
    public static IReadOnlyList<Unpacker> All { get; } =
    [
        new("7z", FromTheFront: false, "x", "-y", "-bd", "-o.", ArchiveName),
        new("unzip", FromTheFront: false, "-o", "-qq", ArchiveName),
        new("bsdtar", FromTheFront: false, "-xf", ArchiveName),
        new("bsdtar", FromTheFront: true, "-xf", "-"),
    ];

    /// <summary>What is in the folder after it has run: the path of each file, and its bytes in hexadecimal digits.</summary>
    public SortedDictionary<string, string> Unpack(byte[] archive)
    {
        using var folder = new TemporaryFolder();
        var outer = folder.File("outer");
        var inner = Path.Combine(outer, "inner");
        Directory.CreateDirectory(inner);
        var file = Path.Combine(inner, ArchiveName);
        File.WriteAllBytes(file, archive);
        SecondReaders.Program.Run(Program, inner, FromTheFront ? file : null, Arguments);
        File.Delete(file);
        var found = new SortedDictionary<string, string>(StringComparer.Ordinal);
        foreach (var path in Directory.EnumerateFiles(folder.Path, "*", SearchOption.AllDirectories))
        {
            // bsdtar writes a letter with its accent as one character.
            found[Path.GetRelativePath(inner, path).Replace("\u00EB", "e\u0308")] = Convert.ToHexString(File.ReadAllBytes(path));
        }

        return found;
    }

    public override string ToString() => Program + (FromTheFront ? " from the front" : "");
}
