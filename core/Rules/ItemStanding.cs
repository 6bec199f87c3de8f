using AreaSend.Core.Calendars;
using AreaSend.Core.Inspections;
using AreaSend.Core.Timetables;
using NodaTime;

namespace AreaSend.Core.Rules;

/// <summary>Where an item of Annex A stands.</summary>
public enum ItemState
{
    /// <summary>Nothing has come; its deadline is a later day.</summary>
    Waiting,

    /// <summary>Nothing has come; its deadline ends today.</summary>
    DueToday,

    /// <summary>Nothing has come, and its deadline has passed.</summary>
    Overdue,

    /// <summary>A document has come in and is being checked.</summary>
    BeingChecked,

    /// <summary>The last document was refused, and none before it was accepted.</summary>
    Refused,

    /// <summary>A document came in time and was accepted.</summary>
    Accepted,

    /// <summary>It came in time by another way, and was recorded by hand.</summary>
    Received,

    /// <summary>It came after the deadline, and was taken.</summary>
    ReceivedLate,

    /// <summary>The area does not hold it (¶ 200).</summary>
    NotHeld,

    /// <summary>Nothing came before it stopped being owed, when the on-site days ended. What still comes is taken.</summary>
    NotReceived,
}

/// <summary>An item of Annex A as the upload room, the worklist and the inspector's room show it.</summary>
/// <param name="Item">Its key: <c>list-1</c>, <c>2.4</c>, <c>7.3/A</c>, <c>extra-1</c>.</param>
/// <param name="State">Where it stands.</param>
/// <param name="Step">The step it answers, with its deadline.</param>
/// <param name="AnsweredAt">When it was answered; null while it is outstanding.</param>
/// <param name="Words">Why the last document was refused, why a list was taken with its errors, or the area's note on what it does not hold; otherwise
/// null.</param>
/// <param name="IsPastDue">Whether its deadline has passed, answered or not.</param>
/// <param name="Uploads">The documents for it, the latest last.</param>
public sealed record ItemStanding(
    string Item, ItemState State, PlannedStep Step, Instant? AnsweredAt, string? Words, bool IsPastDue, IReadOnlyList<Upload> Uploads)
{
    /// <summary>Whether it is still owed.</summary>
    public bool IsOutstanding => AnsweredAt is null && State != ItemState.NotReceived;

    /// <summary>Every item that the inspection asks for, in the order of the timetable and the handbook.</summary>
    public static IReadOnlyList<ItemStanding> All(InspectionCase @case, Timetable plan, Instant now) =>
    [
        .. plan.Steps
            .Where(step => @case.Asks.IsMetByItems(step.Key))
            .SelectMany(step => @case.Asks.ItemsOf(step.Key, @case.TrackedChildren).Select(item => Of(@case, step, item, now))),
    ];

    /// <summary>One item.</summary>
    /// <param name="case">The case.</param>
    /// <param name="step">The step that the item answers.</param>
    /// <param name="item">Its key.</param>
    /// <param name="now">The present moment.</param>
    public static ItemStanding Of(InspectionCase @case, PlannedStep step, string item, Instant now)
    {
        IReadOnlyList<Upload> uploads = [.. @case.Annex.UploadsFor(item)];
        Instant? answered = @case.Items.TryGetValue(item, out var at) ? at : null;
        var last = uploads is [.., var latest] ? latest : null;
        var refused = last?.Decision as UploadRefused;
        var note = @case.Annex.NotHeld.GetValueOrDefault(item)?.Note;
        var state = answered is { } moment ? Answered(step, uploads, note, moment)
            : @case.NotReceived.ContainsKey(step.Key) && uploads.All(upload => upload.Decision is not null) ? ItemState.NotReceived
            : Outstanding(step, uploads, refused, now);
        var words = state switch
        {
            ItemState.NotHeld => note,
            ItemState.Refused => refused?.Because,
            _ => uploads.LastOrDefault(upload => upload.IsTaken)?.Decision is ListTakenAsItIs taken ? $"Taken with its errors: {taken.Reason}" : null,
        };
        return new ItemStanding(item, state, step, answered, words, step.Due is { } due && due <= now, uploads);
    }

    private static ItemState Answered(PlannedStep step, IReadOnlyList<Upload> uploads, string? note, Instant at) =>
        note is not null ? ItemState.NotHeld
        : step.IsLate(at) ? ItemState.ReceivedLate
        : uploads.Any(upload => upload.IsTaken) ? ItemState.Accepted
        : ItemState.Received;

    private static ItemState Outstanding(PlannedStep step, IReadOnlyList<Upload> uploads, UploadRefused? refused, Instant now) =>
        uploads.Any(upload => upload.Decision is null) ? ItemState.BeingChecked
        : refused is not null ? ItemState.Refused
        : step.Due is not { } due || step.DueDate > LondonTime.DateOf(now) ? ItemState.Waiting
        : due <= now ? ItemState.Overdue
        : ItemState.DueToday;
}
