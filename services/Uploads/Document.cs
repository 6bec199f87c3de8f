using System.Linq.Expressions;
using AreaSend.FileChecks;
using AreaSend.Services.Store;
using NodaTime;

namespace AreaSend.Services.Uploads;

/// <summary>A document that the area sends, or one version of it. Rows are kept: what replaces a document stands beside it.</summary>
public sealed class Document
{
    /// <summary>Identifier, made by us; ordered by time.</summary>
    public required Guid Id { get; init; }

    /// <summary>The inspection.</summary>
    public required Guid Inspection { get; init; }

    /// <summary>Who sent it: the officer's entry in the inspection's list of people; null when it was not a person of that list.</summary>
    public Guid? Person { get; init; }

    /// <summary>The items that it answers, by key: <c>list-1</c>, <c>2.4</c>, <c>7.3/A</c>, <c>extra-1</c>.</summary>
    public required List<string> Items { get; init; }

    /// <summary>The file's name as the sender gave it: data. Show it with <see cref="UploadName.Shown"/>, never use it as a path, header or address.</summary>
    public required string FileName { get; init; }

    /// <summary>What checkpoints mark that name with (<see cref="NameMark"/>); null once it has been disposed of.</summary>
    public required string? Salt { get; set; }

    /// <summary>The name of the blob in quarantine, ours.</summary>
    public required string BlobName { get; init; }

    /// <summary>When the sender was given leave to send it.</summary>
    public required Instant BegunAt { get; init; }

    /// <summary>Until when the sender's address takes it; null for a form post.</summary>
    public Instant? Expires { get; init; }

    /// <summary>How far it has come.</summary>
    public required DocumentState State { get; set; }

    /// <summary>When its last byte was in; null before that.</summary>
    public Instant? ArrivedAt { get; set; }

    /// <summary>When it was accepted or refused.</summary>
    public Instant? DecidedAt { get; set; }

    /// <summary>Bytes: counted by us once it has been checked, as storage says from its arrival, as the sender says before.</summary>
    public long Size { get; set; }

    /// <summary>The fingerprint that we took of what was checked, 64 hexadecimal digits; null before.</summary>
    public string? Sha256 { get; set; }

    /// <summary>The version of the blob that was scanned and found clean; a blob of another version is checked anew.</summary>
    public string? ScannedETag { get; set; }

    /// <summary>The rule that a refused document breaks.</summary>
    public string? RefusalRule { get; set; }

    /// <summary>Why it was refused and how to mend it, in sentences for its sender; they may name files inside an archive.</summary>
    public string? Refusal { get; set; }

    /// <summary>What it waits for, in a sentence for whoever runs the service: no verdict yet, say.</summary>
    public string? WaitingBecause { get; set; }

    /// <summary>How often a check could not be finished.</summary>
    public int Attempts { get; set; }

    /// <summary>When it is looked at again; null when nothing is to be done.</summary>
    public Instant? NextAttempt { get; set; }

    /// <summary>Whether it is to be looked at by a moment.</summary>
    internal static Expression<Func<Document, bool>> IsDue(Instant by) => row => row.NextAttempt <= by;

    /// <summary>What it is by its content; null until it is accepted.</summary>
    public string? MediaType { get; set; }

    /// <summary>The name of the blob that inspectors read; null until it is accepted.</summary>
    public string? AcceptedBlob { get; set; }

    /// <summary>Errors found in its lists.</summary>
    public int Errors { get; set; }

    /// <summary>Queries found in its lists.</summary>
    public int Queries { get; set; }

    /// <summary>Files in an archive that Windows, a Mac or Word had added by themselves, which the check passed over.</summary>
    public int PassedOver { get; set; }

    /// <summary>
    /// What was posted, in one fingerprint: the one-time identifier of the form, its items, the file's name and its content. No two documents share one, so
    /// that
    /// a form that is sent twice stores a file once. Null for what did not come by a form.
    /// </summary>
    public string? Posted { get; set; }

    /// <summary>The version that it is to take the place of.</summary>
    public Guid? Replaces { get; init; }

    /// <summary>The version that has been accepted in its place.</summary>
    public Guid? ReplacedBy { get; set; }

    /// <summary>The letter of the tracked child that its 7.x items are about; null for others.</summary>
    public string? Child { get; init; }

    /// <summary>Key of the kind of paper that it is (<see cref="Core.Inspections.PaperKind"/>); null for what answers Annex A.</summary>
    public string? Paper { get; init; }

    /// <summary>When the paper was recorded; null for what is no paper, and for one that came with a form which has not been confirmed.</summary>
    public Instant? FiledAt { get; set; }

    /// <summary>Guards against two who change it at once.</summary>
    public int Version { get; set; }

    /// <summary>Whether it came with a form that nobody has confirmed: no fact tells of it, and it goes after a day.</summary>
    public bool IsHeld => Paper is not null && FiledAt is null;

    /// <summary>Whether it has been decided on, or never came.</summary>
    public bool IsSettled => State is DocumentState.Accepted or DocumentState.Refused or DocumentState.NeverCame or DocumentState.Disposed;

    /// <summary>Whether a decision stands that no check changes any more.</summary>
    public bool IsDecided => State is DocumentState.Accepted or DocumentState.Refused or DocumentState.Disposed;
}

/// <summary>How far a document has come.</summary>
public enum DocumentState
{
    /// <summary>The sender has leave to send it; nothing has come yet.</summary>
    Expected,

    /// <summary>It is in quarantine and being checked.</summary>
    Arrived,

    /// <summary>A scanner found it clean; the other checks are on.</summary>
    Scanned,

    /// <summary>Inspectors may have it.</summary>
    Accepted,

    /// <summary>It was refused.</summary>
    Refused,

    /// <summary>The leave to send it ended and nothing had come.</summary>
    NeverCame,

    /// <summary>It was kept for as long as the schedule says, and is gone; the row says that there was one.</summary>
    Disposed,
}
