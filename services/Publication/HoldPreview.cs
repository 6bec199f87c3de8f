using AreaSend.Core.Inspections;
using AreaSend.Core.Rules;
using AreaSend.Core.Timetables;
using AreaSend.Services.BankHolidays;
using AreaSend.Services.Store;
using AreaSend.Services.Store.Calendars;

namespace AreaSend.Services.Publication;

/// <summary>What a hold, or its end, would do.</summary>
/// <param name="Covered">How many inspections it covers; later dates of some may not move.</param>
/// <param name="Moved">Those whose dates move.</param>
/// <param name="Facts">All of it in one line, to tell this preview from another.</param>
public sealed record HoldPreview(int Covered, IReadOnlyList<MovedInspection> Moved, string Facts)
{
    /// <summary>The areas of inspections that cannot be read: what they would do is not known, and they stay as they are.</summary>
    public IReadOnlyList<string> Unreadable { get; init; } = [];

    /// <summary>Tells this preview from another, short enough for a form.</summary>
    public string Mark { get; } = CalendarLibrary.VersionOf(Facts);

    /// <summary>What facts that would be recorded move.</summary>
    internal static HoldPreview Of(IReadOnlyList<(LoadedInspection Inspection, Fact Fact)> facts, IReadOnlyList<string> unreadable) => new(
        facts.Count,
        [
            .. from pair in facts
               let moved = MovedDates.Of(pair.Fact)
               where moved.Count > 0
               select new MovedInspection(
                   pair.Inspection.Id, pair.Inspection.Case.Area, pair.Inspection.Plan, pair.Inspection.Case.Notification is not null, moved),
        ],
        string.Join(
            ' ',
            facts.Select(pair =>
                $"{pair.Inspection.Id:N}{string.Concat(MovedDates.Of(pair.Fact).Select(moved => $"{moved.From:yyMMdd}{moved.To:yyMMdd}"))}")))
    {
        Unreadable = unreadable,
    };
}
