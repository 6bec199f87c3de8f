using System.Text.Encodings.Web;
using AreaSend.Services.Mail;
using AreaSend.Services.Notices;

namespace AreaSend.Services.GettingReady;

/// <summary>The words of the room's e-mail. It says nothing of what stands in the room.</summary>
internal static class ReadyMail
{
    /// <summary>How the keys of the room's e-mails end, which no notice's does.</summary>
    public const string KeyEnding = ":getting-ready";

    /// <summary>A link into the room.</summary>
    /// <param name="key">Tells this e-mail from all others.</param>
    /// <param name="from">The room's own mailbox.</param>
    /// <param name="to">One of the area's people.</param>
    /// <param name="area">Name of the area.</param>
    /// <param name="link">The link.</param>
    /// <param name="days">For how many days it works.</param>
    public static Mail.Mail WithLink(string key, Mailbox from, Mailbox to, string area, Uri link, int days) => Of(key, from, to, $"Your link: getting ready in {area}",
        $"""
        <p>Here is your link to the room in which {Html(area)} gets ready for an area SEND inspection. It signs you in once, works for {days} days, and replaces the links you had before. Do not pass it on.</p>
        <p><a href="{Html(link.ToString())}">Open the room</a></p>
        <p>The room belongs to the people of the area. Nobody at Ofsted or the Care Quality Commission can open it or see what stands in it, and this e-mail does not mean that an inspection has been announced.</p>
        <p>You did not ask for a link? Then a colleague has let you in, or somebody typed your address; you need do nothing.</p>
        """);

    private static Mail.Mail Of(string key, Mailbox from, Mailbox to, string subject, string words)
    {
        var html = $"""
            <!DOCTYPE html>
            <html lang="en"><head><meta charset="utf-8"><title>{Html(subject)}</title></head>
            <body>
            <p>Dear {Html(to.Name)}</p>
            {words}
            <p>AreaSend</p>
            </body></html>
            """;
        return new Mail.Mail(key, from, to, subject, PlainText.Of(html), html);
    }

    private static string Html(string text) => HtmlEncoder.Default.Encode(text);
}
