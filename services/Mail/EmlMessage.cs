using System.Security.Cryptography;
using System.Text;
using AreaSend.Core.Calendars;
using MimeKit;
using MimeKit.Text;
using NodaTime;

namespace AreaSend.Services.Mail;

/// <summary>An e-mail as a MIME message. All that tells one message from another comes from its key, so a repeat is the same message.</summary>
internal static class EmlMessage
{
    /// <summary>The header that carries the notice's key.</summary>
    public const string KeyHeader = "X-AreaSend-Key";

    public static MimeMessage Of(Mail mail, Instant now)
    {
        var id = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(mail.Key)))[..32];
        var from = new MailboxAddress(DisplayName.Of(mail.From.Name), mail.From.Address);
        var message = new MimeMessage
        {
            Date = LondonTime.WithOffset(now).ToDateTimeOffset(),
            MessageId = $"{id}@{from.Domain}",
            Subject = mail.Subject,
            Body = new MultipartAlternative
            {
                new TextPart(TextFormat.Plain) { Text = mail.Text },
                new TextPart(TextFormat.Html) { Text = mail.Html },
            },
        };
        ((Multipart)message.Body).Boundary = $"=-{id}";
        message.From.Add(from);
        message.To.Add(new MailboxAddress(DisplayName.Of(mail.To.Name), AddressForm.Ascii(mail.To.Address)));
        message.Headers.Add("Auto-Submitted", "auto-generated");
        message.Headers.Add(KeyHeader, mail.Key);
        message.Prepare(EncodingConstraint.SevenBit);
        return message;
    }
}
