namespace AreaSend.FileChecks;

/// <summary>
/// The kinds of file that are taken: what local areas answer Annex A with. Its lists are Excel (¶ 196), its other items documents, figures, slides and scans.
/// </summary>
public enum FileKind
{
    /// <summary>PDF.</summary>
    Pdf,

    /// <summary>Word document.</summary>
    Docx,

    /// <summary>Excel workbook.</summary>
    Xlsx,

    /// <summary>PowerPoint presentation.</summary>
    Pptx,

    /// <summary>Word document of 97 to 2003, which case systems still write.</summary>
    Doc,

    /// <summary>Excel workbook of 97 to 2003.</summary>
    Xls,

    /// <summary>PowerPoint presentation of 97 to 2003.</summary>
    Ppt,

    /// <summary>OpenDocument text.</summary>
    Odt,

    /// <summary>OpenDocument spreadsheet.</summary>
    Ods,

    /// <summary>OpenDocument presentation.</summary>
    Odp,

    /// <summary>Plain text, also with commas or tabs between values.</summary>
    Text,

    /// <summary>PNG picture.</summary>
    Png,

    /// <summary>JPEG picture.</summary>
    Jpeg,

    /// <summary>Zip archive that holds documents of the other kinds, such as all individual intervention plans of item 6.3.</summary>
    Zip,
}
