using System.Diagnostics;
using System.Net;
using System.Net.Sockets;

namespace AreaSend.Web.Tests.Shell;

/// <summary>The host as a process of its own: what it says, and the code it ends with, when it cannot start.</summary>
public class StartTests
{
    [Fact]
    public async Task Start_OutsideTheSandbox_RefusesInOneSentence()
    {
        // Act
        var (exitCode, said) = await RunAsync("--AreaSend:Sandbox=false");

        // Assert
        Assert.Equal(1, exitCode);
        Assert.Equal("AreaSend has no sign-in yet, so it runs only in the sandbox: set AreaSend:Sandbox to true.", said);
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
