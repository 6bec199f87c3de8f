using System.IO.Compression;

namespace AreaSend.FileChecks.Tests.Samples;

public class QuineZipTests
{
    [Fact]
    public void Bytes_Unpacked_AreTheSameBytes()
    {
        var bytes = QuineZip.Bytes();

        using var archive = new ZipArchive(new MemoryStream(bytes));
        using var entry = archive.Entries.Single().Open();
        var unpacked = new MemoryStream();
        entry.CopyTo(unpacked);

        Assert.Equal(bytes, unpacked.ToArray());
    }
}
