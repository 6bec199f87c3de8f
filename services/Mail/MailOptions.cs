using AreaSend.Services.Mail.GovukNotify;

namespace AreaSend.Services.Mail;

/// <summary>Settings under <c>AreaSend:Mail</c>: who notices come from and how they leave.</summary>
public sealed class MailOptions
{
    /// <summary>The section that these settings stand in.</summary>
    public const string Section = "AreaSend:Mail";

    /// <summary>Writes files and sends nothing.</summary>
    public const string FolderSender = "Folder";

    internal const string SendGridSender = "SendGrid";

    internal const string NotifySender = "GovukNotify";

    internal const string SmtpSender = "Smtp";

    /// <summary>
    /// How much later than at its time limit an answer is given up altogether. The limit itself is the HTTP client's, so that its circuit breaker counts it;
    /// this is for a body that comes in too slowly after its head.
    /// </summary>
    internal static readonly TimeSpan Grace = TimeSpan.FromSeconds(1);

    /// <summary>The senders by which mail leaves the machine.</summary>
    public static IReadOnlyList<string> RealSenders { get; } = [SendGridSender, NotifySender, SmtpSender];

    /// <summary>Those senders in a sentence.</summary>
    public static string OneOfRealSenders { get; } = $"{string.Join(", ", RealSenders.SkipLast(1))} or {RealSenders[^1]}";

    /// <summary>The address that Ofsted's notices come from, and that answers go to.</summary>
    public string OfstedFrom { get; set; } = "ofsted-area-send@example.org";

    /// <summary>The address that CQC's notices come from, and that answers go to.</summary>
    public string CqcFrom { get; set; } = "cqc-area-send@example.org";

    /// <summary>How notices leave: <c>Folder</c> writes <c>.eml</c> files, the others send them.</summary>
    public string Sender { get; set; } = FolderSender;

    /// <summary>Where <c>Folder</c> writes; a relative folder starts at the host's content root.</summary>
    public string Folder { get; set; } = "../.local/outbox";

    /// <summary>
    /// While a stage is tested: the addresses (<c>name@example.org</c>) and domains (<c>@example.org</c>) that mail may go to, with commas between. What is for
    /// others is held back. Empty: mail goes to everybody.
    /// </summary>
    public string OnlyTo { get; set; } = "";

    /// <summary>For <c>SendGrid</c>.</summary>
    public SendGridOptions SendGrid { get; set; } = new();

    /// <summary>For <c>GovukNotify</c>.</summary>
    public NotifyOptions GovukNotify { get; set; } = new();

    /// <summary>For <c>Smtp</c>.</summary>
    public SmtpOptions Smtp { get; set; } = new();
}

/// <summary>Settings under <c>AreaSend:Mail:SendGrid</c>.</summary>
public sealed class SendGridOptions
{
    /// <summary>The key of an account that may send mail. A secret.</summary>
    public string ApiKey { get; set; } = "";

    /// <summary>The key that its event webhook is verified with, as SendGrid shows it. Empty: no event is believed.</summary>
    public string WebhookPublicKey { get; set; } = "";

    /// <summary>Where its interface answers.</summary>
    public string Host { get; set; } = "https://api.sendgrid.com";

    /// <summary>How long to wait for an answer before it counts as not taken, in seconds.</summary>
    public double TimeoutSeconds { get; set; } = 30;
}
