using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Security.Cryptography;
using System.Text.Json;
using System.Text.Json.Serialization;
using Azure.Core;
using Azure.Identity;
using Microsoft.AspNetCore.WebUtilities;

namespace AreaSend.Services.Checkpoints;

/// <summary>
/// A key that never leaves a Key Vault, by the vault's REST interface: this side may ask it to sign, and for its public half. A checkpoint names the version
/// that signed it, so that the key can be rotated; another key, or another vault, is not believed.
/// </summary>
/// <param name="http">How the vault is asked.</param>
/// <param name="identity">As whom.</param>
/// <param name="key">The key, without a version: <c>https://VAULT.vault.azure.net/keys/NAME</c>.</param>
public sealed class CheckpointVaultKey(HttpClient http, TokenCredential identity, Uri key) : ICheckpointKey
{
    /// <summary>The name of its client among a host's HTTP clients.</summary>
    public const string HttpClientName = "Key Vault";

    private const string Version = "api-version=7.4";
    private const string Algorithm = "ES256";
    private static readonly TokenRequestContext Asked = new(["https://vault.azure.net/.default"]);
    private readonly string _key = key.GetLeftPart(UriPartial.Path).TrimEnd('/');

    /// <inheritdoc />
    public async Task<CheckpointSignature> SignAsync(byte[] text, CancellationToken cancellation = default)
    {
        var newest = await FindAsync(_key, cancellation);
        var digest = WebEncoders.Base64UrlEncode(SHA256.HashData(text));
        using var request = new HttpRequestMessage(HttpMethod.Post, $"{newest.Kid}/sign?{Version}") { Content = JsonContent.Create(new { alg = Algorithm, value = digest }) };
        var signed = await AskAsync<Signed>(request, cancellation);
        return new CheckpointSignature(newest.Kid, WebEncoders.Base64UrlDecode(signed.Value));
    }

    /// <inheritdoc />
    public async Task<bool> VerifyAsync(byte[] text, CheckpointSignature signature, CancellationToken cancellation = default)
    {
        if (!IsVersion(signature.Key))
        {
            return false;
        }

        using var curve = (await FindAsync(signature.Key, cancellation)).Open();
        return curve.VerifyData(text, signature.Bytes, HashAlgorithmName.SHA256);
    }

    private bool IsVersion(string id) => id.StartsWith($"{_key}/", StringComparison.OrdinalIgnoreCase) && id[(_key.Length + 1)..].All(char.IsAsciiLetterOrDigit);

    private async Task<PublicKey> FindAsync(string id, CancellationToken cancellation)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, $"{id}?{Version}");
        var found = (await AskAsync<Found>(request, cancellation)).Key;
        return IsVersion(found.Kid) && found is { Kty: "EC" or "EC-HSM", Crv: "P-256" }
            ? found
            : throw new CheckpointKeyException($"{_key} is no key of the elliptic curve P-256.");
    }

    private async Task<T> AskAsync<T>(HttpRequestMessage request, CancellationToken cancellation)
    {
        try
        {
            var token = await identity.GetTokenAsync(Asked, cancellation);
            request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", token.Token);
            using var answer = await http.SendAsync(request, cancellation);
            return answer.IsSuccessStatusCode
                ? (await answer.Content.ReadFromJsonAsync<T>(cancellation))!
                : throw new CheckpointKeyException($"The vault answered {(int)answer.StatusCode} when it was asked for {_key}: does this identity have the role Key Vault Crypto User on it?");
        }
        catch (Exception problem)
            when (problem is HttpRequestException or AuthenticationFailedException or JsonException or TimeoutException or FormatException)
        {
            throw new CheckpointKeyException($"The vault of {_key} cannot be asked: {problem.Message}", problem);
        }
    }

    private sealed record Signed([property: JsonPropertyName("value")] string Value);

    private sealed record Found([property: JsonPropertyName("key")] PublicKey Key);

    private sealed record PublicKey(
        [property: JsonPropertyName("kid")] string Kid,
        [property: JsonPropertyName("kty")] string Kty,
        [property: JsonPropertyName("crv")] string? Crv,
        [property: JsonPropertyName("x")] string? X,
        [property: JsonPropertyName("y")] string? Y)
    {
        public ECDsa Open() => ECDsa.Create(new ECParameters
        {
            Curve = ECCurve.NamedCurves.nistP256,
            Q = new ECPoint { X = WebEncoders.Base64UrlDecode(X ?? ""), Y = WebEncoders.Base64UrlDecode(Y ?? "") },
        });
    }
}
