using AreaSend.Core.Calendars;
using AreaSend.Core.Inspections;
using NodaTime;

namespace AreaSend.Core.Timetables;

/// <summary>
/// The editions that are held. It is a value: a host, the command line and a test each have their own, and everything that plans or reads an
/// inspection is given one.
/// </summary>
public sealed class Editions
{
    private const string ByASetting = "named by a setting";

    private const string Earliest = "the earliest that AreaSend holds";

    private readonly FrameworkEdition? _named;

    // Those that can be relied on without looking twice; all, where there is none. It is asked of each of their rows, so once and not at every planning.
    private readonly IReadOnlyList<FrameworkEdition> _reliable;

    /// <summary>Holds these editions.</summary>
    /// <param name="held">At least one, in any order.</param>
    /// <param name="named">The edition that new inspections are planned under, whatever their notification day; null for the one in force on that day.</param>
    /// <exception cref="ArgumentException">None is held, or not the one that is named: the message says which are.</exception>
    public Editions(IEnumerable<FrameworkEdition> held, string? named = null)
    {
        Held = [.. held.OrderBy(edition => edition.InForceFrom)];
        if (Held.Count == 0)
        {
            throw new ArgumentException("At least one edition has to be held.");
        }

        _reliable = Held.Any(edition => edition.IsConfirmedWhole) ? [.. Held.Where(edition => edition.IsConfirmedWhole)] : Held;
        _named = string.IsNullOrWhiteSpace(named) ? null
            : Find(named) ?? throw new ArgumentException($"AreaSend does not hold the edition '{named}'. It holds: {Ids}.");
    }

    /// <summary>Those that come with AreaSend. A later one is another table in this list.</summary>
    public static Editions Shipped { get; } = new([AreaSend2024.Edition, AreaSend2025.Edition]);

    /// <summary>In order of the day they came into force.</summary>
    public IReadOnlyList<FrameworkEdition> Held { get; }

    /// <summary>The edition that is planned under now: the one that is named, else the last that is confirmed whole.</summary>
    public FrameworkEdition Current => _named ?? _reliable[^1];

    /// <summary>Their identifiers, for a sentence.</summary>
    public string Ids => string.Join(", ", Held.Select(edition => edition.Id));

    /// <summary>The keys of the kinds of inspection that any of them has, in their order.</summary>
    public IReadOnlyList<string> Kinds => [.. Held.SelectMany(edition => edition.Types).Select(type => type.Key).Distinct()];

    /// <summary>The same kinds, each as the last edition that has it says it.</summary>
    public IEnumerable<InspectionType> Types => Kinds.Select(kind => Held.Select(edition => edition.Find(kind)).Last(type => type is not null)!);

    /// <summary>The same editions, one of them as it is now.</summary>
    /// <exception cref="ArgumentException">It is not held.</exception>
    public Editions With(FrameworkEdition edition) => Find(edition.Id) is null
        ? throw new ArgumentException($"AreaSend does not hold the edition '{edition.Id}'. It holds: {Ids}.")
        : new(Held.Select(held => held.Id == edition.Id ? edition : held), _named?.Id);

    /// <summary>
    /// The same editions, with new inspections planned under one of them, whatever their notification day; null for the one in force on that day.
    /// </summary>
    /// <exception cref="ArgumentException">It is not held.</exception>
    public Editions Naming(string? id) => new(Held, id);

    /// <summary>The edition with this identifier, or null when it is not held.</summary>
    public FrameworkEdition? Find(string id) => Held.FirstOrDefault(edition => edition.Id == id);

    /// <summary>
    /// The edition that holds on a day: the one that is named; else, of those that are confirmed whole, the one in force; before the first of them came into
    /// force, the first.
    /// </summary>
    public FrameworkEdition On(LocalDate day)
    {
        return _named ?? _reliable.LastOrDefault(edition => edition.InForceFrom <= day) ?? _reliable[0];
    }

    /// <summary>The edition that a new inspection is planned under, and why; null when none of those in question has such a kind.</summary>
    /// <param name="kind">Key of the kind of inspection.</param>
    /// <param name="planned">The day that planning sets: S, for most kinds.</param>
    /// <param name="calendar">The calendar, to count the notification day back with.</param>
    /// <exception cref="OutsideCalendarException">The notification day lies outside the known years.</exception>
    public EditionChoice? For(string kind, LocalDate planned, WorkingDayCalendar calendar) =>
        For(kind, edition => calendar.Minus(planned, edition.NoticeOf(edition.Find(kind)!)));

    /// <summary>The edition that an inspection has whose area is notified on a day, and why; null when none of those in question has such a kind.</summary>
    /// <param name="day">N.</param>
    /// <param name="kind">Key of the kind of inspection.</param>
    public EditionChoice? ForNotifiedOn(LocalDate day, string kind) => For(kind, _ => day);

    private EditionChoice? For(string kind, Func<FrameworkEdition, LocalDate> notificationDay)
    {
        if (_named is not null)
        {
            return _named.Find(kind) is null ? null : new(_named, ByASetting);
        }

        List<FrameworkEdition> having = [.. Held.Where(edition => edition.Find(kind) is not null)];
        var reliable = having.Exists(_reliable.Contains) ? having.FindAll(_reliable.Contains) : having;
        var inForce = reliable.LastOrDefault(HasComeIntoForce);
        return inForce is not null ? new(inForce, InForce(inForce, notificationDay(inForce), having.LastOrDefault(HasComeIntoForce)))
            : reliable is [var first, ..] ? new(first, Earliest)
            : null;

        bool HasComeIntoForce(FrameworkEdition edition) => edition.InForceFrom <= notificationDay(edition);
    }

    /// <summary>Why an inspection has its edition, for a sentence.</summary>
    /// <param name="edition">Its edition.</param>
    /// <param name="notificationDay">N, happened or planned.</param>
    public string Why(FrameworkEdition edition, LocalDate notificationDay)
    {
        var last = Held.LastOrDefault(HasComeIntoForce);
        return edition.Id == _named?.Id ? ByASetting
            : edition.Id == _reliable.LastOrDefault(HasComeIntoForce)?.Id ? InForce(edition, notificationDay, last)
            : edition.Id == _reliable[0].Id && notificationDay < edition.InForceFrom ? Earliest
            : "kept since it was planned";

        bool HasComeIntoForce(FrameworkEdition other) => other.InForceFrom <= notificationDay;
    }

    /// <summary>A later one may be in force by the day, but cannot be relied on yet.</summary>
    private static string InForce(FrameworkEdition edition, LocalDate notificationDay, FrameworkEdition? last) => last is null || last.Id == edition.Id
        ? $"in force on notification day, {LondonTime.Show(notificationDay)}"
        : $"the last that is confirmed whole; {last.Title}, in force on notification day, {LondonTime.Show(notificationDay)}, is not";
}

/// <summary>An edition, and why it is the one.</summary>
/// <param name="Edition">The edition.</param>
/// <param name="Because">For a sentence: <c>in force on notification day, Monday 8 September 2025</c>.</param>
public sealed record EditionChoice(FrameworkEdition Edition, string Because);
