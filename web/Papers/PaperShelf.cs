using AreaSend.Core.Inspections;
using AreaSend.Core.Rules;
using AreaSend.Core.Timetables;
using AreaSend.Services.Uploads;
using AreaSend.Services.Uploads.Papers;
using AreaSend.Web.Inspections;
using AreaSend.Web.Reading;

namespace AreaSend.Web.Papers;

/// <summary>What stands recorded that has a paper, with the paper where it is here.</summary>
/// <param name="Kind">The kind of paper.</param>
/// <param name="Fact">What it is the paper of.</param>
/// <param name="Versions">All versions that stand, in the order in which they came.</param>
public sealed record ShelvedPaper(PaperKind Kind, RecordedEvent Fact, IReadOnlyList<Paper> Versions)
{
    /// <summary>The version that is given out; null while there is none.</summary>
    public Paper? Given => Versions.LastOrDefault(paper => paper.Filed.State == PaperState.Given);

    /// <summary>A later version than the one that is given out, which is being checked or was refused; null where there is none.</summary>
    public Paper? Later => Versions is [.., var last] && last is { Filed.State: PaperState.BeingChecked or PaperState.Missing } ? last : null;
}

/// <summary>The papers of an inspection, in the order of its course.</summary>
/// <param name="Papers">What has a paper.</param>
/// <param name="Withdrawn">Papers of what was corrected or taken back.</param>
public sealed record PaperShelf(IReadOnlyList<ShelvedPaper> Papers, IReadOnlyList<Paper> Withdrawn)
{
    /// <summary>Reads it.</summary>
    public static async Task<PaperShelf> OfAsync(PaperUploads uploads, InspectionView view, CancellationToken cancellation)
    {
        // The history says of which the file is no longer kept.
        var papers = (await uploads.ListAsync(view.Loaded, cancellation)).Where(paper => paper.Document.State != DocumentState.Disposed).ToList();
        var standing = papers.Where(paper => paper.Filed.State != PaperState.Withdrawn).ToLookup(paper => (paper.Filed.Kind, paper.Filed.Of));
        return new PaperShelf(
            [
                .. from kind in PaperKind.All
                   from fact in FiledPaper.FactsOf(view.Case, kind)
                   let versions = standing[(kind, fact.Seq)].ToList()
                   where versions.Count > 0 || IsExpected(view.Case, kind)
                   select new ShelvedPaper(kind, fact, versions),
            ],
            [.. papers.Where(paper => paper.Filed.State == PaperState.Withdrawn)]);
    }

    /// <summary>Those of somebody in a room of the area.</summary>
    public IEnumerable<ShelvedPaper> For(RecipientRole role) => Papers.Where(paper => paper.Kind.Readers.Contains(role));

    // Without comments there are no responses to them, and not every plan that is sent back has a paper of its own.
    private static bool IsExpected(InspectionCase @case, PaperKind kind) =>
        kind != PaperKind.PlanComments && (kind != PaperKind.Responses || @case.Events.Any(recorded => recorded.Event is CommentsReceived));
}
