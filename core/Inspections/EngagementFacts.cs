using NodaTime;

namespace AreaSend.Core.Inspections;

/// <summary>The area's self-evaluation came in (¶ 182).</summary>
public sealed record SelfEvaluationReceived(Instant HappenedAt) : Fact(HappenedAt);

/// <summary>The agenda of an engagement meeting was agreed (¶ 190).</summary>
/// <param name="HappenedAt">When the last of them agreed.</param>
/// <param name="By">Who agreed, themselves or by a delegate.</param>
public sealed record AgendaAgreed(Instant HappenedAt, IReadOnlyList<MeetingParty> By) : Fact(HappenedAt);

/// <summary>M: the engagement meeting was held (¶ 188, 189).</summary>
/// <param name="HappenedAt">When.</param>
/// <param name="Attended">Who attended, by their part in it; never a name.</param>
public sealed record MeetingHeld(Instant HappenedAt, IReadOnlyList<MeetingParty> Attended) : Fact(HappenedAt);

/// <summary>Ofsted and CQC wrote to the director and the representative of the integrated care board (¶ 191). The letter is never published.</summary>
/// <param name="HappenedAt">When.</param>
/// <param name="Agenda">A factual summary of the agenda items discussed.</param>
/// <param name="NextMeeting">The approximate timing of the next engagement meeting, in words.</param>
/// <param name="NextSteps">Any next steps; empty for none.</param>
public sealed record MeetingLetterSent(Instant HappenedAt, string Agenda, string NextMeeting, string NextSteps) : Fact(HappenedAt);

/// <summary>Who has a part in an engagement meeting (¶ 188 to 190).</summary>
public enum MeetingParty
{
    /// <summary>Ofsted's regional director, a Senior HMI or an HMI.</summary>
    RegionalDirector,

    /// <summary>A Children's Services Inspector from CQC.</summary>
    CqcInspector,

    /// <summary>The local area nominated officer.</summary>
    Lano,

    /// <summary>The director of children's services.</summary>
    Dcs,

    /// <summary>The representative of the integrated care board.</summary>
    IcbRepresentative,

    /// <summary>Others from the local authority.</summary>
    LocalAuthority,

    /// <summary>Others from the health teams.</summary>
    HealthTeams,
}

/// <summary>The names of those who have a part in an engagement meeting.</summary>
public static class MeetingParties
{
    /// <summary>Those who agree the agenda before the meeting, or their delegates (¶ 190).</summary>
    public static IReadOnlyList<MeetingParty> OfTheAgenda { get; } =
        [MeetingParty.RegionalDirector, MeetingParty.CqcInspector, MeetingParty.Lano, MeetingParty.Dcs, MeetingParty.IcbRepresentative];

    /// <summary>For a sentence.</summary>
    public static string Show(this MeetingParty party) => party switch
    {
        MeetingParty.RegionalDirector => "Ofsted’s regional director or representative",
        MeetingParty.CqcInspector => "the Children’s Services Inspector from CQC",
        MeetingParty.Lano => "the local area nominated officer (LANO)",
        MeetingParty.Dcs => "the director of children’s services",
        MeetingParty.IcbRepresentative => "the representative of the integrated care board",
        MeetingParty.LocalAuthority => "others from the local authority",
        MeetingParty.HealthTeams => "others from the health teams",
        _ => throw new ArgumentOutOfRangeException(nameof(party), party, null),
    };
}
