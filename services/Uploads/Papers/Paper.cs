using AreaSend.Core.Rules;
using AreaSend.FileChecks;

namespace AreaSend.Services.Uploads.Papers;

/// <summary>A paper that is put to what is recorded with it.</summary>
/// <param name="Kind">Its kind.</param>
/// <param name="Document">The document, which has come in and is held.</param>
/// <param name="Of">Position of the fact whose paper it is; null for the latest of its kind.</param>
public sealed record HeldPaper(Core.Inspections.PaperKind Kind, Guid Document, int? Of = null);

/// <summary>A paper of an inspection: where it stands, and its file.</summary>
/// <param name="Filed">As the events tell of it.</param>
/// <param name="Document">The file.</param>
public sealed record Paper(FiledPaper Filed, Document Document)
{
    /// <summary>The file's name, to be shown.</summary>
    public string FileName => UploadName.Shown(Document.FileName);
}
