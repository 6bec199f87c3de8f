using AreaSend.Core.Programme;
using AreaSend.Services.Areas;
using AreaSend.Services.ReferenceData;
using NodaTime;
using NodaTime.Text;

namespace AreaSend.Services.Programme;

/// <summary>
/// The full inspections published under the framework so far, as shipped in <c>data/inspections/full-inspections.csv</c>, and the areas that are new.
/// </summary>
public static class ShippedHistory
{
    /// <summary>Areas that came into being since the cycle began (¶ 24): Cumbria became two areas on 1 April 2023.</summary>
    private static readonly Dictionary<string, LocalDate> NewAreas = new()
    {
        ["942"] = new(2023, 4, 1),
        ["943"] = new(2023, 4, 1),
    };

    /// <summary>The record of each of the 153 areas, in order of code.</summary>
    /// <exception cref="FormatException">The shipped file names an area that there is not, or a day that is none.</exception>
    public static IReadOnlyList<AreaRecord> Load()
    {
        var published = CsvTable.Parse(ShippedFile.Read("full-inspections.csv")).ToLookup(row => row["area"], Read);
        var unknown = published.Select(area => area.Key).FirstOrDefault(area => LocalAuthorities.Find(area) is null);
        return unknown is not null
            ? throw new FormatException($"The history names the area {unknown}, and there is none.")
            : [
                .. from area in LocalAuthorities.All
                   orderby area.Code
                   select new AreaRecord(area.Code, [.. published[area.Code]], [], NewAreas.TryGetValue(area.Code, out var created) ? created : null),
            ];
    }

    private static PastFullInspection Read(IReadOnlyDictionary<string, string> row) =>
        new(Day(row["on_site_starts"]), Day(row["on_site_ends"]), row["outcome"] is [var digit] ? digit - '0' : null, Day(row["published"])!.Value);

    private static LocalDate? Day(string text) => text.Length == 0 ? null : LocalDatePattern.Iso.Parse(text).GetValueOrThrow();
}
