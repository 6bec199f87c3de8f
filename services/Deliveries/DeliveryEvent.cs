using AreaSend.Services.Mail;
using NodaTime;

namespace AreaSend.Services.Deliveries;

/// <summary>One word of the mail service about one e-mail.</summary>
/// <param name="Id">The mail service's own name for this word; the same word sent twice bears it twice.</param>
/// <param name="Mail">The e-mail it is about; null for a bounce that came so late that it names none.</param>
/// <param name="Address">The address it is about.</param>
/// <param name="Kind">What became of it.</param>
/// <param name="At">When, by the mail service's clock.</param>
/// <param name="Because">In a sentence, never with the address.</param>
internal sealed record DeliveryEvent(string Id, MailKey? Mail, string? Address, DeliveryKind Kind, Instant At, string Because);
