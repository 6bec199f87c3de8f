using AreaSend.Core.Timetables;

namespace AreaSend.Web.Inspections;

/// <summary>Steps in words where no timetable holds them: of another outcome, or of an inspection that has moved on.</summary>
internal static class StepTitles
{
    private static readonly Dictionary<string, string> Titles = FrameworkEditions.All
        .SelectMany(edition => Enum.GetValues<InspectionKind>().SelectMany(edition.For))
        .GroupBy(row => row.Key)
        .ToDictionary(rows => rows.Key, rows => rows.Last().Title);

    /// <summary>The title of a step; its key where no edition has it.</summary>
    public static string Show(string step) => Titles.GetValueOrDefault(step, step);
}
