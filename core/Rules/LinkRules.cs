using AreaSend.Core.Inspections;
using AreaSend.Core.Timetables;

namespace AreaSend.Core.Rules;

/// <summary>Who may be sent a new link that signs in to an inspection: whoever is told of it, after it has ended too, and one link at a time.</summary>
public static class LinkRules
{
    /// <summary>
    /// Whether an inspection writes to a role with a link, now or once it is notified: a meeting or a visit tells fewer people than an inspection.
    /// </summary>
    public static bool HasALink(InspectionCase @case, RecipientRole role) => NoticeMatrix.Of(@case).Any(row => row.CarriesLink && row.To.Contains(role));

    internal static string? WhyNot(InspectionCase @case, Fact fact) => fact switch
    {
        LanoLinkAsked { ForDeputy: true } when @case.Deputy is null => "No deputy has been named. Record who it is first.",
        LanoLinkAsked { ForDeputy: false } when @case.Lano is null => "No officer has been nominated. Record the nomination first.",
        LanoLinkAsked asked when IsOnItsWay(@case, fact) => $"A link is already on its way to the {(asked.ForDeputy ? "deputy" : "officer")}.",
        LeaderLinkAsked asked when !RecipientRoles.Leaders.Contains(asked.To) || !HasALink(@case, asked.To) =>
            $"The {asked.To.Show()} is not told of this {@case.Type.Noun}, so there is nothing to link to.",
        LeaderLinkAsked when @case.Notification is null =>
            "The area has not been notified yet, so its leaders cannot come in. Wait for the notification day: the notification brings each of them a link.",
        LeaderLinkAsked asked when IsOnItsWay(@case, fact) => $"A link is already on its way to the {asked.To.Show()}.",
        _ => null,
    };

    private static bool IsOnItsWay(InspectionCase @case, Fact fact) =>
        @case.Events.LastOrDefault(recorded => IsSame(recorded.Event, fact)) is { } asked
        && !@case.RaisedNotices.Values.Any(raised => raised.Because?.Contains(asked.Seq) == true);

    private static bool IsSame(InspectionEvent earlier, Fact fact) =>
        earlier.GetType() == fact.GetType()
        && (earlier as LeaderLinkAsked)?.To == (fact as LeaderLinkAsked)?.To
        && (earlier as LanoLinkAsked)?.ForDeputy == (fact as LanoLinkAsked)?.ForDeputy;
}
