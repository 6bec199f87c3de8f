using AreaSend.Services.Mail;
using AreaSend.Testing;

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

    /// <summary>Sends to a service that fails, until it is asked no more: the circuit breaker of the client has opened.</summary>
    public static async Task FailUntilLeftAloneAsync(IMailSender sender, HttpStub service)
    {
        for (var sent = 0; service.Requests.Count == sent; sent++)
        {
            Assert.True(sent < 200, "The service is asked on and on.");
            Assert.IsType<MailResult.TryLater>(await sender.SendAsync(To(), TestContext.Current.CancellationToken));
        }
    }
}
