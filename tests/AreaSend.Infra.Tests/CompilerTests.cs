using AreaSend.Testing;

namespace AreaSend.Infra.Tests;

/// <summary>Bicep compiles every file and finds nothing to say of any.</summary>
public class CompilerTests
{
    private const string Broken = """
        param location string = 'uksouth'

        resource vault 'Microsoft.KeyVault/vaults@2024-11-01' = {
          name: 'vault'
          location: 'uksouth'
          properties: { purge: true }
        }

        output place string = location
        output key string = listKeys('account', '2024-01-01').keys[0].value
        """;

    [Theory]
    [InlineData("**/*.bicep")]
    [InlineData("*.bicepparam")]
    public async Task Lint_EveryFile_IsClean(string pattern)
    {
        var said = await Bicep.RunAsync(InfraFiles.Folder, "lint", "--pattern", pattern);

        Assert.Equal((0, ""), (said.Status, said.Complaints));
    }

    [Fact]
    public async Task Lint_FileThatBreaksTheRules_IsCaughtWhereverItIs()
    {
        using var folder = new TemporaryFolder();
        File.Copy(Path.Combine(InfraFiles.Folder, "bicepconfig.json"), folder.File("bicepconfig.json"));
        Directory.CreateDirectory(folder.File("modules"));
        await File.WriteAllTextAsync(folder.File("modules/broken.bicep"), Broken, TestContext.Current.CancellationToken);

        var said = await Bicep.RunAsync(folder.Path, "lint", "--pattern", "**/*.bicep");

        Assert.NotEqual(0, said.Status);
        Assert.All(["no-hardcoded-location", "outputs-should-not-contain-secrets", "BCP037"], rule => Assert.Contains(rule, said.Complaints, StringComparison.Ordinal));
    }

    [Fact]
    public void Parameters_Stages_AreDevAndProd() =>
        Assert.Equal(Deployed.Stages, InfraFiles.All.Where(file => Path.GetExtension(file) == ".bicepparam").Select(Path.GetFileNameWithoutExtension).Order(StringComparer.Ordinal));
}
