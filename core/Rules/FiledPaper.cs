using AreaSend.Core.Inspections;
using AreaSend.Core.Timetables;
using NodaTime;

namespace AreaSend.Core.Rules;

/// <summary>Where a paper stands.</summary>
public enum PaperState
{
    /// <summary>It is being checked; nobody has it yet.</summary>
    BeingChecked,

    /// <summary>Those whom it is for may have it.</summary>
    Given,

    /// <summary>It was refused, or our storage lost it: it is missing.</summary>
    Missing,

    /// <summary>A later version has been accepted in its place.</summary>
    Replaced,

    /// <summary>What it is the paper of was corrected or taken back.</summary>
    Withdrawn,
}

/// <summary>A paper of an inspection, or one version of it, as the events tell of it.</summary>
/// <param name="Document">Its identifier.</param>
/// <param name="Kind">Its kind.</param>
/// <param name="Of">Position of the fact whose paper it is.</param>
/// <param name="FiledAt">When it was put here.</param>
/// <param name="By">Who put it here.</param>
/// <param name="State">Where it stands.</param>
/// <param name="Refusal">Why it was refused; null for others.</param>
public sealed record FiledPaper(Guid Document, PaperKind Kind, int Of, Instant FiledAt, Recorder By, PaperState State, PaperRefused? Refusal)
{
    /// <summary>All papers of an inspection, in the order in which they came.</summary>
    public static IReadOnlyList<FiledPaper> All(InspectionCase @case)
    {
        var filed = @case.Recorded.Where(recorded => recorded.Event is PaperFiled).ToList();
        if (filed.Count == 0)
        {
            return [];
        }

        var decisions = @case.Recorded.Select(recorded => recorded.Event)
            .Where(happened => happened is PaperAccepted or PaperRefused)
            .GroupBy(happened => happened is PaperAccepted accepted ? accepted.Document : ((PaperRefused)happened).Document)
            .ToDictionary(group => group.Key, group => group.Last());
        return [.. from recorded in filed select Read(@case, recorded, filed, decisions)];
    }

    /// <summary>Whether somebody may have it in their room: a reader of its kind, once it has passed every check, for as long as it stands.</summary>
    /// <param name="role">As what they are in.</param>
    public bool IsFor(RecipientRole role) => State == PaperState.Given && Kind.Readers.Contains(role);

    /// <summary>The facts of a kind that stand, each with its position: what a paper can be put to.</summary>
    /// <param name="case">The case.</param>
    /// <param name="kind">The kind of paper.</param>
    public static IEnumerable<RecordedEvent> FactsOf(InspectionCase @case, PaperKind kind) =>
        @case.Events.Where(recorded => recorded.Event.GetType() == kind.Fact);

    /// <summary>Why a paper cannot be recorded so; null when it can.</summary>
    internal static string? WhyNot(InspectionCase @case, Fact fact) => fact switch
    {
        PaperFiled filed when PaperKind.Find(filed.Paper) is not { } kind || filed.Of < 1 || filed.Of > @case.Events.Count
            || @case.Events[filed.Of - 1].Event.GetType() != kind.Fact => "What this is the paper of is not recorded, or has been taken back. Record it first.",
        PaperFiled filed => All(@case).Any(paper => paper.Document == filed.Document) ? "This paper has already been put here." : null,
        PaperAccepted accepted => All(@case).FirstOrDefault(paper => paper.Document == accepted.Document) is null ? "This paper has not been put here yet." : null,
        PaperRefused refused => All(@case).FirstOrDefault(paper => paper.Document == refused.Document) is null ? "This paper has not been put here yet." : null,
        _ => null,
    };

    private static FiledPaper Read(
        InspectionCase @case, RecordedEvent recorded, IReadOnlyList<RecordedEvent> filed, IReadOnlyDictionary<Guid, InspectionEvent> decisions)
    {
        var paper = (PaperFiled)recorded.Event;
        var decision = decisions.GetValueOrDefault(paper.Document);
        var state = IsWithdrawn(@case, paper.Of, recorded.Seq) ? PaperState.Withdrawn
            : decision is PaperRefused ? PaperState.Missing
            : decision is null ? PaperState.BeingChecked
            : filed.Any(later => later.Seq > recorded.Seq && later.Event is PaperFiled other && other.Paper == paper.Paper && other.Of == paper.Of
                && decisions.GetValueOrDefault(other.Document) is PaperAccepted) ? PaperState.Replaced
            : PaperState.Given;
        return new FiledPaper(
            paper.Document,
            PaperKind.Find(paper.Paper) ?? throw new InvalidOperationException($"There is no kind of paper {paper.Paper}."),
            paper.Of,
            paper.HappenedAt,
            recorded.By,
            state,
            decision as PaperRefused);
    }

    // A correction that brings a paper of its own comes before it.
    private static bool IsWithdrawn(InspectionCase @case, int fact, int filedAt) => @case.Recorded.Skip(filedAt).Any(later =>
        later.Event is FactCorrected correction && (correction.Corrects == fact || correction.GoesWithIt.Contains(fact)));
}
