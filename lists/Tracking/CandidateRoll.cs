using AreaSend.Lists.Identifiers;

namespace AreaSend.Lists.Tracking;

/// <summary>
/// Those whom the lists name, each once: a child in both lists, also under two unique IDs, must not be drawn twice. The row that was read first stands.
/// </summary>
public sealed class CandidateRoll
{
    private readonly FirstSeen[] _seen = [.. Identity.Columns.Select(_ => new FirstSeen())];
    private List<Candidate> _candidates = [];

    /// <summary>Everyone so far.</summary>
    public IReadOnlyList<Candidate> Candidates => _candidates;

    /// <summary>How many rows were about somebody who was there already.</summary>
    public int Repeated { get; private set; }

    /// <summary>Forgets the ages of those on the list: its dates of birth cannot be read safely.</summary>
    public void ForgetAges(PersonList list) =>
        _candidates = [.. _candidates.Select(candidate => candidate.List == list ? candidate with { Age = AgeGroup.Unknown } : candidate)];

    /// <summary>Takes the row of a list; one without a unique ID is passed over.</summary>
    public void Add(ListRecord row)
    {
        if (CandidateRow.Read(row) is not { } candidate)
        {
            return;
        }

        var isKnown = false;
        for (var i = 0; i < _seen.Length; i++)
        {
            var identifier = Identity.In(row, Identity.Columns[i]);
            isKnown |= !identifier.IsEmpty && _seen[i].Before(identifier, row.Row) > 0;
        }

        if (isKnown)
        {
            Repeated++;
            return;
        }

        _candidates.Add(candidate);
    }
}
