namespace AreaSend.Core.Inspections;

/// <summary>The roles under which things are recorded. Their words are kept and hashed for ever: none is changed.</summary>
public enum RecorderRole
{
    /// <summary>One that this version does not know.</summary>
    Unknown,

    /// <summary>Plans inspections and sees them through.</summary>
    Coordinator,

    /// <summary>Leads an inspection.</summary>
    LeadInspector,

    /// <summary>Inspects, and does not lead.</summary>
    Inspector,

    /// <summary>Looks after the service: access, keeping and disposing.</summary>
    Administrator,

    /// <summary>An area's nominated officer.</summary>
    Lano,

    /// <summary>One of an area's leaders, or its Parent Carer Forum.</summary>
    Leader,

    /// <summary>The engine: what the clock brings about, and what became of notices.</summary>
    Engine,

    /// <summary>The checks of documents.</summary>
    Ingestion,

    /// <summary>The simulation at the prompt.</summary>
    Simulation,
}

/// <summary>Roles in words.</summary>
public static class RecorderRoles
{
    private static readonly RecorderRole[] Known = [.. Enum.GetValues<RecorderRole>().Where(role => role != RecorderRole.Unknown)];

    /// <summary>The role as events keep it.</summary>
    public static string Words(this RecorderRole role) => role switch
    {
        RecorderRole.Coordinator => "Coordinator",
        RecorderRole.LeadInspector => "Lead inspector",
        RecorderRole.Inspector => "Inspector",
        RecorderRole.Administrator => "Administrator",
        RecorderRole.Lano => "Lano",
        RecorderRole.Leader => "Leader",
        RecorderRole.Engine => "Engine",
        RecorderRole.Ingestion => "Ingestion",
        RecorderRole.Simulation => "Simulation",
        _ => "Unknown role",
    };

    /// <summary>The role for people to read; what events hold keeps its old words.</summary>
    public static string Show(this RecorderRole role) => role switch
    {
        RecorderRole.Lano => "Nominated officer",
        RecorderRole.Leader => "Leader of the area",
        _ => role.Words(),
    };

    /// <summary>The role of these words; <see cref="RecorderRole.Unknown"/> when there is none.</summary>
    public static RecorderRole Read(string words) => Array.Find(Known, role => role.Words() == words);
}
