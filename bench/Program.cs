using AreaSend.Bench.PersonLists;
using BenchmarkDotNet.Running;

if (args is ["person-lists", .. var rest])
{
    return ListComparison.Run(rest);
}

BenchmarkSwitcher.FromAssembly(typeof(Program).Assembly).Run(args);
return 0;
