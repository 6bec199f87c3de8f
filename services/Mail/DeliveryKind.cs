namespace AreaSend.Services.Mail;

/// <summary>
/// What the mail service says became of an e-mail that it had taken, least final first: of two words about one e-mail the later in this list holds, in
/// whichever order they arrive.
/// </summary>
public enum DeliveryKind
{
    /// <summary>The recipient's server asked to be tried later; the mail service does so by itself.</summary>
    Deferred,

    /// <summary>The recipient's server took it.</summary>
    Delivered,

    /// <summary>It arrived, and the recipient called it spam: later e-mails to the address may be dropped.</summary>
    Spam,

    /// <summary>The mail service did not try: the address is on one of its lists.</summary>
    Dropped,

    /// <summary>The recipient's server refused it, at once or after it had taken it.</summary>
    Bounced,
}

internal static class DeliveryKinds
{
    /// <summary>The notice has not reached anybody.</summary>
    public static bool IsFailure(this DeliveryKind kind) => kind is DeliveryKind.Dropped or DeliveryKind.Bounced;
}
