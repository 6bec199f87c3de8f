using AreaSend.Services.Uploads.Scanning;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace AreaSend.Services.Tests.Uploads.Scanning;

public class ScannerSetupTests
{
    [Theory]
    [InlineData("true", "", typeof(SandboxScanner))]
    [InlineData("true", "sandbox", typeof(SandboxScanner))]
    [InlineData("true", "clamd", typeof(ClamdScanner))]
    [InlineData("false", "Clamd", typeof(ClamdScanner))]
    [InlineData("false", "defender", typeof(AwaitedScanner))]
    public void AddMalwareScanner_WorkingChoice_GivesThatScanner(string sandbox, string use, Type scanner) =>
        Assert.IsType(scanner, Scanner(sandbox, use, host: "clamav.example.org"));

    [Theory]
    [InlineData("false", "", "", "3310", "No malware scanner is configured, and without one no upload is ever accepted: set AreaSend:Scanner:Use to clamd or defender.")]
    [InlineData("false", "sandbox", "", "3310", "The sandbox scanner knows only the EICAR test string and must not see real documents: set AreaSend:Scanner:Use to clamd or defender.")]
    [InlineData("true", "norton", "", "3310", "AreaSend:Scanner:Use is \"norton\": it must be clamd, defender or sandbox.")]
    [InlineData("true", "clamd", "", "3310", "AreaSend:Scanner:Use is clamd, but AreaSend:Scanner:Clamd:Host does not say where clamd listens.")]
    [InlineData("true", "clamd", "localhost", "0", "AreaSend:Scanner:Clamd:Port is 0: it must be a number from 1 to 65535.")]
    public void AddMalwareScanner_ChoiceThatCannotWork_SaysWhy(string sandbox, string use, string host, string port, string sentence) =>
        Assert.Equal(sentence, Assert.Throws<OptionsValidationException>(() => Scanner(sandbox, use, host, port)).Message);

    private static IMalwareScanner Scanner(string sandbox, string use, string host, string port = "3310")
    {
        var settings = new Dictionary<string, string?>
        {
            ["AreaSend:Sandbox"] = sandbox,
            ["AreaSend:Scanner:Use"] = use,
            ["AreaSend:Scanner:Clamd:Host"] = host,
            ["AreaSend:Scanner:Clamd:Port"] = port,
        };
        return new ServiceCollection()
            .AddSingleton<IConfiguration>(new ConfigurationBuilder().AddInMemoryCollection(settings).Build())
            .AddMalwareScanner()
            .BuildServiceProvider()
            .GetRequiredService<IMalwareScanner>();
    }
}
