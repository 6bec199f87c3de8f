using AreaSend.Core.Calendars;
using AreaSend.Core.Inspections;
using AreaSend.Services.Staff;
using AreaSend.Services.Work;
using NodaTime;

namespace AreaSend.Web.Inspections.Work;

/// <summary>What stands beside the events of an inspection, as the history tells it.</summary>
/// <param name="At">When it was recorded.</param>
/// <param name="By">Who recorded it.</param>
/// <param name="Title">What it is.</param>
/// <param name="Words">What was typed.</param>
internal sealed record WorkEntry(Instant At, Recorder By, string Title, string? Words)
{
    /// <summary>All of an inspection, in order.</summary>
    public static IReadOnlyList<WorkEntry> Of(WorkRecord work, IReadOnlyList<StaffMember> staff) =>
    [
        .. work.Assignments.Select(row => new WorkEntry(
                row.At,
                row.By,
                $"Coordinator: {staff.FirstOrDefault(person => person.Id == row.Coordinator)?.Name ?? "nobody"}",
                null))
            .Concat(work.Notes.Select(row => new WorkEntry(row.At, row.By, TitleOf(row), row.Words)))
            .OrderBy(entry => entry.At),
    ];

    private static string TitleOf(WorkNote note) => note.SnoozedUntil is not { } until ? "Note"
        : until > LondonTime.DateOf(note.At) ? $"Snoozed until {LondonTime.Show(until)}"
        : "Put back on the worklist";
}
