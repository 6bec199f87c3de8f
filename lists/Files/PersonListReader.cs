using System.Xml;
using AreaSend.FileChecks;
using AreaSend.FileChecks.XmlGuards;
using AreaSend.Lists.Files.Csv;
using AreaSend.Lists.Files.Xls;
using NodaTime;

namespace AreaSend.Lists.Files;

/// <summary>
/// Reads and checks lists 1 and 2 (¶ 196 to 199) in one pass, in memory that does not grow with their length:
/// Excel workbooks (.xlsx, .xls), OpenDocument spreadsheets (.ods) and text (.csv in UTF-8 or Windows-1252; comma, semicolon or tab). The content says which it
/// is, not the name.
/// </summary>
public static class PersonListReader
{
    /// <summary>Checks the file.</summary>
    /// <param name="content">The file, which must be seekable; it is left open.</param>
    /// <param name="fileName">Its name, for a text file to be called by.</param>
    /// <param name="today">The day in London.</param>
    /// <param name="wanted">The list that was asked for, or null for whatever is there.</param>
    /// <param name="onRecord">Told of every child's row; the record is good only during the call.</param>
    /// <param name="cancellation">Ends the reading between two rows.</param>
    /// <exception cref="OperationCanceledException">The reading was ended.</exception>
    public static ListReading Check(
        Stream content,
        string fileName,
        LocalDate today,
        PersonList? wanted = null,
        Action<ListRecord>? onRecord = null,
        CancellationToken cancellation = default)
    {
        if (!content.CanSeek)
        {
            throw new ArgumentException("The stream must be seekable.", nameof(content));
        }

        var check = new BookCheck(today, wanted, onRecord);
        try
        {
            Feed(content, fileName, check, new RowBudget(cancellation));
        }
        catch (UnreadableListException unreadable)
        {
            return ListReading.Because(unreadable.Message);
        }
        catch (RefusedException refused)
        {
            return ListReading.Because(SentenceFor(refused.Refusal));
        }
        catch (MarkupTooLargeException)
        {
            return ListReading.Because(ReadingLimits.TooLarge);
        }
        catch (Exception exception) when (exception is InvalidDataException or XmlException or EndOfStreamException or NotSupportedException)
        {
            return ListReading.Because(ReadingLimits.Damaged);
        }

        var reports = check.Reports();
        return reports.Count == 0 ? ListReading.Because(check.WhyNone) : new ListReading(reports);
    }

    /// <summary>What the checks of files say of an archive, in the words for a list where there are some.</summary>
    private static string SentenceFor(Refusal refusal) => refusal.Rule switch
    {
        "damaged" or "truncated" => ReadingLimits.Damaged,
        "archive-size" or "archive-entries" => ReadingLimits.TooLarge,
        "encrypted" => ReadingLimits.Encrypted,
        _ => refusal.Sentence,
    };

    private static void Feed(Stream content, string fileName, BookCheck check, RowBudget budget)
    {
        switch (ListFileForms.Of(content))
        {
            case ListFileForm.Zipped:
                ZippedBook.Feed(content, check, budget);
                break;
            case ListFileForm.Xls:
                XlsBook.Feed(content, check, budget);
                break;
            case ListFileForm.Text:
                CsvFile.Feed(content, Path.GetFileNameWithoutExtension(fileName), check, budget);
                break;
            case ListFileForm.Marked:
                throw new UnreadableListException(ListFileForms.NameOfMarked(content));
            case ListFileForm.Pdf:
                throw new UnreadableListException("The file is a PDF, which has no columns to read; send the list as .xlsx, .ods or .csv.");
            case ListFileForm.Empty:
                throw new UnreadableListException("The file is empty.");
            default:
                throw new UnreadableListException("The file is neither a workbook nor a text file (CSV); send the list as .xlsx, .ods, .xls or .csv.");
        }
    }
}
