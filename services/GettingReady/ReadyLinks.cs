using AreaSend.Services.Areas;
using AreaSend.Services.Mail;
using AreaSend.Services.SignInLinks;
using AreaSend.Services.Store;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using NodaTime;

namespace AreaSend.Services.GettingReady;

/// <summary>A link that was made and has not been sent yet; its token stands nowhere else.</summary>
internal sealed record FreshLink(ReadyPerson Person, Guid Id, string Token);

/// <summary>
/// Makes links into the room and mails them: from a mailbox of the room's own and not through the outbox of notices, which the inspectorates see. What cannot
/// be
/// sent is said to whoever asked, and asked for again.
/// </summary>
public sealed class ReadyLinks(
    IMailSender sender,
    MailAudience audience,
    IOptions<ReadyOptions> options,
    IOptions<GuestLinkOptions> guests,
    IOptions<SiteOptions> site,
    IClock clock,
    ILogger<ReadyLinks> logger)
{
    /// <summary>Path of the page that a link leads to.</summary>
    public const string Path = "/getting-ready/enter";

    /// <summary>The name under which a link's address holds its token.</summary>
    public const string TokenName = "link";

    /// <summary>Whether there is a mailbox to write from.</summary>
    internal bool CanWrite
    {
        get
        {
            var isSet = AddressForm.IsWellFormed(options.Value.From);
            if (!isSet)
            {
                ReadyLog.NoMailbox(logger, $"{ReadyOptions.Section}:{nameof(ReadyOptions.From)}");
            }

            return isSet;
        }
    }

    /// <summary>A link for a person, in place of those before; the caller stores it, and sends it then.</summary>
    internal async Task<FreshLink> MakeAsync(StoreContext context, ReadyPerson person, CancellationToken cancellation)
    {
        var (now, token) = (clock.GetCurrentInstant(), LinkToken.New());
        await context.Set<ReadyLink>().Where(link => link.Person == person.Id).EndAsync(LinkEnd.Replaced, now, cancellation);
        var link = new ReadyLink
        {
            Id = Guid.CreateVersion7(),
            Hash = LinkToken.HashOf(token)!,
            Person = person.Id,
            MadeAt = now,
            ExpiresAt = now + Duration.FromDays(guests.Value.LinkDays),
        };
        context.Set<ReadyLink>().Add(link);
        return new FreshLink(person, link.Id, token);
    }

    /// <summary>Mails a link.</summary>
    /// <returns>Why it was not taken for delivery, in a sentence; null when it was.</returns>
    internal async Task<string?> SendAsync(FreshLink link, CancellationToken cancellation)
    {
        var person = link.Person;
        var area = LocalAuthorities.Find(person.Area)?.DisplayName ?? person.Area;
        var address = new Uri($"{site.Value.SiteAddress.ToString().TrimEnd('/')}{Path}?{TokenName}={link.Token}");
        var mail = ReadyMail.WithLink(
            $"{link.Id:D}{ReadyMail.KeyEnding}", new Mailbox("AreaSend", options.Value.From), new Mailbox(person.Name, person.Email), area, address, guests.Value.LinkDays);
        var because = audience.WhyHeldBack(person.Email) is { } held ? held : await sender.SendAsync(mail, cancellation) switch
        {
            MailResult.Accepted => null,
            MailResult.TryLater later => later.Because,
            MailResult.Refused refused => refused.Because,
            var other => throw new InvalidOperationException($"No such answer of a mail service: {other}."),
        };
        if (because is not null)
        {
            ReadyLog.NotSent(logger, because);
        }

        return because;
    }
}
