using AreaSend.Core.Inspections;
using AreaSend.Services.GettingReady;
using AreaSend.Services.Mail;
using AreaSend.Services.Store;
using AreaSend.Web.Tests.Shell;
using Microsoft.Extensions.Options;

namespace AreaSend.Web.Tests.GettingReady;

/// <summary>People of areas, and how they come into their rooms.</summary>
internal static class ReadyVisitors
{
    /// <summary>The director of an area, in its room by the link in the e-mail.</summary>
    public static async Task<Visitor> DirectorAsync(this EmptyStoreHost host, string area = "888")
    {
        var email = $"dcs.{area}@example.org";
        if (!(await host.Get<ContactBook>().OfAsync(area)).Any(contact => contact.Email == email))
        {
            await host.EnterAsync(area, RecipientRole.Dcs, email);
        }

        // One who is in the room already is sent another link, however short a time ago the last one was.
        var access = host.Get<ReadyAccess>();
        if ((await access.OfAsync(area)).FirstOrDefault(person => person.Email == email && person.RemovedAt is null) is { } known)
        {
            Assert.Null(await access.SendNewLinkAsync(area, known.Id, await access.VersionAsync(area)));
        }
        else
        {
            await access.AskAsync(email);
        }

        return await host.ComeInAsync(await host.LinkToAsync(email));
    }

    /// <summary>Somebody who opens a link and goes on.</summary>
    public static async Task<Visitor> ComeInAsync(this EmptyStoreHost host, string link)
    {
        var visitor = host.NewVisitor();
        var answer = await visitor.PostAsync(link);
        Assert.Equal("/getting-ready", answer.Headers.Location!.OriginalString.Replace("http://localhost", "", StringComparison.Ordinal));
        return visitor;
    }

    /// <summary>The newest link that was mailed to an address.</summary>
    public static async Task<string> LinkToAsync(this EmptyStoreHost host, string email) => (await host.LinksToAsync(email))[^1];

    /// <summary>The links that were mailed to an address, the oldest first.</summary>
    public static async Task<IReadOnlyList<string>> LinksToAsync(this EmptyStoreHost host, string email)
    {
        List<string> links = [];
        var folder = host.Get<IOptions<MailOptions>>().Value.Folder;
        string[] files = Directory.Exists(folder) ? Directory.GetFiles(folder, "*getting-ready*.eml") : [];
        foreach (var file in files.Order(StringComparer.Ordinal))
        {
            var mail = await MimeKit.MimeMessage.LoadAsync(file);
            if (mail.To.Mailboxes.Single().Address == email)
            {
                links.Add(new Uri(mail.TextBody!.Split('<', '>', ' ', '\n').First(word => word.Contains(ReadyLinks.Path, StringComparison.Ordinal))).PathAndQuery);
            }
        }

        return links;
    }
}
