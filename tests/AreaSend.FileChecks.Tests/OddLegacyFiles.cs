using AreaSend.FileChecks.Tests.Samples;
using AreaSend.FileChecks;
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
        Refused("old workbook with links", "list.xls", "a supporting book that is another file", "external-link", "The file draws on something outside it", () => new CompoundSample().Stream("Workbook", LegacySample.Xls(LegacySample.Record(0x01AE, [1, 0, 8, 0, 0, 1, (byte)'o', (byte)'.', (byte)'x', (byte)'l', (byte)'s']))).ToBytes()),
        Refused("old document with an object", "plan.doc", "a pool of objects", "embedded-object", Embedded, () => new CompoundSample().Stream("WordDocument", LegacySample.Doc()).Storage("ObjectPool").ToBytes()),
        Refused("Outlook message", "plan.msg", "the same wrapping, another thing", "kind", "This kind of file is not taken", () => new CompoundSample().Stream("__properties_version1.0").ToBytes()),
        Refused("workbook of Excel 95", "list.xls", "too old to be checked", "kind", "This workbook is older than Excel 97", () => new CompoundSample().Stream("Book", 9, 8).ToBytes()),
        Refused("ring of sectors", "list.xls", "a chain that never ends", "damaged", "The file is damaged", () => new CompoundSample().Stream("Workbook", LegacySample.Xls()).ToBytes(isRing: true)),
    ];
}
