using AreaSend.Browser.Tests;

[assembly: AssemblyFixture(typeof(Chromium))]

// A journey mostly waits for the browser: more of them at once than there are processors.
[assembly: Xunit.v3.Parallelization(MaxThreads = 6)]
