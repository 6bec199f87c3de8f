using AreaSend.Bench.Engine;
using AreaSend.Bench.PersonLists;
using BenchmarkDotNet.Running;

if (args is ["person-lists", .. var rest])
{
    return ListComparison.Run(rest);
}

if (args is ["store"])
{
    return await StoreFigures.RunAsync();
}

BenchmarkSwitcher.FromAssembly(typeof(Program).Assembly).Run(args);
return 0;
