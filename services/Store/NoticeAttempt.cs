using NodaTime;

namespace AreaSend.Services.Store;

/// <summary>One try to send a notice, or one word of the mail service about it.</summary>
public sealed class NoticeAttempt
{
    /// <summary>Position among all attempts.</summary>
    public long Id { get; init; }

    /// <summary>The inspection of the notice.</summary>
    public required Guid Inspection { get; init; }

    /// <summary>The notice's key.</summary>
    public required string Key { get; init; }

    /// <summary>When.</summary>
    public required Instant At { get; init; }

    /// <summary>It was taken for delivery, or served.</summary>
    public required bool Succeeded { get; init; }

    /// <summary>What came of it, in a sentence without the address.</summary>
    public required string Result { get; init; }
}
