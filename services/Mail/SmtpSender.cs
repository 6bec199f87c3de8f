using System.Net.Security;
using System.Security.Cryptography.X509Certificates;
using MailKit;
using MailKit.Net.Smtp;
using MailKit.Security;
using Microsoft.Extensions.Options;
using NodaTime;

namespace AreaSend.Services.Mail;

/// <summary>
/// Hands each e-mail to a mail server, on a connection of its own. What becomes of it there, the server tells nobody but the mailbox that it came from.
/// </summary>
internal sealed class SmtpSender(IOptions<MailOptions> options, IClock clock) : IMailSender
{
    public async Task<MailResult> SendAsync(Mail mail, CancellationToken cancellation)
    {
        if (!AddressForm.IsWellFormed(mail.To.Address))
        {
            return AddressForm.Refusal;
        }

        var settings = options.Value.Smtp;
        using var timeout = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        timeout.CancelAfter(TimeSpan.FromSeconds(settings.TimeoutSeconds));
        var content = new ContentBegun();
        try
        {
            using var client = new SmtpClient { Timeout = Timeout.Infinite };
            if (await OpenAsync(client, settings, timeout.Token) is { } failure)
            {
                return failure;
            }

            var message = EmlMessage.Of(mail, clock.GetCurrentInstant());
            await client.SendAsync(message, timeout.Token, content);
            await CloseAsync(client, timeout.Token);
            return new MailResult.Accepted(message.MessageId!);
        }
        catch (OperationCanceledException) when (!cancellation.IsCancellationRequested)
        {
            return new MailResult.TryLater($"The mail server did not answer within {settings.TimeoutSeconds:0.###} seconds.", MayBeOut: content.IsTrue);
        }
        catch (SmtpCommandException answer)
        {
            return SmtpAnswer.Read(answer);
        }
        catch (Exception problem) when (problem is ProtocolException or IOException or System.Net.Sockets.SocketException or ServiceNotConnectedException)
        {
            return content.IsTrue
                ? new MailResult.TryLater("The mail server broke off before it had answered whether it took the e-mail.", MayBeOut: true)
                : new MailResult.TryLater("The mail server could not be reached, or broke off.");
        }
    }

    /// <summary>Connects, makes the connection safe and signs in; what went wrong with that, if anything that can be named did.</summary>
    private static async Task<MailResult?> OpenAsync(SmtpClient client, SmtpOptions settings, CancellationToken cancellation)
    {
        using var authority =
            settings.AuthorityFile.Length == 0 ? null : X509Certificate2.CreateFromPem(await File.ReadAllTextAsync(settings.AuthorityFile, cancellation));
        if (authority is not null)
        {
            client.ServerCertificateValidationCallback = (_, certificate, _, errors) => Vouches(authority, certificate as X509Certificate2, errors);
        }

        try
        {
            await client.ConnectAsync(settings.Host, settings.Port, Security(settings.Safety), cancellation);
        }
        catch (NotSupportedException)
        {
            return new MailResult.TryLater(
                "The mail server does not offer to encrypt the connection (STARTTLS), so it was given nothing. Look at its configuration, and at who stands between.");
        }
        catch (SslHandshakeException)
        {
            return new MailResult.TryLater(
                "The connection to the mail server could not be encrypted, or its certificate is not one to trust for that name, so it was given nothing. Check the certificate, and AreaSend:Mail:Smtp:Host and :AuthorityFile.");
        }

        return settings.User.Length == 0 ? null : await SignInAsync(client, settings, cancellation);
    }

    private static async Task<MailResult?> SignInAsync(SmtpClient client, SmtpOptions settings, CancellationToken cancellation)
    {
        try
        {
            await client.AuthenticateAsync(settings.User, settings.Password, cancellation);
            return null;
        }
        catch (AuthenticationException problem)
        {
            return SmtpAnswer.OfSignIn(problem.InnerException as SmtpCommandException);
        }
        catch (NotSupportedException)
        {
            return new MailResult.Refused(
                "The mail server lets nobody sign in. Take AreaSend:Mail:Smtp:User and :Password away if it knows this machine without them.");
        }
    }

    // It has the e-mail: that it does not say goodbye changes nothing.
    private static async Task CloseAsync(SmtpClient client, CancellationToken cancellation)
    {
        try
        {
            await client.DisconnectAsync(quit: true, cancellation);
        }
        catch (Exception problem)
            when (problem is OperationCanceledException or ProtocolException or CommandException or IOException or System.Net.Sockets.SocketException)
        { }
    }

    private static SecureSocketOptions Security(SmtpSecurity? security) => security switch
    {
        SmtpSecurity.Tls => SecureSocketOptions.SslOnConnect,
        SmtpSecurity.None => SecureSocketOptions.None,
        _ => SecureSocketOptions.StartTls,
    };

    /// <summary>Whether the certificate is for that server, and this authority or one that the machine knows stands behind it.</summary>
    private static bool Vouches(X509Certificate2 authority, X509Certificate2? certificate, SslPolicyErrors errors)
    {
        if (errors == SslPolicyErrors.None || certificate is null || errors != SslPolicyErrors.RemoteCertificateChainErrors)
        {
            return errors == SslPolicyErrors.None;
        }

        using var chain = new X509Chain();
        chain.ChainPolicy.TrustMode = X509ChainTrustMode.CustomRootTrust;
        chain.ChainPolicy.RevocationMode = X509RevocationMode.NoCheck;
        chain.ChainPolicy.CustomTrustStore.Add(authority);
        return chain.Build(certificate);
    }

    /// <summary>Whether the first bytes of the e-mail itself have left: from then on the server may have all of it, whatever it answers.</summary>
    private sealed class ContentBegun : ITransferProgress
    {
        public bool IsTrue { get; private set; }

        public void Report(long bytesTransferred, long totalSize) => IsTrue = true;

        public void Report(long bytesTransferred) => IsTrue = true;
    }
}
