using AreaSend.Services.Mail;
using NodaTime;

namespace AreaSend.Cli.Simulate;

/// <summary>
/// Hands e-mails to the sender that writes files, under the notice's key alone: there is one inspection, and its identifier is another
/// in every run. Notes what was sent.
/// </summary>
internal sealed class SimulatedMail(IMailSender files, IClock clock) : IMailSender
{
    private const int LengthOfIdentifier = 36;
    private readonly List<SentNotice> _sent = [];

    public IReadOnlyList<SentNotice> Sent => _sent;

    public async Task<MailResult> SendAsync(Mail mail, CancellationToken cancellation)
    {
        var key = mail.Key[(LengthOfIdentifier + 1)..];
        var result = await files.SendAsync(mail with { Key = key }, cancellation);
        if (result is MailResult.Accepted)
        {
            _sent.Add(new SentNotice(key, clock.GetCurrentInstant()));
        }

        return result;
    }
}

/// <summary>A notice that went out.</summary>
internal sealed record SentNotice(string Key, Instant At);
