using AreaSend.Core.Calendars;
using NodaTime;

namespace AreaSend.Services.Keeping;

/// <summary>The nightly run: proposes what may go, and goes on with what has been confirmed. Both engines call it, and nothing is doubled if both do.</summary>
public sealed class KeepingRound(DisposalProposals proposals, Disposal disposal, IClock clock)
{
    private static readonly LocalTime Night = new(2, 0);

    private LocalDate? _proposedOn;

    /// <summary>
    /// Goes on with what has been confirmed; and proposes, the first time after 2am in London that it is called, and when a host has just begun.
    /// </summary>
    public async Task RunAsync(CancellationToken cancellation = default)
    {
        var now = LondonTime.WithOffset(clock.GetCurrentInstant());
        var night = now.TimeOfDay < Night ? now.Date.PlusDays(-1) : now.Date;
        if (_proposedOn != night)
        {
            await proposals.ProposeAsync(now.Date, cancellation);
            _proposedOn = night;
        }

        await disposal.GoOnAsync(cancellation);
    }
}
