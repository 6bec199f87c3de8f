using AreaSend.Bench.Engine;
using AreaSend.Bench.PersonLists;
using AreaSend.Bench.Start;
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

if (args is ["first-page"])
{
    return await FirstPage.RunAsync();
}

BenchmarkSwitcher.FromAssembly(typeof(Program).Assembly).Run(args);
return 0;
