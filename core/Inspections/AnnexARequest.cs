namespace AreaSend.Core.Inspections;

/// <summary>Which items of Annex A answer which step of the timetable (¶ 192, 196, 203 to 206).</summary>
public static class AnnexARequest
{
    private static readonly Dictionary<string, IReadOnlyList<string>> ByStep = new()
    {
        ["person-level-lists"] = ["list-1", "list-2"],
        ["providers-list"] = ["providers"],
        ["arrangements"] = Run(1, 7),
        ["further-information"] = [.. Run(2, 8), .. Run(3, 7), .. Run(4, 5), .. Run(5, 2), .. Run(6, 4)],
    };

    /// <summary>The steps that are met by items coming in.</summary>
    public static IReadOnlyList<string> Steps { get; } = [.. ByStep.Keys, "tracked-children-information"];

    /// <summary>The items a step asks for; none for a step that asks for none, or before children have been selected.</summary>
    /// <param name="step">Key of the step.</param>
    /// <param name="trackedChildren">How many children are tracked: each is asked for under its letter, <c>7.1/A</c>.</param>
    public static IReadOnlyList<string> ItemsOf(string step, int trackedChildren) =>
        step == "tracked-children-information"
            ? [.. Enumerable.Range(0, trackedChildren).SelectMany(child => Run(7, 7).Select(item => $"{item}/{(char)('A' + child)}"))]
            : ByStep.GetValueOrDefault(step, []);

    /// <summary>The step an item belongs to, or null when there is no such item.</summary>
    public static string? StepOf(string item, int trackedChildren) =>
        Steps.FirstOrDefault(step => ItemsOf(step, trackedChildren).Contains(item));

    private static string[] Run(int part, int items) => [.. Enumerable.Range(1, items).Select(item => $"{part}.{item}")];
}
