using AreaSend.Core.Inspections;
using AreaSend.Core.Timetables;

namespace AreaSend.Core.Rules;

/// <summary>What an engagement meeting asks for besides the order of its steps.</summary>
internal static class EngagementRules
{
    public static string? WhyNot(InspectionCase @case, Fact fact) => StepOrder.WhyNot(@case, fact) ?? (fact switch
    {
        AgendaAgreed agreed when MeetingParties.OfTheAgenda.Except(agreed.By).ToList() is { Count: > 0 } missing =>
            $"The agenda is agreed by all whom paragraph 190 names, or their delegates. Record it when these have agreed too: {string.Join("; ", missing.Select(party => party.Show()))}.",
        MeetingHeld { Attended.Count: 0 } => "Select who attended.",
        MeetingLetterSent letter when string.IsNullOrWhiteSpace(letter.Agenda) =>
            "Give a factual summary of the agenda items that were discussed (paragraph 191).",
        MeetingLetterSent letter when string.IsNullOrWhiteSpace(letter.NextMeeting) => "Say roughly when the next engagement meeting will be (paragraph 191).",
        _ => null,
    });
}
