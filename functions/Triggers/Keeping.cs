using AreaSend.Services.Keeping;
using Microsoft.Azure.Functions.Worker;

namespace AreaSend.Functions.Triggers;

/// <summary>
/// Nightly: proposes what may be disposed of by the schedule (¶ 142), for an administrator to confirm in the console; and goes on with what has been
/// confirmed.
/// </summary>
internal sealed class Keeping(DisposalProposals proposals, Disposal disposal, NodaTime.IClock clock)
{
    [Function(nameof(Keeping))]
    public async Task Run([TimerTrigger("0 45 2 * * *")] TimerInfo timer, CancellationToken cancellation)
    {
        await proposals.ProposeAsync(Core.Calendars.LondonTime.DateOf(clock.GetCurrentInstant()), cancellation);
        await disposal.GoOnAsync(cancellation);
    }
}
