using AreaSend.Services.Keeping;
using Microsoft.Azure.Functions.Worker;

namespace AreaSend.Functions.Triggers;

/// <summary>
/// Nightly: proposes what may be disposed of by the schedule (¶ 142), for an administrator to confirm in the console. The console disposes of it, which alone
/// may delete versions of documents.
/// </summary>
internal sealed class Keeping(DisposalProposals proposals, NodaTime.IClock clock)
{
    [Function(nameof(Keeping))]
    public Task Run([TimerTrigger("0 45 2 * * *")] TimerInfo timer, CancellationToken cancellation) =>
        proposals.ProposeAsync(Core.Calendars.LondonTime.DateOf(clock.GetCurrentInstant()), cancellation);
}
