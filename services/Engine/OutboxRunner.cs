using AreaSend.Core.Calendars;
using AreaSend.Core.Inspections;
using AreaSend.Core.Notices;
using AreaSend.Core.Rules;
using AreaSend.Services.BankHolidays;
using AreaSend.Services.Mail;
using AreaSend.Services.Notices;
using AreaSend.Services.SignInLinks;
using AreaSend.Services.Store;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using NodaTime;

namespace AreaSend.Services.Engine;

/// <summary>
/// Sends what is in the outbox. A notice is given to the mail service a second time when nobody knows whether the first time was taken: the
/// mail service's answer was lost or said that something broke; the process died; or the database failed before the answer was recorded. The
/// second time bears the same key, which the mail service does not look at: the recipient may get it twice. Where a lost answer was the cause,
/// the notice says so to people (<see cref="OutboxNotice.AnswerLost"/>).
/// </summary>
public sealed class OutboxRunner(
    StoreDatabase database,
    EventStream stream,
    NoticeWriter writer,
    GuestLinks links,
    IMailSender sender,
    MailAudience audience,
    IOptions<EngineOptions> options,
    EngineMetrics metrics,
    ILogger<OutboxRunner> logger)
{
    /// <summary>Tries to send the notice whose time came first, unless another worker has it in hand.</summary>
    /// <returns>Whether there was one.</returns>
    public async Task<bool> SendNextDueAsync(Instant now, CancellationToken cancellation = default)
    {
        await using var context = database.Open();
        await using var claim = await DueWork.ClaimNoticeAsync(database, context, now, cancellation);
        return await DeliverAsync(context, claim, now, cancellation);
    }

    /// <summary>Tries to send one notice, if it is due and no other worker has it in hand.</summary>
    /// <returns>Whether it was.</returns>
    public async Task<bool> SendAsync(Guid inspection, string key, Instant now, CancellationToken cancellation = default)
    {
        await using var context = database.Open();
        await using var claim = await DueWork.ClaimNoticeAsync(database, context, inspection, key, now, cancellation);
        return await DeliverAsync(context, claim, now, cancellation);
    }

    /// <summary>Keys of the notices of one inspection that are due to be sent.</summary>
    public async Task<IReadOnlyList<string>> DueAsync(Guid inspection, Instant now, CancellationToken cancellation = default)
    {
        await using var context = database.Open();
        return await context.Notices.Where(OutboxNotice.IsDue(now)).Where(notice => notice.Inspection == inspection)
            .OrderBy(notice => notice.RaisedSeq).Select(notice => notice.Key).ToListAsync(cancellation);
    }

    private async Task<bool> DeliverAsync(StoreContext context, Claim<OutboxNotice?> claim, Instant now, CancellationToken cancellation)
    {
        if (claim.Found is not { } notice)
        {
            return false;
        }

        if (await FindAsync(context, notice, now, cancellation) is not { } inspection)
        {
            await claim.CommitAsync(cancellation);
            return true;
        }

        var delivery = await TryAsync(context, inspection, notice, now, cancellation);
        if (delivery is not (Delivery.Sent or Delivery.Lapsed))
        {
            EngineLog.NotSent(logger, notice.Key, notice.Inspection, delivery.Result);
        }

        // From here on the mail may be out: what became of it is recorded even when the host is told to stop.
        var isFirst = true;
        var state = await VersionConflict.RetryAsync(async () =>
        {
            (inspection, notice) = isFirst ? (inspection, notice) : await AgainAsync(context, notice);
            isFirst = false;
            return await RecordAsync(context, inspection, notice, delivery, now);
        });
        await claim.CommitAsync(CancellationToken.None);
        if (state == NoticeState.Dead)
        {
            metrics.Died();
        }

        return true;
    }

    private async Task<Delivery> TryAsync(StoreContext context, LoadedInspection inspection, OutboxNotice notice, Instant now, CancellationToken cancellation)
    {
        try
        {
            if (WhyNoLonger(inspection, notice, now) is { } because)
            {
                return new Delivery.Lapsed(because);
            }

            var recipient = await Recipients.FindAsync(context, inspection, notice.Role, LondonTime.DateOf(now), cancellation);
            if (recipient.Mailbox is not { } to)
            {
                return new Delivery.NoAddress(recipient.Because!, recipient.Again is { } day ? LondonTime.StartOf(day) : null);
            }

            if (audience.WhyHeldBack(to.Address) is { } held)
            {
                return new Delivery.HeldBack(held);
            }

            var signIn = await links.ForAsync(context, inspection, notice, to, cancellation);
            var written = await writer.WriteAsync(context, inspection, notice, to, signIn, now, cancellation);
            return await sender.SendAsync(written.Mail, cancellation) switch
            {
                MailResult.Accepted accepted => new Delivery.Sent(accepted.ProviderId, written.TemplateVersion, written.AsOf, to.Name, to.Address),
                MailResult.TryLater later => new Delivery.Later(later.Because, later.After, later.MayBeOut),
                MailResult.Refused refused => new Delivery.Refused(refused.Because),
                var other => throw new InvalidOperationException($"No such answer of a mail service: {other}."),
            };
        }
        catch (Exception problem) when (problem is not OperationCanceledException and not System.Data.Common.DbException)
        {
            EngineLog.ComposeFailed(logger, problem, notice.Key, notice.Inspection);
            return new Delivery.Later($"The notice could not be written or handed over: {problem.Message}", null, MayBeOut: false);
        }
    }

    /// <summary>What was corrected since is not sent; what somebody asked to be sent again is; what is late by itself is looked at anew.</summary>
    private static string? WhyNoLonger(LoadedInspection inspection, OutboxNotice notice, Instant now) =>
        LateNotices.WhyWrong(inspection.Case, (NoticeRaised)inspection.Case.Events[notice.RaisedSeq - 1].Event) is { } wrong ? wrong
        : notice.Round == 0 && LateNotices.IsLate(notice.RaisedAt, now)
            ? LateNotices.WhyNoLonger(inspection.Case, inspection.Plan, (NoticeRaised)inspection.Case.Events[notice.RaisedSeq - 1].Event, notice.RaisedSeq, now)
            : null;

    private async Task<NoticeState> RecordAsync(StoreContext context, LoadedInspection inspection, OutboxNotice notice, Delivery delivery, Instant now)
    {
        context.Notices.Attach(notice);
        var isStillHeld = delivery is Delivery.HeldBack && notice.State == NoticeState.HeldBack;
        var happened = delivery.Settle(notice, now, options.Value.NoticeAttempts);
        if (!isStillHeld)
        {
            context.NoticeAttempts.Add(new NoticeAttempt
            {
                Inspection = notice.Inspection, Key = notice.Key, At = now, Succeeded = delivery is Delivery.Sent, Result = Words(delivery, notice),
            });
        }

        await (happened.Count == 0
            ? EventStream.SaveAsync(context, inspection.Id, CancellationToken.None)
            : stream.AppendAsync(context, inspection.Id, inspection, happened, Recorder.Engine, now, CancellationToken.None));
        return notice.State;
    }

    private static string Words(Delivery delivery, OutboxNotice notice) => delivery switch
    {
        Delivery.Sent when notice.AnswerLost => "Taken for delivery. It may have been sent twice: the answer to an earlier try was lost.",
        Delivery.Later { MayBeOut: true } => $"{delivery.Result} It may have been sent all the same.",
        Delivery.Lapsed => $"Not sent any more. {delivery.Result}",
        _ => delivery.Result,
    };

    /// <summary>Somebody else was first: both as they are now.</summary>
    private async Task<(LoadedInspection Inspection, OutboxNotice Notice)> AgainAsync(StoreContext context, OutboxNotice notice)
    {
        var inspection = await stream.FindAsync(context, notice.Inspection, CancellationToken.None);
        return (inspection!, await context.Notices.AsNoTracking().SingleAsync(row => row.Inspection == notice.Inspection && row.Key == notice.Key));
    }

    /// <summary>The notice's inspection; null when it cannot be read, and then the notice is put off, so that it stands in no other's way.</summary>
    private async Task<LoadedInspection?> FindAsync(StoreContext context, OutboxNotice notice, Instant now, CancellationToken cancellation)
    {
        try
        {
            return await stream.FindAsync(context, notice.Inspection, cancellation)
                ?? throw new InvalidOperationException($"Notice {notice.Key} belongs to no inspection.");
        }
        catch (Exception problem) when (problem is not OperationCanceledException and not System.Data.Common.DbException)
        {
            EngineLog.ComposeFailed(logger, problem, notice.Key, notice.Inspection);
            Instant? again = now + Backoff.After(notice.Attempts + 1);
            await context.Notices.Where(row => row.Inspection == notice.Inspection && row.Key == notice.Key).ExecuteUpdateAsync(
                set => set.SetProperty(row => row.NextAttempt, again)
                    .SetProperty(row => row.LastError, problem.Message)
                    .SetProperty(row => row.Attempts, row => row.Attempts + 1)
                    .SetProperty(row => row.Version, row => row.Version + 1),
                cancellation);
            return null;
        }
    }
}
