using System.Diagnostics;
using System.Globalization;
using AreaSend.Lists;
using AreaSend.Lists.Tracking;

namespace AreaSend.Bench.PersonLists;

/// <summary>
/// How long the draw takes from 50,000 children, the first time in a process and after: once where all can be met, once where nobody is in alternative
/// provision.
/// </summary>
internal static class DrawTimes
{
    private const int Children = 50_000;
    private const int Rounds = 20;

    public static int Run()
    {
        var random = new Random(1);
        Candidate[] area = [.. Enumerable.Range(1, Children).Select(i => new Candidate(
            $"EX{i:000000}",
            random.Next(4) == 0 ? PersonList.One : PersonList.Two,
            (AreaOfNeed)random.Next(5),
            (AgeGroup)random.Next(1, 6),
            (Setting)random.Next(7),
            (SocialCare)random.Next(1, 7)))];
        Candidate[] without = [.. area.Where(child => child.Setting != Setting.AlternativeProvision)];

        Console.WriteLine("| 50,000 children | first | its processor time | median after |");
        Console.WriteLine("|---|---|---|---|");
        Measure("every constraint can be met", area, HandbookConstraints.UsualNumber);
        Measure("nobody in alternative provision", without, HandbookConstraints.UsualNumber);
        Measure("constraints clash: three children only", area, 3);
        return 0;
    }

    private static void Measure(string what, Candidate[] area, int number)
    {
        var times = Enumerable.Range(0, Rounds).Select(round =>
        {
            var (clock, before) = (Stopwatch.StartNew(), Environment.CpuUsage.TotalTime);
            TrackingDraw.Draw(area, (ulong)round, number);
            return (Elapsed: clock.Elapsed.TotalMilliseconds, Worked: (Environment.CpuUsage.TotalTime - before).TotalMilliseconds);
        }).ToList();
        var after = times.Skip(1).Select(time => time.Elapsed).Order().ElementAt((Rounds - 1) / 2);
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"| {what} | {times[0].Elapsed:0} ms | {times[0].Worked:0} ms | {after:0} ms |"));
    }
}
