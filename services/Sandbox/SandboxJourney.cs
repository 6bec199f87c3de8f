using AreaSend.Services.Engine;
using AreaSend.Services.Store;
using NodaTime;

namespace AreaSend.Services.Sandbox;

/// <summary>
/// Lets sandbox time pass as it would have passed: the clock stops at each moment at which something falls due, and what falls due is done then.
/// </summary>
/// <remarks>Whichever engine is configured does it; this moves the clock, and waits.</remarks>
public sealed class SandboxJourney(SandboxClock clock, EngineWork work, IInspectionEngine engine)
{
    private readonly SemaphoreSlim _travelling = new(1, 1);

    /// <summary>The version of the clock that a page shows, for its form to carry: how far it has been moved.</summary>
    public string Version => clock.Ahead.BclCompatibleTicks.ToString(System.Globalization.CultureInfo.InvariantCulture);

    /// <summary>Moves the clock to a moment, or to the next at which anything falls due, if nobody else has moved it since.</summary>
    /// <param name="moment">How far; null for the next date.</param>
    /// <param name="shown">The <see cref="Version"/> that somebody decided on.</param>
    /// <param name="cancellation">Gives up.</param>
    /// <returns>Whether the clock was still where it was shown.</returns>
    public async Task<bool> TravelAsync(Instant? moment, string shown, CancellationToken cancellation = default)
    {
        await _travelling.WaitAsync(cancellation);
        try
        {
            if (shown != Version)
            {
                return false;
            }

            await (moment is { } to ? (Task)ToAsync(to, cancellation) : ToNextAsync(cancellation));
            return true;
        }
        finally
        {
            _travelling.Release();
        }
    }

    /// <summary>Moves the clock to a moment, by way of all that falls due on the way.</summary>
    /// <returns>How many moments there were.</returns>
    /// <exception cref="EngineBehindException">The engine did not do what fell due at one of them; the clock stands there.</exception>
    public async Task<int> ToAsync(Instant moment, CancellationToken cancellation = default)
    {
        var stops = 0;
        while (true)
        {
            await SettleAsync(cancellation);

            // The clock runs on meanwhile: what an engine beside this one puts into the outbox seconds later belongs to the moment too.
            if (await work.NextByClockAsync(cancellation) is not { } next || next > Instant.Max(moment, clock.GetCurrentInstant()))
            {
                break;
            }

            await clock.MoveToAsync(next, cancellation);
            stops++;
        }

        await clock.MoveToAsync(moment, cancellation);
        return stops;
    }

    /// <summary>Moves the clock to the next moment at which anything falls due, and does it.</summary>
    /// <returns>That moment; null when nothing will fall due by itself.</returns>
    /// <exception cref="EngineBehindException">The engine did not do what fell due; the clock stands there.</exception>
    public async Task<Instant?> ToNextAsync(CancellationToken cancellation = default)
    {
        await SettleAsync(cancellation);
        if (await work.NextByClockAsync(cancellation) is { } next)
        {
            await ToAsync(next, cancellation);
            return next;
        }

        return null;
    }

    private async Task SettleAsync(CancellationToken cancellation)
    {
        if (!await engine.SettleAsync(cancellation))
        {
            throw new EngineBehindException(clock.GetCurrentInstant());
        }
    }
}
