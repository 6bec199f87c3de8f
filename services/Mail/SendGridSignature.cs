using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Microsoft.Extensions.Options;
using NodaTime;

namespace AreaSend.Services.Mail;

/// <summary>Whether a post really comes from SendGrid: ECDSA on P-256 over the time stamp and the bytes as they came.</summary>
internal sealed class SendGridSignature(IOptions<MailOptions> options, IClock clock)
{
    // SendGrid tries for a day what we did not take. A repeat does no harm, since each event is taken once; the window ends replay for good.
    private static readonly Duration Longest = Duration.FromHours(25);

    private static readonly Duration ClocksApart = Duration.FromMinutes(5);

    public bool IsGenuine(string? signature, string? timestamp, ReadOnlyMemory<byte> body) =>
        options.Value.SendGrid.WebhookPublicKey is { Length: > 0 } key
        && timestamp is not null
        && IsRecent(timestamp)
        && Signature(signature) is { } bytes
        && Verifies(key, bytes, [.. Encoding.ASCII.GetBytes(timestamp), .. body.Span]);

    private bool IsRecent(string timestamp)
    {
        if (!long.TryParse(timestamp, NumberStyles.None, CultureInfo.InvariantCulture, out var seconds) || seconds > 253_402_300_799)
        {
            return false;
        }

        var age = clock.GetCurrentInstant() - Instant.FromUnixTimeSeconds(seconds);
        return age <= Longest && age >= -ClocksApart;
    }

    private static byte[]? Signature(string? text)
    {
        var bytes = new byte[256];
        return text is not null && Convert.TryFromBase64String(text, bytes, out var length) ? bytes[..length] : null;
    }

    private static bool Verifies(string key, byte[] signature, byte[] signed)
    {
        using var verifier = Import(key);
        return verifier.VerifyData(signed, signature, HashAlgorithmName.SHA256, DSASignatureFormat.Rfc3279DerSequence);
    }

    /// <summary>The public key as SendGrid shows it.</summary>
    /// <exception cref="FormatException">It is not in Base64.</exception>
    /// <exception cref="CryptographicException">It is not a key on P-256.</exception>
    public static ECDsa Import(string key)
    {
        var imported = ECDsa.Create();
        try
        {
            imported.ImportSubjectPublicKeyInfo(Convert.FromBase64String(key), out _);
            return imported.ExportParameters(includePrivateParameters: false).Curve.Oid.Value == ECCurve.NamedCurves.nistP256.Oid.Value
                ? imported
                : throw new CryptographicException("The key is not on the curve P-256.");
        }
        catch
        {
            imported.Dispose();
            throw;
        }
    }
}
