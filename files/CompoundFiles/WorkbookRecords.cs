using System.Buffers.Binary;

namespace AreaSend.FileChecks.CompoundFiles;

/// <summary>Walks the records of an Excel 97 to 2003 workbook, each a number, a length and a body.</summary>
internal static class WorkbookRecords
{
    private const int BeginningOfFile = 0x0809;
    private const int FilePass = 0x002F;
    private const int BoundSheet = 0x0085;
    private const int SupportingBook = 0x01AE;

    private const int RecordStart = 6;
    private const int MacroSheet = 1;
    private const int BasicModule = 6;
    private const int OwnWorkbook = 0x0401;
    private const int AddInFunctions = 0x3A01;

    public static void Check(CompoundStream workbook)
    {
        var head = new byte[4];
        var isFirst = true;
        while (workbook.ReadAtLeast(head, head.Length, throwOnEndOfStream: false) == head.Length)
        {
            int number = BinaryPrimitives.ReadUInt16LittleEndian(head);
            int length = BinaryPrimitives.ReadUInt16LittleEndian(head.AsSpan(2));
            if (isFirst && number != BeginningOfFile)
            {
                throw new RefusedException(Refusals.Damaged);
            }

            isFirst = false;
            CheckRecord(workbook, number, length);
        }
    }

    private static void CheckRecord(CompoundStream workbook, int number, int length)
    {
        var start = new byte[Math.Min(length, RecordStart)];
        workbook.ReadExactly(start);
        workbook.Skip(length - start.Length);
        var refusal = number switch
        {
            FilePass => Refusals.Encrypted,
            BoundSheet when start is [_, _, _, _, _, MacroSheet or BasicModule, ..] => Refusals.Macros,
            SupportingBook when start.Length >= 4 && !IsOwn(BinaryPrimitives.ReadUInt16LittleEndian(start.AsSpan(2))) => Refusals.ExternalLink,
            _ => null,
        };
        if (refusal is not null)
        {
            throw new RefusedException(refusal);
        }
    }

    /// <summary>A length of one is a book that formulas no longer use.</summary>
    private static bool IsOwn(int kindOrLength) => kindOrLength is OwnWorkbook or AddInFunctions or 1;
}
