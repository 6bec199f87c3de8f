using AreaSend.Services.Uploads;

namespace AreaSend.Web.AccessLog;

/// <summary>What somebody did with person-level data, in words.</summary>
internal static class AccessWords
{
    /// <summary>By the words of <see cref="AccessRecord"/>.</summary>
    public static IReadOnlyDictionary<string, string> Deeds { get; } = new Dictionary<string, string>
    {
        [AccessRecord.Download] = "Downloaded a document",
        [AccessRecord.DownloadRefused] = "Asked for a document that is not to be had",
        [AccessRecord.Selection] = "Opened the selection of children and young people",
        [AccessRecord.SelectionNamed] = "Entered the unique IDs of the selection",
        [AccessRecord.HeldOnPerson] = "Took out all that is held on a person",
        [AccessRecord.Disposed] = "A line that has been disposed of",
    };

    /// <summary>What was done; the word itself where a newer release wrote it.</summary>
    public static string Of(AccessRecord record) => Deeds.GetValueOrDefault(record.What, record.What);
}
