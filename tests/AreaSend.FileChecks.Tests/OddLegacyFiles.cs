using AreaSend.FileChecks;
using AreaSend.FileChecks.Tests.Samples;
using static AreaSend.FileChecks.Tests.OddFile;

namespace AreaSend.FileChecks.Tests;

/// <summary>Office files of 97 to 2003.</summary>
internal static class OddLegacyFiles
{
    private const string Macros = "The file contains macros";
    private const string Protected = "The file is protected by a password";
    private const string Embedded = "Another file is embedded in this one";

    public static OddFile[] All { get; } =
    [
        Taken("old document", "plan.doc", "case systems still write it", FileKind.Doc, () => new CompoundSample().Stream("WordDocument", LegacySample.Doc()).ToBytes()),
        Taken("old workbook", "list.xls", "the lists may come as .xls", FileKind.Xls, () => new CompoundSample().Stream("Workbook", LegacySample.Xls()).ToBytes()),
        Taken("old presentation", "plan.ppt", "an ordinary one", FileKind.Ppt, () => new CompoundSample().Stream("PowerPoint Document", LegacySample.Slides(LegacySample.Atom(0x0400, [0, 0, 0, 0, 0, 0, 0, 0, 2, 0, 0, 0]))).ToBytes()),
        Refused("old document with macros", "plan.doc", "a storage for Basic", "macros", Macros, () => new CompoundSample().Stream("WordDocument", LegacySample.Doc()).Storage("Macros").Storage("VBA").ToBytes()),
        Refused("old workbook with macros", "list.xls", "a storage for Basic", "macros", Macros, () => new CompoundSample().Stream("Workbook", LegacySample.Xls()).Storage("_VBA_PROJECT_CUR").ToBytes()),
        Refused("old workbook with a macro sheet", "list.xls", "Excel 4 macros need no storage", "macros", Macros, () => new CompoundSample().Stream("Workbook", LegacySample.Xls(LegacySample.Sheet(isMacro: true))).ToBytes()),
        Refused("old presentation with macros", "plan.ppt", "an atom says so", "macros", Macros, () => new CompoundSample().Stream("PowerPoint Document", LegacySample.Slides(LegacySample.Atom(0x0400, [1, 0, 0, 0, 1, 0, 0, 0, 2, 0, 0, 0]))).ToBytes()),
        Refused("old presentation with an object", "plan.ppt", "a stored object", "embedded-object", Embedded, () => new CompoundSample().Stream("PowerPoint Document", LegacySample.Slides(LegacySample.Atom(0x1011, [0, 0, 0, 0, 1]))).ToBytes()),
        Refused("old document with a password", "plan.doc", "a flag in its header", "encrypted", Protected, () => new CompoundSample().Stream("WordDocument", LegacySample.Doc(isEncrypted: true)).ToBytes()),
        Refused("old workbook with a password", "list.xls", "a FilePass record", "encrypted", Protected, () => new CompoundSample().Stream("Workbook", LegacySample.Xls(LegacySample.Record(0x002F, [1, 0, 1, 0, 1, 0]))).ToBytes()),
        Refused("old presentation with a password", "plan.ppt", "a token beside it", "encrypted", Protected, () => new CompoundSample().Stream("PowerPoint Document", LegacySample.Slides()).Stream("Current User", [0, 0, 0xF6, 0x0F, 20, 0, 0, 0, 20, 0, 0, 0, 0xDF, 0xC4, 0xD1, 0xF3]).ToBytes()),
        Refused("old workbook with links", "list.xls", "a supporting book that is another file", "external-link", "The file draws on something outside it", () =>
            new CompoundSample().Stream("Workbook", LegacySample.Xls(LegacySample.Record(0x01AE, [1, 0, 8, 0, 0, 1, (byte)'o', (byte)'.', (byte)'x', (byte)'l', (byte)'s']))).ToBytes()),
        Refused("old document with two tables", "plan.doc", "each program reads another", "two-readings", "The file contradicts itself", () => new CompoundSample().Stream("WordDocument", LegacySample.Doc()).Stream("1Table").Stream("1table", 1).ToBytes()),
        Refused("old document with an object", "plan.doc", "a pool of objects", "embedded-object", Embedded, () => new CompoundSample().Stream("WordDocument", LegacySample.Doc()).Storage("ObjectPool").ToBytes()),
        Refused("Outlook message", "plan.msg", "the same wrapping, another thing", "kind", "This is an e-mail, which is not taken: save it as a PDF", () => new CompoundSample().Stream("__properties_version1.0").ToBytes()),
        Refused("workbook of Excel 95", "list.xls", "too old to be checked", "kind", "This workbook is older than Excel 97", () => new CompoundSample().Stream("Book", 9, 8).ToBytes()),
        Refused("ring of sectors", "list.xls", "a chain that never ends", "damaged", "The file is damaged", () => new CompoundSample().Stream("Workbook", LegacySample.Xls()).ToBytes(isRing: true)),
        .. Views,
        .. Fields,
        Refused("old presentation that runs a program", "plan.ppt", "a button's action", "link-that-runs", "A link in the file would start", () => new CompoundSample().Stream("PowerPoint Document", LegacySample.Slides(LegacySample.Atom(0x0FF3, [0, 0, 0, 0, 0, 0, 0, 0, 2, 0, 0, 0, 0, 0, 0, 0]))).ToBytes()),
    ];

    private static byte[] MacroBook => LegacySample.Xls(LegacySample.Sheet(isMacro: true));

    private static byte[] LockedBook => LegacySample.Xls(LegacySample.Record(0x002F, [1, 0, 1, 0, 1, 0]));

    /// <summary>Files in which a program that follows the tree finds another stream than one that takes the first of its name (attack S1-3).</summary>
    private static OddFile[] Views =>
    [
        Twice("orphan first, macros in the tree", () => new CompoundSample().Orphan("Workbook", LegacySample.Xls()).Stream("Workbook", MacroBook)),
        Twice("orphan first, password in the tree", () => new CompoundSample().Orphan("Workbook", LegacySample.Xls()).Stream("Workbook", LockedBook)),
        Twice("orphan alone", () => new CompoundSample().Orphan("Workbook", LegacySample.Xls())),
        Twice("one in a storage", () => new CompoundSample().Storage("Sub", "Workbook", LegacySample.Xls()).Stream("Workbook", MacroBook)),
        Twice("workbooks of two ages", () => new CompoundSample().Stream("Workbook", LegacySample.Xls()).Stream("Book", MacroBook)),
        Twice("a document in front of a workbook", () => new CompoundSample().Orphan("WordDocument", LegacySample.Doc()).Stream("Workbook", MacroBook)),
        Twice("a name with a space", () => new CompoundSample().Stream("Workbook", LegacySample.Xls()).Stream("Workbook ", MacroBook)),
        Twice("a sheet inside another record", () =>
            new CompoundSample().Stream("Workbook",
            LegacySample.Xls([.. LegacySample.Record(0x0085, [60, 0, 0, 0, 0, 0, 2, 0, (byte)'L', (byte)'2']), .. LegacySample.Record(0x00FF, LegacySample.Beginning(0x40))]))),
        Refused("compound: macros beside a sheet that says otherwise", "list.xls", "the list of sheets says type 0, the stream says macros", "macros", Macros, () => new CompoundSample().Stream("Workbook", [.. LegacySample.Xls(), .. LegacySample.Beginning(0x40)]).ToBytes()),
        Refused("compound: Basic in a storage with a space", "list.xls", "to the eye it is the storage for Basic", "macros", Macros, () => new CompoundSample().Stream("Workbook", LegacySample.Xls()).Storage("_VBA_PROJECT_CUR ").ToBytes()),
        Refused("compound: a function that fetches", "list.xls", "later functions are kept as names", "external-link", "The file draws on something outside it", () => new CompoundSample().Stream("Workbook", LegacySample.Xls(LegacySample.Record(0x0018, [.. new byte[15], .. "_xlfn.WEBSERVICE"u8]))).ToBytes()),
    ];

    private static OddFile[] Fields =>
    [
        Taken("old document with fields", "plan.doc", "a table of contents and a page number", FileKind.Doc, () => Doc("Plan \u0013 TOC \\o \u0014One\u0015 \u0013PAGE\u0015")),
        Command("in one piece", "Plan \u0013 DDEAUTO c:\\\\windows\\\\system32\\\\cmd.exe \u0014x\u0015"),
        Command("cut into pieces", "Plan \u0013 DD", "EAUTO cmd \u0015"),
        Command("after many blanks", "\u0013" + new string(' ', 3000), "DDE cmd \u0015"),
        Refused("old document with a remote picture", "plan.doc", "Word fetches it", "external-link", "The file draws on something outside it", () => Doc("\u0013 INCLUDEPICTURE \"\\\\\\\\evil.example.org\\\\a.png\" \\d \u0014x\u0015")),
    ];

    private static OddFile Twice(string name, Func<CompoundSample> file) =>
        Refused("compound: " + name, "list.xls", "two programs find two streams", "two-readings", "The file contradicts itself", () => file().ToBytes());

    private static OddFile Command(string name, params string[] pieces) =>
        Refused("old document with a command " + name, "plan.doc", "Word would run it (DDE)", "command", "A field or cell in the file would run a command", () => Doc(pieces));

    private static byte[] Doc(params string[] pieces)
    {
        var (document, table) = LegacySample.DocOf(pieces);
        return new CompoundSample().Stream("WordDocument", document).Stream("0Table", table).ToBytes();
    }
}
