using AreaSend.Services.Store;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace AreaSend.Services.Sandbox;

/// <summary>What the sandbox's clock is ahead of: the system's clock.</summary>
public sealed record MachineClock(IClock Clock);

/// <summary>
/// The sandbox's clock: the machine's, moved ahead by as much as the store says, so that every part of the host shares one present.
/// It only ever moves forward. Never used outside the sandbox.
/// </summary>
public sealed class SandboxClock(StoreDatabase database, ChangeSignal signal, MachineClock machine) : IClock
{
    private const int TheRow = 1;

    private readonly SemaphoreSlim _moving = new(1, 1);
    private long _aheadTicks;

    /// <summary>How far ahead of the machine's clock it is.</summary>
    public Duration Ahead => Duration.FromTicks(Interlocked.Read(ref _aheadTicks));

    /// <inheritdoc/>
    public Instant GetCurrentInstant() => machine.Clock.GetCurrentInstant() + Ahead;

    /// <summary>Takes over what the store says: at the start, and when another process may have moved it.</summary>
    public async Task ReadAsync(CancellationToken cancellation = default)
    {
        await using var context = database.Open();
        var stored = await context.Set<ClockRow>().AsNoTracking()
            .Where(row => row.Id == TheRow).Select(row => row.AheadTicks).SingleOrDefaultAsync(cancellation);
        Forward(stored);
    }

    /// <summary>Moves the clock to a moment; one that has passed leaves it as it is.</summary>
    public async Task MoveToAsync(Instant moment, CancellationToken cancellation = default)
    {
        await _moving.WaitAsync(cancellation);
        try
        {
            await ReadAsync(cancellation);
            var missing = moment - GetCurrentInstant();
            if (missing <= Duration.Zero)
            {
                return;
            }

            var ahead = (Ahead + missing).BclCompatibleTicks;
            await StoreAsync(ahead, cancellation);
            Forward(ahead);
        }
        finally
        {
            _moving.Release();
        }

        signal.Raise();
    }

    private async Task StoreAsync(long ahead, CancellationToken cancellation)
    {
        await using var context = database.Open();
        var row = await context.Set<ClockRow>().SingleOrDefaultAsync(row => row.Id == TheRow, cancellation);
        if (row is null)
        {
            context.Set<ClockRow>().Add(new ClockRow { Id = TheRow, AheadTicks = ahead });
        }
        else
        {
            row.AheadTicks = ahead;
        }

        await context.SaveChangesAsync(cancellation);
    }

    private void Forward(long to)
    {
        for (var held = Interlocked.Read(ref _aheadTicks); held < to; held = Interlocked.Read(ref _aheadTicks))
        {
            Interlocked.CompareExchange(ref _aheadTicks, to, held);
        }
    }
}
