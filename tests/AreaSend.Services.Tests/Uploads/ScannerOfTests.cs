using AreaSend.Services.Uploads.Scanning;

namespace AreaSend.Services.Tests.Uploads;

/// <summary>A scanner that answers as a test says, scan by scan; after the last answer it repeats itself.</summary>
internal sealed class ScannerOfTests(params Func<Task<ScanVerdict>>[] answers) : IMalwareScanner
{
    public static readonly ScanVerdict Clean = new ScanVerdict.Clean("test", "1");

    public static readonly ScanVerdict None = new ScanVerdict.NoVerdict("The scanner is away.");

    private int _scans;

    public int Scans => _scans;

    public static ScannerOfTests Saying(params ScanVerdict[] verdicts) => new([.. verdicts.Select(verdict => (Func<Task<ScanVerdict>>)(() => Task.FromResult(verdict)))]);

    public Task<ScanVerdict> ScanAsync(Stream content, CancellationToken cancellation) =>
        answers[Math.Min(Interlocked.Increment(ref _scans), answers.Length) - 1]();
}
