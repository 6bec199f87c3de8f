using System.ComponentModel.DataAnnotations;

namespace AreaSend.Services.SignInLinks;

/// <summary>Settings under <c>AreaSend:Lano</c>.</summary>
public sealed class GuestLinkOptions
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

    /// <summary>How often a minute one address may try: asking for a link and signing in with one are counted apart, and each room by itself.</summary>
    [Range(1, 10_000)]
    public int TriesPerAddress { get; set; } = 30;

    /// <summary>How often a minute all addresses together may try.</summary>
    [Range(1, 100_000)]
    public int Tries { get; set; } = 300;
}
