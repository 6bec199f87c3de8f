using AreaSend.Testing;

namespace AreaSend.Architecture.Tests;

/// <summary>A source file of the product, or of its tests.</summary>
/// <param name="Path">From the root of the clone, with forward slashes.</param>
internal sealed record SourceFile(string Path, string Text)
{
    private static readonly string[] Rooms = ["core", "files", "lists", "services", "web", "functions", "cli"];
    private static readonly string[] NotOurs = ["bin", "obj", "node_modules", "wwwroot"];

    /// <summary>Every C# and Razor file of the rooms.</summary>
    public static IEnumerable<SourceFile> All() => In(Rooms);

    /// <summary>Every C# and Razor file of the tests.</summary>
    public static IEnumerable<SourceFile> Tests() => In(["tests"]);

    private static IEnumerable<SourceFile> In(IEnumerable<string> rooms) =>
        from room in rooms
        let folder = Repository.Folder(room)
        where Directory.Exists(folder)
        from file in Directory.EnumerateFiles(folder, "*", SearchOption.AllDirectories)
        where file.EndsWith(".cs", StringComparison.Ordinal) || file.EndsWith(".razor", StringComparison.Ordinal)
        let path = System.IO.Path.GetRelativePath(Repository.Folder("."), file).Replace('\\', '/')
        where !path.Split('/').Intersect(NotOurs).Any()
        select new SourceFile(path, File.ReadAllText(file));

    /// <summary>The folders on the way to the file, and its name up to the first dot.</summary>
    public IEnumerable<string> Names => Path.Split('/').Select(part => part.Split('.')[0]);
}
