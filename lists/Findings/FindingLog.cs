using AreaSend.Lists.Workbooks;

namespace AreaSend.Lists.Findings;

/// <summary>Gathers findings while a list is read: all are counted, and the first of each group keep their place.</summary>
public sealed class FindingLog
{
    /// <summary>So many places of a rule in a column are kept; whoever has more than that mends a whole column, not rows.</summary>
    public const int KeptPlaces = 2_000;

    private readonly Dictionary<(string Rule, int Column, string Title), Group> _groups = [];

    internal void Add(Rule rule, int column, string title, Place place)
    {
        if (!_groups.TryGetValue((rule.Name, column, title), out var group))
        {
            _groups[(rule.Name, column, title)] = group = new Group(rule);
        }

        group.Count++;
        if (group.Places.Count < KeptPlaces)
        {
            group.Places.Add(place);
        }
    }

    /// <summary>Takes back what says no more than another finding does.</summary>
    internal void Forget(Func<string, string, bool> isEcho)
    {
        foreach (var key in _groups.Keys.Where(key => isEcho(key.Rule, key.Title)).ToList())
        {
            _groups.Remove(key);
        }
    }

    internal IReadOnlyList<FindingGroup> Groups(PersonList list, string sheet) =>
    [
        .. _groups
            .Select(entry => new FindingGroup(
                entry.Value.Rule,
                list,
                sheet,
                entry.Key.Title,
                entry.Key.Column < 0 ? null : ColumnLetter.Of(entry.Key.Column),
                entry.Value.Count,
                entry.Value.Places))
            .OrderBy(group => group.Rule.Severity)
            .ThenBy(group => group.Places[0].Row),
    ];

    private sealed class Group(Rule rule)
    {
        public Rule Rule { get; } = rule;

        public List<Place> Places { get; } = [];

        public int Count { get; set; }
    }
}
