using AreaSend.Core.Inspections;
using AreaSend.FileChecks;
using AreaSend.Lists;
using AreaSend.Lists.Files;
using AreaSend.Lists.Findings;
using NodaTime;

namespace AreaSend.Services.Uploads.Ingesting;

/// <summary>
/// Reads a document that answers list 1 or 2 (¶ 196). A list with errors goes back to be mended; queries are for a person to look at and hold nothing up.
/// </summary>
internal static class ListJudgement
{
    private static readonly (string Item, PersonList List)[] Known = [("list-1", PersonList.One), ("list-2", PersonList.Two)];

    /// <summary>Whether a document is a list of children and young people, or about one who is tracked.</summary>
    public static bool IsAboutChildren(Document document) => document.Child is not null || Known.Any(list => document.Items.Contains(list.Item));

    /// <summary>The reports, and why the document is refused; neither for one that answers no list.</summary>
    public static (IReadOnlyList<ListReport> Reports, Refusal? Refusal) Of(Document document, Stream content, LocalDate today, CancellationToken cancellation)
    {
        var asked = Known.Where(list => document.Items.Contains(list.Item)).Select(list => list.List).ToList();
        if (asked.Count == 0)
        {
            return ([], null);
        }

        var reading = PersonListReader.Check(content, document.FileName, today, asked.Count == 1 ? asked[0] : null, onRecord: null, cancellation);
        return (reading.Reports, Refusal(reading, asked));
    }

    private static Refusal? Refusal(ListReading reading, List<PersonList> asked)
    {
        if (reading.Unreadable is { } because)
        {
            return new Refusal("list-unreadable", because);
        }

        if (asked.Find(list => reading.Reports.All(report => report.List != list)) is var missing and not 0)
        {
            return new Refusal(
                "list-missing",
                $"The file holds only one of the two lists, and list {(int)missing} is missing: send it in a file of its own, or say that this file answers the other list alone.");
        }

        var errors = reading.Reports.Sum(report => report.Errors);
        return errors == 0 ? null : new Refusal(
            UploadRefused.ErrorsInAList,
            $"The list has {(errors == 1 ? "1 error" : $"{errors} errors")}: the site shows what is wrong, where it is first and how to mend it, and has a workbook with the row and column of each. Mend what it shows and send the list again.");
    }
}
