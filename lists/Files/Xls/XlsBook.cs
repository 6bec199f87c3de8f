using System.Globalization;
using System.Text;
using AreaSend.Lists.Dates;
using ExcelDataReader;
using ExcelDataReader.Exceptions;
using NodaTime;

namespace AreaSend.Lists.Files.Xls;

/// <summary>Reads a workbook of Excel 97 to 2003, which has 65,536 rows at most.</summary>
internal static class XlsBook
{
    private const int MostColumns = 256;

    static XlsBook() => Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);

    public static void Feed(Stream content, BookCheck check, RowBudget budget)
    {
        if (content.Length > ReadingLimits.XlsBytes)
        {
            throw new UnreadableListException(ReadingLimits.TooLarge);
        }

        try
        {
            using var reader = ExcelReaderFactory.CreateBinaryReader(content, new ExcelReaderConfiguration { LeaveOpen = true });
            FeedSheets(reader, check, budget);
        }
        catch (InvalidPasswordException exception)
        {
            throw new UnreadableListException(ReadingLimits.Encrypted, exception);
        }
        catch (Exception exception) when (IsOfDamagedFile(exception))
        {
            throw new UnreadableListException(ReadingLimits.Damaged, exception);
        }
    }

    /// <summary>The library reads records at the offsets that the file gives, and a damaged file gives wrong ones.</summary>
    private static bool IsOfDamagedFile(Exception exception) =>
        exception is ExcelReaderException or ArgumentException or IndexOutOfRangeException or InvalidOperationException
            or InvalidCastException or FormatException or OverflowException or NullReferenceException or IOException or KeyNotFoundException;

    private static void FeedSheets(IExcelDataReader reader, BookCheck check, RowBudget budget)
    {
        var row = new SheetRow();
        do
        {
            // The library makes room for every column that the file claims, in every row; the format itself has 256.
            if (reader.FieldCount > MostColumns)
            {
                throw new UnreadableListException(ReadingLimits.Damaged);
            }

            check.BeginSheet(new SheetInfo(reader.Name, IsHidden: reader.VisibleState != "visible"));
            HideColumns(row, reader);
            var number = 0;
            var isWanted = true;
            while (isWanted && reader.Read())
            {
                row.Begin(++number, isHidden: reader.RowHeight == 0);
                for (var column = 0; column < Math.Min(reader.FieldCount, SheetRow.MaxColumns); column++)
                {
                    Set(row, column, reader, budget);
                }

                budget.SpendRow(row);
                isWanted = check.Take(row);
            }
        }
        while (reader.NextResult());
    }

    private static void HideColumns(SheetRow row, IExcelDataReader reader)
    {
        row.BeginSheet();
        for (var column = 0; column < reader.FieldCount; column++)
        {
            if (reader.GetColumnWidth(column) == 0)
            {
                row.HideColumns(column, column);
            }
        }
    }

    /// <summary>The library gives the error of a formula as nothing, so that the cell counts as blank.</summary>
    private static void Set(SheetRow row, int column, IExcelDataReader reader, RowBudget budget)
    {
        var value = reader.GetValue(column);
        if (value is not null)
        {
            budget.SpendCell();
        }

        switch (value)
        {
            case string text:
                row.SetText(column, text);
                break;
            case DateTime date:
                var (day, hasTime) = DayOfTime.Of(LocalDate.FromDateTime(date), date.TimeOfDay.TotalSeconds);
                row.SetDate(column, day, hasTime);
                break;
            case bool:
                row.SetBoolean(column);
                break;
            case IConvertible number:
                var figure = number.ToDouble(CultureInfo.InvariantCulture);
                row.SetNumber(column, figure, figure.ToString(CultureInfo.InvariantCulture));
                break;
        }
    }
}
