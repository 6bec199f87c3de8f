using AreaSend.FileChecks.Tests.Samples;
using AreaSend.FileChecks;
using static AreaSend.FileChecks.Tests.OddFile;
using static AreaSend.FileChecks.Tests.Samples.PdfSample;

namespace AreaSend.FileChecks.Tests;

/// <summary>PDFs.</summary>
internal static class OddPdfs
{
    private const string Action = "The PDF contains scripts";
    private const string Attachment = "Other files or media are attached inside the PDF";
    private const string Unchecked = "The PDF is built in a way that cannot be checked";

    public static OddFile[] All { get; } =
    [
        Taken("PDF", "plan.pdf", "an ordinary PDF", FileKind.Pdf, () => Of()),
        Taken("PDF with packed objects", "plan.pdf", "what Word and Acrobat save", FileKind.Pdf, () => Of(objects: Packed("/Type/ObjStm/N 1/First 4", Ascii("5 0 <</Type/Annot/Subtype/Link/A<</S/URI/URI(https://example.org)>>>>")))),
        Taken("PDF about a launch", "plan.pdf", "a word after a slash in a title is no action", FileKind.Pdf, () => Of(trailer: "/Info<</Title(Strategy: plan/Launch and review)>>")),
        Refused("PDF with a script", "plan.pdf", "runs on opening", "pdf-action", Action, () => Of("/OpenAction<</S/JavaScript/JS(app.alert\\(1\\))>>")),
        Refused("PDF with a script spelled in hexadecimal", "plan.pdf", "names may be escaped", "pdf-action", Action, () => Of("/OpenAction<</S/J#61va#53cript/JS(x)>>")),
        Refused("PDF with a script after a keyword", "plan.pdf", "a name may follow a word at once", "pdf-action", Action, () => Of("/Marked true/S/JavaScript")),
        Refused("PDF with a packed script", "plan.pdf", "the action is in an object stream", "pdf-action", Action, () => Of(objects: Packed("/Type/ObjStm/N 1/First 4", Ascii("5 0 <</S/JavaScript/JS(x)>>")))),
        Refused("PDF with a packed script that hides its type", "plan.pdf", "the stream's type stands elsewhere", "pdf-action", Action, () => Of(objects: Packed("/Type 9 0 R/N 1/First 4", Ascii("5 0 <</S/JavaScript/JS(x)>>")))),
        Refused("PDF with objects packed twice", "plan.pdf", "no office program does", "pdf-structure", Unchecked, () => Of(objects: Stream("/Type/ObjStm/N 1/First 4/Filter[/ASCIIHexDecode/FlateDecode]", Ascii("789C>")))),
        Refused("PDF that starts a program", "plan.pdf", "a launch action", "pdf-action", Action, () => Of("/OpenAction<</S/Launch/F(cmd.exe)>>")),
        Refused("PDF that starts a program, spaced out", "plan.pdf", "a comment between key and value", "pdf-action", Action, () => Of("/OpenAction<</S %x\n /Launch/F(cmd.exe)>>")),
        Refused("PDF with an attachment", "plan.pdf", "a file in a file", "pdf-attachment", Attachment, () => Of("/Names<</EmbeddedFiles 7 0 R>>")),
        Refused("PDF with a password", "plan.pdf", "inspectors cannot open it", "encrypted", "The file is protected by a password or a sensitivity label", () => Of(trailer: "/Encrypt 6 0 R")),
        Refused("PDF form that runs", "plan.pdf", "XFA forms carry scripts", "pdf-action", Action, () => Of("/AcroForm<</XFA 8 0 R>>")),
        Refused("PDF bomb", "plan.pdf", "objects that unpack a thousandfold", "archive-size", "The file unpacks to far more", () => Of(objects: Packed("/Type/ObjStm/N 1/First 4", new byte[64 << 20]))),
    ];
}
