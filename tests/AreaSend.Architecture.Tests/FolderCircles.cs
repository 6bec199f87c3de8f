namespace AreaSend.Architecture.Tests;

/// <summary>
/// Folders that stand side by side and use one another in a circle. A type's namespace is its folder; a folder and what lies within it are one
/// thing to those outside, and whatever a folder's own files and its sub-folders are to one another is left to them.
/// </summary>
internal static class FolderCircles
{
    /// <summary>Each circle: the folders in it and the arrows that tie it, the folder that is used least by the other first.</summary>
    public static IReadOnlyList<string> In(string root, IEnumerable<Arrow> arrows)
    {
        var between = arrows.Select(arrow => (Side: SideBySide(root, arrow), Arrow: arrow)).Where(pair => pair.Side is not null)
            .ToLookup(pair => pair.Side!.Value, pair => pair.Arrow);
        var reached = between.Select(group => group.Key).ToLookup(pair => pair.From, pair => pair.To);
        return
        [
            .. from arrow in between
               where Reach(reached, arrow.Key.To).Contains(arrow.Key.From)
               orderby arrow.Count(), arrow.Key.From, arrow.Key.To
               select $"{arrow.Key.From} uses {arrow.Key.To} and is used by it:\n{string.Join('\n', arrow.Select(each => $"    {each}").Distinct().Order())}",
        ];
    }

    /// <summary>The two folders, side by side within the deepest folder that holds both types; none where one type stands in that folder itself.</summary>
    private static (string From, string To)? SideBySide(string root, Arrow arrow)
    {
        var from = Folders(root, arrow.From);
        var to = Folders(root, arrow.To);
        var shared = from.Zip(to).TakeWhile(pair => pair.First == pair.Second).Count();
        return shared < from.Length && shared < to.Length ? (string.Join('/', from.Take(shared + 1)), string.Join('/', to.Take(shared + 1))) : null;
    }

    private static string[] Folders(string root, Type type) =>
        type.Namespace!.StartsWith(root + ".", StringComparison.Ordinal) ? type.Namespace[(root.Length + 1)..].Split('.') : [];

    private static HashSet<string> Reach(ILookup<string, string> arrows, string from)
    {
        var seen = new HashSet<string> { from };
        for (var left = new Queue<string>(seen); left.TryDequeue(out var folder);)
        {
            foreach (var next in arrows[folder].Where(seen.Add)) left.Enqueue(next);
        }

        return seen;
    }
}
