using AreaSend.Core.Inspections;
using NodaTime;

namespace AreaSend.Services.Uploads;

/// <summary>The fact that what became of a document is recorded as: those of Annex A and those of papers differ. None where something is only held.</summary>
internal static class DocumentFact
{
    /// <summary>It came in whole; a paper is recorded with what it is the paper of.</summary>
    public static Fact? Arrived(Document document, Instant at) => document.Paper is null ? new UploadArrived(at, document.Id, document.Items) : null;

    /// <summary>Nothing harmful was found in it.</summary>
    public static Fact? Scanned(Document document, Instant at, string by) => document.Paper is null ? new UploadScanned(at, document.Id, by) : null;

    /// <summary>It is kept.</summary>
    public static Fact? Accepted(Document document, Instant at) =>
        document.IsHeld ? null
        : document.Paper is null ? new UploadAccepted(at, document.Id, document.Size, document.Sha256!)
        : new PaperAccepted(at, document.Id, document.Size, document.Sha256!);

    /// <summary>It is not kept.</summary>
    public static Fact? Refused(Document document, Instant at, string rule, string because) =>
        document.IsHeld ? null
        : document.Paper is null ? new UploadRefused(at, document.Id, rule, because)
        : new PaperRefused(at, document.Id, rule, because);
}
