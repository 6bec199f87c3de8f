using AreaSend.Core.Inspections;
using AreaSend.Services.Store;
using NodaTime;

namespace AreaSend.Services.Engine;

/// <summary>What a try to send a notice came to, and what follows from it for its row and for the inspection's history.</summary>
internal abstract record Delivery(string Result)
{
    // However long the mail service asks to wait, and a little more than we would wait by ourselves: a statutory notice does not wait for a wrong header.
    private static readonly Duration LongestWait = Duration.FromHours(6);

    /// <summary>The mail service took it.</summary>
    public sealed record Sent(string ProviderId, int TemplateVersion, int AsOf, string Name, string Address) : Delivery("Taken for delivery.");

    /// <summary>Nobody can be written to; again at that moment, or when contacts change.</summary>
    public sealed record NoAddress(string Because, Instant? Again) : Delivery(Because);

    /// <summary>It may not go to this address for now, by a setting of this stage; looked at again from time to time, however often that takes.</summary>
    public sealed record HeldBack(string Because) : Delivery(Because);

    /// <summary>Worth another try, not before so long. Where the answer was lost, the e-mail may be out.</summary>
    public sealed record Later(string Because, Duration? AtLeast, bool MayBeOut) : Delivery(Because);

    /// <summary>Refused for good.</summary>
    public sealed record Refused(string Because) : Delivery(Because);

    /// <summary>It is too late for it to have a point.</summary>
    public sealed record Lapsed(string Because) : Delivery(Because);

    /// <summary>Changes the row, and says what to record: events when the notice's standing changed, else nothing.</summary>
    public IReadOnlyList<InspectionEvent> Settle(OutboxNotice notice, Instant now, int mostAttempts)
    {
        notice.Version++;
        notice.NextAttempt = null;
        switch (this)
        {
            case Sent sent:
                (notice.State, notice.SentAt, notice.LastError) = (NoticeState.Sent, now, null);
                (notice.ProviderId, notice.TemplateVersion, notice.WrittenAsOf) = (sent.ProviderId, sent.TemplateVersion, sent.AsOf);
                (notice.RecipientName, notice.RecipientAddress) = (sent.Name, sent.Address);
                notice.Salt ??= NameMark.NewSalt();
                return notice.AnswerLost ? [new NoticeSent(notice.Key), new NoticeInDoubt(notice.Key, PerhapsTwice)] : [new NoticeSent(notice.Key)];
            case NoAddress none:
                var isNew = notice.State != NoticeState.NoAddress || notice.LastError != none.Because;
                (notice.State, notice.LastError, notice.NextAttempt) = (NoticeState.NoAddress, none.Because, none.Again);
                return isNew ? [new NoticeUndeliverable(notice.Key, none.Because)] : [];
            case HeldBack held:
                var wasHeld = notice.State == NoticeState.HeldBack;
                (notice.State, notice.LastError, notice.NextAttempt) = (NoticeState.HeldBack, held.Because, now + LongestWait);
                return wasHeld ? [] : [new NoticeUndeliverable(notice.Key, held.Because)];
            case Lapsed lapsed:
                (notice.State, notice.LastError) = (NoticeState.Lapsed, lapsed.Because);
                return [new NoticeLapsed(notice.Key, lapsed.Because)];
            case Later later when notice.Attempts + 1 < mostAttempts:
                notice.Attempts++;
                notice.AnswerLost |= later.MayBeOut;
                notice.LastError = later.Because;
                notice.NextAttempt = now + Duration.Max(Backoff.After(notice.Attempts), Duration.Min(later.AtLeast ?? Duration.Zero, LongestWait));
                return [];
            default:
                notice.Attempts++;
                notice.AnswerLost |= this is Later { MayBeOut: true };
                (notice.State, notice.LastError) = (
                    NoticeState.Dead,
                    notice.AnswerLost ? $"{Result} An earlier try may have reached the recipient all the same." : Result);
                return [new NoticeUndeliverable(notice.Key, notice.LastError)];
        }
    }

    private const string PerhapsTwice =
        "The mail service’s answer to an earlier try was lost, and the e-mail was handed over again: it may have been sent twice. Both say the same. "
        + "Tell the recipient if it matters, then record that it was served.";
}
