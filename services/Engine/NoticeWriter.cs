using AreaSend.Services.Areas;
using AreaSend.Services.BankHolidays;
using AreaSend.Services.Mail;
using AreaSend.Services.Notices;
using AreaSend.Services.Store;
using Microsoft.Extensions.Options;

namespace AreaSend.Services.Engine;

/// <summary>Writes the e-mail of a notice in the outbox, from the case as it stood when the notice was raised.</summary>
public sealed class NoticeWriter(CalendarLibrary calendars, NoticeComposer composer, NoticeMailboxes mailboxes, IOptions<EngineOptions> options)
{
    private readonly EventStream stream = new(calendars);

    /// <summary>The e-mail and the version of the template that wrote it. The same notice always gives the same words, but for a link that signs in.</summary>
    /// <param name="inspection">The inspection.</param>
    /// <param name="notice">The notice.</param>
    /// <param name="to">Whom it goes to.</param>
    /// <param name="signIn">The recipient's own link; null where it is not being sent, and for those who have none.</param>
    /// <param name="cancellation">Gives up.</param>
    public async Task<(Mail.Mail Mail, int TemplateVersion)> WriteAsync(
        LoadedInspection inspection, OutboxNotice notice, Mailbox to, Uri? signIn, CancellationToken cancellation)
    {
        var (@case, plan) = await stream.AsOfAsync(inspection, notice.RaisedSeq, cancellation);
        var request = new NoticeRequest(
            inspection.Id,
            @case,
            plan,
            notice.Key,
            notice.Template,
            notice.Role,
            to.Name,
            LocalAuthorities.Find(@case.Area)?.DisplayName ?? @case.Area,
            AreaBoards.Serving(@case.Area, plan.NotificationDay)?.Main.Name ?? "",
            options.Value.SiteAddress,
            signIn);
        var words = await composer.ComposeAsync(request, cancellation);
        var mail = new Mail.Mail(notice.MailKey, mailboxes.From(notice.Template, notice.Role), to, words.Subject, words.Text, words.Html);
        return (mail, words.Version);
    }
}
