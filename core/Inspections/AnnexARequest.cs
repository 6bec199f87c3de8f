using System.Collections.Concurrent;
using AreaSend.Core.AnnexA.Catalogue;
using AreaSend.Core.Timetables;

namespace AreaSend.Core.Inspections;

/// <summary>What a kind of inspection asks of Annex A: which items answer which step of its timetable (¶ 192, 196, 203 to 206).</summary>
public sealed class AnnexARequest
{
    /// <summary>The longest title of what inspectors ask for beyond Annex A.</summary>
    public const int LongestTitle = 120;

    private const string ExtraPrefix = "extra-";

    private readonly HashSet<string> _steps;
    private readonly HashSet<string> _stepsOfChildren;
    private readonly ConcurrentDictionary<int, Request> _byChildren = new();

    /// <summary>Asks for these items.</summary>
    public AnnexARequest(IEnumerable<AnnexAItem> items)
    {
        Items = [.. items];
        Steps = [.. Items.Select(item => item.Step).Distinct()];
        _steps = [.. Steps];
        _stepsOfChildren = [.. Items.Where(item => item.IsPerTrackedChild).Select(item => item.Step)];
    }

    /// <summary>Asks for nothing; inspectors may still ask for what they need (<see cref="IsExtra"/>).</summary>
    public static AnnexARequest Nothing { get; } = new([]);

    /// <summary>The items, in the handbook's order; those about children stand once, whoever is tracked.</summary>
    public IReadOnlyList<AnnexAItem> Items { get; }

    /// <summary>Of these items, only those with one of the keys.</summary>
    public AnnexARequest Only(IReadOnlyCollection<string> keys) => new(Items.Where(item => keys.Contains(item.Key)));

    /// <summary>The steps that are met by items coming in; what inspectors ask for besides is a step of its own (<see cref="IsExtra"/>).</summary>
    public IReadOnlyList<string> Steps { get; }

    /// <summary>Whether a step is met by items coming in.</summary>
    public bool IsMetByItems(string step) => _steps.Contains(step) || IsExtra(step);

    /// <summary>Whether a step is met by items about each tracked child, so that nothing of it is asked for before children are selected.</summary>
    public bool IsOfChildren(string step) => _stepsOfChildren.Contains(step);

    /// <summary>Whether an item, or the step that it alone answers, was asked for by inspectors beyond Annex A (¶ 87).</summary>
    public static bool IsExtra(string key) => key.StartsWith(ExtraPrefix, StringComparison.Ordinal);

    /// <summary>The key of the next extra item, after so many: <c>extra-1</c>.</summary>
    public static string ExtraKey(int before) => $"{ExtraPrefix}{before + 1}";

    /// <summary>The items a step asks for; none for a step that asks for none, or before children have been selected.</summary>
    /// <param name="step">Key of the step.</param>
    /// <param name="trackedChildren">How many children are tracked: each is asked for under its letter, <c>7.1/A</c>.</param>
    public IReadOnlyList<string> ItemsOf(string step, int trackedChildren) =>
        IsExtra(step) ? [step]
        : Asked(trackedChildren).ItemsOfStep.GetValueOrDefault(step, []);

    /// <summary>
    /// The numbers of the items that answer a step, for a sentence: <c>2.1 to 6.4</c>, <c>5.1 and 5.2</c>; empty for a step that asks for none.
    /// </summary>
    /// <param name="step">Key of the step.</param>
    /// <param name="section">Only those whose number begins so: <c>5.</c> for those about health.</param>
    public string NumbersOf(string step, string section = "") =>
        Items.Where(item => item.Step == step && item.Number.StartsWith(section, StringComparison.Ordinal)).Select(item => item.Number).ToList() switch
        {
            [] => "",
            [var one] => one,
            [var one, var other] => $"{one} and {other}",
            [var first, .., var last] => $"{first} to {last}",
        };

    /// <summary>The step an item of Annex A belongs to, or null when it is not asked for.</summary>
    public string? StepOf(string item, int trackedChildren) =>
        Asked(trackedChildren).StepOfItem.GetValueOrDefault(item);

    private Request Asked(int trackedChildren) => _byChildren.GetOrAdd(trackedChildren, children => new Request(Items, children));

    /// <summary>What is asked for when so many children are tracked, written out once: every item received is looked up here.</summary>
    private sealed class Request
    {
        public Request(IReadOnlyList<AnnexAItem> items, int children)
        {
            var letters = Enumerable.Range(0, children).Select(child => (char)('A' + child)).ToList();
            ItemsOfStep = items.GroupBy(item => item.Step).ToDictionary(step => step.Key, IReadOnlyList<string> (step) =>
            [
                .. step.Where(item => !item.IsPerTrackedChild).Select(item => item.Key),
                .. letters.SelectMany(letter => step.Where(item => item.IsPerTrackedChild).Select(item => $"{item.Key}/{letter}")),
            ]);
            StepOfItem = ItemsOfStep.SelectMany(step => step.Value.Select(item => (item, step.Key))).ToDictionary();
        }

        public IReadOnlyDictionary<string, IReadOnlyList<string>> ItemsOfStep { get; }

        public IReadOnlyDictionary<string, string> StepOfItem { get; }
    }
}
