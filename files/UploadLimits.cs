namespace AreaSend.FileChecks;

/// <summary>How much one upload may hold. Each figure counts what is there, never what the file says of itself.</summary>
public sealed record UploadLimits
{
    /// <summary>Bytes of one upload.</summary>
    public long FileBytes { get; init; } = 100L << 20;

    /// <summary>Files in an archive, or parts of an office document: a long presentation has some thousands.</summary>
    public int Entries { get; init; } = 10_000;

    /// <summary>Bytes after inflation of everything in one upload; the largest area's list has about a fifth.</summary>
    public long InflatedBytes { get; init; } = 1L << 30;

    /// <summary>How many bytes one byte may inflate to. Sheets with a hundred thousand like rows come to about 100; deflate itself goes to 1,032.</summary>
    public int Ratio { get; init; } = 200;

    /// <summary>Bytes that an entry may inflate to before its ratio counts.</summary>
    public long RatioFreeBytes { get; init; } = 16L << 20;

    /// <summary>Documents within documents: an archive holds a document, which holds the workbook behind a chart.</summary>
    public int Depth { get; init; } = 2;

    /// <summary>Cells of one workbook.</summary>
    public int Cells { get; init; } = 8_000_000;

    /// <summary>Texts in a workbook's shared table.</summary>
    public int SharedStrings { get; init; } = 4_000_000;

    /// <summary>Pixels of a picture.</summary>
    public long Pixels { get; init; } = 200_000_000;
}
