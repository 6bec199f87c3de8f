using AreaSend.Core.Inspections;
using AreaSend.Core.Timetables;
using AreaSend.Services.Mail;
using AreaSend.Services.Store;
using Microsoft.Extensions.Options;
using NodaTime;

namespace AreaSend.Services.SignInLinks;

/// <summary>Makes the link of an e-mail at the moment the e-mail is sent: what is stored, previewed or written to a log never holds one.</summary>
public sealed class GuestLinks(IOptions<GuestLinkOptions> options, IOptions<SiteOptions> site, IClock clock)
{
    /// <summary>Path of the page that an officer's link leads to.</summary>
    public const string OfficerPath = "/lano/enter";

    /// <summary>Path of the page that the link of a leader or the forum leads to.</summary>
    public const string LeaderPath = "/leaders/enter";

    /// <summary>The name under which a link's address holds its token.</summary>
    public const string TokenName = "link";

    /// <summary>A fresh link for a notice that carries one; null for other notices, and for somebody whose access was withdrawn.</summary>
    /// <param name="context">That of whoever sends: a connection more for each e-mail would empty the pool where many leave at once.</param>
    /// <param name="inspection">The inspection.</param>
    /// <param name="notice">The notice.</param>
    /// <param name="to">Who it is sent to.</param>
    /// <param name="cancellation">Gives up.</param>
    internal async Task<Uri?> ForAsync(
        StoreContext context, LoadedInspection inspection, OutboxNotice notice, Mailbox to, CancellationToken cancellation)
    {
        // What is meant for an officer who is not there yet goes to the director, and brings the director no link.
        if (NoticeMatrix.LineOf(inspection.Case, inspection.Case.RaisedNotices[notice.Key]) is not { CarriesLink: true } row || !row.To.Contains(notice.Role))
        {
            return null;
        }

        // Where the claim on the notice is a transaction the link is stored with it: a host that dies in between sends the e-mail again, with another link.
        await using var transaction = context.Database.CurrentTransaction is null ? await context.Database.BeginTransactionAsync(cancellation) : null;
        var (now, token, mail) = (clock.GetCurrentInstant(), LinkToken.New(), notice.MailKey);
        if (await Guests.RecipientAsync(context, inspection, notice.Role, to, now, cancellation) is not { AccessWithdrawnAt: null } person)
        {
            return null;
        }

        // A link of the same e-mail stays: the try that seemed to fail may have reached the mailbox, and the second one not.
        await context.Set<GuestLink>().Where(link => link.Person == person.Id && link.MailKey != mail).EndAsync(LinkEnd.Replaced, now, cancellation);
        context.Set<GuestLink>().Add(new GuestLink
        {
            Id = Guid.CreateVersion7(),
            Hash = LinkToken.HashOf(token)!,
            Inspection = inspection.Id,
            Person = person.Id,
            MailKey = mail,
            MadeAt = now,
            ExpiresAt = now + Duration.FromDays(options.Value.LinkDays),
        });
        await context.SaveChangesAsync(cancellation);
        await (transaction?.CommitAsync(cancellation) ?? Task.CompletedTask);
        var path = RecipientRoles.Officers.Contains(person.Role) ? OfficerPath : LeaderPath;
        return new Uri($"{site.Value.SiteAddress.ToString().TrimEnd('/')}{path}?{TokenName}={token}");
    }
}
