using System.Collections.Concurrent;
using System.Net.Http.Json;
using System.Security.Cryptography;
using System.Text.Json;
using AreaSend.Services.Checkpoints;
using AreaSend.Testing;
using Azure.Core;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.WebUtilities;

namespace AreaSend.Services.Tests.Checkpoints;

/// <summary>Signing by a Key Vault's REST interface, against a stub of it over real HTTP that signs with real keys.</summary>
public sealed class CheckpointVaultKeyTests : IAsyncLifetime
{
    private static readonly byte[] Text = "what a checkpoint says"u8.ToArray();
    private readonly ConcurrentDictionary<string, ECDsa> _versions = new();
    private readonly HttpClient _http = new();
    private string _newest = "";
    private int? _refuses;
    private HttpStub _vault = null!;

    private string Name => $"{_vault.Address}keys/checkpoints";

    private CheckpointVaultKey Key => new(_http, new Identity(), new Uri(Name));

    public async ValueTask InitializeAsync()
    {
        _vault = await HttpStub.StartAsync(AnswerAsync);
        Rotate("0001");
    }

    public async ValueTask DisposeAsync()
    {
        await _vault.DisposeAsync();
        _http.Dispose();
        foreach (var key in _versions.Values)
        {
            key.Dispose();
        }
    }

    [Fact]
    public async Task Sign_InTheVault_IsVerifiedWithThePublicHalfAndNamesItsVersion()
    {
        var signature = await Key.SignAsync(Text);

        Assert.Equal($"{Name}/0001", signature.Key);
        Assert.True(await Key.VerifyAsync(Text, signature));
        Assert.False(await Key.VerifyAsync([.. Text, 1], signature));
        Assert.True(_versions["0001"].VerifyData(Text, signature.Bytes, HashAlgorithmName.SHA256));
        Assert.All(_vault.Requests, request => Assert.Equal(("Bearer token-of-https://vault.azure.net/.default", true), (request.Headers["Authorization"], request.Path.EndsWith("?api-version=7.4", StringComparison.Ordinal))));
        Assert.Equal(["GET", "POST", "GET", "GET"], _vault.Requests.Select(request => request.Method));
    }

    [Fact]
    public async Task Verify_AfterTheKeyWasRotated_TakesTheVersionThatSigned()
    {
        var before = await Key.SignAsync(Text);
        Rotate("0002");

        Assert.Equal($"{Name}/0002", (await Key.SignAsync(Text)).Key);
        Assert.True(await Key.VerifyAsync(Text, before));
        Assert.False(await Key.VerifyAsync(Text, before with { Key = $"{Name}/0002" }));
    }

    /// <summary>Whoever writes a checkpoint of their own names a key of their own: the vault is not even asked for it.</summary>
    [Theory]
    [InlineData("")]
    [InlineData("https://vault.example.org/keys/checkpoints/0001")]
    [InlineData("{address}keys/another/0001")]
    [InlineData("{address}keys/checkpoints/../another/0001")]
    [InlineData("{address}keys/checkpoints")]
    public async Task Verify_SignedWithAnotherKey_IsNotBelieved(string named)
    {
        var signature = await Key.SignAsync(Text);
        var asked = _vault.Requests.Count;

        Assert.False(await Key.VerifyAsync(Text, signature with { Key = named.Replace("{address}", _vault.Address.ToString(), StringComparison.Ordinal) }));
        Assert.Equal(asked, _vault.Requests.Count);
    }

    [Theory]
    [InlineData(403, "The vault answered 403 when it was asked for ")]
    [InlineData(404, "The vault answered 404 when it was asked for ")]
    [InlineData(200, " cannot be asked: ")]
    public async Task Sign_ByAVaultThatDoesNot_SaysWhy(int answer, string because)
    {
        _refuses = answer;

        var refused = await Assert.ThrowsAsync<CheckpointKeyException>(() => Key.SignAsync(Text));

        Assert.Contains(because, refused.Message, StringComparison.Ordinal);
    }

    private void Rotate(string version)
    {
        _versions[version] = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        _newest = version;
    }

    private async Task AnswerAsync(HttpContext context)
    {
        if (_refuses is { } status)
        {
            context.Response.StatusCode = status;
            await context.Response.WriteAsync("no JSON");
            return;
        }

        // /keys/{name}, /keys/{name}/{version} and /keys/{name}/{version}/sign
        var parts = context.Request.Path.Value!.Split('/', StringSplitOptions.RemoveEmptyEntries);
        var version = parts.Length > 2 ? parts[2] : _newest;
        var id = $"{Name}/{version}";
        if (HttpMethods.IsPost(context.Request.Method))
        {
            var asked = (await context.Request.ReadFromJsonAsync<JsonElement>())!;
            Assert.Equal(("sign", "ES256"), (parts[3], asked.GetProperty("alg").GetString()));
            var signature = _versions[version].SignHash(WebEncoders.Base64UrlDecode(asked.GetProperty("value").GetString()!));
            await context.Response.WriteAsJsonAsync(new { kid = id, value = WebEncoders.Base64UrlEncode(signature) });
            return;
        }

        var at = _versions[version].ExportParameters(includePrivateParameters: false).Q;
        await context.Response.WriteAsJsonAsync(new
        {
            key = new { kid = id, kty = "EC", crv = "P-256", x = WebEncoders.Base64UrlEncode(at.X!), y = WebEncoders.Base64UrlEncode(at.Y!) },
            attributes = new { enabled = true },
        });
    }

    private sealed class Identity : TokenCredential
    {
        public override AccessToken GetToken(TokenRequestContext requestContext, CancellationToken cancellationToken) =>
            new($"token-of-{requestContext.Scopes[0]}", DateTimeOffset.MaxValue);

        public override ValueTask<AccessToken> GetTokenAsync(TokenRequestContext requestContext, CancellationToken cancellationToken) =>
            ValueTask.FromResult(GetToken(requestContext, cancellationToken));
    }
}
