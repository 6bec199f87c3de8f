using AreaSend.Core.Inspections;
using AreaSend.Core.Timetables;

namespace AreaSend.Core.Tests.Notices;

/// <summary>
/// The lines of notices that hold since ever, as <c>HoldSinceEver.txt</c> keeps them: edition, kind, notice and recipient, each as often as there are lines.
/// Inspections run under these editions, so nothing is added there in place.
/// </summary>
public sealed class SinceEverTests
{
    private static readonly string[] Kept = Read();

    [Fact]
    public void NoLine_IsAddedInPlace()
    {
        List<string> added = [.. Without(Lines(), Kept)];

        Assert.True(added.Count == 0, $"""
            A line, or a recipient of one, was added in place: inspections that already run would be written to about their past.
            Add a line with Since instead, and for a change set Until on the line before it (docs/how-to/notice.md).
            Only the lines of an edition that has never been deployed are written into HoldSinceEver.txt.
            {string.Join('\n', added)}
            """);
    }

    [Fact]
    public void NoLine_IsTakenAway()
    {
        List<string> gone = [.. Without(Kept, Lines())];

        Assert.True(gone.Count == 0, $"""
            A line, or a recipient of one, was taken away or given another Since: what was raised under it would lose its line.
            Leave it, and set its Until (docs/how-to/notice.md).
            {string.Join('\n', gone)}
            """);
    }

    private static IEnumerable<string> Lines() =>
        from edition in Editions.Shipped.Held
        from type in edition.Types
        from row in type.Notices
        where row.Since == Instant.MinValue
        from role in row.To
        select $"{edition.Id} | {type.Key} | {row.Template} | {role.Key()}";

    // Each as often as it stands there.
    private static IEnumerable<string> Without(IEnumerable<string> lines, IEnumerable<string> others) =>
        Numbered(lines).Except(Numbered(others)).Select(line => line.Text);

    private static IEnumerable<(string Text, int Number)> Numbered(IEnumerable<string> lines) =>
        lines.GroupBy(line => line).SelectMany(same => same.Select((line, number) => (line, number)));

    private static string[] Read()
    {
        using var reader = new StreamReader(typeof(SinceEverTests).Assembly.GetManifestResourceStream("HoldSinceEver.txt")!);
        return reader.ReadToEnd().Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
    }
}
