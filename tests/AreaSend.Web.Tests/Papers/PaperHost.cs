using AreaSend.Core.Calendars;
using AreaSend.Core.Inspections;
using AreaSend.Core.Timetables;
using AreaSend.Services.Areas;
using AreaSend.Services.Engine;
using AreaSend.Services.Inspections;
using AreaSend.Services.Sandbox;
using AreaSend.Services.Store;
using AreaSend.Web.Tests.Lano;
using Microsoft.Extensions.DependencyInjection;

namespace AreaSend.Web.Tests.Papers;

/// <summary>A host with inspections of many areas, whose on-site days ended ten days ago: the clock is moved once for all tests.</summary>
public sealed class PaperHost : IAsyncLifetime
{
    private const int Many = 24;

    private readonly Queue<Guid> _inspections = new();

    /// <summary>The host over real storage.</summary>
    public PortalHost Host { get; } = new();

    /// <summary>An inspection of its own for a test.</summary>
    public Task<Guid> AfterOnSiteAsync() => Task.FromResult(_inspections.Dequeue());

    /// <inheritdoc/>
    public async ValueTask InitializeAsync()
    {
        await Host.InitializeAsync();
        var (store, journey) = (Host.Services.GetRequiredService<InspectionStore>(), Host.Services.GetRequiredService<SandboxJourney>());
        var monday = LondonTime.DateOf(Host.Services.GetRequiredService<SandboxClock>().GetCurrentInstant()).PlusWeeks(4).Next(IsoDayOfWeek.Monday);
        var ends = monday;
        foreach (var area in LocalAuthorities.All.Where(area => area.Code != "888").Take(Many))
        {
            // Where a bank holiday shuts a week out, the next is as good.
            var planned = await store.PlanAsync(area.Code, InspectionKind.Full, monday, Recorder.Coordinator) as Recording.Recorded
                ?? Assert.IsType<Recording.Recorded>(await store.PlanAsync(area.Code, InspectionKind.Full, monday.PlusWeeks(1), Recorder.Coordinator));
            _inspections.Enqueue(planned.Inspection.Id);
            ends = LocalDate.Max(ends, planned.Inspection.Plan.Marking(Anchor.OnSiteEnds)!.DueDate!.Value);
        }

        await journey.ToAsync(LondonTime.At(ends.PlusDays(10), new LocalTime(12, 0)));
    }

    /// <inheritdoc/>
    public ValueTask DisposeAsync() => Host.DisposeAsync();
}
