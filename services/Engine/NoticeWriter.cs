using AreaSend.Core.Calendars;
using AreaSend.Core.Inspections;
using AreaSend.Core.Notices;
using AreaSend.Core.Rules;
using AreaSend.Core.Timetables;
using AreaSend.Services.Areas;
using AreaSend.Services.Mail;
using AreaSend.Services.Notices;
using AreaSend.Services.Store;
using Microsoft.Extensions.Options;
using NodaTime;

namespace AreaSend.Services.Engine;

/// <summary>An e-mail, and what it was written from.</summary>
/// <param name="Mail">The e-mail.</param>
/// <param name="TemplateVersion">Version of the template that wrote it.</param>
/// <param name="AsOf">Position of the last event that it takes into account.</param>
public sealed record WrittenNotice(Mail.Mail Mail, int TemplateVersion, int AsOf);

/// <summary>
/// Writes the e-mail of a notice in the outbox: from the case as it stood when the notice was raised, so that every try of one day writes the
/// same; what is only written on a later day tells the case as it stands then, and says that it is late.
/// </summary>
public sealed class NoticeWriter(
    StoreDatabase database,
    EventStream stream,
    NoticeComposer composer,
    NoticeMailboxes mailboxes,
    IOptions<SiteOptions> options)
{
    /// <summary>The e-mail; for a notice that has been sent, as it was then, but for a link that signs in.</summary>
    /// <param name="inspection">The inspection.</param>
    /// <param name="notice">The notice.</param>
    /// <param name="to">Whom it goes to.</param>
    /// <param name="signIn">The recipient's own link; null where it is not being sent, and for those who have none.</param>
    /// <param name="now">The present moment.</param>
    /// <param name="cancellation">Gives up.</param>
    public async Task<WrittenNotice> WriteAsync(
        LoadedInspection inspection, OutboxNotice notice, Mailbox to, Uri? signIn, Instant now, CancellationToken cancellation)
    {
        await using var context = database.Open();
        return await WriteAsync(context, inspection, notice, to, signIn, now, cancellation);
    }

    /// <summary>The same for somebody who reads from the store already: many at once must not wait for each other's second connection.</summary>
    internal async Task<WrittenNotice> WriteAsync(
        StoreContext context, LoadedInspection inspection, OutboxNotice notice, Mailbox to, Uri? signIn, Instant now, CancellationToken cancellation)
    {
        // What somebody asks for again is written anew: of the day on which it goes, as if it were late.
        var goesAgain = notice is { Round: > 0, State: NoticeState.Waiting };
        var writtenAt = goesAgain ? now : notice.SentAt ?? now;
        var asOf = (goesAgain ? null : notice.WrittenAsOf)
            ?? ((goesAgain || notice.SentAt is null) && LateNotices.IsLate(notice.RaisedAt, now) ? inspection.Version : notice.RaisedSeq);
        var isLate = asOf > notice.RaisedSeq;
        var told = await stream.AsOfAsync(context, inspection, asOf, cancellation);
        var raised = (NoticeRaised)inspection.Case.Events[notice.RaisedSeq - 1].Event;
        var then = isLate ? await stream.AsOfAsync(context, inspection, notice.RaisedSeq, cancellation) : told;
        var (about, because) = then.Matter(raised);
        var request = Request(inspection.Id, told.Case, told.Timetable, raised.Template, raised.To, to.Name, options.Value.SiteAddress) with
        {
            About = about,
            Because = because,
            Alongside = Alongside(inspection.Case, raised, notice.RaisedAt),
            RaisedAt = notice.RaisedAt,
            Now = isLate ? writtenAt : notice.RaisedAt,
            SignIn = signIn,
            IsAgain = notice.Round > 0,
        };
        var whom = await WhoToCall.OnAsync(context, inspection.Id, LondonTime.DateOf(writtenAt), cancellation);
        var words = await composer.ComposeAsync(whom.In(request), cancellation);
        var from = mailboxes.Of(NoticeMatrix.SenderOf(told.Case, raised));
        return new WrittenNotice(new Mail.Mail(notice.MailKey, from, to, words.Subject, words.Text, words.Html), words.Version, asOf);
    }

    private static IReadOnlyList<string> Alongside(InspectionCase @case, NoticeRaised raised, Instant raisedAt) =>
        [.. @case.Events.Where(recorded => recorded.RecordedAt == raisedAt).Select(recorded => recorded.Event).OfType<NoticeRaised>()
            .Where(other => other.To == raised.To && other.Key != raised.Key).Select(other => other.Template)];

    /// <summary>What every notice of an inspection is written from, but for what it is about.</summary>
    internal static NoticeRequest Request(Guid id, InspectionCase @case, Timetable plan, string template, RecipientRole to, string name, Uri site) => new(
        id,
        @case,
        plan,
        template,
        to,
        name,
        LocalAuthorities.Find(@case.Area)?.DisplayName ?? @case.Area,
        AreaBoards.Serving(@case.Area, plan.NotificationDay)?.Main.Name ?? "",
        site);
}
