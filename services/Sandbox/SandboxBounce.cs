using AreaSend.Services.Deliveries;
using AreaSend.Services.Mail;
using Microsoft.Extensions.DependencyInjection;
using NodaTime;

namespace AreaSend.Services.Sandbox;

/// <summary>Says of an e-mail in the sandbox's outbox, as a mail service would, that it did not arrive.</summary>
public sealed class SandboxBounce(IServiceProvider services, IClock clock)
{
    /// <summary>The inspection and the notice that an e-mail is of; null for one that is no notice of an inspection.</summary>
    public static (Guid Inspection, string Notice)? NoticeOf(WrittenMail mail) =>
        MailKey.Read(mail.Key ?? "") is { } key ? (key.Inspection, key.Notice) : null;

    /// <summary>It came back. The same e-mail comes back once.</summary>
    /// <returns>Whether it is an e-mail that can come back.</returns>
    public async Task<bool> BounceAsync(WrittenMail mail, CancellationToken cancellation = default)
    {
        if (MailKey.Read(mail.Key ?? "") is not { } key)
        {
            return false;
        }

        await services.GetRequiredService<NoticeDeliveries>().RecordAsync(
            new DeliveryEvent($"sandbox {mail.Key}", key, Address: null, DeliveryKind.Bounced, clock.GetCurrentInstant(), "There is no such mailbox (bounced by hand in the sandbox)."),
            cancellation);
        return true;
    }
}
