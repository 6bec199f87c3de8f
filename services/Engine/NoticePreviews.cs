using AreaSend.Core.Calendars;
using AreaSend.Core.Inspections;
using AreaSend.Core.Notices;
using AreaSend.Services.Mail;
using AreaSend.Services.Notices;
using AreaSend.Services.Store;
using Microsoft.Extensions.Options;
using NodaTime;

namespace AreaSend.Services.Engine;

/// <summary>A notice as it would go out if it were owed now.</summary>
/// <param name="Notice">The notice.</param>
/// <param name="To">Who would get it; null when nobody can be written to.</param>
/// <param name="WhyNobody">Why not, and what to do about it, in a sentence.</param>
/// <param name="Words">What it would say.</param>
public sealed record PreviewedNotice(OwedNotice Notice, Mailbox? To, string? WhyNobody, ComposedNotice Words);

/// <summary>Shows the e-mails that recording something would send, before it is recorded. Nothing is kept and nobody is told.</summary>
public sealed class NoticePreviews(StoreDatabase database, NoticeComposer composer, IOptions<SiteOptions> options)
{
    /// <summary>The notices in words, in the order given.</summary>
    /// <param name="inspection">The inspection as it would be.</param>
    /// <param name="notices">What it would owe.</param>
    /// <param name="officer">The officer or deputy being named, who is not among the people of the inspection yet; null where none is.</param>
    /// <param name="now">The present moment: it decides who holds a role.</param>
    /// <param name="cancellation">Gives up.</param>
    public async Task<IReadOnlyList<PreviewedNotice>> PreviewAsync(
        LoadedInspection inspection, IEnumerable<OwedNotice> notices, Person? officer, Instant now, CancellationToken cancellation = default)
    {
        await using var context = database.Open();
        var previews = new List<PreviewedNotice>();
        var whom = await WhoToCall.OnAsync(context, inspection.Id, LondonTime.DateOf(now), cancellation);
        foreach (var notice in notices)
        {
            var recipient = officer is not null && notice.To == officer.Role
                ? new Recipient(officer.Mailbox, null, null)
                : await Recipients.FindAsync(context, inspection, notice.To, LondonTime.DateOf(now), cancellation);
            var words = await composer.ComposeAsync(whom.In(Request(inspection, notice, recipient.Mailbox, now)), cancellation);
            previews.Add(new PreviewedNotice(notice, recipient.Mailbox, recipient.Because, words));
        }

        return previews;
    }

    private NoticeRequest Request(LoadedInspection inspection, OwedNotice notice, Mailbox? to, Instant now) =>
        NoticeWriter.Request(
            inspection.Id,
            inspection.Case,
            inspection.Plan,
            notice.Template,
            notice.To,
            to?.Name ?? notice.To.Show(),
            options.Value.SiteAddress) with
        {
            About = notice.About,
            Because = notice.Because,
            RaisedAt = now,
            Now = now,
        };
}
