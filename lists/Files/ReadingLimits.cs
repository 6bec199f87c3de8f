namespace AreaSend.Lists.Files;

/// <summary>
/// How much of a file is read before it is refused as no list. The largest area has some 60,000 children and young people on the two lists together;
/// each limit leaves at least three times that.
/// </summary>
internal static class ReadingLimits
{
    public const int Rows = 250_000;
    public const int Cells = 8_000_000;
    public const int SharedStrings = 4_000_000;
    public const int SharedStringBytes = 64 << 20;

    /// <summary>Elements within elements; a sheet has nine levels at most.</summary>
    public const int Depth = 40;

    /// <summary>Bytes of one row of a text file: a quotation mark that never closes would take in all the rest.</summary>
    public const int CsvRowBytes = 128 << 10;

    /// <summary>Bytes of an .xls book, whose reader holds the text table in memory.</summary>
    public const long XlsBytes = 64 << 20;

    public const string TooManyRows = "The file has more than 250,000 rows, which is more than any area's list; send the list alone.";
    public const string TooManyCells = "The file has more than 8,000,000 cells, which is more than any area's list; send the list alone.";
    public const string TooLarge = "The workbook unpacks to more than any list needs; save the list as a new workbook and send that.";
    public const string Damaged = "The workbook is damaged and cannot be read; open it in Excel, save it anew and send that.";
    public const string Encrypted = "The workbook is protected by a password; save it without one and send that.";
}
