using AreaSend.Core.Calendars;
using AreaSend.Core.Inspections;
using AreaSend.Core.Timetables;
using NodaTime;

namespace AreaSend.Core.Rules;

/// <summary>Which papers the area can hand in itself, in the room of its officer or director: comments on the draft (¶ 137) and the plan (¶ 148).</summary>
public static class HandIn
{
    /// <summary>The kinds that somebody can hand in at some time.</summary>
    /// <param name="role">As what they are in their room.</param>
    public static IEnumerable<PaperKind> Of(RecipientRole role) => PaperKind.All.Where(kind => kind.HandedInBy.Contains(role));

    /// <summary>Why a paper cannot be handed in now, in a sentence; null when it can.</summary>
    /// <param name="case">The case as it stands.</param>
    /// <param name="plan">Its timetable.</param>
    /// <param name="kind">What kind of paper it is.</param>
    /// <param name="role">As what somebody hands it in.</param>
    /// <param name="now">The present moment.</param>
    public static string? WhyNot(InspectionCase @case, Timetable plan, PaperKind kind, RecipientRole role, Instant now) =>
        !kind.HandedInBy.Contains(role) || (role != RecipientRole.Lano && NoticeMatrix.HasItsOwnAuthority(@case)) ? "This is not handed in here."
        : Records(@case, plan, kind, now) ? null
        : Standing(@case, kind) is { } && ClosedOn(@case, kind) is { } closed
            ? $"It was taken until {LondonTime.Show(closed)}; what comes after that is too late. Call the lead inspector."
        : Standing(@case, kind) is { } && @case.EndedBy is null ? null
        : NotNow(@case, kind);

    /// <summary>Whether handing it in records that it came; otherwise it is a later version of one that has come.</summary>
    /// <param name="case">The case as it stands.</param>
    /// <param name="plan">Its timetable.</param>
    /// <param name="kind">What kind of paper it is.</param>
    /// <param name="now">The present moment.</param>
    public static bool Records(InspectionCase @case, Timetable plan, PaperKind kind, Instant now) =>
        FactRules.WhyNotNow(@case, plan, kind.Fact, now) is null;

    /// <summary>The fact that a paper of a kind came in.</summary>
    /// <param name="kind">The kind.</param>
    /// <param name="at">When its last byte was in.</param>
    public static Fact Came(PaperKind kind, Instant at) => kind.Fact == typeof(CommentsReceived) ? new CommentsReceived(at)
        : kind.Fact == typeof(PlanReceived) ? new PlanReceived(at)
        : throw new ArgumentOutOfRangeException(nameof(kind), kind.Key, "Papers of this kind are not handed in.");

    /// <summary>Whether what stands recorded of a kind came after its deadline.</summary>
    /// <param name="case">The case.</param>
    /// <param name="plan">Its timetable.</param>
    /// <param name="kind">The kind.</param>
    public static bool CameLate(InspectionCase @case, Timetable plan, PaperKind kind) =>
        Standing(@case, kind) is { Event: Fact came }
        && plan.Steps.FirstOrDefault(step => step.Definition.MetBy == kind.Fact) is { } step
        && step.IsLate(came.HappenedAt);

    // In the words of whoever would hand it in; what coordinators are told is how to record it.
    private static string NotNow(InspectionCase @case, PaperKind kind)
    {
        var isShared = @case.Events.Any(recorded => recorded.Event is FinalReportShared);
        return @case.Type.Product.Say(
            @case.EndedBy is { } end ? $"This {@case.Type.Noun} ended on {LondonTime.Show(end.On)}, so nothing is handed in any more. If you have a question, call the lead inspector."
            : kind == PaperKind.Comments && isShared ? "The final report has been shared, so comments on the draft are not taken any more. If you have a question, call the lead inspector."
            : kind == PaperKind.Comments ? "The draft report has not been shared with you yet. Comments are handed in here from the day on which it is, and you are written to then."
            : isShared ? "The final report asks for no priority action plan, or it is made by somebody else. If you think that one is due, call the lead inspector."
            : "The final report has not been shared with you yet. If it asks for a priority action plan, that is handed in here, and you are written to then.");
    }

    private static RecordedEvent? Standing(InspectionCase @case, PaperKind kind) => FiledPaper.FactsOf(@case, kind).LastOrDefault();

    private static LocalDate? ClosedOn(InspectionCase @case, PaperKind kind) =>
        @case.Events.LastOrDefault(recorded => recorded.Event.GetType() == kind.ClosedBy)?.Event is Fact closed ? closed.On : null;
}
