using AreaSend.Core.Inspections;
using NodaTime;

namespace AreaSend.Services.Keeping;

/// <summary>What may go under one rule, proposed together; an administrator confirms it with a reason.</summary>
public sealed class DisposalBatch
{
    /// <summary>Identifier.</summary>
    public required Guid Id { get; init; }

    /// <summary>Key of the rule.</summary>
    public required string Rule { get; init; }

    /// <summary>When its first item was proposed.</summary>
    public required Instant ProposedAt { get; init; }

    /// <summary>When it was confirmed; null while it waits.</summary>
    public Instant? ConfirmedAt { get; set; }

    /// <summary>Who confirmed it.</summary>
    public Recorder? By { get; set; }

    /// <summary>Why, in the words of whoever confirmed it.</summary>
    public string? Reason { get; set; }
}

/// <summary>One thing of a batch: an inspection, a former contact of an area, or with neither all that lies up to a day.</summary>
public sealed class DisposalItem
{
    /// <summary>Identifier; later ones are greater.</summary>
    public required Guid Id { get; init; }

    /// <summary>The batch.</summary>
    public required Guid Batch { get; init; }

    /// <summary>The inspection; null for a contact.</summary>
    public Guid? Inspection { get; init; }

    /// <summary>The contact; null for an inspection.</summary>
    public Guid? Contact { get; init; }

    /// <summary>Three-figure code of the area; null for a national contact.</summary>
    public string? Area { get; init; }

    /// <summary>The London date that its time is counted from; of what is proposed together, the last of these.</summary>
    public required LocalDate Anchor { get; init; }

    /// <summary>What has become of it.</summary>
    public required DisposalState State { get; set; }

    /// <summary>Why it was kept after all, in a sentence; null where it was not.</summary>
    public string? KeptBecause { get; set; }

    /// <summary>
    /// What is still to be removed from storage and from the folder of e-mails: names that are ours and hold no name of a person or a file.
    /// </summary>
    public List<string> Left { get; set; } = [];

    /// <summary>When it was gone from the database.</summary>
    public Instant? DisposedAt { get; set; }

    /// <summary>When the last of it was gone, from storage too.</summary>
    public Instant? DoneAt { get; set; }
}

/// <summary>What has become of an item of a batch.</summary>
public enum DisposalState
{
    /// <summary>It waits for its batch to be confirmed, or for its turn after that.</summary>
    Proposed,

    /// <summary>It was kept after all: held for research or litigation by then, say.</summary>
    Kept,

    /// <summary>Gone from the database; storage has not let go of all of it yet.</summary>
    Removing,

    /// <summary>Nothing of it is left.</summary>
    Done,
}
