using System.Linq.Expressions;
using AreaSend.Core.Inspections;
using AreaSend.Services.Mail;
using NodaTime;

namespace AreaSend.Services.Store;

/// <summary>
/// A notice in the outbox. Written in one transaction with the event that raised it; the inspection and the key make a second one impossible.
/// </summary>
public sealed class OutboxNotice
{
    /// <summary>The inspection it belongs to.</summary>
    public required Guid Inspection { get; init; }

    /// <summary>Unique within the inspection.</summary>
    public required string Key { get; init; }

    /// <summary>Which notice.</summary>
    public required string Template { get; init; }

    /// <summary>Version of the template that wrote it; null until it has been written.</summary>
    public int? TemplateVersion { get; set; }

    /// <summary>The role it goes to.</summary>
    public required RecipientRole Role { get; init; }

    /// <summary>The event that raised it: the notice tells the case as it stood then.</summary>
    public required int RaisedSeq { get; init; }

    /// <summary>When it was raised.</summary>
    public required Instant RaisedAt { get; init; }

    /// <summary>What has become of it.</summary>
    public required NoticeState State { get; set; }

    /// <summary>How often it has been sent anew on somebody's request; each is an e-mail of its own.</summary>
    public int Round { get; set; }

    /// <summary>Counts changes of this row, so that two who change it at once notice each other.</summary>
    public int Version { get; set; }

    /// <summary>Failed tries of this round.</summary>
    public int Attempts { get; set; }

    /// <summary>When the next try is due; null when none is.</summary>
    public Instant? NextAttempt { get; set; }

    /// <summary>Whether it is to be sent by a moment.</summary>
    internal static Expression<Func<OutboxNotice, bool>> IsDue(Instant by) => row => row.NextAttempt <= by;

    /// <summary>Why it has not been sent, in a sentence without the address.</summary>
    public string? LastError { get; set; }

    /// <summary>When the mail service took it.</summary>
    public Instant? SentAt { get; set; }

    /// <summary>
    /// Position of the last event that the e-mail takes into account: <see cref="RaisedSeq"/>, or for what was sent on a later day the end of the
    /// history at that time. Null until it has been sent.
    /// </summary>
    public int? WrittenAsOf { get; set; }

    /// <summary>
    /// The mail service's answer to a try of this round was lost, so that the e-mail may be out; if a later try succeeds, it may be out twice.
    /// </summary>
    public bool AnswerLost { get; set; }

    /// <summary>The mail service's own name for it.</summary>
    public string? ProviderId { get; set; }

    /// <summary>What the mail service says became of this round's e-mail after it had taken it; null while it has said nothing.</summary>
    public DeliveryKind? Delivery { get; set; }

    /// <summary>When that happened, by the mail service's clock.</summary>
    public Instant? DeliveryAt { get; set; }

    /// <summary>Name of the person it went to, as it was then.</summary>
    public string? RecipientName { get; set; }

    /// <summary>The address it went to, as it was then.</summary>
    public string? RecipientAddress { get; set; }

    /// <summary>What checkpoints mark that address with (<see cref="NameMark"/>); null while there is none, and once it has been disposed of.</summary>
    public string? Salt { get; set; }

    /// <summary>The key that the mail service is given: unique across all inspections, another one for each round.</summary>
    public string MailKey => $"{Inspection:D}:{Key}{(Round == 0 ? "" : $":again-{Round}")}";
}

/// <summary>What has become of a notice.</summary>
public enum NoticeState
{
    /// <summary>To be sent, now or at its next try.</summary>
    Waiting,

    /// <summary>Nobody with a working address holds the role; it is sent when contacts say who does.</summary>
    NoAddress,

    /// <summary>The mail service took it.</summary>
    Sent,

    /// <summary>It could not be delivered, and is not tried again by itself: a person has to act.</summary>
    Dead,

    /// <summary>It was served by other means.</summary>
    ServedOtherwise,

    /// <summary>It could not be sent while it had a point, and is not sent any more.</summary>
    Lapsed,

    /// <summary>A setting of this stage keeps it from the recipient's address; it is sent when that changes.</summary>
    HeldBack,
}
