using System.Net;
using System.Net.Sockets;
using AreaSend.Services.Uploads.Scanning;
using AreaSend.Testing;

namespace AreaSend.Services.Tests.Uploads.Scanning;

public class ClamdScannerTests
{
    private static readonly byte[] Content = [.. Enumerable.Range(0, 300_000).Select(number => (byte)(number * 7))];

    [Fact]
    public async Task Scan_NothingFound_IsCleanWithEngineAndSignatures()
    {
        await using var clamd = new ClamdStub();

        var verdict = await ScanAsync(clamd, Content);

        Assert.Equal(new ScanVerdict.Clean("ClamAV 1.4.6", "27500"), verdict);
    }

    [Fact]
    public async Task Scan_LargeFile_ArrivesWholeInChunks()
    {
        await using var clamd = new ClamdStub();

        await ScanAsync(clamd, Content);

        Assert.Equal(Content, clamd.Received.ToArray());
        Assert.InRange(clamd.LargestChunk, 1, 64 << 10);
    }

    [Fact]
    public async Task Scan_SomethingFound_IsInfectedWithItsName()
    {
        await using var clamd = new ClamdStub { Answer = "stream: Test.Eicar.Ndb.UNOFFICIAL FOUND" };

        Assert.Equal(new ScanVerdict.Infected("Test.Eicar.Ndb.UNOFFICIAL"), await ScanAsync(clamd, Content));
    }

    [Fact]
    public async Task Scan_NotLookedThrough_IsNeitherCleanNorInfected()
    {
        await using var clamd = new ClamdStub { Answer = "stream: Heuristics.Limits.Exceeded.MaxFileSize FOUND" };

        Assert.Equal(
            new ScanVerdict.NoVerdict("clamd did not look through all of the file (Heuristics.Limits.Exceeded.MaxFileSize): raise that limit in clamd.conf."),
            await ScanAsync(clamd, Content));
    }

    [Theory]
    [InlineData("stream: Can't allocate memory ERROR", "clamd answered “stream: Can't allocate memory ERROR”.")]
    [InlineData("stream: ok", "clamd answered “stream: ok”.")]
    [InlineData("UNKNOWN COMMAND", "clamd answered “UNKNOWN COMMAND”.")]
    [InlineData("", "clamd closed the connection without a verdict.")]
    [InlineData(null, "clamd closed the connection without a verdict.")]
    public async Task Scan_AnyOtherAnswer_IsNoVerdict(string? answer, string because)
    {
        await using var clamd = new ClamdStub { Answer = answer };

        Assert.Equal(new ScanVerdict.NoVerdict(because), await ScanAsync(clamd, Content));
    }

    [Fact]
    public async Task Scan_LargerThanClamdTakes_IsNoVerdictAndSaysWhatToRaise()
    {
        await using var clamd = new ClamdStub { SizeLimit = 100_000 };

        // More than fits between the two: clamd hangs up while we still send, as the real one does.
        var verdict = Assert.IsType<ScanVerdict.NoVerdict>(await ScanAsync(clamd, new byte[16 << 20]));

        Assert.Contains("StreamMaxLength", verdict.Because);
    }

    [Fact]
    public async Task Scan_ClamdStoppedInTheMiddle_IsNoVerdict()
    {
        await using var clamd = new ClamdStub { SizeLimit = 100_000, IsStopped = true };

        var verdict = Assert.IsType<ScanVerdict.NoVerdict>(await ScanAsync(clamd, new byte[16 << 20]));

        Assert.StartsWith($"clamd at 127.0.0.1:{clamd.Port} cannot be reached:", verdict.Because);
    }

    [Theory, InlineData("ClamAV 1.4.6"), InlineData("ClamAV 1.4.6//"), InlineData("")]
    public async Task Scan_WithoutSignatures_IsNoVerdict(string version)
    {
        await using var clamd = new ClamdStub { Version = version };

        Assert.IsType<ScanVerdict.NoVerdict>(await ScanAsync(clamd, Content));
    }

    [Fact]
    public async Task Scan_NoAnswerInTime_IsNoVerdict()
    {
        await using var clamd = new ClamdStub { IsSilent = true };

        var verdict = await new ClamdScanner(Options(clamd.Port, scan: TimeSpan.FromMilliseconds(200)))
            .ScanAsync(new MemoryStream(Content), CancellationToken.None);

        Assert.Equal(new ScanVerdict.NoVerdict($"clamd at 127.0.0.1:{clamd.Port} did not answer in time."), verdict);
    }

    [Fact]
    public async Task Scan_NobodyListens_IsNoVerdict()
    {
        var scanner = new ClamdScanner(Options(UnusedPort()));

        Assert.IsType<ScanVerdict.NoVerdict>(await scanner.ScanAsync(new MemoryStream(Content), CancellationToken.None));
        Assert.False(await scanner.IsAliveAsync(CancellationToken.None));
    }

    [Fact]
    public async Task Scan_CallerGivesUp_IsNotAVerdict()
    {
        await using var clamd = new ClamdStub();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() =>
            new ClamdScanner(Options(clamd.Port)).ScanAsync(new MemoryStream(Content), new CancellationToken(canceled: true)));
    }

    [Fact]
    public async Task IsAlive_ClamdAnswersPing_IsTrue()
    {
        await using var clamd = new ClamdStub();

        Assert.True(await new ClamdScanner(Options(clamd.Port)).IsAliveAsync(CancellationToken.None));
    }

    private static Task<ScanVerdict> ScanAsync(ClamdStub clamd, byte[] content) =>
        new ClamdScanner(Options(clamd.Port)).ScanAsync(new MemoryStream(content), CancellationToken.None);

    private static ClamdOptions Options(int port, TimeSpan? scan = null) =>
        new() { Host = "127.0.0.1", Port = port, ScanTimeout = scan ?? TimeSpan.FromMinutes(1) };

    private static int UnusedPort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
