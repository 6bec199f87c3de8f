namespace AreaSend.Core.Timetables;

/// <summary>Who has to act on a step of the timetable.</summary>
public enum Actor
{
    /// <summary>His Majesty's Chief Inspector and the lead inspector's office.</summary>
    Ofsted,

    /// <summary>The Care Quality Commission.</summary>
    Cqc,

    /// <summary>Ofsted and the Care Quality Commission together.</summary>
    OfstedAndCqc,

    /// <summary>The Department for Education and the regional team of NHS England.</summary>
    DfeAndNhsEngland,

    /// <summary>The inspection team.</summary>
    Inspectors,

    /// <summary>The lead inspector and the CQC inspector with those they meet.</summary>
    LeadInspector,

    /// <summary>Ofsted's regional director, or who represents them at a meeting (¶ 188, 190).</summary>
    RegionalDirector,

    /// <summary>The local area partnership, through its nominated officer.</summary>
    LocalArea,

    /// <summary>Whoever HMCI names as responsible for the priority action plan (¶ 147).</summary>
    PrincipalAuthority,
}

/// <summary>The names of actors as the handbook writes them.</summary>
public static class Actors
{
    /// <summary>Whether the inspectorates themselves act, and not the area or those who support it.</summary>
    public static bool IsOfInspectorates(this Actor actor) => actor is not (Actor.LocalArea or Actor.PrincipalAuthority or Actor.DfeAndNhsEngland);

    /// <summary>For tables, e-mails and machine-readable output: <c>Ofsted and CQC</c>, <c>local area</c>.</summary>
    public static string Show(this Actor actor) => actor switch
    {
        Actor.Ofsted => "Ofsted",
        Actor.Cqc => "CQC",
        Actor.OfstedAndCqc => "Ofsted and CQC",
        Actor.DfeAndNhsEngland => "DfE and NHS England",
        Actor.Inspectors => "inspectors",
        Actor.LeadInspector => "lead inspector",
        Actor.RegionalDirector => "regional director",
        Actor.LocalArea => "local area",
        Actor.PrincipalAuthority => "principal authority",
        _ => throw new ArgumentOutOfRangeException(nameof(actor), actor, null),
    };
}
