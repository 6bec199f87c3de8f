using System.Diagnostics;
using System.Net;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace AreaSend.Testing;

/// <summary>
/// A real mail server (<c>tools/mail</c>) as a child process, which reads each e-mail back as a mail program does. It ends when the test process does,
/// because its standard input closes then.
/// </summary>
public sealed class SmtpServer : IAsyncDisposable
{
    /// <summary>Who may sign in where somebody has to.</summary>
    public const string User = "areasend";

    /// <summary>That user's password.</summary>
    public const string Password = "only-for-this-machine";

    private readonly TemporaryFolder _folder = new();
    private Process _process = null!;

    private SmtpServer()
    {
    }

    /// <summary>Where it listens, on 127.0.0.1.</summary>
    public int Port { get; private set; }

    /// <summary>The certificate that vouches for it, in PEM; this machine does not know it.</summary>
    public string Authority => _folder.File("authority.pem");

    /// <summary>Starts one.</summary>
    /// <param name="behaviour">How it differs from a server that offers STARTTLS and takes everything from anybody, as <c>tools/mail/serve.js</c> says.</param>
    /// <param name="name">Whom its certificate is for.</param>
    public static async Task<SmtpServer> StartAsync(JsonObject? behaviour = null, string name = "localhost")
    {
        var server = new SmtpServer();
        await server.RunAsync(behaviour ?? [], name);
        return server;
    }

    /// <summary>The next e-mail that it was given, as it was read back.</summary>
    public async Task<JsonElement> ReadAsync(CancellationToken cancellation)
    {
        var line = await _process.StandardOutput.ReadLineAsync(cancellation) ?? throw new InvalidOperationException("The mail server ended.");
        return JsonSerializer.Deserialize<JsonElement>(line);
    }

    /// <summary>All that it is given from now on, as it was read back, once it has been ended.</summary>
    /// <param name="each">Told of each as it comes.</param>
    public async Task<IReadOnlyList<JsonElement>> ReadToEndAsync(Action<JsonElement>? each = null)
    {
        var mails = new List<JsonElement>();
        while (await _process.StandardOutput.ReadLineAsync() is { } line)
        {
            mails.Add(JsonSerializer.Deserialize<JsonElement>(line));
            each?.Invoke(mails[^1]);
        }

        return mails;
    }

    /// <summary>Ends it for who reads to the end.</summary>
    public void End() => _process.StandardInput.Close();

    /// <summary>Ends it, and tells what it was given that nobody had read.</summary>
    public async Task<string> StopAsync()
    {
        _process.StandardInput.Close();
        var rest = await _process.StandardOutput.ReadToEndAsync();
        await _process.WaitForExitAsync();
        return rest;
    }

    public async ValueTask DisposeAsync()
    {
        if (!_process.HasExited)
        {
            await StopAsync();
        }

        _process.Dispose();
        _folder.Dispose();
    }

    private async Task RunAsync(JsonObject behaviour, string name)
    {
        using var key = RSA.Create(2048);
        using var certificate = Certificate(key, name);
        await File.WriteAllTextAsync(Authority, certificate.ExportCertificatePem());
        var settings = new JsonObject { ["offerTls"] = true, ["key"] = key.ExportPkcs8PrivateKeyPem(), ["cert"] = certificate.ExportCertificatePem() };
        foreach (var (setting, value) in behaviour)
        {
            settings[setting] = value?.DeepClone();
        }

        await File.WriteAllTextAsync(_folder.File("settings.json"), settings.ToJsonString());
        _process = Process.Start(new ProcessStartInfo("node")
        {
            WorkingDirectory = Repository.Folder("tools/mail"),
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            ArgumentList = { "serve.js", _folder.File("settings.json") },
        })!;
        var said = await _process.StandardOutput.ReadLineAsync() ?? throw new InvalidOperationException("The mail server ended before it listened.");
        Port = int.Parse(said["listening ".Length..], System.Globalization.CultureInfo.InvariantCulture);
    }

    private static X509Certificate2 Certificate(RSA key, string name)
    {
        var request = new CertificateRequest($"CN={name}", key, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1);
        var names = new SubjectAlternativeNameBuilder();
        names.AddDnsName(name);
        if (name == "localhost")
        {
            names.AddIpAddress(IPAddress.Loopback);
        }

        request.CertificateExtensions.Add(names.Build());
        var now = DateTimeOffset.UtcNow;
        return request.CreateSelfSigned(now.AddDays(-1), now.AddDays(1));
    }
}
