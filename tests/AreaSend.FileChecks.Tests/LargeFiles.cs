using AreaSend.FileChecks;
using AreaSend.FileChecks.Tests.Samples;
using static AreaSend.FileChecks.Tests.OddFile;

namespace AreaSend.FileChecks.Tests;

/// <summary>Harmless files near the limit of what is taken.</summary>
internal static class LargeFiles
{
    private const int Bytes = 80 << 20;

    public static OddFile[] All { get; } =
    [
        Taken("PDF of 80 MB", "scans.pdf", "scanned files are large", FileKind.Pdf, () => PdfSample.Of(objects: PdfSample.Stream("/Subtype/Image", Noise()))),
        Taken("text of 80 MB", "export.csv", "an export of everything", FileKind.Text, () => Lines()),
        Taken("archive with a picture of 80 MB", "plans.zip", "documents in archives are laid out on disk", FileKind.Zip, () => new ZipSample().Add("scans.pdf", PdfSample.Of(objects: PdfSample.Stream("/Subtype/Image", Noise())), new ZipLie { IsStored = true }).ToBytes()),
        Refused("compound file of 80 MB of tables", "list.xls", "tables longer than their file needs", "damaged", "The file is damaged", () => [.. new CompoundSample().Stream("Workbook", LegacySample.Xls()).ToBytes()[..76], .. new byte[Bytes]]),
    ];

    private static byte[] Noise()
    {
        var noise = new byte[Bytes];
        new Random(20240109).NextBytes(noise);
        return noise;
    }

    private static byte[] Lines()
    {
        var text = new byte[Bytes];
        for (var index = 0; index < text.Length; index++)
        {
            text[index] = (index % 20) switch { 19 => (byte)'\n', 9 => (byte)',', var place => (byte)('a' + place) };
        }

        return text;
    }
}
