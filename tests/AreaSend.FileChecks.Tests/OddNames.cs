using AreaSend.FileChecks;
using AreaSend.FileChecks.Tests.Samples;
using static AreaSend.FileChecks.Tests.OddFile;

namespace AreaSend.FileChecks.Tests;

/// <summary>Harmless content under odd names.</summary>
internal static class OddNames
{
    public static OddFile[] All { get; } =
    [
        Taken("capital ending", "SELF-EVALUATION.PDF", "an ending is the same in capitals", FileKind.Pdf, () => PdfSample.Of()),
        Taken("255 characters", new string('a', 251) + ".pdf", "the longest name that a disk keeps", FileKind.Pdf, () => PdfSample.Of()),
        Taken("name in Hebrew", "תוכנית.pdf", "letters that read from right to left are no trick", FileKind.Pdf, () => PdfSample.Of()),
        Taken("path as name", "../../../etc/cron.d/plan.pdf", "a name is never a path, so it leads nowhere", FileKind.Pdf, () => PdfSample.Of()),
        Taken("JPEG with the longer ending", "scan.jpeg", "a kind may have two endings", FileKind.Jpeg, () => PictureSample.Jpeg()),
        Refused("right-to-left mark", "plan\u202Efdp.exe", "shown, it seems to end in .pdf", "ending", "This is a PDF, but its name ends in “.exe”: rename it to end in .pdf", () => PdfSample.Of()),
        Refused("wrong ending", "plan.docx", "Word would not open it", "ending", "This is a PDF, but its name ends in “.docx”", () => PdfSample.Of()),
        Refused("no ending", "plan", "no program would open it", "ending", "This is a Word document, but its name has no ending: rename it to end in .docx", () => OfficeSample.Docx().ToBytes()),
        Refused("invisible end of name", "plan.pdf\u200B", "the ending is not what it looks like", "ending", "This is a PDF, but its name ends in “.pdf[U+200B]”", () => PdfSample.Of()),
        Refused("batch file", "tidy.bat", "text that an inspector's computer would run", "ending", "This is plain text, but its name ends in “.bat”: rename it to end in .csv or .txt or .tsv", () => "echo hello\r\n"u8.ToArray()),
        Refused("new workbook as old", "list.xls", "Excel warns and may refuse", "ending", "This is an Excel workbook, but its name ends in “.xls”", () => OfficeSample.Xlsx().ToBytes()),
    ];
}
