using AreaSend.Services.Mail;

namespace AreaSend.Services.Tests.Mail;

using Mail = AreaSend.Services.Mail.Mail;

/// <summary>E-mails to send.</summary>
internal static class Mails
{
    public static Mail To(string address = "zoe@example.org", string name = "Zoë O'Connor", string key = "0198f3c2:draft-shared:dcs") => new(
        key,
        new Mailbox("Ofsted", "ofsted-area-send@example.org"),
        new Mailbox(name, address),
        "Fictional Area: draft report shared – comments by Thursday 30 October 2025",
        "Dear Zoë O'Connor\n\nThe draft report was shared.\n",
        "<!DOCTYPE html><html lang=\"en\"><body><p>Dear Zoë O'Connor</p><p>The draft report was shared.</p></body></html>");
}
