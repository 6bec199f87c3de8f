namespace AreaSend.Testing;

/// <summary>The clone that the tests were built in, for what is read from it rather than from the output folder.</summary>
public static class Repository
{
    private static readonly string Root = Ancestors(AppContext.BaseDirectory).First(folder => System.IO.File.Exists(Path.Combine(folder, "global.json")));

    /// <summary>A folder of the clone, by its path from the root.</summary>
    public static string Folder(string path) => Path.GetFullPath(path, Root);

    /// <summary>The text of a file of the clone, by its path from the root.</summary>
    public static string Read(string path) => System.IO.File.ReadAllText(Path.GetFullPath(path, Root));

    private static IEnumerable<string> Ancestors(string folder)
    {
        for (var at = new DirectoryInfo(folder); at is not null; at = at.Parent)
        {
            yield return at.FullName;
        }
    }
}
