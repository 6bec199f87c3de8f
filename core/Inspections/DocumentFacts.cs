using NodaTime;

namespace AreaSend.Core.Inspections;

// A document is known here by its identifier: file names, and what stands in the file, are never part of an event.

/// <summary>A document came in. It answers its items from this moment on, if it is accepted.</summary>
/// <param name="HappenedAt">When the last byte of it was in.</param>
/// <param name="Document">Its identifier.</param>
/// <param name="Items">The items that it answers; one document may answer several (¶ 195).</param>
public sealed record UploadArrived(Instant HappenedAt, Guid Document, IReadOnlyList<string> Items) : Fact(HappenedAt);

/// <summary>A scanner found no malware in a document.</summary>
/// <param name="HappenedAt">When.</param>
/// <param name="Document">Its identifier.</param>
/// <param name="Scanner">The scanner and the signatures it looked with.</param>
public sealed record UploadScanned(Instant HappenedAt, Guid Document, string Scanner) : Fact(HappenedAt);

/// <summary>A document passed every check: inspectors may have it.</summary>
/// <param name="HappenedAt">When.</param>
/// <param name="Document">Its identifier.</param>
/// <param name="Bytes">Its size.</param>
/// <param name="Sha256">The fingerprint of what was checked and kept, 64 hexadecimal digits.</param>
public sealed record UploadAccepted(Instant HappenedAt, Guid Document, long Bytes, string Sha256) : Fact(HappenedAt);

/// <summary>
/// A document was refused, or was lost after it had been accepted (<see cref="Lost"/>); the items that it would have answered are outstanding.
/// </summary>
/// <param name="HappenedAt">When.</param>
/// <param name="Document">Its identifier.</param>
/// <param name="Rule">The name of the rule that it breaks.</param>
/// <param name="Because">What is wrong and how to mend it, in sentences that quote nothing from the file or its name.</param>
public sealed record UploadRefused(Instant HappenedAt, Guid Document, string Rule, string Because) : Fact(HappenedAt)
{
    /// <summary>The rule that a person-level list with errors breaks: the one refusal that inspectors may set aside (<see cref="ListTakenAsItIs"/>).</summary>
    public const string ErrorsInAList = "list-errors";

    /// <summary>What an accepted document breaks that our storage has lost: the area is asked for it again.</summary>
    public const string Lost = "lost";
}

/// <summary>
/// A list that was refused for its errors was taken with them, because the area cannot mend a true gap in its data in time. It answers its items as of its
/// arrival.
/// </summary>
/// <param name="HappenedAt">When.</param>
/// <param name="Document">Its identifier.</param>
/// <param name="Bytes">Its size.</param>
/// <param name="Sha256">The fingerprint of what was checked then and is kept now, 64 hexadecimal digits.</param>
/// <param name="Reason">Why; the area reads it.</param>
public sealed record ListTakenAsItIs(Instant HappenedAt, Guid Document, long Bytes, string Sha256, string Reason) : Fact(HappenedAt);

/// <summary>An item of Annex A is in (¶ 192).</summary>
/// <param name="HappenedAt">When it arrived.</param>
/// <param name="Item">Its number: <c>list-1</c>, <c>providers</c>, <c>2.4</c>, or <c>7.3/A</c> for tracked child A.</param>
public sealed record ItemReceived(Instant HappenedAt, string Item) : Fact(HappenedAt);

/// <summary>The area answered that it does not hold what an item asks for (¶ 200).</summary>
/// <param name="HappenedAt">When.</param>
/// <param name="Item">The item.</param>
/// <param name="Note">What the area says about it.</param>
public sealed record ItemNotHeld(Instant HappenedAt, string Item, string Note) : Fact(HappenedAt);

/// <summary>Inspectors asked for something beyond Annex A (¶ 87). It is a step of its own: reminders and lateness follow as for any other.</summary>
/// <param name="HappenedAt">When.</param>
/// <param name="Item">Its key, <c>extra-1</c>; also the key of its step.</param>
/// <param name="Title">What is asked for.</param>
/// <param name="Reason">Why; the area reads it.</param>
/// <param name="Due">By when.</param>
/// <param name="By">The London clock time at which the deadline ends on that day.</param>
public sealed record ExtraItemAsked(Instant HappenedAt, string Item, string Title, string Reason, LocalDate Due, LocalTime By) : Fact(HappenedAt);
