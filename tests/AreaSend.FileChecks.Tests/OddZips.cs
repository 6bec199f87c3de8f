using System.IO.Hashing;
using AreaSend.FileChecks.Tests.Samples;
using static AreaSend.FileChecks.Tests.OddFile;
using static AreaSend.FileChecks.Tests.Samples.ZipSample;

namespace AreaSend.FileChecks.Tests;

/// <summary>Archives in which 7-Zip, unzip, bsdtar, Python and Windows see different things, and sound ones that look like them.</summary>
internal static class OddZips
{
    public const string Contradicts = "The file contradicts itself";
    private const string Name = "The archive holds a file whose name leads out of it";
    private const string Twice = "The archive holds two files with one name, or with names that are one on Windows or a Mac";
    private const string TwoKinds = "The file is of two kinds at once";

    private static readonly byte[] Text = "Plan\r\n"u8.ToArray();
    private static readonly uint Crc = Crc32.HashToUInt32(Text);
    private static readonly byte[] Packed = Deflate(stream => stream.Write(Text));

    /// <summary>Those that are taken, which a second program must see alike.</summary>
    public static OddFile[] Sound { get; } =
    [
        Zip("sizes behind the data", "written by a program that does not go back (Java, macOS)", () => Streamed(Descriptor(Crc, (uint)Packed.Length, (uint)Text.Length))),
        Zip("sizes behind the data without a mark", "the mark is optional", () => Streamed(Descriptor(Crc, (uint)Packed.Length, (uint)Text.Length)[4..])),
        Zip("64-bit end that agrees", "some writers always add it", () => WithWideEnd(directory: null)),
        Zip("times and owners", "Info-ZIP and Windows note them", () => One(new ZipLie { Extra = [.. Field(0x5455, new byte[5]), .. Field(0x7875, new byte[11]), .. Field(0x000A, new byte[32])] })),
        Zip("a Unicode path that is the name", "WinZip repeats it", () => One(new ZipLie { Extra = UnicodePath("a.txt", "a.txt") })),
        Zip("a folder of two packed bytes", "Java packs nothing into two", () => new ZipSample().Add("Plans/", []).Add("Plans/a.txt", Text).ToBytes()),
        Zip("a remark behind the archive", "a council's system signs its exports", () => new ZipSample().Add("a.txt", Text).ToBytes(comment: "Made by the case system")),
        Zip("accents of a Mac", "Finder writes the letter and the accent by itself", () => new ZipSample().Add("Zoe\u0308.txt", Text).Add("Zoe.txt", Text).ToBytes()),
    ];

    public static OddFile[] All { get; } =
    [
        .. Sound,
        Lie("another name in both headers", "7z, unzip and bsdtar unpack a.bat (attack S1-1)", () => One(new ZipLie { Extra = UnicodePath("a.txt", "a.bat") })),
        Lie("another name that leads out", "7z unpacks ../../x.bat", () => One(new ZipLie { Extra = UnicodePath("a.txt", "../../x.bat") })),
        Lie("another name in the directory alone", "7z and unzip unpack a.bat", () => One(new ZipLie { DirectoryExtra = UnicodePath("a.txt", "a.bat") })),
        Lie("another name in front of the data alone", "who reads from the front unpacks a.bat", () => One(new ZipLie { LocalExtra = UnicodePath("a.txt", "a.bat") })),
        Lie("another name with a wrong checksum", "some programs do not look at it", () => One(new ZipLie { Extra = Field(0x7075, [1, 0, 0, 0, 0, .. "a.bat"u8]) })),
        Lie("attributes in front of the data", "bsdtar makes a link of it (xl)", () => One(new ZipLie { LocalExtra = Field(0x6C78, [1, 0, 0, 0, 0, 0xFF, 0xA1]) })),
        Lie("a link in an old field of Unix", "unzip may follow it", () => One(new ZipLie { Extra = Field(0x756E, new byte[20]) })),
        Lie("fields that break off", "programs stop at different ones", () => One(new ZipLie { Extra = [0x55, 0x54, 0xFF, 0x00, 1] })),
        Lie("two 64-bit fields", "one is for one program, the other for another", () => One(new ZipLie { LocalExtra = [.. Field(1, new byte[16]), .. Field(1, [1, .. new byte[15]])] })),
        Lie("an entry hidden in a field", "65 kB in front of the data hold another header", () => One(new ZipLie { LocalExtra = Field(0xCAFE, Local("evil.exe", [.. "MZ"u8, .. new byte[50]])) })),
        Lie("smaller in front than in the directory", "7z unpacks evil.exe behind two bytes of a.txt (attack S1-2)", () => Hidden(localBytes: 2)),
        Lie("another checksum in front", "one program says broken, another unpacks", () => One(new ZipLie { LocalCrc = 7 })),
        Lie("larger in front", "the same", () => One(new ZipLie { LocalBytes = 9_000 })),
        Lie("other switches in front", "sizes behind, or not", () => One(new ZipLie { LocalFlags = 8 })),
        Lie("a descriptor that says otherwise", "who reads from the front believes it", () => Streamed(Descriptor(Crc, (uint)Packed.Length + 1, (uint)Text.Length))),
        Lie("bytes between entries", "nobody knows whose they are", () => One(new ZipLie { Behind = new byte[12] })),
        Refused("something behind what was packed", "plans.zip", "deflate ends before its data does", "two-readings", "“a.txt” in this archive: " + Contradicts, () => new ZipSample().AddPacked("a.txt", [.. Packed, .. "MZ hidden"u8], (uint)Text.Length, Crc).ToBytes()),
        Refused("what was packed has no end", "plans.zip", "unzip gives nothing, others all of it", "two-readings", "“a.txt” in this archive: " + Contradicts, () => new ZipSample().AddPacked("a.txt", Endless(), (uint)Text.Length, Crc).ToBytes()),
        Lie("a folder with content", "7z makes a file of it", () => new ZipSample().AddPacked("x.exe/", new byte[1000], 0, 0, new ZipLie { IsStored = true }).Add("a.txt", Text).ToBytes()),
        Lie("a 64-bit end that points elsewhere", "bsdtar unpacks evil.exe (attack S1-2)", () => WithWideEnd(directory: 5)),
        Refused("bytes before the end", "plans.zip", "a directory for another program", "polyglot", TwoKinds, () => new ZipSample().Add("a.txt", Text).ToBytes(beforeEnd: new byte[76])),
        Refused("an archive in the remark", "plans.zip", "Python takes the last end that it finds", "polyglot", TwoKinds, () => new ZipSample().Add("a.txt", Text).ToBytes(comment: "PK\u0005\u0006" + new string('\0', 18) + "x")),
        Refused("stored with sizes behind", "plans.zip", "who reads from the front looks for the end inside the content", "archive-packing", "The archive is packed in a way", () => One(new ZipLie { IsStored = true, Flags = 8 })),
        Refused("a file marked as the label of a disk", "plans.zip", "unzip passes over it, others unpack it", "archive-name", Name, () => One(new ZipLie { DosAttributes = 0x08 })),
        Refused("a file marked as a folder", "plans.zip", "a folder to one program, a file to another", "archive-name", Name, () => One(new ZipLie { UnixMode = 0x41ED })),
        Refused("a device of Windows", "plans.zip", "Windows cannot keep it", "archive-name", Name, () => new ZipSample().Add("CON.txt", Text).ToBytes()),
        Refused("signs that Windows has no name for", "plans.zip", "each program replaces them in its own way", "archive-name", Name, () => new ZipSample().Add("a|b<>*?.txt", Text).ToBytes()),
        Refused("a parent folder with a space", "plans.zip", "Windows passes over the space", "archive-name", Name, () => new ZipSample().Add(".. /c.txt", Text).ToBytes()),
        Refused("both kinds of slash", "plans.zip", "folders to one program, letters to another", "archive-name", Name, () => new ZipSample().Add("a/b\\c.txt", Text).ToBytes()),
        Twins("a dot at the end", "a.txt", "a.txt."),
        Twins("a space at the end", "a.txt", "a.txt "),
        Twins("accents of a Mac beside others", "Zo\u00EB.txt", "Zoe\u0308.txt"),
        Twins("a file and a folder", "a.txt", "a.txt/b.txt"),
        Twins("a folder with a dot", "Plans/a.txt", "Plans./A.TXT"),
    ];

    private static OddFile Zip(string name, string why, Func<byte[]> content) => Taken("zip: " + name, "plans.zip", why, FileKind.Zip, content);

    private static OddFile Lie(string name, string why, Func<byte[]> content) => Refused("zip: " + name, "plans.zip", why, "two-readings", Contradicts, content);

    private static OddFile Twins(string name, string one, string other) =>
        Refused("zip twins: " + name, "plans.zip", "one file where they are unpacked", "archive-twice", Twice, () => new ZipSample().Add(one, Text).Add(other, Text).ToBytes());

    private static byte[] One(ZipLie lie) => new ZipSample().Add("a.txt", Text, lie).ToBytes();

    private static byte[] Streamed(byte[] descriptor) => One(new ZipLie { Flags = 8, LocalCrc = 0, LocalPacked = 0, LocalBytes = 0, Behind = descriptor });

    /// <summary>A stored text of which the front shows two bytes; the rest is an entry of its own.</summary>
    private static byte[] Hidden(uint localBytes) => new ZipSample()
        .Add("a.txt", [0xFF, 0xFE, .. Local("evil.exe", [.. "MZ"u8, .. new byte[50]])], new ZipLie { IsStored = true, LocalBytes = localBytes, LocalPacked = localBytes }).ToBytes();

    /// <summary>One stored block that is not the last.</summary>
    private static byte[] Endless() => [0, (byte)Text.Length, 0, (byte)~Text.Length, 0xFF, .. Text];

    private static byte[] WithWideEnd(ulong? directory)
    {
        var plain = new ZipSample().Add("a.txt", Text).ToBytes();
        var end = plain.Length - 22;
        var (bytes, start) = (BitConverter.ToUInt32(plain, end + 12), BitConverter.ToUInt32(plain, end + 16));
        return new ZipSample().Add("a.txt", Text).ToBytes(beforeEnd: WideEnd((ulong)end, 1, bytes, directory ?? start));
    }
}
