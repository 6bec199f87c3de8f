using AreaSend.Core.Programme;
using AreaSend.Core.Timetables;
using AreaSend.Services.Areas;
using NodaTime;

namespace AreaSend.Services.Programme;

/// <summary>Where one area stands in the national programme on a day.</summary>
/// <param name="Area">The area.</param>
/// <param name="History">What has taken place in it, and what is planned.</param>
/// <param name="Programme">When it is to be inspected next, and why.</param>
/// <param name="Due">What it is due for, the most pressing first.</param>
public sealed record AreaStanding(LocalAuthority Area, AreaHistory History, AreaProgramme Programme, IReadOnlyList<DueInspection> Due)
{
    /// <summary>The most pressing of what it is due for.</summary>
    public DueInspection Next => Due[0];

    internal static AreaStanding Of(LocalAuthority area, AreaHistory history, LocalDate asOf, CycleRules rules)
    {
        var programme = AreaProgramme.Of(history.Record, asOf, rules);
        IEnumerable<DueInspection> due = [DueInspection.Of(ProgrammedKind.Full, programme.Limits[0], Planned(history, ActivityKind.Full), asOf)];
        if (programme.Monitoring is { } monitoring)
        {
            due = due.Append(DueInspection.Of(ProgrammedKind.Monitoring, monitoring, Planned(history, ActivityKind.Monitoring), asOf));
        }

        return new(area, history, programme, [.. due.OrderBy(one => one.Standing).ThenBy(one => one.Limit.By).ThenBy(one => one.Kind)]);
    }

    /// <summary>The inspection that is on its way: the one planned or, of a full one, the one whose report has not been published.</summary>
    private static HeldActivity? Planned(AreaHistory history, ActivityKind kind) =>
        history.Held.FirstOrDefault(activity =>
            activity.Kind == kind && (!activity.HasTakenPlace || (kind == ActivityKind.Full && activity.Published is null)));
}
