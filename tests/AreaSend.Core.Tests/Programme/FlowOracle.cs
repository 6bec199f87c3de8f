using AreaSend.Core.Programme;
using AreaSend.Core.Tests.Calendars;

namespace AreaSend.Core.Tests.Programme;

/// <summary>How many due-by dates can be kept at all: a maximum flow by breadth-first search on a plain capacity table, written apart from what it checks.</summary>
internal static class FlowOracle
{
    public static int MostKept(IReadOnlyList<InspectionDue> due, ProposalRequest request) => MostPlaced(due, request, late: []);

    /// <summary>How many can have a week where some need not keep their dates, and one, if given, has a week of its own.</summary>
    public static int MostPlaced(
        IReadOnlyList<InspectionDue> due, ProposalRequest request, IReadOnlyCollection<InspectionDue> late, (InspectionDue Due, LocalDate Monday)? only = null)
    {
        var weeks = request.Weeks(Published.Calendar);
        var regions = due.Select(one => one.Region).Distinct().ToList();
        var (source, sink) = (0, 1);
        int Inspection(int index) => 2 + index;
        int RegionWeek(int region, int week) => 2 + due.Count + (region * weeks.Count) + week;
        int Week(int week) => 2 + due.Count + (regions.Count * weeks.Count) + week;
        var capacity = new int[Week(weeks.Count), Week(weeks.Count)];
        for (var index = 0; index < due.Count; index++)
        {
            capacity[source, Inspection(index)] = 1;
            for (var week = 0; week < weeks.Count; week++)
            {
                var fits = (late.Contains(due[index]) || weeks[week].PlusDays(4) <= due[index].DueBy) && (only is not var (bound, monday) || bound != due[index] || monday == weeks[week])
                    && (due[index].NotBefore is not { } first || weeks[week] >= first) && due[index].NotInWeeksOf?.Contains(weeks[week]) != true;
                capacity[Inspection(index), RegionWeek(regions.IndexOf(due[index].Region), week)] = fits ? 1 : 0;
            }
        }

        for (var week = 0; week < weeks.Count; week++)
        {
            capacity[Week(week), sink] = Math.Max(0, request.PerWeek - request.Taken.Count(taken => taken.Monday == weeks[week]));
            for (var region = 0; region < regions.Count; region++)
            {
                var there = request.Taken.Count(taken => taken.Monday == weeks[week] && taken.Region == regions[region]);
                capacity[RegionWeek(region, week), Week(week)] = request.PerRegion is { } limit ? Math.Max(0, limit - there) : due.Count;
            }
        }

        var flow = 0;
        while (Augment(capacity, source, sink))
        {
            flow++;
        }

        return flow;
    }

    private static bool Augment(int[,] capacity, int source, int sink)
    {
        var cameFrom = new Dictionary<int, int> { [source] = source };
        var queue = new Queue<int>([source]);
        while (queue.TryDequeue(out var node))
        {
            for (var next = 0; next < capacity.GetLength(0); next++)
            {
                if (capacity[node, next] > 0 && cameFrom.TryAdd(next, node))
                {
                    queue.Enqueue(next);
                }
            }
        }

        for (var node = sink; cameFrom.TryGetValue(node, out var before) && node != source; node = before)
        {
            capacity[before, node]--;
            capacity[node, before]++;
        }

        return cameFrom.ContainsKey(sink);
    }
}
