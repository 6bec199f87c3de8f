using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using System.Text.RegularExpressions;
using AreaSend.Services.Store;
using AreaSend.Testing;
using Microsoft.EntityFrameworkCore;

namespace AreaSend.Web.Tests.Shell;

/// <summary>The host as a process of its own: what it says, and the code it ends with, when it cannot start.</summary>
public class StartTests
{
    [Fact]
    public async Task Start_OutsideTheSandbox_NamesAllThatIsMissingASentenceEach()
    {
        // Act
        var (exitCode, said) = await RunAsync("--AreaSend:Sandbox=false", "--AreaSend:Blobs:ConnectionString=");

        // Assert
        Assert.Equal(1, exitCode);
        string[] settings =
            ["SignIn:Authority", "Engine:SiteAddress", "Store:Provider", "Blobs:ServiceUri", "Scanner:Use", "Mail:Sender", "Mail:OfstedFrom", "Mail:CqcFrom"];
        var sentences = said.Split('\n');
        Assert.Equal(settings.Length, sentences.Length);
        Assert.All(settings.Zip(sentences), pair => Assert.Contains($"AreaSend:{pair.First}", pair.Second, StringComparison.Ordinal));
        Assert.All(sentences, sentence => Assert.EndsWith(".", sentence.Trim(), StringComparison.Ordinal));
    }

    [Fact]
    public async Task Start_PortTaken_RefusesInOneSentence()
    {
        // Arrange
        using var other = new TcpListener(IPAddress.Loopback, 0);
        other.Start();
        var port = ((IPEndPoint)other.LocalEndpoint).Port;

        // Act
        var (exitCode, said) = await RunAsync("--port", $"{port}");

        // Assert
        Assert.Equal(1, exitCode);
        Assert.StartsWith($"Port {port} is already in use: ", said);
        Assert.DoesNotContain('\n', said);
    }

    [Fact]
    public async Task Start_StoreOfAnotherHost_RefusesInOneSentence()
    {
        // Arrange
        using var folder = new HostFolder(hasTables: false);
        using var other = new StoreFileLock(StoreSettings.SqliteFile(folder.Settings["AreaSend:Store:File"]));
        other.Take();

        // Act
        var (exitCode, said) = await RunAsync(folder);

        // Assert
        Assert.Equal(1, exitCode);
        Assert.StartsWith($"Inspections are kept in {folder.Settings["AreaSend:Store:File"]}, and another AreaSend is using it: stop that one first.", said);
        Assert.DoesNotContain('\n', said);
    }

    [Fact]
    public async Task Start_DocumentsOfAnotherHost_RefusesInOneSentence()
    {
        // Arrange
        using var folder = new HostFolder(hasTables: false);
        using var blobs = new TemporaryFolder();
        using var other = new FileStream(blobs.File("in-use"), FileMode.Create, FileAccess.ReadWrite, FileShare.None);

        // Act
        var (exitCode, said) = await RunAsync(folder, [.. Documents(blobs.Path, Repository.Folder("tools/azurite"))]);

        // Assert
        Assert.Equal(1, exitCode);
        Assert.Equal($"Documents are kept in {blobs.Path}, and another AreaSend is using it: stop that one first.", said);
    }

    [Fact]
    public async Task Start_NoAzuriteThere_RefusesInOneSentence()
    {
        // Arrange
        using var folder = new HostFolder(hasTables: false);
        using var blobs = new TemporaryFolder();

        // Act
        var (exitCode, said) = await RunAsync(folder, [.. Documents(blobs.Path, blobs.Path)]);

        // Assert
        Assert.Equal(1, exitCode);
        Assert.Equal($"There is no Azurite in {blobs.Path}: configure AreaSend:Blobs:AzuriteFolder, or a ConnectionString.", said);
    }

    [Fact]
    public async Task Start_DatabaseOfALaterRelease_RefusesInOneSentence()
    {
        // Arrange
        using var folder = new HostFolder(hasTables: false);
        var settings = StoreSettings.SqliteFile(folder.Settings["AreaSend:Store:File"]);
        var database = new StoreDatabase(settings);
        await database.MigrateAsync();
        await using (var context = database.Open())
        {
            await context.Database.ExecuteSqlRawAsync("INSERT INTO \"__EFMigrationsHistory\" VALUES ('29990101000000_OfALaterRelease', '10.0.0')");
        }

        settings.CloseFile();

        // Act
        var (exitCode, said) = await RunAsync(folder);

        // Assert
        Assert.Equal(1, exitCode);
        Assert.StartsWith($"The database {folder.Settings["AreaSend:Store:File"]} was brought up to date by a later release of AreaSend than this one", said, StringComparison.Ordinal);
        Assert.DoesNotContain('\n', said);
    }

    [Fact]
    public async Task Start_SecretsFolderThatIsNotThere_RefusesInOneSentence()
    {
        var (exitCode, said) = await RunAsync("--AreaSend:SecretsFolder=/nowhere/at-all");

        Assert.Equal((1, "AreaSend:SecretsFolder is \"/nowhere/at-all\", and there is no such folder that this host may read."), (exitCode, said));
    }

    [Fact]
    public async Task Start_EditionThatIsNotHeld_RefusesInOneSentence()
    {
        // Arrange
        using var folder = new HostFolder(hasTables: false);

        // Act
        var (exitCode, said) = await RunAsync(folder, "--AreaSend:Framework:Edition=draft");

        // Assert
        Assert.Equal(1, exitCode);
        Assert.Equal("AreaSend does not hold the edition 'draft'. It holds: area-send-2024-01-30, area-send-2025-07-07. Check the setting AreaSend:Framework:Edition.", said);
    }

    [Fact]
    public async Task Start_ConfirmationsWithFaults_RefusesInASentenceEach()
    {
        // Arrange
        using var folder = new HostFolder(hasTables: false);
        using var files = new TemporaryFolder();
        File.WriteAllText(files.File("confirmed.json"), """{ "edition": "area-send-2025-07-07", "source": "x", "confirmed": [ { "rule": "tea" }, { "kind": "full" } ] }""");

        // Act
        var (exitCode, said) = await RunAsync(folder, $"--AreaSend:Framework:Confirmations={files.File("confirmed.json")}");

        // Assert
        Assert.Equal(1, exitCode);
        Assert.Equal(2, said.Split('\n').Length);
        Assert.All(said.Split('\n'), sentence => Assert.StartsWith($"{files.File("confirmed.json")}, which AreaSend:Framework:Confirmations names: Entry ", sentence, StringComparison.Ordinal));
    }

    /// <summary>What is found only once the host starts: it says so once, and ends by itself.</summary>
    [Fact]
    public async Task Start_AzuriteThatIsNotInstalled_SaysWhatToRunAndEnds()
    {
        // Arrange
        using var folder = new HostFolder(hasTables: false);
        using var blobs = new TemporaryFolder();
        File.Copy(Path.Combine(Repository.Folder("tools/azurite"), "serve.js"), blobs.File("serve.js"));

        // Act
        var (exitCode, said, log) = await ListenAsync(folder, [.. Documents(blobs.Path, blobs.Path)]);

        // Assert
        Assert.Equal(1, exitCode);
        Assert.Empty(said);
        Assert.Single(Regex.Matches(log, "run npm ci in the project's top folder"));
        Assert.DoesNotContain("   at ", log, StringComparison.Ordinal);
    }

    private static IEnumerable<string> Documents(string data, string tool) =>
        ["--AreaSend:Blobs:ConnectionString=", $"--AreaSend:Blobs:DataFolder={data}", $"--AreaSend:Blobs:AzuriteFolder={tool}"];

    private static async Task<(int ExitCode, string Said)> RunAsync(params string[] arguments)
    {
        using var folder = new HostFolder(hasTables: false);
        return await RunAsync(folder, arguments);
    }

    /// <summary>What it says to who typed the command. Nothing else is told, and no story of how a refusal came about.</summary>
    private static async Task<(int ExitCode, string Said)> RunAsync(HostFolder folder, params string[] arguments)
    {
        var (exitCode, said, log) = await ListenAsync(folder, arguments);
        Assert.DoesNotContain("   at ", said + log, StringComparison.Ordinal);
        return (exitCode, said);
    }

    private static async Task<(int ExitCode, string Said, string Log)> ListenAsync(HostFolder folder, params string[] arguments)
    {
        string[] settings = [.. folder.Settings.Select(setting => $"--{setting.Key}={setting.Value}")];
        using var process = Process.Start(new ProcessStartInfo("dotnet", [typeof(Program).Assembly.Location, .. settings, .. arguments])
        {
            RedirectStandardError = true, RedirectStandardOutput = true,
        })!;
        var log = process.StandardOutput.ReadToEndAsync();
        var said = await process.StandardError.ReadToEndAsync();
        await process.WaitForExitAsync();
        return (process.ExitCode, said.Trim(), await log);
    }
}
