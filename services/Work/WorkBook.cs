using AreaSend.Core.Inspections;
using AreaSend.Services.Store;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace AreaSend.Services.Work;

/// <summary>Who coordinates an inspection, and what people of the inspectorates note about it. Nothing is changed: what is new is added.</summary>
public sealed class WorkBook(StoreDatabase database, IClock clock)
{
    /// <summary>What is recorded about an inspection.</summary>
    public async Task<WorkRecord> OfAsync(Guid inspection, CancellationToken cancellation = default) => (await OfAsync([inspection], cancellation))[inspection];

    /// <summary>What is recorded about each of these inspections.</summary>
    public async Task<IReadOnlyDictionary<Guid, WorkRecord>> OfAsync(IReadOnlyCollection<Guid> inspections, CancellationToken cancellation = default)
    {
        await using var context = database.Open();
        var assignments = (await context.Set<Assignment>().AsNoTracking().Where(row => inspections.Contains(row.Inspection)).ToListAsync(cancellation))
            .ToLookup(row => row.Inspection);
        var notes = (await context.Set<WorkNote>().AsNoTracking().Where(row => inspections.Contains(row.Inspection)).ToListAsync(cancellation))
            .ToLookup(row => row.Inspection);
        return inspections.ToDictionary(
            id => id,
            id => new WorkRecord(
                [.. assignments[id].OrderBy(row => row.At).ThenBy(row => row.Id)],
                [.. notes[id].OrderBy(row => row.At).ThenBy(row => row.Id)]));
    }

    /// <summary>Assigns the coordinator from now on.</summary>
    /// <param name="inspection">The inspection.</param>
    /// <param name="coordinator">The <see cref="Staff.StaffMember"/>; null for nobody.</param>
    /// <param name="by">Who assigns.</param>
    /// <param name="shown">The <see cref="WorkRecord.Version"/> that somebody decided on; null for whichever there is.</param>
    /// <param name="cancellation">Gives up.</param>
    /// <returns>Whether it was stored: not if something has been recorded since.</returns>
    public Task<bool> AssignAsync(Guid inspection, Guid? coordinator, Recorder by, string? shown, CancellationToken cancellation = default) =>
        AddAsync(
            inspection,
            new Assignment
            {
                Id = Guid.CreateVersion7(),
                Inspection = inspection,
                Coordinator = coordinator,
                At = clock.GetCurrentInstant(),
                By = by,
            },
            shown,
            cancellation);

    /// <summary>Notes something, snoozes the inspection, or both.</summary>
    /// <param name="inspection">The inspection.</param>
    /// <param name="words">The note; null for none.</param>
    /// <param name="snoozedUntil">The day on which the inspection is on the worklist again; null to leave that as it is, today to wake it.</param>
    /// <param name="by">Who notes it.</param>
    /// <param name="shown">The <see cref="WorkRecord.Version"/> that somebody decided on; null for whichever there is.</param>
    /// <param name="cancellation">Gives up.</param>
    /// <returns>Whether it was stored: not if something has been recorded since.</returns>
    public Task<bool> NoteAsync(
        Guid inspection,
        string? words,
        LocalDate? snoozedUntil,
        Recorder by,
        string? shown,
        CancellationToken cancellation = default) =>
        AddAsync(
            inspection,
            new WorkNote
            {
                Id = Guid.CreateVersion7(),
                Inspection = inspection,
                Words = words,
                SnoozedUntil = snoozedUntil,
                At = clock.GetCurrentInstant(),
                By = by,
            },
            shown,
            cancellation);

    private Task<bool> AddAsync(Guid inspection, object row, string? shown, CancellationToken cancellation) => RowVersion.WriteAsync(
        database,
        shown,
        async context => RowVersion.Of(await IdsAsync(context, inspection, cancellation)),
        context =>
        {
            context.Add(row);
            return Task.CompletedTask;
        },
        cancellation);

    private static async Task<IEnumerable<Guid>> IdsAsync(StoreContext context, Guid inspection, CancellationToken cancellation) => WorkRecord.Ids(
        await context.Set<Assignment>().Where(row => row.Inspection == inspection).Select(row => row.Id).ToListAsync(cancellation),
        await context.Set<WorkNote>().Where(row => row.Inspection == inspection).Select(row => row.Id).ToListAsync(cancellation));
}

/// <summary>What is recorded beside the events of an inspection.</summary>
/// <param name="Assignments">Who coordinated it, in order.</param>
/// <param name="Notes">What was noted, in order.</param>
public sealed record WorkRecord(IReadOnlyList<Assignment> Assignments, IReadOnlyList<WorkNote> Notes)
{
    /// <summary>The <see cref="Staff.StaffMember"/> who coordinates it now; null for nobody.</summary>
    public Guid? Coordinator => Assignments.Count == 0 ? null : Assignments[^1].Coordinator;

    /// <summary>The newest note with words.</summary>
    public WorkNote? Newest => Notes.LastOrDefault(note => note.Words is not null);

    /// <summary>The note that says until when it is snoozed, past or not.</summary>
    public WorkNote? Snooze => Notes.LastOrDefault(note => note.SnoozedUntil is not null);

    /// <summary>The version for a form to carry.</summary>
    public string Version => RowVersion.Of(Ids(Assignments.Select(row => row.Id), Notes.Select(row => row.Id)));

    internal static IEnumerable<Guid> Ids(IEnumerable<Guid> assignments, IEnumerable<Guid> notes) => assignments.Concat(notes).Order();
}
