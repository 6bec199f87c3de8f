namespace AreaSend.FileChecks;

/// <summary>Every reason to refuse a file, in the words that the LANO reads: what it is, then what to do.</summary>
internal static class Refusals
{
    public static Refusal Empty { get; } = new("empty", "The file is empty: open it on your computer to see that it has content, then send it again.");

    public static Refusal Truncated { get; } = new("truncated", "The end of the file is missing: check that it opens on your computer, then send it again.");

    public static Refusal Damaged { get; } =
        new("damaged", "The file is damaged and cannot be read throughout: open it, save it under a new name and send that.");

    public static Refusal UnknownKind { get; } =
        new(
            "kind",
            "This kind of file is not taken: send a PDF, a Word, Excel, PowerPoint or OpenDocument file, plain text, CSV, a PNG or JPEG picture, or a zip archive of these.");

    public static Refusal WebPage { get; } =
        new("kind", "This is a web page or XML, which is not taken: open it and save or print it as a PDF, then send that.");

    public static Refusal RichText { get; } =
        new("kind", "This is rich text (RTF), which is not taken: open it in Word, save it as a Word document (.docx) and send that.");

    public static Refusal Program { get; } = new("kind", "This is a program, which is never taken: send the document alone.");

    public static Refusal OlderThan97 { get; } =
        new("kind", "This workbook is older than Excel 97: open it in Excel, save it as an Excel workbook (.xlsx) and send that.");

    public static Refusal BinaryWorkbook { get; } =
        new("kind", "This is a binary workbook (.xlsb), which cannot be checked: save it as an Excel workbook (.xlsx) and send that.");

    public static Refusal OtherOfficeKind { get; } =
        new(
            "kind",
            "This is a template, a slide show or another Office file that is not taken: save it as an ordinary document, workbook or presentation and send that.");

    public static Refusal TwoKinds { get; } =
        new(
            "polyglot",
            "The file is of two kinds at once, or has something before its beginning or after its end: open it, save it under a new name and send that.");

    public static Refusal Encrypted { get; } =
        new("encrypted", "The file is protected by a password or a sensitivity label, so nobody could open it: remove the protection and send it again.");

    public static Refusal Macros { get; } =
        new("macros", "The file contains macros: save it without them (as .docx, .xlsx or .pptx) or as a PDF, and send that.");

    public static Refusal ActiveX { get; } = new("active-x", "The file contains ActiveX controls: delete them or save the file as a PDF, and send that.");

    public static Refusal EmbeddedObject { get; } =
        new("embedded-object", "Another file is embedded in this one: take it out and send it by itself, or save this one as a PDF.");

    public static Refusal ExternalLink { get; } =
        new(
            "external-link",
            "The file draws on something outside it, such as a linked workbook, picture or template: break the links (File, Info, Edit Links to Files) or save it as a PDF, and send that.");

    public static Refusal DataConnection { get; } =
        new(
            "data-connection",
            "The file has a connection to data outside it: delete the connection (in Excel: Data, Queries and Connections), keep the values and send it again.");

    public static Refusal MailMerge { get; } =
        new(
            "mail-merge",
            "The document is still tied to the list that it was merged with: make it an ordinary one (Mailings, Start Mail Merge, Normal Word Document), save it and send it again.");

    public static Refusal AddIn { get; } =
        new("add-in", "The file opens an add-in beside itself: remove it (Insert, My Add-ins) or save the file as a PDF, and send that.");

    public static Refusal Email { get; } =
        new("kind", "This is an e-mail, which is not taken: save it as a PDF and send that, and send its attachments by themselves.");

    public static Refusal PdfProtected { get; } =
        new(
            "encrypted",
            "The PDF is protected: it needs a password, or it restricts copying or printing, so it cannot be checked. Remove the protection (in Acrobat: File, Properties, Security, No Security), or print it to a new PDF, and send that.");

    public static Refusal LinkThatRuns { get; } =
        new(
            "link-that-runs",
            "A link in the file would start something other than a web page, an e-mail or a document: remove that link and send the file again.");

    public static Refusal Command { get; } =
        new("command", "A field or cell in the file would run a command (DDE): delete it, keep its value and send the file again.");

    public static Refusal XmlEntities { get; } =
        new("xml-entities", "The file defines its own XML entities, which office programs never do: open it, save it under a new name and send that.");

    public static Refusal TooMuchMarkup { get; } =
        new("markup", "The file is built in a way that office programs never use and that cannot be checked: open it, save it under a new name and send that.");

    public static Refusal UnpacksTooLarge { get; } =
        new("archive-size", "The file unpacks to far more than it seems to hold: send its documents one by one, or save them anew.");

    public static Refusal TooManyEntries { get; } =
        new("archive-entries", "The file holds too many parts: send its documents one by one, or in several archives.");

    public static Refusal Overlap { get; } = new("archive-overlap", "The parts of this file overlap each other: pack or save it anew and send that.");

    public static Refusal Packing { get; } =
        new(
            "archive-packing",
            "The archive is packed in a way that cannot be checked: send the documents one by one, or pack them with Windows (Send to, Compressed folder).");

    public static Refusal TwoReadings { get; } =
        new(
            "two-readings",
            "The file contradicts itself, so that two programs could see different things in it: pack the archive anew with Windows (Send to, Compressed folder), or open the document, save it under a new name, and send that.");

    public static Refusal Nested { get; } = new("archive-nested", "An archive inside an archive is not taken: unpack it and send the documents.");

    public static Refusal NoDocuments { get; } = new("archive-empty", "The archive holds no documents: put them in and send it again.");

    public static Refusal NameInArchive { get; } =
        new(
            "archive-name",
            "The archive holds a file whose name leads out of it, is too long, hides its ending or is no name on Windows: rename the file, pack the archive anew and send that.");

    public static Refusal TwiceInArchive { get; } =
        new(
            "archive-twice",
            "The archive holds two files with one name, or with names that are one on Windows or a Mac: rename one, pack the archive anew and send that.");

    public static Refusal TooManyCells { get; } =
        new("cells", "The workbook has more than 8,000,000 cells: delete what is not needed, or send it as several workbooks.");

    public static Refusal TooManyTexts { get; } =
        new("shared-strings", "The workbook's table of texts is larger than any list needs: copy what is needed to a new workbook and send that.");

    public static Refusal TooManyPixels { get; } = new("pixels", "The picture has more than 200 million pixels: make it smaller or send it as a PDF.");

    public static Refusal PdfAction { get; } =
        new("pdf-action", "The PDF contains scripts, forms that send themselves or actions that start programs: print it to a new PDF and send that.");

    public static Refusal PdfAttachment { get; } =
        new("pdf-attachment", "Other files or media are attached inside the PDF: send them by themselves, and print this one to a new PDF.");

    public static Refusal PdfUnchecked { get; } =
        new("pdf-structure", "The PDF is built in a way that cannot be checked: print it to a new PDF and send that.");

    public static Refusal TooLarge(long mostBytes) => new("size", $"The file is larger than {mostBytes >> 20} MB: send it in parts.");

    public static Refusal WrongEnding(FileKind kind, string ending)
    {
        var facts = KindFacts.Of(kind);
        var now = ending.Length == 0 ? "its name has no ending" : $"its name ends in “{SafeText.Of(ending)}”";
        var mend = $"rename it to end in {string.Join(" or ", facts.Endings)} and send it again.";
        return new("ending", $"This is {facts.Words}, but {now}: {mend}") { Plain = $"This is {facts.Words}, but its name does not end as one: {mend}" };
    }
}
