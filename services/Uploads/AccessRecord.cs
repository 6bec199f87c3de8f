using AreaSend.Core.Inspections;
using NodaTime;

namespace AreaSend.Services.Uploads;

/// <summary>That somebody opened a document, asked for one that is not to be had, or saw the selection. No personal data but identifiers.</summary>
public sealed class AccessRecord
{
    /// <summary>A document was handed out.</summary>
    public const string Download = "download";

    /// <summary>A document was asked for that has not been accepted.</summary>
    public const string DownloadRefused = "download-refused";

    /// <summary>The selection of children was looked at.</summary>
    public const string Selection = "selection";

    /// <summary>The unique IDs of a selection that was recorded without a draw were entered.</summary>
    public const string SelectionNamed = "selection-named";

    /// <summary>Number in the log.</summary>
    public long Id { get; init; }

    /// <summary>The inspection.</summary>
    public required Guid Inspection { get; init; }

    /// <summary>The document; null when it was something else.</summary>
    public Guid? Document { get; init; }

    /// <summary>What was done: one of the words above.</summary>
    public required string What { get; init; }

    /// <summary>The role that did it.</summary>
    public required RecorderRole Role { get; init; }

    /// <summary>The person's entry in the list of people, where they have one.</summary>
    public Guid? Person { get; init; }

    /// <summary>When.</summary>
    public required Instant At { get; init; }

    /// <summary>That somebody did something with the selection.</summary>
    internal static AccessRecord Of(Guid inspection, string what, Recorder by, Instant at) =>
        new() { Inspection = inspection, What = what, Role = by.Role, Person = by.Person, At = at };
}
