namespace AreaSend.Services.GettingReady;

/// <summary>
/// Settings under <c>AreaSend:GettingReady</c>. How long links and sessions last and how often signing in may be tried is set for nominated officers and for
/// areas' people alike (<see cref="SignInLinks.GuestLinkOptions"/>).
/// </summary>
public sealed class ReadyOptions
{
    /// <summary>The section that these settings stand in.</summary>
    public const string Section = "AreaSend:GettingReady";

    /// <summary>
    /// The mailbox that the room's e-mails come from and that answers go to. No inspectorate's: its people would read the answers. Empty: nobody is sent a
    /// link, so
    /// that nobody comes in.
    /// </summary>
    public string From { get; set; } = "";

    /// <summary>After how many days without anybody in it a room is begun again by whoever the console holds for the area.</summary>
    public int DaysUntilAbandoned { get; set; } = 90;
}
