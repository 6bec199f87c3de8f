using AreaSend.Services.Background;

namespace AreaSend.Services.Tests.Background;

/// <summary>What every class of rounds has from its base.</summary>
public class RoundsTests
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Round_ThatSaysWhenTheNextIsDue_IsFollowedByItThen()
    {
        using var rounds = new Told(_ => TimeSpan.FromHours(7), _ => null);

        await RunAsync(rounds);

        Assert.Equal([TimeSpan.FromHours(7)], rounds.Waits);
        Assert.Empty(rounds.Failures);
    }

    [Fact]
    public async Task Round_ThatFails_IsSaidAndFollowedByAnotherAfterAWhile()
    {
        using var rounds = new Told(_ => throw new IOException("Storage is away."), _ => throw new TaskCanceledException("It took too long."), _ => null);

        await RunAsync(rounds);

        Assert.Equal(["Storage is away.", "It took too long."], rounds.Failures.Select(problem => problem.Message));
        Assert.Equal([TimeSpan.FromSeconds(5), TimeSpan.FromSeconds(5)], rounds.Waits);
    }

    [Fact]
    public async Task Round_ThatTheHostStops_EndsAndIsNoFailure()
    {
        var begun = new TaskCompletionSource();
        using var rounds = new Told(stopping =>
        {
            begun.SetResult();
            stopping.WaitHandle.WaitOne();
            throw new OperationCanceledException(stopping);
        });
        await rounds.StartAsync(Cancellation);
        await begun.Task.WaitAsync(Cancellation);

        await rounds.StopAsync(Cancellation);

        Assert.True(rounds.ExecuteTask!.IsCanceled);
        Assert.Empty(rounds.Failures);
        Assert.Empty(rounds.Waits);
    }

    [Fact]
    public async Task Once_WorkThatFailsAtFirst_IsDoneUntilItSucceeds()
    {
        var tries = 0;
        using var rounds = new Told(_ => null) { Before = _ => ++tries < 3 ? throw new IOException("Storage is away.") : Task.CompletedTask };

        await RunAsync(rounds);

        Assert.Equal((3, 2), (tries, rounds.Failures.Count));
    }

    private static async Task RunAsync(Told rounds)
    {
        await rounds.StartAsync(Cancellation);
        await rounds.ExecuteTask!.WaitAsync(Cancellation);
    }

    /// <summary>Does one thing after another, and waits for nothing.</summary>
    private sealed class Told(params Func<CancellationToken, TimeSpan?>[] todo) : Rounds
    {
        private readonly Queue<Func<CancellationToken, TimeSpan?>> _todo = new(todo);

        public List<TimeSpan> Waits { get; } = [];

        public List<Exception> Failures { get; } = [];

        public Func<CancellationToken, Task> Before { get; init; } = _ => Task.CompletedTask;

        protected override async Task ExecuteAsync(CancellationToken stoppingToken)
        {
            await OnceAsync(Before, stoppingToken);
            await base.ExecuteAsync(stoppingToken);
        }

        protected override Task<TimeSpan?> RoundAsync(CancellationToken stopping) => Task.Run(() => _todo.Dequeue()(stopping), CancellationToken.None);

        protected override Task WaitAsync(TimeSpan atMost, CancellationToken stopping)
        {
            Waits.Add(atMost);
            return Task.CompletedTask;
        }

        protected override void Failed(Exception problem) => Failures.Add(problem);
    }
}
