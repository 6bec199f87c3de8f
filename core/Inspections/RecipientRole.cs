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

    /// <summary>The lead inspector of this inspection.</summary>
    LeadInspector,

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

    /// <summary>As a coordinator would say it.</summary>
    public static string Show(this RecipientRole role) => role switch
    {
        RecipientRole.Dcs => "director of children's services",
        RecipientRole.Icb => "chief executive of the integrated care board",
        RecipientRole.Pcf => "Parent Carer Forum",
        RecipientRole.Lano => "local area nominated officer",
        RecipientRole.LeadInspector => "lead inspector",
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
        RecipientRole.LeadInspector => "lead-inspector",
        RecipientRole.PrincipalAuthority => "principal-authority",
        RecipientRole.SecretaryOfStateForEducation => "sos-education",
        RecipientRole.SecretaryOfStateForHealth => "sos-health",
        _ => throw new ArgumentOutOfRangeException(nameof(role), role, null),
    };
}
