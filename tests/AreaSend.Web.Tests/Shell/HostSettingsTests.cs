using AreaSend.Web.Hosting;
using Microsoft.Extensions.Configuration;

namespace AreaSend.Web.Tests.Shell;

public class HostSettingsTests
{
    [Theory]
    [InlineData(null, null, 5080)]
    [InlineData("true", "5091", 5091)]
    [InlineData("True", "0", 0)]
    public void Read_GoodSettings_Starts(string? sandbox, string? port, int expected)
    {
        // Act
        var read = HostSettings.TryRead(Settings(sandbox, port), out var settings, out _);

        // Assert
        Assert.True(read);
        Assert.Equal((true, expected, false), (settings!.Sandbox, settings.Port, settings.SignsIn));
    }

    [Theory]
    [InlineData("perhaps", null, "must be true or false")]
    [InlineData(null, "eighty", "must be a number")]
    [InlineData(null, "70000", "must be a number")]
    [InlineData(null, "-1", "must be a number")]
    [InlineData(null, "", "must be a number")]
    public void Read_BadSettings_RefusesInOneSentence(string? sandbox, string? port, string says)
    {
        // Act
        var read = HostSettings.TryRead(Settings(sandbox, port), out _, out var refusal);

        // Assert
        Assert.False(read);
        Assert.Contains(says, refusal);
        Assert.DoesNotContain('\n', refusal!);
    }

    private static IConfiguration Settings(string? sandbox, string? port) => new ConfigurationBuilder()
        .AddInMemoryCollection(new Dictionary<string, string?> { ["AreaSend:Sandbox"] = sandbox, ["AreaSend:Port"] = port }.Where(pair => pair.Value is not null))
        .Build();
}
