using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using NodaTime;

namespace AreaSend.Testing;

/// <summary>Stands for SendGrid when it tells of deliveries: signs what it posts with a key of its own.</summary>
public sealed class SendGridEvents : IDisposable
{
    private readonly ECDsa _key = ECDsa.Create(ECCurve.NamedCurves.nistP256);

    /// <summary>The verification key, as SendGrid's settings show it.</summary>
    public string PublicKey => Convert.ToBase64String(_key.ExportSubjectPublicKeyInfo());

    /// <summary>One event as SendGrid writes it.</summary>
    public static object Event(string id, string mailKey, string name, Instant at, string status = "5.1.1", string reason = "550 no such user someone@example.org") => new
    {
        sg_event_id = id,
        sg_message_id = "fictional",
        email = "someone@example.org",
        timestamp = at.ToUnixTimeSeconds(),
        @event = name,
        areasend_key = mailKey,
        status,
        reason,
    };

    /// <summary>A body, and what its headers have to say.</summary>
    public (byte[] Body, string Signature, string Timestamp) Post(Instant at, params object[] events) => Sign(at, JsonSerializer.SerializeToUtf8Bytes(events));

    /// <summary>A body of any kind, signed.</summary>
    public (byte[] Body, string Signature, string Timestamp) Sign(Instant at, byte[] body)
    {
        var timestamp = at.ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture);
        byte[] signed = [.. Encoding.ASCII.GetBytes(timestamp), .. body];
        return (body, Convert.ToBase64String(_key.SignData(signed, HashAlgorithmName.SHA256, DSASignatureFormat.Rfc3279DerSequence)), timestamp);
    }

    public void Dispose() => _key.Dispose();
}
