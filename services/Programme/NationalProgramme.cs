using AreaSend.Core.Calendars;
using AreaSend.Core.Timetables;
using AreaSend.Services.Areas;
using NodaTime;

namespace AreaSend.Services.Programme;

/// <summary>Reads the national programme (¶ 18 to 25): where each of the 153 areas stands, or each of those that whoever asks sees.</summary>
public sealed class NationalProgramme(HeldActivities held, ProgrammeBook book, Editions editions, IClock clock)
{
    private readonly Lazy<IReadOnlyDictionary<string, Core.Programme.AreaRecord>> _shipped = new(() =>
        ShippedHistory.Load().ToDictionary(record => record.Area));

    private readonly BySight<Known> _known = new();

    /// <summary>Where each area stands today, in order of name; the same view as before where nothing that it is made from has changed.</summary>
    public Task<ProgrammeView> ReadAsync(CancellationToken cancellation = default) => ReadAsync([], cancellation);

    /// <summary>Where each area would stand if this were on record too.</summary>
    public async Task<ProgrammeView> ReadAsync(IReadOnlyCollection<(string Area, PastActivity Past)> more, CancellationToken cancellation = default)
    {
        var asOf = LondonTime.DateOf(clock.GetCurrentInstant());
        var edition = editions.On(asOf);
        var (activities, unreadable) = await held.ReadAsync(cancellation);
        var entries = await book.EntriesAsync(area: null, cancellation);
        List<RegionalDecision> standing = [.. (await book.DecisionsAsync(area: null, cancellation)).Where(decision => decision.WithdrawnAt is null)];

        // A line or a decision never changes, but that it counts no more.
        List<Guid> records = [.. entries.Select(entry => entry.Id), .. standing.Select(decision => decision.Id)];
        if (more.Count == 0 && _known.Value is { } known && known.IsOf(asOf, activities, unreadable, records))
        {
            return known.View;
        }

        var view = Of(activities, more, entries, standing, asOf, edition, unreadable);
        if (more.Count == 0)
        {
            _known.Value = new(view, activities, records);
        }

        return view;
    }

    private ProgrammeView Of(
        IReadOnlyList<HeldActivity> activities,
        IEnumerable<(string Area, PastActivity Past)> more,
        IReadOnlyList<HistoryEntry> entries,
        IEnumerable<RegionalDecision> standing,
        LocalDate asOf,
        FrameworkEdition edition,
        int unreadable)
    {
        // What was brought in later supersedes what was brought in before.
        var recorded = more.Concat(entries.Reverse().Select(entry => (entry.Area, entry.AsPast()))).ToLookup(line => line.Item1, line => line.Item2);
        var decisions = standing.ToLookup(decision => decision.Area);
        var byArea = activities.ToLookup(activity => activity.Area);
        return new(
            [
                .. from area in LocalAuthorities.Seen
                let history = AreaHistory.Of(
                    _shipped.Value[area.Code],
                    recorded[area.Code],
                    [.. byArea[area.Code]],
                    asOf,
                    decisions[area.Code].Select(decision => decision.AsBroughtForward()))
                select AreaStanding.Of(area, history, asOf, edition.Cycle),
            ],
            asOf,
            edition,
            unreadable);
    }

    private sealed record Known(ProgrammeView View, IReadOnlyList<HeldActivity> Activities, IReadOnlyList<Guid> Records)
    {
        public bool IsOf(LocalDate asOf, IReadOnlyList<HeldActivity> activities, int unreadable, IReadOnlyList<Guid> records) =>
            (View.AsOf, View.Unreadable) == (asOf, unreadable) && ReferenceEquals(Activities, activities) && Records.SequenceEqual(records);
    }
}

/// <summary>The national programme on a day.</summary>
/// <param name="Areas">Each area, in order of name.</param>
/// <param name="AsOf">The day.</param>
/// <param name="Edition">The edition whose cycle it follows.</param>
/// <param name="Unreadable">How many inspections of this console could not be read, so that they are missing here.</param>
public sealed record ProgrammeView(IReadOnlyList<AreaStanding> Areas, LocalDate AsOf, FrameworkEdition Edition, int Unreadable)
{
    /// <summary>The area with this code; null when there is none.</summary>
    public AreaStanding? Find(string code) => Areas.FirstOrDefault(standing => standing.Area.Code == code);
}
