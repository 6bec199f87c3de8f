using System.Globalization;
using System.Security.Cryptography;
using System.Text;
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

    /// <summary>All that is held on a person was searched for or handed out (data subject's request).</summary>
    public const string HeldOnPerson = "held-on-person";

    /// <summary>What a line says that has been disposed of: it is a number with a fingerprint by then.</summary>
    public const string Disposed = "disposed-of";

    /// <summary>Number in the log.</summary>
    public long Id { get; init; }

    /// <summary>The inspection; null where it was about none.</summary>
    public required Guid? Inspection { get; init; }

    /// <summary>The document; null when it was something else.</summary>
    public Guid? Document { get; init; }

    /// <summary>What was done: one of the words above.</summary>
    public required string What { get; init; }

    /// <summary>The role that did it.</summary>
    public required RecorderRole Role { get; init; }

    /// <summary>The person's entry in the list of people, where they have one.</summary>
    public Guid? Person { get; init; }

    /// <summary>Whom it was about, by the identifier of their entry; null where it was about nobody in particular.</summary>
    public Guid? About { get; init; }

    /// <summary>When; of a line that has been disposed of, when that was.</summary>
    public required Instant At { get; init; }

    /// <summary>The <see cref="Fingerprint"/> that the line had when it was disposed of; null before.</summary>
    public string? Digest { get; init; }

    /// <summary>
    /// SHA-256 over what the line says, or said, in hexadecimal: checkpoints are made of these, so that lines can be disposed of and their absence is still no
    /// secret.
    /// </summary>
    public string Fingerprint() => Digest ?? Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(string.Create(
        CultureInfo.InvariantCulture, $"{Id}\n{Inspection:D}\n{Document:D}\n{What}\n{Role}\n{Person:D}\n{About:D}\n{At.ToUnixTimeTicks()}\n"))));

    /// <summary>That somebody did something with the selection.</summary>
    internal static AccessRecord Of(Guid inspection, string what, Recorder by, Instant at) =>
        new() { Inspection = inspection, What = what, Role = by.Role, Person = by.Person, At = at };
}
