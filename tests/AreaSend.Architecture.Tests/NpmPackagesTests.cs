using System.Text.Json;
using AreaSend.Testing;

namespace AreaSend.Architecture.Tests;

/// <summary>What comes from npm by way of somebody else, and has been reported to be unsafe: nobody's lock file brings it back.</summary>
public class NpmPackagesTests
{
    [Theory]
    [InlineData("axios", "1.12.0", "CVE-2025-58754: a data: address fills the memory; 0.27.2 under Azurite (attacker S3-18)")]
    [InlineData("tough-cookie", "4.1.3", "CVE-2023-26136: prototype pollution; 2.5.0 under Azurite (attacker S3-18)")]
    [InlineData("@azure/identity", "4.2.1", "CVE-2024-35255: elevation of privilege; 3.4.2 under Azurite (attacker S3-18)")]
    public void Package_ThatWasUnsafe_IsHeldInNoOlderVersion(string package, string since, string reason)
    {
        using var locked = JsonDocument.Parse(Repository.Read("package-lock.json"));
        var versions = (from entry in locked.RootElement.GetProperty("packages").EnumerateObject()
                        where entry.Name.EndsWith($"node_modules/{package}", StringComparison.Ordinal)
                        select entry.Value.GetProperty("version").GetString()!).ToList();
        Assert.NotEmpty(versions);
        Assert.True(versions.All(version => Version.Parse(version) >= Version.Parse(since)), $"{package} {string.Join(", ", versions)} is locked; at least {since} because of {reason}.");
    }
}
