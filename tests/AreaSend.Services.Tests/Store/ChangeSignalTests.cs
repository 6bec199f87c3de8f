using AreaSend.Services.Store;

namespace AreaSend.Services.Tests.Store;

public class ChangeSignalTests
{
    private static readonly TimeSpan Long = TimeSpan.FromMinutes(5);
    private static readonly (Guid First, Guid Second) Inspections = (Guid.NewGuid(), Guid.NewGuid());

    [Fact]
    public async Task Wait_RaisedBefore_HasEachOnce()
    {
        var signal = new ChangeSignal();
        signal.Raise(Inspections.First);
        signal.Raise(Inspections.Second);
        signal.Raise(Inspections.First);

        var changes = await signal.WaitAsync(Long, TestContext.Current.CancellationToken);

        Assert.Equal(new[] { Inspections.First, Inspections.Second }.Order(), changes!.Inspections.Order());
        Assert.False(changes.More);
        Assert.Null(await signal.WaitAsync(TimeSpan.Zero, TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task Wait_RaisedForNoOneInspection_SaysSoOnce()
    {
        var signal = new ChangeSignal();
        signal.Raise();

        Assert.True((await signal.WaitAsync(Long, TestContext.Current.CancellationToken))!.More);

        signal.Raise(Inspections.First);
        Assert.False((await signal.WaitAsync(Long, TestContext.Current.CancellationToken))!.More);
    }

    [Fact]
    public async Task Wait_RaisedMeanwhile_Ends()
    {
        var signal = new ChangeSignal();
        var waiting = signal.WaitAsync(Long, TestContext.Current.CancellationToken);
        Assert.False(waiting.IsCompleted);

        signal.Raise(Inspections.First);

        Assert.Equal([Inspections.First], (await waiting)!.Inspections);
    }

    // Whoever raises while another takes is heard now or the next time: never twice, and never not at all.
    [Fact]
    public async Task Wait_ManyRaiseAtOnce_LosesNone()
    {
        var signal = new ChangeSignal();
        var all = Enumerable.Range(0, 2_000).Select(_ => Guid.NewGuid()).ToList();
        var raising = Task.Run(() => Parallel.ForEach(all, inspection => signal.Raise(inspection)), TestContext.Current.CancellationToken);
        var heard = new List<Guid>();
        while (heard.Count < all.Count)
        {
            heard.AddRange((await signal.WaitAsync(Long, TestContext.Current.CancellationToken))!.Inspections);
        }

        await raising;
        Assert.Equal(all.Order(), heard.Order());
    }
}
