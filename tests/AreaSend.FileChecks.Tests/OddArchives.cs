using System.Text;
using AreaSend.FileChecks;
using AreaSend.FileChecks.Tests.Samples;
using static AreaSend.FileChecks.Tests.OddFile;

namespace AreaSend.FileChecks.Tests;

/// <summary>Archives of documents, and archives that lie.</summary>
internal static class OddArchives
{
    private const string Name = "The archive holds a file whose name leads out of it";
    private const string Damaged = "The file is damaged";

    public static OddFile[] All { get; } =
    [
        Taken("archive of plans", "plans.zip", "item 6.3 asks for all individual intervention plans", FileKind.Zip,
            () => new ZipSample().Add("Plans/", "").Add("Plans/one.docx", OfficeSample.Docx().ToBytes()).Add("Plans/two.pdf", PdfSample.Of()).Add("Plans/naïve.csv", "a,b\n").ToBytes()),
        Refused("archive in an archive", "plans.zip", "each level may unpack to many more", "archive-nested", "“inner.zip” in this archive: An archive inside an archive is not taken", () => new ZipSample().Add("inner.zip", new ZipSample().Add("a.txt", "a").ToBytes()).ToBytes()),
        Refused("archives twenty deep", "plans.zip", "the shape of 42.zip", "archive-nested", "“next.zip” in this archive: An archive inside", () => Enumerable.Range(0, 20).Aggregate(new ZipSample().Add("a.txt", "a").ToBytes(), (inner, _) => new ZipSample().Add("next.zip", inner).ToBytes())),
        Refused("archive that holds itself", "r.zip", "unpacking it never ends (a quine); what holds itself cannot end where its data ends", "two-readings", OddZips.Contradicts, QuineZip.Bytes),
        Refused("macro in an archive", "plans.zip", "each document is checked as by itself", "macros", "“plan.docx” in this archive: The file contains macros", () => new ZipSample().Add("plan.docx", OfficeSample.Docx().Part("word/vbaProject.bin", "x").ToBytes()).ToBytes()),
        Refused("program in an archive", "plans.zip", "nothing else may ride along", "kind", "“setup.exe” in this archive: This is a program", () => new ZipSample().Add("plan.pdf", PdfSample.Of()).Add("setup.exe", [.. "MZ"u8, .. new byte[100]]).ToBytes()),
        Refused("wrong ending in an archive", "plans.zip", "the same rule as for an upload", "ending", "“plan.pdf” in this archive: This is plain text, but its name ends in “.pdf”", () => new ZipSample().Add("plan.pdf", "not a PDF").ToBytes()),
        Refused("archive of nothing", "plans.zip", "somebody packed an empty folder", "archive-empty", "The archive holds no documents", () => new ZipSample().Add("Plans/", "").ToBytes()),
        Refused("path upwards", "plans.zip", "would be unpacked outside its folder (zip slip)", "archive-name", Name, () => new ZipSample().Add("../../plan.txt", "plan").ToBytes()),
        Refused("path upwards with backslashes", "plans.zip", "the same on Windows", "archive-name", Name, () => new ZipSample().Add("a\\..\\..\\plan.txt", "plan").ToBytes()),
        Refused("absolute path", "plans.zip", "would be unpacked where it likes", "archive-name", Name, () => new ZipSample().Add("/etc/plan.txt", "plan").ToBytes()),
        Refused("drive letter", "plans.zip", "the same on Windows", "archive-name", Name, () => new ZipSample().Add("C:\\plan.txt", "plan").ToBytes()),
        Refused("right-to-left name inside", "plans.zip", "hides its ending", "archive-name", Name, () => new ZipSample().Add("plan\u202Efdp.txt", "plan").ToBytes()),
        Refused("name of 300 characters inside", "plans.zip", "cannot be unpacked on Windows", "archive-name", Name, () => new ZipSample().Add(new string('a', 296) + ".txt", "plan").ToBytes()),
        Refused("link inside", "plans.zip", "would lead to another file when unpacked on Unix", "archive-name", Name, () => new ZipSample().Add("plan.txt", "/etc/passwd", new ZipLie { UnixMode = 0xA1FF }).ToBytes()),
        Refused("two files with one name", "plans.zip", "programs differ in which they show", "archive-twice", "The archive holds two files with one name", () => new ZipSample().Add("plan.txt", "one").Add("PLAN.txt", "two").ToBytes()),
        Refused("two names for one file", "plans.zip", "the front of the archive says otherwise than its directory", "two-readings", OddZips.Contradicts, () => new ZipSample().Add("plan.txt", "one", new ZipLie { NameInHeader = "plan.exe" }).ToBytes()),
        Refused("password on an archive", "plans.zip", "cannot be checked or opened", "encrypted", "The file is protected by a password", () => new ZipSample().Add("plan.txt", "plan", new ZipLie { Flags = 1 }).ToBytes()),
        Refused("rare packing", "plans.zip", "LZMA: Windows cannot open it either", "archive-packing", "The archive is packed in a way that cannot be checked", () => new ZipSample().Add("plan.txt", "plan", new ZipLie { Method = 14 }).ToBytes()),
        Refused("broken checksum", "plans.zip", "content and directory disagree", "damaged", "“plan.txt” in this archive: " + Damaged, () => new ZipSample().Add("plan.txt", "plan", new ZipLie { Crc = 1 }).ToBytes()),
        Refused("more entries than claimed", "plans.zip", "hidden from programs that count", "damaged", Damaged, () => new ZipSample().Add("a.txt", "a").Add("b.txt", "b").ToBytes(claimedEntries: 1)),
        Refused("not deflate at all", "plans.zip", "the content is noise", "damaged", "“plan.txt” in this archive: " + Damaged, () => new ZipSample().AddPacked("plan.txt", Encoding.ASCII.GetBytes("~~~~ noise ~~~~"), 4, 0).ToBytes()),
    ];
}
