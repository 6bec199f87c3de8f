using AreaSend.Core.Inspections;
using NodaTime;

namespace AreaSend.Services.Store;

/// <summary>
/// An event of one inspection as it stands in the database. Rows are added and never changed; <see cref="ChainVerifier"/> finds out if one was.
/// </summary>
public sealed class EventRow
{
    /// <summary>The inspection it belongs to.</summary>
    public required Guid Inspection { get; init; }

    /// <summary>Position in the inspection's stream, from 1; with the inspection it is the key, so that two writers cannot both have it.</summary>
    public required int Seq { get; init; }

    /// <summary>When it was recorded.</summary>
    public required Instant RecordedAt { get; init; }

    /// <summary>Who recorded it, as <see cref="Core.Inspections.Recorder.Text"/>: the hash is over this text.</summary>
    public required string By { get; init; }

    /// <summary>The kind of event, repeated from the payload so that it can be searched for.</summary>
    public required string Kind { get; init; }

    /// <summary>The event as JSON.</summary>
    public required string Payload { get; init; }

    /// <summary>The hash of the event before it; <see cref="EventHash.Start"/> for the first.</summary>
    public required string PreviousHash { get; init; }

    /// <summary>SHA-256 over all of the above, in hexadecimal: see <see cref="EventHash"/>.</summary>
    public required string Hash { get; init; }
}
