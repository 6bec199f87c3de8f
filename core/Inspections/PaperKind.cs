namespace AreaSend.Core.Inspections;

/// <summary>A kind of paper: what it is the paper of, and who may have it.</summary>
/// <param name="Key">Stands in events and addresses: never changed.</param>
/// <param name="Title">In the words of a full inspection; <c>Product.Say</c> gives those of other kinds.</param>
/// <param name="Fact">The kind of fact whose paper it is: it is given to nobody before that.</param>
/// <param name="Readers">Who may have it in their room. The forum may have none: it reads what is published (¶ 136, 139).</param>
public sealed record PaperKind(string Key, string Title, Type Fact, IReadOnlyList<RecipientRole> Readers)
{
    private static readonly RecipientRole[] ThePartnership = [RecipientRole.Dcs, RecipientRole.Icb, RecipientRole.Lano];
    private static readonly RecipientRole[] TheLeaders = [RecipientRole.Dcs, RecipientRole.Icb];

    /// <summary>Who may hand it in, in their own room; that it came is recorded by this.</summary>
    public IReadOnlyList<RecipientRole> HandedInBy { get; init; } = [];

    /// <summary>What leaves no room for handing it in any more; null where nothing does.</summary>
    public Type? ClosedBy { get; init; }

    /// <summary>Restricted and confidential to relevant senior personnel, never shared more widely or published (¶ 136).</summary>
    public bool IsRestricted { get; init; }

    /// <summary>The draft of the report or letter (¶ 136).</summary>
    public static PaperKind Draft { get; } = new("draft", "Draft report", typeof(DraftReportShared), ThePartnership) { IsRestricted = true };

    /// <summary>What the area says to the draft (¶ 137).</summary>
    public static PaperKind Comments { get; } =
        new("comments", "Comments on the draft report", typeof(CommentsReceived), ThePartnership)
        {
            HandedInBy = [RecipientRole.Lano],
            ClosedBy = typeof(FinalReportShared),
            IsRestricted = true,
        };

    /// <summary>The final report, or the letter of a monitoring inspection (¶ 137, 175).</summary>
    public static PaperKind Final { get; } = new("final", "Final report", typeof(FinalReportShared), ThePartnership) { IsRestricted = true };

    /// <summary>What Ofsted and CQC answer to the comments, shared with the final report (¶ 137).</summary>
    public static PaperKind Responses { get; } = new("responses", "Responses to the comments", typeof(FinalReportShared), ThePartnership) { IsRestricted = true };

    /// <summary>The area's formal complaint (¶ 138), which is between the inspectorates and the leaders.</summary>
    public static PaperKind Complaint { get; } = new("formal-complaint", "Complaint", typeof(ComplaintReceived), TheLeaders) { IsRestricted = true };

    /// <summary>The priority action plan (¶ 148). The director hands it in where the officer does not.</summary>
    public static PaperKind Plan { get; } =
        new("action-plan", "Priority action plan", typeof(PlanReceived), ThePartnership)
        {
            HandedInBy = [RecipientRole.Lano, RecipientRole.Dcs],
            ClosedBy = typeof(PlanWasConfirmed),
        };

    /// <summary>What Ofsted and CQC say to a plan that they send back (¶ 149).</summary>
    public static PaperKind PlanComments { get; } = new("plan-comments", "Comments on the priority action plan", typeof(PlanReturned), ThePartnership);

    /// <summary>The letter about an engagement meeting, which is never published (¶ 191).</summary>
    public static PaperKind MeetingLetter { get; } = new("letter-of-meeting", "Letter about the meeting", typeof(MeetingLetterSent), TheLeaders) { IsRestricted = true };

    /// <summary>The letter of a re-visit under the earlier framework.</summary>
    public static PaperKind RevisitLetter { get; } = new("letter-of-revisit", "Re-visit letter", typeof(RevisitLetterShared), ThePartnership) { IsRestricted = true };

    /// <summary>Every kind, in the order in which an inspection comes to them.</summary>
    public static IReadOnlyList<PaperKind> All { get; } =
        [MeetingLetter, RevisitLetter, Draft, Comments, Final, Responses, Complaint, Plan, PlanComments];

    /// <summary>The kind with this key; null when there is none.</summary>
    public static PaperKind? Find(string key) => All.FirstOrDefault(kind => kind.Key == key);
}
