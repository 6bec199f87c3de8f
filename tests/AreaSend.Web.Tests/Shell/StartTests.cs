using System.Diagnostics;
using System.Net;
using System.Net.Sockets;

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

    private static async Task<(int ExitCode, string Said)> RunAsync(params string[] arguments)
    {
        using var process = Process.Start(new ProcessStartInfo("dotnet", [typeof(Program).Assembly.Location, .. arguments]) { RedirectStandardError = true, RedirectStandardOutput = true })!;
        var said = await process.StandardError.ReadToEndAsync();
        await process.WaitForExitAsync();
        return (process.ExitCode, said.Trim());
    }
}
