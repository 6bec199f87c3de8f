using AreaSend.Bench.Engine;
using AreaSend.Bench.Pages;
using AreaSend.Bench.PersonLists;
using AreaSend.Bench.Programme;
using AreaSend.Bench.Start;
using AreaSend.Bench.Timetables;
using BenchmarkDotNet.Configs;
using BenchmarkDotNet.Jobs;
using BenchmarkDotNet.Running;
using BenchmarkDotNet.Toolchains.InProcess.Emit;

return args switch
{
    ["working-days"] => Run<WorkingDayBench>(),
    ["planning"] => Run<PlanningBench>(),
    ["proposal"] => Run<ProposalBench>(),
    ["whole-inspection"] => await StoreFigures.WholeAsync(),
    ["due-at-once"] => await StoreFigures.DrainAsync(),
    ["notified-at-once"] => await NotifiedAtOnce.RunAsync(),
    ["first-page"] => await FirstPage.RunAsync(),
    ["pages"] => await PageTimes.RunAsync(),
    ["store", var where, var count] => await StoreToBackUp.MakeAsync(where, int.Parse(count, System.Globalization.CultureInfo.InvariantCulture)),
    ["person-lists", .. var rest] => ListComparison.Run(rest),
    _ => Unknown(),
};

// In this process: the project that BenchmarkDotNet would write, restore and build knows nothing of our package versions.
static int Run<TBench>()
{
    BenchmarkRunner.Run<TBench>(DefaultConfig.Instance.AddJob(Job.ShortRun.WithToolchain(InProcessEmitToolchain.Instance)));
    return 0;
}

static int Unknown()
{
    Console.Error.WriteLine(
        "Say which figure: working-days, planning, proposal, whole-inspection, due-at-once, notified-at-once, first-page, pages or person-lists. docs/performance.md tells what each means.");
    return 2;
}
