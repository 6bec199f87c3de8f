namespace AreaSend.FileChecks.Tests;

/// <summary>An empty folder that goes when the test does. These tests need no other room, nor the servers that other tests run against.</summary>
internal sealed class TemporaryFolder : IDisposable
{
    public string Path { get; } = Directory.CreateTempSubdirectory("areasend-test-").FullName;

    public string File(string name) => System.IO.Path.Combine(Path, name);

    public void Dispose() => Directory.Delete(Path, recursive: true);
}
