using AreaSend.Core.Inspections;
using NodaTime;

namespace AreaSend.Core.Timetables;

/// <summary>The lines of notices that an inspection keeps for life, with its edition and its kind (<see cref="InspectionType.Notices"/>).</summary>
public static class NoticeMatrix
{
    /// <summary>The lines that a case keeps.</summary>
    public static IReadOnlyList<NoticeRow> Of(InspectionCase @case) => @case.Type.Notices;

    /// <summary>Whether a principal authority other than the local authority has to make the plan (¶ 147).</summary>
    internal static bool HasItsOwnAuthority(InspectionCase @case) => @case.Authority is { IsSeparate: true };

    /// <summary>
    /// The line under which a notice goes to a role: one that holds at the moment, where there is one; what is meant for somebody who is not there yet goes to
    /// the director. Null when there is none any more.
    /// </summary>
    /// <param name="case">The case.</param>
    /// <param name="template">Name of the notice.</param>
    /// <param name="to">The role.</param>
    /// <param name="at">When what it tells of was recorded; when it was raised, for one about a deadline.</param>
    public static NoticeRow? Find(InspectionCase @case, string template, RecipientRole to, Instant at) => Of(@case)
        .Where(row => row.Template == template)
        .OrderByDescending(row => row.HoldsAt(at))
        .ThenByDescending(row => row.To.Contains(to))
        .FirstOrDefault();

    /// <summary>The line under which a notice was raised, whatever has taken its place since. Null when there is none any more.</summary>
    public static NoticeRow? LineOf(InspectionCase @case, NoticeRaised notice)
    {
        var at = notice.Because is [var fact, ..] ? @case.Recorded[fact - 1]
            : @case.Recorded.FirstOrDefault(recorded => ReferenceEquals(recorded.Event, notice));
        return Find(@case, notice.Template, notice.To, at?.RecordedAt ?? Instant.MaxValue);
    }

    /// <summary>
    /// Whom a notice goes to, were it owed now, in the order of the roles: what is for an officer who has not been nominated goes to the director.
    /// </summary>
    /// <param name="case">The case.</param>
    /// <param name="template">Name of the notice.</param>
    /// <param name="now">The present moment.</param>
    public static IReadOnlyList<RecipientRole> ReadersOf(InspectionCase @case, string template, Instant now) =>
    [
        .. (from row in Of(@case)
            where row.Template == template && row.HoldsAt(now)
            from role in row.To
            where role != RecipientRole.PrincipalAuthority || HasItsOwnAuthority(@case)
            where role != RecipientRole.DeputyLano || @case.Deputy is not null
            select role == RecipientRole.Lano && @case.Lano is null ? RecipientRole.Dcs : role).Distinct().Order(),
    ];

    /// <summary>Whether a notice has to be served.</summary>
    public static bool IsStatutory(InspectionCase @case, NoticeRaised notice) => LineOf(@case, notice) is { Statutory: true };

    /// <summary>Who sends a notice.</summary>
    public static Actor SenderOf(InspectionCase @case, NoticeRaised notice) => LineOf(@case, notice)?.From ?? Actor.Ofsted;
}
