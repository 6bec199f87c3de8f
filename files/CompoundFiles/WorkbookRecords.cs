using System.Buffers.Binary;

namespace AreaSend.FileChecks.CompoundFiles;

/// <summary>
/// Walks the records of an Excel 97 to 2003 workbook, each a number, a length and a body. Excel goes to a sheet by the place that the workbook gives for it,
/// so each must be where the walk found a beginning: nothing lies hidden in the body of another record.
/// </summary>
internal sealed class WorkbookRecords
{
    private const int BeginningOfFile = 0x0809;
    private const int FilePass = 0x002F;
    private const int BoundSheet = 0x0085;
    private const int SupportingBook = 0x01AE;
    private const int DefinedName = 0x0018;
    private const int DataConnection = 0x0876;
    private const int DatabaseQuery = 0x00DC;

    private const int RecordStart = 512;
    private const int KindOfStreamAt = 2;
    private const int MacroStream = 0x0040;
    private const int BasicStream = 0x0006;
    private const int MostSheets = 10_000;
    private const int MacroSheet = 1;
    private const int BasicModule = 6;
    private const int OwnWorkbook = 0x0401;
    private const int AddInFunctions = 0x3A01;

    private readonly HashSet<long> _beginnings = [];
    private readonly List<uint> _sheets = [];

    public static void Check(CompoundStream workbook) => new WorkbookRecords().Walk(workbook);

    private void Walk(CompoundStream workbook)
    {
        var head = new byte[4];
        var at = 0L;
        while (workbook.ReadAtLeast(head, head.Length, throwOnEndOfStream: false) == head.Length)
        {
            int number = BinaryPrimitives.ReadUInt16LittleEndian(head);
            int length = BinaryPrimitives.ReadUInt16LittleEndian(head.AsSpan(2));
            if (at == 0 && number != BeginningOfFile)
            {
                throw new RefusedException(Refusals.Damaged);
            }

            var start = new byte[Math.Min(length, RecordStart)];
            workbook.ReadExactly(start);
            workbook.Skip(length - start.Length);
            Note(at, number, start);
            at += head.Length + length;
        }

        if (_sheets.Any(sheet => !_beginnings.Contains(sheet)))
        {
            throw new RefusedException(Refusals.TwoReadings);
        }
    }

    private void Note(long at, int number, byte[] start)
    {
        if (Refused(number, start) is { } refusal)
        {
            throw new RefusedException(refusal);
        }

        if (_beginnings.Count > MostSheets || _sheets.Count > MostSheets)
        {
            throw new RefusedException(Refusals.TooMuchMarkup);
        }

        if (number == BeginningOfFile)
        {
            _beginnings.Add(at);
        }
        else if (number == BoundSheet && start.Length >= sizeof(uint))
        {
            _sheets.Add(BinaryPrimitives.ReadUInt32LittleEndian(start));
        }
    }

    private static Refusal? Refused(int number, byte[] start) => number switch
    {
        FilePass => Refusals.Encrypted,
        BoundSheet when start is [_, _, _, _, _, MacroSheet or BasicModule, ..] => Refusals.Macros,
        BeginningOfFile when Kind(start) is MacroStream or BasicStream => Refusals.Macros,
        SupportingBook when start.Length >= 4 && !IsOwn(BinaryPrimitives.ReadUInt16LittleEndian(start.AsSpan(2))) => Refusals.ExternalLink,
        DefinedName when IsFetching(start) => Refusals.ExternalLink,
        DataConnection or DatabaseQuery => Refusals.DataConnection,
        _ => null,
    };

    /// <summary>What kind of stream begins: the workbook, a sheet, a chart, macros.</summary>
    private static int Kind(byte[] start) => start.Length >= KindOfStreamAt + 2 ? BinaryPrimitives.ReadUInt16LittleEndian(start.AsSpan(KindOfStreamAt)) : 0;

    /// <summary>Functions that Excel got later are kept as names.</summary>
    private static bool IsFetching(byte[] name)
    {
        var text = System.Text.Encoding.Latin1.GetString(name).Replace("\0", "");
        return text.Contains("_xlfn.WEBSERVICE", StringComparison.OrdinalIgnoreCase) || text.Contains("_xlfn.IMAGE", StringComparison.OrdinalIgnoreCase);
    }

    /// <summary>A length of one is a book that formulas no longer use.</summary>
    private static bool IsOwn(int kindOrLength) => kindOrLength is OwnWorkbook or AddInFunctions or 1;
}
