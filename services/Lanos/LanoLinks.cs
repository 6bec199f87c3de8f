using AreaSend.Core.Inspections;
using AreaSend.Core.Rules;
using AreaSend.Core.Timetables;
using AreaSend.Services.Engine;
using AreaSend.Services.Store;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using NodaTime;

namespace AreaSend.Services.Lanos;

/// <summary>Makes the link of an e-mail at the moment the e-mail is sent: what is stored, previewed or written to a log never holds one.</summary>
public sealed class LanoLinks(StoreDatabase database, IOptions<LanoDoorOptions> options, IOptions<EngineOptions> site, IClock clock)
{
    /// <summary>Path of the page that a link leads to.</summary>
    public const string Path = "/lano/enter";

    /// <summary>The name under which a link's address holds its token.</summary>
    public const string TokenName = "link";

    /// <summary>A fresh link for a notice that carries one; null for other notices, and for an officer whose access was withdrawn.</summary>
    internal async Task<Uri?> ForAsync(LoadedInspection inspection, OutboxNotice notice, CancellationToken cancellation)
    {
        if (notice.Role != RecipientRole.Lano
            || NoticeMatrix.Find(inspection.Case, notice.Template, notice.Role) is not { CarriesLink: true }
            || inspection.Case.Lano is not { } person)
        {
            return null;
        }

        await using var context = database.Open();
        if (!await context.People.AnyAsync(known => known.Id == person && known.AccessWithdrawnAt == null, cancellation))
        {
            return null;
        }

        var (now, token, mail) = (clock.GetCurrentInstant(), LanoToken.New(), notice.MailKey);
        await using var transaction = await context.Database.BeginTransactionAsync(cancellation);
        // A link of the same e-mail stays: the try that seemed to fail may have reached the mailbox, and the second one not.
        await context.EndLinksAsync(link => link.Person == person && link.MailKey != mail, LinkEnd.Replaced, now, cancellation);
        context.LanoLinks.Add(new LanoLink
        {
            Id = Guid.CreateVersion7(),
            Hash = LanoToken.HashOf(token)!,
            Inspection = inspection.Id,
            Person = person,
            MailKey = mail,
            MadeAt = now,
            ExpiresAt = now + Duration.FromDays(options.Value.LinkDays),
        });
        await context.SaveChangesAsync(cancellation);
        await transaction.CommitAsync(cancellation);
        return new Uri($"{site.Value.SiteAddress.ToString().TrimEnd('/')}{Path}?{TokenName}={token}");
    }
}
