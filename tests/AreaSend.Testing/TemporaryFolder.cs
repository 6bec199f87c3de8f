namespace AreaSend.Testing;

/// <summary>An empty folder that goes when the test does.</summary>
public sealed class TemporaryFolder : IDisposable
{
    private const int MostTries = 50;

    private static readonly TimeSpan BetweenTries = TimeSpan.FromMilliseconds(100);

    public string Path { get; } = Directory.CreateTempSubdirectory("areasend-test-").FullName;

    public string File(string name) => System.IO.Path.Combine(Path, name);

    // A host that was given up after its time to stop, on a machine that is very busy, still writes the one e-mail that it has in hand.
    public void Dispose()
    {
        for (var tries = 0; ; tries++)
        {
            try
            {
                Directory.Delete(Path, recursive: true);
                return;
            }
            catch (IOException) when (tries < MostTries && Directory.Exists(Path))
            {
                Thread.Sleep(BetweenTries);
            }
        }
    }
}
