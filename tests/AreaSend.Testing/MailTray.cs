using System.Collections.Concurrent;
using AreaSend.Services.Mail;

namespace AreaSend.Testing;

/// <summary>Takes e-mails and keeps them, unless the test says otherwise.</summary>
public sealed class MailTray : IMailSender
{
    private readonly ConcurrentQueue<Mail> _sent = new();

    /// <summary>What it was given and took, in order; a repeat is there twice.</summary>
    public IReadOnlyList<Mail> Sent => [.. _sent];

    /// <summary>What the mail service answers; by default it takes everything.</summary>
    public Func<Mail, MailResult> Answer { get; set; } = mail => new MailResult.Accepted(mail.Key);

    public Task<MailResult> SendAsync(Mail mail, CancellationToken cancellation)
    {
        var answer = Answer(mail);
        if (answer is MailResult.Accepted)
        {
            _sent.Enqueue(mail);
        }

        return Task.FromResult(answer);
    }
}
