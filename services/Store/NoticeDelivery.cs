using AreaSend.Services.Mail;
using NodaTime;

namespace AreaSend.Services.Store;

/// <summary>One word of the mail service about an e-mail that it had taken.</summary>
public sealed class NoticeDelivery
{
    /// <summary>The mail service's name for this word; a second row under it is impossible.</summary>
    public required string EventId { get; init; }

    /// <summary>The inspection of the notice.</summary>
    public required Guid Inspection { get; init; }

    /// <summary>The notice's key.</summary>
    public required string Key { get; init; }

    /// <summary>Which of the notice's e-mails: 0 for the first, then how often it had been sent anew.</summary>
    public required int Round { get; init; }

    /// <summary>What became of the e-mail.</summary>
    public required DeliveryKind Kind { get; init; }

    /// <summary>When, by the mail service's clock.</summary>
    public required Instant At { get; init; }

    /// <summary>When we were told.</summary>
    public required Instant ReceivedAt { get; init; }

    /// <summary>The address that it is about; null where it was not kept, in what was stored before addresses were marked.</summary>
    public string? Address { get; init; }

    /// <summary>In a sentence without the address.</summary>
    public required string Because { get; init; }
}
