using System.Text.Json.Serialization;

namespace AreaSend.Core.Inspections;

/// <summary>Whom a notice goes to. Addresses belong to contacts, never to events.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<RecipientRole>))]
public enum RecipientRole
{
    /// <summary>Director of children's services of the local authority.</summary>
    Dcs,

    /// <summary>Chief executive of the integrated care board.</summary>
    Icb,

    /// <summary>Parent Carer Forum.</summary>
    Pcf,

    /// <summary>The local area nominated officer of this inspection.</summary>
    Lano,

    /// <summary>The officer's deputy, who reads what the officer reads and may do what the officer may.</summary>
    DeputyLano,

    /// <summary>The lead inspector of this inspection: Ofsted's.</summary>
    LeadInspector,

    /// <summary>The inspector who leads it for the Care Quality Commission.</summary>
    CqcLeadInspector,

    /// <summary>The principal authority, where it is not the local authority itself (¶ 147).</summary>
    PrincipalAuthority,

    /// <summary>Secretary of State for Education (¶ 140).</summary>
    SecretaryOfStateForEducation,

    /// <summary>Secretary of State for Health and Social Care (¶ 140).</summary>
    SecretaryOfStateForHealth,
}

/// <summary>The names of recipient roles.</summary>
public static class RecipientRoles
{
    /// <summary>Who is told first of an inspection (¶ 82, 85), and can follow where it stands: the two leaders, and the forum.</summary>
    public static IReadOnlyList<RecipientRole> Leaders { get; } = [RecipientRole.Dcs, RecipientRole.Icb, RecipientRole.Pcf];

    /// <summary>Who answers for the area in the officer's room.</summary>
    public static IReadOnlyList<RecipientRole> Officers { get; } = [RecipientRole.Lano, RecipientRole.DeputyLano];

    /// <summary>Who leads an inspection, Ofsted's first.</summary>
    public static IReadOnlyList<RecipientRole> Leads { get; } = [RecipientRole.LeadInspector, RecipientRole.CqcLeadInspector];

    /// <summary>The role whose place somebody takes: a deputy the officer's.</summary>
    public static RecipientRole InWhosePlace(this RecipientRole role) => role == RecipientRole.DeputyLano ? RecipientRole.Lano : role;

    /// <summary>As a coordinator would say it.</summary>
    public static string Show(this RecipientRole role) => role switch
    {
        RecipientRole.Dcs => "director of children's services",
        RecipientRole.Icb => "chief executive of the integrated care board",
        RecipientRole.Pcf => "Parent Carer Forum",
        RecipientRole.Lano => "local area nominated officer",
        RecipientRole.DeputyLano => "deputy local area nominated officer",
        RecipientRole.LeadInspector => "lead inspector",
        RecipientRole.CqcLeadInspector => "lead inspector of CQC",
        RecipientRole.PrincipalAuthority => "principal authority",
        RecipientRole.SecretaryOfStateForEducation => "Secretary of State for Education",
        RecipientRole.SecretaryOfStateForHealth => "Secretary of State for Health and Social Care",
        _ => throw new ArgumentOutOfRangeException(nameof(role), role, null),
    };

    /// <summary>Short and stable, for keys and file names: <c>dcs</c>, <c>lead-inspector</c>.</summary>
    public static string Key(this RecipientRole role) => role switch
    {
        RecipientRole.Dcs => "dcs",
        RecipientRole.Icb => "icb",
        RecipientRole.Pcf => "pcf",
        RecipientRole.Lano => "lano",
        RecipientRole.DeputyLano => "deputy-lano",
        RecipientRole.LeadInspector => "lead-inspector",
        RecipientRole.CqcLeadInspector => "cqc-lead-inspector",
        RecipientRole.PrincipalAuthority => "principal-authority",
        RecipientRole.SecretaryOfStateForEducation => "sos-education",
        RecipientRole.SecretaryOfStateForHealth => "sos-health",
        _ => throw new ArgumentOutOfRangeException(nameof(role), role, null),
    };
}
