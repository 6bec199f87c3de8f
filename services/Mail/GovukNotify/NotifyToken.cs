using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using NodaTime;

namespace AreaSend.Services.Mail.GovukNotify;

/// <summary>
/// What a request to GOV.UK Notify proves itself with: a JSON web token (RFC 7519), signed with the API key's secret and good for 30 seconds.
/// </summary>
/// <param name="Service">The id of the service, which issues the token.</param>
/// <param name="Secret">What it signs with.</param>
internal sealed record NotifyToken(string Service, string Secret)
{
    // A key is NAME-SERVICE-SECRET, the last two of them UUIDs; the name may hold hyphens of its own.
    private const int LengthOfId = 36;

    private static readonly string Header = Base64Url.EncodeToString("""{"typ":"JWT","alg":"HS256"}"""u8);

    /// <summary>An API key taken apart; null when it is none.</summary>
    public static NotifyToken? Read(string key)
    {
        var parts = key.Trim();
        if (parts.Length < (2 * LengthOfId) + 1)
        {
            return null;
        }

        var (service, secret) = (parts[^((2 * LengthOfId) + 1)..^(LengthOfId + 1)], parts[^LengthOfId..]);
        return Guid.TryParseExact(service, "D", out _) && Guid.TryParseExact(secret, "D", out _) ? new NotifyToken(service, secret) : null;
    }

    /// <summary>The token for a request that is sent now.</summary>
    public string At(Instant now)
    {
        var claims = JsonSerializer.SerializeToUtf8Bytes(new { iss = Service, iat = now.ToUnixTimeSeconds() });
        var signed = $"{Header}.{Base64Url.EncodeToString(claims)}";
        return $"{signed}.{Base64Url.EncodeToString(HMACSHA256.HashData(Encoding.UTF8.GetBytes(Secret), Encoding.UTF8.GetBytes(signed)))}";
    }
}
