using System.ComponentModel.DataAnnotations;

namespace AreaSend.Services.Doors;

/// <summary>Settings under <c>AreaSend:Lano</c>.</summary>
public sealed class DoorOptions
{
    /// <summary>The section that these settings stand in.</summary>
    public const string Section = "AreaSend:Lano";

    /// <summary>For how many days a link works that nobody uses.</summary>
    [Range(1, 60)]
    public int LinkDays { get; set; } = 7;

    /// <summary>After how many hours a nominated officer is signed out.</summary>
    [Range(1, 24)]
    public int SessionHours { get; set; } = 12;

    /// <summary>How many minutes pass before an officer who asks is sent another link.</summary>
    [Range(0, 60)]
    public int MinutesBetweenLinks { get; set; } = 5;

    /// <summary>How often a minute one address may try a door: each room's door of asking for a link, and that of coming in with one, by itself.</summary>
    [Range(1, 10_000)]
    public int TriesPerAddress { get; set; } = 30;

    /// <summary>How often a minute all addresses together may try a door.</summary>
    [Range(1, 100_000)]
    public int Tries { get; set; } = 300;
}
