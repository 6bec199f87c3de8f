using System.Collections.Concurrent;
using AreaSend.Core.AnnexA.Catalogue;

namespace AreaSend.Core.Inspections;

/// <summary>Which items of Annex A answer which step of the timetable (¶ 192, 196, 203 to 206): the catalogue, as an inspection asks for it.</summary>
public static class AnnexARequest
{
    private const string ExtraPrefix = "extra-";

    private static readonly Dictionary<string, IReadOnlyList<string>> ByStep = AnnexACatalogue.Items
        .GroupBy(item => item.Step)
        .ToDictionary(step => step.Key, step => (IReadOnlyList<string>)[.. step.Select(item => item.Key)]);

    private static readonly ConcurrentDictionary<int, Request> ByChildren = new();

    /// <summary>The steps of every timetable that are met by items coming in; what inspectors ask for besides is a step of its own (<see cref="IsExtra"/>).</summary>
    public static IReadOnlyList<string> Steps { get; } = [.. ByStep.Keys];

    /// <summary>Whether a step is met by items coming in.</summary>
    public static bool IsMetByItems(string step) => Steps.Contains(step) || IsExtra(step);

    /// <summary>Whether an item, or the step that it alone answers, was asked for by inspectors beyond Annex A (¶ 87).</summary>
    public static bool IsExtra(string key) => key.StartsWith(ExtraPrefix, StringComparison.Ordinal);

    /// <summary>The key of the next extra item, after so many: <c>extra-1</c>.</summary>
    public static string ExtraKey(int before) => $"{ExtraPrefix}{before + 1}";

    /// <summary>The items a step asks for; none for a step that asks for none, or before children have been selected.</summary>
    /// <param name="step">Key of the step.</param>
    /// <param name="trackedChildren">How many children are tracked: each is asked for under its letter, <c>7.1/A</c>.</param>
    public static IReadOnlyList<string> ItemsOf(string step, int trackedChildren) =>
        IsExtra(step) ? [step]
        : step == AnnexACatalogue.TrackedChildrenInformation ? Asked(trackedChildren).OfChildren
        : ByStep.GetValueOrDefault(step, []);

    /// <summary>The step an item of Annex A belongs to, or null when there is no such item.</summary>
    public static string? StepOf(string item, int trackedChildren) =>
        Asked(trackedChildren).StepOfItem.GetValueOrDefault(item);

    private static Request Asked(int trackedChildren) => ByChildren.GetOrAdd(trackedChildren, static children => new Request(children));

    /// <summary>What is asked for when so many children are tracked, written out once: every item received is looked up here.</summary>
    private sealed class Request
    {
        public Request(int children)
        {
            OfChildren = [.. Enumerable.Range(0, children).SelectMany(child => ByStep[AnnexACatalogue.TrackedChildrenInformation].Select(item => $"{item}/{(char)('A' + child)}"))];
            StepOfItem = ByStep
                .SelectMany(step => (step.Key == AnnexACatalogue.TrackedChildrenInformation ? OfChildren : step.Value).Select(item => (item, step.Key)))
                .ToDictionary();
        }

        public IReadOnlyList<string> OfChildren { get; }

        public IReadOnlyDictionary<string, string> StepOfItem { get; }
    }
}
