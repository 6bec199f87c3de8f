using AreaSend.Bench.Engine;
using AreaSend.Bench.PersonLists;
using BenchmarkDotNet.Running;

if (args is ["person-lists", .. var rest])
{
    return ListComparison.Run(rest);
}

if (args is ["whole-inspection"])
{
    return await StoreFigures.WholeAsync();
}

if (args is ["due-at-once"])
{
    return await StoreFigures.DrainAsync();
}

BenchmarkSwitcher.FromAssembly(typeof(Program).Assembly).Run(args);
return 0;
