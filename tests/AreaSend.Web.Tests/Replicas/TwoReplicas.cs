using System.Diagnostics;
using System.Text.Json.Nodes;
using AreaSend.Testing;
using AreaSend.Web.Tests.Engine;
using AreaSend.Web.Tests.SignIn;
using Microsoft.AspNetCore.Mvc.Testing.Handlers;

namespace AreaSend.Web.Tests.Replicas;

/// <summary>
/// <c>deploy/compose.yaml</c> without Docker: its processes on this machine, with its settings. PostgreSQL, Azurite, the provider and the mail server are real;
/// clamd speaks its protocol and finds nothing.
/// </summary>
internal sealed class TwoReplicas : IAsyncDisposable
{
    /// <summary>Where browsers believe to be.</summary>
    public static readonly Uri Site = new("https://areasend.example.org/");

    private readonly HostProcess?[] _replicas = new HostProcess?[2];
    private readonly TemporaryFolder _secrets = new();
    private readonly AzuriteServer _azurite = new();
    private readonly ClamdStub _clamd = new();

    private TwoReplicas()
    {
    }

    /// <summary>Who vouches for people.</summary>
    public SignInProvider Provider { get; private set; } = null!;

    /// <summary>The mail server.</summary>
    public SmtpServer Mail { get; private set; } = null!;

    /// <summary>The storage of documents.</summary>
    public string Storage { get; private set; } = "";

    /// <summary>What each console is started with: what <c>compose.yaml</c> gives it, and <see cref="OfTheTests"/>.</summary>
    public IReadOnlyDictionary<string, string> Environment { get; private set; } = new Dictionary<string, string>();

    /// <summary>What a test adds to it.</summary>
    public static IReadOnlyList<string> OfTheTests { get; } =
    [
        "AreaSend__Mail__Smtp__AuthorityFile", // the test's mail server is vouched for by nobody
        "AreaSend__Mail__Smtp__TimeoutSeconds", // an answer that is late because many tests run at once is not a lost one
        "AreaSend__Scanner__Clamd__ConnectTimeout", // nor is the scanner's
        "AreaSend__BankHolidays__Automatic", // no test asks another machine for anything
        "ASPNETCORE_HTTP_PORTS", // the image has 8080, of which a machine has one
        ReplicaClock.BehindVariable,
    ];

    /// <summary>Everything but the consoles, over a database that <c>areasend migrate</c> has made ready.</summary>
    public static async Task<TwoReplicas> PrepareAsync(string connectionString)
    {
        var all = new TwoReplicas
        {
            Provider = await SignInProvider.StartAsync(Site),
            Mail = await SmtpServer.StartAsync(new JsonObject { ["user"] = SmtpServer.User, ["password"] = SmtpServer.Password }),
        };
        all.Storage = await all._azurite.ConnectionStringAsync();
        await all.MakeSecretsAsync();
        await SucceedAsync(HostProcess.Program("areasend.dll", "migrate", "--postgres", connectionString));
        var settings = ComposeFile.With(new Dictionary<string, string>
        {
            ["AREASEND_SITE"] = Site.ToString(),
            ["AREASEND_AUTHORITY"] = all.Provider.Address.ToString().TrimEnd('/'),
            ["AREASEND_CLIENT_ID"] = "areasend",
            ["AREASEND_MAIL_SERVER"] = "localhost",
            ["AREASEND_MAIL_PORT"] = $"{all.Mail.Port}",
            ["AREASEND_MAIL_USER"] = SmtpServer.User,
            ["AREASEND_OFSTED_FROM"] = "ofsted@example.org",
            ["AREASEND_CQC_FROM"] = "cqc@example.org",
        });

        // What is elsewhere on this machine than in the network that Compose makes.
        settings["AreaSend__SecretsFolder"] = all._secrets.Path;
        settings["AreaSend__Proxies"] = "127.0.0.1";
        settings["AreaSend__Store__ConnectionString"] = connectionString;
        settings["AreaSend__Scanner__Clamd__Host"] = "127.0.0.1";
        settings["AreaSend__Scanner__Clamd__Port"] = $"{all._clamd.Port}";

        settings["AreaSend__Mail__Smtp__AuthorityFile"] = all.Mail.Authority;
        settings["AreaSend__Mail__Smtp__TimeoutSeconds"] = "300";
        settings["AreaSend__Scanner__Clamd__ConnectTimeout"] = "00:05:00";
        settings["AreaSend__BankHolidays__Automatic"] = "false";
        settings["ASPNETCORE_HTTP_PORTS"] = "0";
        all.Environment = settings;
        return all;
    }

    /// <summary>Starts both at once, on a day of the test's choice.</summary>
    public async Task StartAsync(Duration behind)
    {
        Environment = new Dictionary<string, string>(Environment)
        {
            [ReplicaClock.BehindVariable] = behind.BclCompatibleTicks.ToString(System.Globalization.CultureInfo.InvariantCulture),
        };
        await Task.WhenAll(StartAsync(0), StartAsync(1));
    }

    /// <summary>Starts one, until it listens.</summary>
    public async Task StartAsync(int number) => _replicas[number] = await HostProcess.StartAsync([.. Environment]);

    /// <summary>SIGKILL for one.</summary>
    public async Task KillAsync(int number)
    {
        using var killed = Interlocked.Exchange(ref _replicas[number], null)!;
        await killed.KillAsync();
    }

    /// <summary>Somebody at a browser of their own, in front of both.</summary>
    public PersonAtBrowser NewPerson()
    {
        var cookies = new System.Net.CookieContainer();
        var either = new EitherReplica(() => [.. _replicas.Select(replica => replica?.Client.BaseAddress!.Port)]);
        return new PersonAtBrowser(new HttpClient(new CookieContainerHandler(cookies) { InnerHandler = either }) { BaseAddress = Site }, Provider.Address, cookies);
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var replica in _replicas)
        {
            replica?.Dispose();
        }

        await Provider.DisposeAsync();
        await Mail.DisposeAsync();
        await _azurite.DisposeAsync();
        await _clamd.DisposeAsync();
        _secrets.Dispose();
    }

    /// <summary>As on a machine of one's own: the script makes what it can, and what others give is filled in.</summary>
    private async Task MakeSecretsAsync()
    {
        await SucceedAsync(new ProcessStartInfo(Repository.Folder("deploy/make-secrets.sh"), ["documents.example.org", _secrets.Path])
        {
            RedirectStandardOutput = true, RedirectStandardError = true,
        });
        await File.WriteAllTextAsync(_secrets.File("AreaSend__SignIn__ClientSecret"), SignInProvider.Secret);
        await File.WriteAllTextAsync(_secrets.File("AreaSend__Mail__Smtp__Password"), SmtpServer.Password);
        await File.WriteAllTextAsync(_secrets.File("AreaSend__Blobs__ConnectionString"), Storage);
        Assert.All(ComposeFile.Secrets, secret => Assert.True(File.Exists(_secrets.File(secret)), secret));
    }

    private static async Task SucceedAsync(ProcessStartInfo start)
    {
        using var process = Process.Start(start)!;
        var said = await Task.WhenAll(process.StandardOutput.ReadToEndAsync(), process.StandardError.ReadToEndAsync());
        await process.WaitForExitAsync();
        Assert.True(process.ExitCode == 0, string.Concat(said));
    }
}
