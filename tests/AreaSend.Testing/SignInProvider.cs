using System.Diagnostics;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace AreaSend.Testing;

/// <summary>
/// A real OpenID Connect provider (<c>tools/sign-in</c>) as a child process, with made-up people that a test may change while it runs. It ends when the test
/// process does, because its standard input closes then.
/// </summary>
public sealed class SignInProvider : IAsyncDisposable
{
    /// <summary>The secret of the client whose name this console goes by.</summary>
    public const string Secret = "only-for-this-machine";

    private readonly TemporaryFolder _folder = new();
    private readonly JsonArray _clients;
    private Process _process = null!;
    private int _secondsAhead;

    private SignInProvider(JsonArray clients) => _clients = clients;

    /// <summary>Where it listens, and the issuer of its tokens: <c>http://localhost:PORT</c>.</summary>
    public Uri Address { get; private set; } = null!;

    /// <summary>Starts one.</summary>
    /// <param name="site">The address of the console, as a browser has it.</param>
    /// <param name="certificate">What the console's statements are verified with; null: it shares a secret.</param>
    /// <param name="secondsAhead">How wrong its clock is.</param>
    public static async Task<SignInProvider> StartAsync(Uri site, X509Certificate2? certificate = null, int secondsAhead = 0)
    {
        var provider = new SignInProvider([Client(site, certificate)]) { _secondsAhead = secondsAhead };
        provider.Have(new Dictionary<string, MadeUpPerson>
        {
            ["pat"] = new("Pat Fictional", ["Coordinator"]),
            ["nor"] = new("Nor Fictional", ["Coordinator"]) { Regions = ["North West"] },
            ["lee"] = new("Lee Fictional", ["LeadInspector"]),
            ["ines"] = new("Ines Fictional", ["Inspector"]),
            ["remi"] = new("Remi Fictional", ["Reader"]),
            ["ada"] = new("Ada Fictional", ["Administrator"]),
            ["noor"] = new("Noor Fictional", []),
        });
        await provider.RunAsync(port: 0);
        return provider;
    }

    /// <summary>The people whom it knows from now on, by what it calls them.</summary>
    public void Have(IReadOnlyDictionary<string, MadeUpPerson> people) => File.WriteAllText(People, JsonSerializer.Serialize(
        people.ToDictionary(person => person.Key, person => new { name = person.Value.Name, email = $"{person.Key}@example.org", roles = person.Value.Roles, regions = person.Value.Regions }), LeaveOutWhatIsNot));

    /// <summary>Takes it away.</summary>
    public async Task StopAsync()
    {
        _process.StandardInput.Close();
        await _process.WaitForExitAsync();
    }

    /// <summary>Starts it again where it was, with keys that nobody has seen. It has forgotten who had signed in.</summary>
    public Task StartAgainAsync() => RunAsync(Address.Port);

    public async ValueTask DisposeAsync()
    {
        if (!_process.HasExited)
        {
            await StopAsync();
        }

        _process.Dispose();
        _folder.Dispose();
    }

    private static readonly JsonSerializerOptions LeaveOutWhatIsNot = new() { DefaultIgnoreCondition = System.Text.Json.Serialization.JsonIgnoreCondition.WhenWritingNull };

    private string People => _folder.File("people.json");

    private async Task RunAsync(int port)
    {
        using var key = RSA.Create(2048);
        var settings = new JsonObject { ["port"] = port, ["people"] = People, ["clients"] = _clients.DeepClone(), ["skewSeconds"] = _secondsAhead, ["keys"] = new JsonObject { ["keys"] = new JsonArray(Private(key)) } };
        await File.WriteAllTextAsync(_folder.File("settings.json"), settings.ToJsonString());
        _process = Process.Start(new ProcessStartInfo("node")
        {
            WorkingDirectory = Repository.Folder("tools/sign-in"),
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            ArgumentList = { "serve.js", _folder.File("settings.json") },
        })!;
        var said = await _process.StandardOutput.ReadLineAsync() ?? throw new InvalidOperationException("The sign-in provider ended before it listened.");
        Address = new Uri(said["listening ".Length..]);
    }

    private static JsonObject Client(Uri site, X509Certificate2? certificate)
    {
        var client = new JsonObject
        {
            ["client_id"] = "areasend",
            ["grant_types"] = new JsonArray("authorization_code", "refresh_token"),
            ["redirect_uris"] = new JsonArray(new Uri(site, "/signin-oidc").ToString()),
            ["post_logout_redirect_uris"] = new JsonArray(new Uri(site, "/signout-callback-oidc").ToString()),
            ["token_endpoint_auth_method"] = certificate is null ? "client_secret_post" : "private_key_jwt",
        };
        if (certificate is null)
        {
            client["client_secret"] = Secret;
        }
        else
        {
            using var key = certificate.GetRSAPublicKey()!;
            var known = Public(key);
            known["kid"] = certificate.Thumbprint;
            client["jwks"] = new JsonObject { ["keys"] = new JsonArray(known) };
        }

        return client;
    }

    private static JsonObject Public(RSA key)
    {
        var parameters = key.ExportParameters(includePrivateParameters: false);
        return new() { ["kty"] = "RSA", ["use"] = "sig", ["alg"] = "RS256", ["n"] = Text(parameters.Modulus!), ["e"] = Text(parameters.Exponent!) };
    }

    private static JsonObject Private(RSA key)
    {
        var (jwk, parameters) = (Public(key), key.ExportParameters(includePrivateParameters: true));
        (jwk["kid"], jwk["d"], jwk["p"], jwk["q"]) = (Guid.NewGuid().ToString(), Text(parameters.D!), Text(parameters.P!), Text(parameters.Q!));
        (jwk["dp"], jwk["dq"], jwk["qi"]) = (Text(parameters.DP!), Text(parameters.DQ!), Text(parameters.InverseQ!));
        return jwk;
    }

    private static string Text(byte[] number) => System.Buffers.Text.Base64Url.EncodeToString(number);
}

/// <summary>Somebody whom the provider vouches for.</summary>
/// <param name="Name">A plainly fictional name.</param>
/// <param name="Roles">The app roles.</param>
public sealed record MadeUpPerson(string Name, IReadOnlyList<string> Roles)
{
    /// <summary>The regions that they are limited to, as the provider calls them; null for no limit.</summary>
    public IReadOnlyList<string>? Regions { get; init; }
}
