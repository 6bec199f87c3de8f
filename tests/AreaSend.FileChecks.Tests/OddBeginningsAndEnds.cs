using AreaSend.FileChecks;
using AreaSend.FileChecks.Tests.Samples;
using static AreaSend.FileChecks.Tests.OddFile;

namespace AreaSend.FileChecks.Tests;

/// <summary>Files that are nothing, half of something, two things at once, or something that is not taken.</summary>
internal static class OddBeginningsAndEnds
{
    private const string TwoKinds = "The file is of two kinds at once";
    private const string EndMissing = "The end of the file is missing";

    public static OddFile[] All { get; } =
    [
        Taken("PNG", "scan.png", "an ordinary picture", FileKind.Png, () => PictureSample.Png()),
        Refused("zero bytes", "plan.pdf", "a sync client sends the name before the content", "empty", "The file is empty", () => []),
        Refused("PDF cut short", "plan.pdf", "the connection dropped", "truncated", EndMissing, () => PdfSample.Of()[..^40]),
        Refused("workbook cut short", "list.xlsx", "the connection dropped", "truncated", EndMissing, () => OfficeSample.Xlsx().ToBytes()[..^60]),
        Refused("PNG cut short", "scan.png", "the connection dropped", "truncated", EndMissing, () => PictureSample.Png()[..^5]),
        Refused("JPEG cut short", "scan.jpg", "the connection dropped", "truncated", EndMissing, () => PictureSample.Jpeg()[..^2]),
        Refused("compound file cut short", "list.xls", "the connection dropped", "truncated", EndMissing, () => new CompoundSample().Stream("Workbook", LegacySample.Xls()).ToBytes()[..1600]),
        Refused("PDF header not first", "plan.pdf", "readers find it, checks of the first bytes do not", "polyglot", TwoKinds, () => [.. "GIF89a "u8, .. PdfSample.Of()]),
        Refused("text before a PDF", "plan.txt", "text to us, a PDF to a reader", "polyglot", TwoKinds, () => [.. "notes\n"u8, .. PdfSample.Of()]),
        Refused("picture and archive", "scan.png", "a picture to one program, an archive to another (GIFAR)", "polyglot", TwoKinds, () => [.. PictureSample.Png(), .. Zip()]),
        Refused("JPEG and archive", "scan.jpg", "the same, where the picture's end is not watched by every program", "polyglot", TwoKinds, () => [.. PictureSample.Jpeg(), .. Zip()]),
        Refused("PDF and archive", "plan.pdf", "the same, with the archive after the end mark", "polyglot", TwoKinds, () => [.. PdfSample.Of(), .. Zip()]),
        Refused("picture with a tail", "scan.png", "something is hidden behind the picture", "polyglot", TwoKinds, () => [.. PictureSample.Png(), .. "hidden"u8]),
        Refused("archive with a beginning", "plans.zip", "a self-extracting program, or something hidden", "polyglot", TwoKinds, () => new ZipSample().Add("plan.txt", "plan", new ZipLie { IsStored = true }).ToBytes(before: "PK\x03\x04 hidden"u8.ToArray())),
        Refused("picture of 10 billion pixels", "scan.png", "a few bytes that fill a viewer's memory", "pixels", "The picture has more than 200 million pixels", () => PictureSample.Png(100_000, 100_000)),
        Refused("JPEG of 4 billion pixels", "scan.jpg", "the same", "pixels", "The picture has more than 200 million pixels", () => PictureSample.Jpeg(65_535, 65_535)),
        Refused("program", "plan.pdf", "an executable under a document's name", "kind", "This is a program", () => [.. "MZ"u8, 0x90, 0x00, .. new byte[200]]),
        Refused("rich text", "plan.doc", "case systems export RTF as .doc; it can carry objects", "kind", "This is rich text (RTF)", () => @"{\rtf1\ansi Plan}"u8.ToArray()),
        Refused("unknown kind", "plan.pages", "a format that inspectors cannot open", "kind", "This kind of file is not taken: send a PDF", () => [0x00, 0x01, 0x02, 0xFE, 0xFD]),
        Refused("GIF", "scan.gif", "not on the list", "kind", "This kind of file is not taken", () => [.. "GIF89a"u8, 1, 0, 1, 0, 0, 0, 0, 0x3B]),
    ];

    private static byte[] Zip() => new ZipSample().Add("Main.class", "x").ToBytes();
}
