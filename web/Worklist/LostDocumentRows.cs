using AreaSend.Core.Inspections;
using AreaSend.Core.Rules;
using AreaSend.Core.Timetables;
using AreaSend.Services.Store;

namespace AreaSend.Web.Worklist;

/// <summary>Documents and papers of an inspection that somebody relies on, and that nobody has.</summary>
internal static class LostDocumentRows
{
    /// <summary>What there is of them, until something else has taken their place.</summary>
    public static IReadOnlyList<WorklistConcern> Of(LoadedInspection inspection) => [.. Uploads(inspection), .. Papers(inspection)];

    /// <summary>
    /// Documents that had been accepted and that storage has lost, until something has come in for their items since: another document of the same item may
    /// say something else.
    /// </summary>
    private static IEnumerable<WorklistConcern> Uploads(LoadedInspection inspection) =>
        from upload in inspection.Case.Annex.Uploads.Values
        let gone = upload.Decision as UploadRefused
        where gone is { Rule: UploadRefused.Lost }
        let items = upload.Items.Where(item => !inspection.Case.Annex.Uploads.Values.Any(
            other => other.IsTaken && other.ArrivedAt > gone.HappenedAt && other.Items.Contains(item))).ToList()
        where items.Count > 0
        select Concern(
            inspection,
            "documents",
            $"Storage has lost a document that had been accepted; it answered {string.Join(", ", items)}. The nominated officer has been asked to send it again.");

    /// <summary>
    /// Papers of ours that did not pass the checks, or that storage has lost, until another is put in their place: those whose they are wait for them.
    /// </summary>
    private static IEnumerable<WorklistConcern> Papers(LoadedInspection inspection)
    {
        var papers = FiledPaper.All(inspection.Case);
        return from paper in papers
               where paper is { State: PaperState.Missing, By.Role: RecorderRole.Coordinator }
               where !papers.Any(later => later.Kind == paper.Kind && later.Of == paper.Of
                 && later.FiledAt > paper.FiledAt && later.State != PaperState.Withdrawn)
               select Concern(
                   inspection,
                   $"papers/{paper.Kind.Key}/put?of={paper.Of}",
                   $"{inspection.Case.Type.Product.Say(paper.Kind.Title)}: nobody has it. {paper.Refusal!.Because} Put it here again.");
    }

    private static WorklistConcern Concern(LoadedInspection inspection, string page, string what) =>
        WorklistConcern.In(inspection.Case.Area, $"/inspections/{inspection.Id}/{page}", what);
}
