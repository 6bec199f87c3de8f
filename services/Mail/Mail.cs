using NodaTime;

namespace AreaSend.Services.Mail;

/// <summary>A mailbox and the name of its owner.</summary>
public sealed record Mailbox(string Name, string Address);

/// <summary>One e-mail to one recipient, with a plain-text and an HTML part.</summary>
/// <param name="Key">The notice's unique key across all inspections, so that a repeat can be recognised.</param>
public sealed record Mail(string Key, Mailbox From, Mailbox To, string Subject, string Text, string Html);

/// <summary>Hands an e-mail over for delivery. Behind it stand files in an outbox folder and the services by which mail leaves.</summary>
public interface IMailSender
{
    /// <summary>Never throws for what the mail service answers; that is the result.</summary>
    Task<MailResult> SendAsync(Mail mail, CancellationToken cancellation);
}

/// <summary>What became of handing over an e-mail. Reasons never hold the address.</summary>
public abstract record MailResult
{
    private MailResult()
    {
    }

    /// <summary>Taken for delivery.</summary>
    /// <param name="ProviderId">The mail service's own name for it.</param>
    public sealed record Accepted(string ProviderId) : MailResult;

    /// <summary>Not taken now; worth another try.</summary>
    /// <param name="Because">Why, for the log and the console.</param>
    /// <param name="After">How long the mail service asks to wait, if it does.</param>
    /// <param name="MayBeOut">The e-mail was handed over and the answer was lost, so it may be on its way all the same.</param>
    public sealed record TryLater(string Because, Duration? After = null, bool MayBeOut = false) : MailResult;

    /// <summary>Refused for good; another try would be refused too.</summary>
    /// <param name="Because">Why, for the log and the console.</param>
    public sealed record Refused(string Because) : MailResult;
}
