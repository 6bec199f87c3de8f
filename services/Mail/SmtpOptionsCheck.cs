using System.Net;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;

namespace AreaSend.Services.Mail;

/// <summary>Says which settings of a mail server cannot work.</summary>
internal static class SmtpOptionsCheck
{
    private const string Section = $"{MailOptions.Section}:{MailOptions.SmtpSender}";

    public static IEnumerable<string> Faults(SmtpOptions options)
    {
        if (string.IsNullOrWhiteSpace(options.Host))
        {
            yield return $"{MailOptions.Section}:Sender is {MailOptions.SmtpSender}, but {Section}:Host is missing. Set it to the name of the mail server.";
        }

        if (options.Port is < 1 or > 65535)
        {
            yield return $"{Section}:Port has to be from 1 to 65535.";
        }

        if (options.Safety is null)
        {
            yield return $"{Section}:Security is “{options.Security}”. Set it to {string.Join(" or ", Enum.GetNames<SmtpSecurity>())}.";
        }

        if (options.Safety == SmtpSecurity.None && !IsLoopback(options.Host))
        {
            yield return $"{Section}:Security is {SmtpSecurity.None}, which is for a mail server on this machine alone: mail would travel in the open. Set it to {SmtpSecurity.StartTls} or {SmtpSecurity.Tls}.";
        }

        if (options.User.Length == 0 != (options.Password.Length == 0))
        {
            yield return $"{Section}:User and {Section}:Password belong together: set both, or neither where the mail server knows this machine.";
        }

        if (options.TimeoutSeconds is not (> 0 and <= 300))
        {
            yield return $"{Section}:TimeoutSeconds has to be more than 0 and at most 300.";
        }

        if (options.AuthorityFile.Length > 0 && !IsCertificate(options.AuthorityFile))
        {
            yield return $"{Section}:AuthorityFile is no PEM file with a certificate that can be read.";
        }
    }

    private static bool IsLoopback(string host) =>
        string.Equals(host, "localhost", StringComparison.OrdinalIgnoreCase) || (IPAddress.TryParse(host, out var address) && IPAddress.IsLoopback(address));

    private static bool IsCertificate(string file)
    {
        try
        {
            X509Certificate2.CreateFromPem(File.ReadAllText(file)).Dispose();
            return true;
        }
        catch (Exception problem) when (problem is IOException or UnauthorizedAccessException or CryptographicException)
        {
            return false;
        }
    }
}
