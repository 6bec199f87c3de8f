using AreaSend.Core.Inspections;
using AreaSend.Services.Store;
using NodaTime;

namespace AreaSend.Services.Engine;

/// <summary>What a try to send a notice came to, and what follows from it for its row and for the inspection's history.</summary>
internal abstract record Delivery(string Result)
{
    /// <summary>The mail service took it.</summary>
    public sealed record Sent(string ProviderId, int TemplateVersion, string Name, string Address) : Delivery("Taken for delivery.");

    /// <summary>Nobody can be written to; again at that moment, or when contacts change.</summary>
    public sealed record NoAddress(string Because, Instant? Again) : Delivery(Because);

    /// <summary>Worth another try, not before so long.</summary>
    public sealed record Later(string Because, Duration? AtLeast) : Delivery(Because);

    /// <summary>Refused for good.</summary>
    public sealed record Refused(string Because) : Delivery(Because);

    /// <summary>Changes the row, and says what to record: an event when the notice's standing changed, else nothing.</summary>
    public InspectionEvent? Settle(OutboxNotice notice, Instant now, int mostAttempts)
    {
        notice.Version++;
        notice.NextAttempt = null;
        switch (this)
        {
            case Sent sent:
                (notice.State, notice.SentAt, notice.LastError) = (NoticeState.Sent, now, null);
                (notice.ProviderId, notice.TemplateVersion) = (sent.ProviderId, sent.TemplateVersion);
                (notice.RecipientName, notice.RecipientAddress) = (sent.Name, sent.Address);
                return new NoticeSent(notice.Key);
            case NoAddress none:
                var isNew = notice.State != NoticeState.NoAddress || notice.LastError != none.Because;
                (notice.State, notice.LastError, notice.NextAttempt) = (NoticeState.NoAddress, none.Because, none.Again);
                return isNew ? new NoticeUndeliverable(notice.Key, none.Because) : null;
            case Later later when notice.Attempts + 1 < mostAttempts:
                notice.Attempts++;
                notice.LastError = later.Because;
                notice.NextAttempt = now + Duration.Max(Backoff.After(notice.Attempts), later.AtLeast ?? Duration.Zero);
                return null;
            default:
                notice.Attempts++;
                (notice.State, notice.LastError) = (NoticeState.Dead, Result);
                return new NoticeUndeliverable(notice.Key, Result);
        }
    }
}
