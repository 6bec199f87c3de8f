using System.IO.Compression;
using AreaSend.Services.Uploads.Scanning;

namespace AreaSend.Services.Tests.Uploads.Scanning;

public class SandboxScannerTests
{
    private const int Buffer = 64 << 10;

    [Theory]
    [InlineData(0, "at the start")]
    [InlineData(Buffer - 30, "across the border of two reads")]
    [InlineData(Buffer + 67 - 30, "across the border of the first whole buffer")]
    [InlineData(3 * Buffer + 5, "far in")]
    public async Task Scan_EicarAnywhere_IsInfected(int before, string where)
    {
        byte[] content = [.. new byte[before], .. Eicar.TestString, .. new byte[100]];

        var verdict = await ScanAsync(content);

        Assert.True(verdict is ScanVerdict.Infected { Name: Eicar.Name }, where);
    }

    [Fact]
    public async Task Scan_StreamThatGivesAByteAtATime_IsInfected() =>
        Assert.IsType<ScanVerdict.Infected>(await new SandboxScanner().ScanAsync(new Trickle([1, .. Eicar.TestString]), CancellationToken.None));

    [Fact]
    public async Task Scan_EicarPackedInAnArchive_IsInfected() =>
        Assert.IsType<ScanVerdict.Infected>(await ScanAsync(Zip([.. new byte[70_000], .. Eicar.TestString])));

    [Fact]
    public async Task Scan_ArchiveWithoutEicar_IsClean() =>
        Assert.Equal(new ScanVerdict.Clean("sandbox", "eicar"), await ScanAsync(Zip(new byte[70_000])));

    [Theory, InlineData(0), InlineData(1), InlineData(200_000)]
    public async Task Scan_NoEicar_IsClean(int length) =>
        Assert.IsType<ScanVerdict.Clean>(await ScanAsync(new byte[length]));

    [Fact]
    public async Task Scan_TestStringCutShort_IsClean() =>
        Assert.IsType<ScanVerdict.Clean>(await ScanAsync(Eicar.TestString[..^1]));

    [Fact]
    public async Task Scan_DamagedArchive_IsCleanForTheChecksThatFollow() =>
        Assert.IsType<ScanVerdict.Clean>(await ScanAsync(Zip(new byte[1000])[..^30]));

    private static Task<ScanVerdict> ScanAsync(byte[] content) => new SandboxScanner().ScanAsync(new MemoryStream(content), CancellationToken.None);

    private static byte[] Zip(byte[] content)
    {
        var target = new MemoryStream();
        using (var archive = new ZipArchive(target, ZipArchiveMode.Create))
        using (var entry = archive.CreateEntry("word/document.xml").Open())
        {
            entry.Write(content);
        }

        return target.ToArray();
    }

    /// <summary>Gives less than asked for, as a network does.</summary>
    private sealed class Trickle(byte[] content) : MemoryStream(content)
    {
        public override ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default) =>
            base.ReadAsync(buffer[..Math.Min(1, buffer.Length)], cancellationToken);
    }
}
