using AreaSend.Services.Areas;
using AreaSend.Services.Programme;
using NodaTime;

namespace AreaSend.Web.Schedule;

/// <summary>Months × regions: who is on site, each in the month of its first day, and how many are notified and drafted.</summary>
/// <param name="AsOf">Today.</param>
/// <param name="Regions">In order of name.</param>
/// <param name="Months">In order.</param>
public sealed record MonthSchedule(LocalDate AsOf, IReadOnlyList<string> Regions, IReadOnlyList<ScheduleMonth> Months)
{
    /// <summary>A year.</summary>
    public const int MonthsShown = 12;

    public static MonthSchedule Of(LoadView view, ScheduleQuery query)
    {
        var first = FirstOf(query.From ?? view.AsOf);
        List<string> regions =
        [
            .. LocalAuthorities.Seen.Select(area => area.Region)
                .Distinct()
                .Where(region => query.Region is null || region == query.Region)
                .Order(StringComparer.Ordinal),
        ];
        var shown = view.Inspections.Where(query.Shows).Select(one => (Inspection: one, Stages: one.Activity.StagesOn(view.AsOf))).ToList();
        return new(
            view.AsOf,
            regions,
            [
                .. from index in Enumerable.Range(0, MonthsShown)
                   let month = first.PlusMonths(index)
                   select new ScheduleMonth(
                       month,
                       month == FirstOf(view.AsOf),
                       [
                           .. from region in regions
                              let own = shown.Where(one => one.Inspection.Area.Region == region).ToList()
                              select new ScheduleCell(
                                  region,
                                  [.. own.Select(one => one.Inspection).Where(one => FirstOf(one.Activity.Starts) == month)],
                                  own.Count(one => IsAt(one.Stages, ScheduleStage.Notified, month)),
                                  own.Count(one => IsAt(one.Stages, ScheduleStage.Drafting, month))),
                       ]),
            ]);
    }

    /// <summary>The first day of the month that a day lies in.</summary>
    public static LocalDate FirstOf(LocalDate day) => day.With(DateAdjusters.StartOfMonth);

    private static bool IsAt(IEnumerable<StageSpan> stages, ScheduleStage stage, LocalDate month) =>
        stages.Any(one => one.Stage == stage && one.From < month.PlusMonths(1) && one.To >= month);
}

/// <summary>A month, with a cell for each region.</summary>
/// <param name="First">Its first day.</param>
/// <param name="IsThisMonth">Today lies in it.</param>
/// <param name="Cells">In the order of the regions.</param>
public sealed record ScheduleMonth(LocalDate First, bool IsThisMonth, IReadOnlyList<ScheduleCell> Cells);

/// <summary>What goes on in a region in a month.</summary>
/// <param name="Region">The region.</param>
/// <param name="OnSite">The inspections that come on site, in order of their first day.</param>
/// <param name="Notified">How many are between notification and their first day on a day of the month.</param>
/// <param name="Drafting">How many are drafted on a day of the month.</param>
public sealed record ScheduleCell(string Region, IReadOnlyList<Scheduled> OnSite, int Notified, int Drafting)
{
    public bool IsEmpty => OnSite.Count + Notified + Drafting == 0;
}
