using System.IO.Compression;
using System.IO.Hashing;
using AreaSend.FileChecks.Tests.Samples;
using static AreaSend.FileChecks.Tests.OddFile;

namespace AreaSend.FileChecks.Tests;

/// <summary>Small files that unpack to large ones: by ratio, by number, by sum, by overlap, and by lying about it.</summary>
internal static class Bombs
{
    private const string UnpacksTooLarge = "The file unpacks to far more than it seems to hold";

    public static OddFile[] All { get; } =
    [
        Refused("bomb of one entry", "plans.zip", "300 MB of zeros in 300 KB", "archive-size", "“plan.txt” in this archive: " + UnpacksTooLarge, () => Flat(claimedBytes: null)),
        Refused("bomb that claims ten bytes", "plans.zip", "the directory is not to be believed", "archive-size", "“plan.txt” in this archive: " + UnpacksTooLarge, () => Flat(claimedBytes: 10)),
        Refused("bomb by sum", "list.xlsx", "40 parts of 32 MB, none of which stands out", "archive-size", UnpacksTooLarge, BySum),
        Refused("bomb by number", "plans.zip", "more files than anyone can read", "archive-entries", "The file holds too many parts", ByNumber),
        Refused("bomb by overlap", "plans.zip", "entries share their data, so that a small file holds much (Fifield)", "archive-overlap", "The parts of this file overlap", ByOverlap),
        Refused("bomb in a document", "plan.docx", "a Word file is an archive too", "archive-size", UnpacksTooLarge, () => OfficeSample.Docx().ToZip().AddPacked("word/media/image1.bin", Zeros(64), 64u << 20, 0).ToBytes()),
    ];

    private static byte[] Flat(uint? claimedBytes) =>
        new ZipSample().AddPacked("plan.txt", Zeros(300), claimedBytes ?? 300u << 20, 0).ToBytes();

    private static byte[] Zeros(int megabytes)
    {
        var zeros = new byte[1 << 20];
        return ZipSample.Deflate(stream =>
        {
            for (var count = 0; count < megabytes; count++)
            {
                stream.Write(zeros);
            }
        }, CompressionLevel.Optimal);
    }

    private static byte[] BySum()
    {
        var random = new Random(20240109);
        var block = new byte[1 << 20];
        random.NextBytes(block.AsSpan(0, 16 << 10));
        var checksum = new Crc32();
        var packed = ZipSample.Deflate(stream =>
        {
            for (var count = 0; count < 32; count++)
            {
                checksum.Append(block);
                stream.Write(block);
            }
        });
        var zip = OfficeSample.Xlsx().ToZip();
        for (var number = 0; number < 40; number++)
        {
            zip.AddPacked($"xl/media/image{number}.bin", packed, 32u << 20, checksum.GetCurrentHashAsUInt32());
        }

        return zip.ToBytes();
    }

    private static byte[] ByNumber()
    {
        var zip = new ZipSample();
        for (var number = 0; number <= 10_000; number++)
        {
            zip.Add($"{number}.txt", "x");
        }

        return zip.ToBytes();
    }

    private static byte[] ByOverlap()
    {
        var inner = ZipSample.Local("b.txt", "shared"u8.ToArray());
        var outerHeader = 30u + (uint)"a.txt".Length;
        return new ZipSample()
            .Add("a.txt", inner, new ZipLie { IsStored = true })
            .Add("b.txt", "shared", new ZipLie { IsStored = true, HeaderAt = outerHeader })
            .ToBytes();
    }
}
