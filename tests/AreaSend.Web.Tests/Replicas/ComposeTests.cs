using System.Text.RegularExpressions;
using AreaSend.Services.Mail;
using AreaSend.Services.Storage;
using AreaSend.Services.Store;
using AreaSend.Services.Uploads.Scanning;
using AreaSend.Testing;
using AreaSend.Web.Hosting;
using Microsoft.Extensions.Configuration;

namespace AreaSend.Web.Tests.Replicas;

/// <summary>What <c>deploy/compose.yaml</c> sets is what a console reads, and what the campaign with two replicas runs on.</summary>
public sealed class ComposeTests(PostgresServer server)
{
    private static readonly Dictionary<string, Type> Sections = new()
    {
        [SiteOptions.Section] = typeof(SiteOptions),
        [SignInOptions.Section] = typeof(SignInOptions),
        [StoreOptions.Section] = typeof(StoreOptions),
        [BlobStorageOptions.Section] = typeof(BlobStorageOptions),
        [ScannerOptions.Section] = typeof(ScannerOptions),
        [MailOptions.Section] = typeof(MailOptions),
    };

    private static readonly string[] Alone = [HostSettings.SandboxKey, HostSettings.SecretsKey, PublicHosting.ProxiesKey];

    [Fact]
    public void Settings_OfTheConsole_AreAllKnownToIt()
    {
        var settings = new ConfigurationBuilder().AddInMemoryCollection(Keys.Select(key => KeyValuePair.Create(key, (string?)Valid(key)))).Build();

        foreach (var (section, options) in Sections)
        {
            Assert.NotEmpty(settings.GetSection(section).GetChildren());
            settings.GetSection(section).Bind(Activator.CreateInstance(options)!, binder => binder.ErrorOnUnknownConfiguration = true);
        }

        Assert.All(Keys, key => Assert.True(Alone.Contains(key) || Sections.Keys.Any(section => key.StartsWith($"{section}:", StringComparison.Ordinal)), key));
    }

    [Fact]
    public async Task Settings_OfTheConsole_AreThoseOfTheTwoReplicas()
    {
        await using var replicas = await TwoReplicas.PrepareAsync(await server.CreateDatabaseAsync());

        Assert.Equal(
            ComposeFile.Settings.Keys.Concat(TwoReplicas.OfTheTests).Except([ReplicaClock.BehindVariable]).Order(StringComparer.Ordinal),
            replicas.Environment.Keys.Order(StringComparer.Ordinal));
    }

    [Fact]
    public void Settings_OfTheConsole_AreEnoughOutsideTheSandbox()
    {
        using var folder = new TemporaryFolder();
        var settings = new ConfigurationBuilder().AddInMemoryCollection(
            Keys.Select(key => KeyValuePair.Create(key, (string?)(key == HostSettings.SecretsKey ? folder.Path : Valid(key))))).Build();

        Assert.True(HostSettings.TryRead(settings, out var read, out var refusal), refusal);
        Assert.False(read.Sandbox);
    }

    /// <summary>What is secret comes from a file: nothing in the file is a password, a key or a token, and neither is anything in the example of <c>.env</c>.</summary>
    [Theory]
    [InlineData("deploy/compose.yaml")]
    [InlineData("deploy/example.env")]
    [InlineData("deploy/Caddyfile")]
    public void File_OfTheDeployment_HoldsNoSecret(string file)
    {
        var text = Repository.Read(file);

        Assert.All(Regex.Matches(text, "(?im)^.*(password|secret|key|token)[a-z_]*[ \\t]*[:=][ \\t]*\"?(?<value>[^\\s\"]+)"), match => Assert.Matches(@"^(\$\{|\{|/run/secrets|\[)", match.Groups["value"].Value));
        Assert.DoesNotMatch(new Regex("[A-Za-z0-9+/]{40,}"), text);
    }

    [Fact]
    public void Variables_OfTheFile_AreThoseOfTheExample()
    {
        var needed = Regex.Matches(Repository.Read("deploy/compose.yaml"), @"\$\{(\w+)").Select(match => match.Groups[1].Value).Distinct();
        var named = Regex.Matches(Repository.Read("deploy/example.env"), @"(?m)^(\w+)=").Select(match => match.Groups[1].Value);

        Assert.Equal(needed.Order(StringComparer.Ordinal), named.Order(StringComparer.Ordinal));
    }

    private static IReadOnlyList<string> Keys { get; } =
        [.. ComposeFile.Settings.Keys.Concat(ComposeFile.Secrets.Where(name => name.StartsWith("AreaSend__", StringComparison.Ordinal))).Select(key => key.Replace("__", ":"))];

    private static string Valid(string key) => ComposeFile.Settings.GetValueOrDefault(key.Replace(":", "__")) switch
    {
        { } value when !value.Contains('$', StringComparison.Ordinal) => value,
        _ when key.EndsWith(":Port", StringComparison.Ordinal) => "587",
        _ when key.EndsWith("Address", StringComparison.Ordinal) || key.EndsWith("Authority", StringComparison.Ordinal) => "https://areasend.example.org",
        _ => "filled in",
    };
}
