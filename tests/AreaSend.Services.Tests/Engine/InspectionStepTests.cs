using AreaSend.Core.Rules;
using AreaSend.Core.Timetables;
using AreaSend.Services.Engine;
using AreaSend.Services.Engine.Durable;
using AreaSend.Services.Store;
using AreaSend.Services.Tests.Uploads;
using AreaSend.Services.Uploads;
using AreaSend.Services.Uploads.Scanning;
using AreaSend.Testing;
using Microsoft.Extensions.DependencyInjection;

namespace AreaSend.Services.Tests.Engine;

/// <summary>What a step of the durable engine is told to do.</summary>
public class InspectionStepTests(PostgresServer server, AzuriteServer azurite)
{
    private static readonly Duration Minute = Duration.FromMinutes(1);

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task Take_DocumentCameIn_OwesItsDecisionAtItsTimesAndThenNoMore(StoreProvider on)
    {
        var scanner = ScannerOfTests.Saying(ScannerOfTests.None, ScannerOfTests.Clean);
        await using var annexA = await AnnexACase.OpenAsync(on, server, azurite, services => services.AddSingleton<IMalwareScanner>(scanner));
        await annexA.Store.DrainAsync();
        var (step, care) = (annexA.Store.Get<InspectionStep>(), new EngineWork(annexA.Store.Database));
        Assert.Empty((await step.TakeAsync(annexA.Inspection))!.Effects);

        var document = await annexA.SendAsync(Samples.Text(), "structure.txt", ["1.1"]);

        // Whoever was told of its arrival has it in hand: a step leaves it to them for a minute.
        var early = (await step.TakeAsync(annexA.Inspection))!;
        Assert.Empty(early.Effects);
        Assert.Equal(Minute, early.Wait);
        annexA.Store.Clock.Advance(Minute);
        Assert.Equal([new OwedEffect(EffectKind.ScanUpload, Stage.ThreeWeeks, document.ToString("D"))], (await step.TakeAsync(annexA.Inspection))!.Effects);
        Assert.Equal([annexA.Inspection], await care.DueAsync(annexA.Store.Now));

        // No verdict yet: it is due again at its next try, and the step waits no longer than that.
        var again = (await annexA.Ingestion.IngestAsync(document))!.NextAttempt!.Value;
        var waiting = (await step.TakeAsync(annexA.Inspection))!;
        Assert.Empty(waiting.Effects);
        Assert.Equal(again - annexA.Store.Now + Minute, waiting.Wait);
        Assert.Empty(await care.DueAsync(annexA.Store.Now));

        annexA.Store.Clock.Reset(again + Minute);
        Assert.Single((await step.TakeAsync(annexA.Inspection))!.Effects);
        Assert.Equal(DocumentState.Accepted, (await annexA.Ingestion.IngestAsync(document))!.State);
        Assert.Empty((await step.TakeAsync(annexA.Inspection))!.Effects);
    }
}
