using AreaSend.Core.Inspections;
using AreaSend.Core.Rules;
using AreaSend.FileChecks.Tests;
using AreaSend.Services.Engine;
using AreaSend.Services.Store;
using AreaSend.Services.Uploads;
using AreaSend.Services.Uploads.Ingesting;
using AreaSend.Services.Uploads.Scanning;
using AreaSend.Testing;
using Microsoft.Extensions.DependencyInjection;

namespace AreaSend.Services.Tests.Uploads.Ingesting;

public class IngestionTests(PostgresServer server, AzuriteServer azurite)
{
    [Fact]
    public async Task Ingest_EverySmallOddFile_IsDecidedAsTheTableSays()
    {
        await using var annexA = await AnnexACase.OpenAsync(StoreProvider.Sqlite, server, azurite);
        var sent = new Dictionary<Guid, OddFile>();
        foreach (var file in OddFiles.Small)
        {
            sent[await annexA.SendAsync(file.Content(), file.FileName, ["2.4"])] = file;
        }

        await annexA.Ingestion.SweepAsync();

        var documents = (await annexA.Uploads.ListAsync(annexA.Inspection)).ToDictionary(document => document.Id);
        Assert.All(sent, pair => Assert.Equal((pair.Value.Name, pair.Value.Rule), (pair.Value.Name, documents[pair.Key].RefusalRule)));
        Assert.All(documents.Values, document => Assert.True(document.IsSettled));
        Assert.All((await annexA.LoadAsync()).Case.Events.Select(recorded => recorded.Event).OfType<UploadRefused>(), refused =>
        {
            Assert.DoesNotContain("“", refused.Because);
            Assert.NotEmpty(refused.Because);
        });
    }

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task Ingest_ArchiveFromAMac_IsAcceptedAndTheReceiptCountsWhatWasPassedOver(StoreProvider on)
    {
        await using var annexA = await AnnexACase.OpenAsync(on, server, azurite);
        var archive = await File.ReadAllBytesAsync(Path.Combine(AppContext.BaseDirectory, "Cases", "macos-ds-store.zip"));

        var document = await annexA.DecidedAsync(archive, "plans.zip", ["2.4"]);

        Assert.Equal((DocumentState.Accepted, 2), (document.State, document.PassedOver));
    }

    [Fact]
    public async Task Ingest_BombsAtTheSameTimeAsOtherFiles_ChangeNothingForThem()
    {
        await using var annexA = await AnnexACase.OpenAsync(StoreProvider.Sqlite, server, azurite);
        var sent = new List<(Guid Document, string? Rule)>();
        foreach (var bomb in Bombs.All)
        {
            sent.Add((await annexA.SendAsync(bomb.Content(), bomb.FileName, ["2.4"]), bomb.Rule));
            sent.Add((await annexA.SendAsync(Samples.Text($"beside {bomb.Name}"), "self-evaluation.txt", ["1.3"]), null));
            sent.Add((await annexA.SendAsync(Samples.List("list-2-clean.xlsx"), "list-2.xlsx", ["list-2"]), null));
        }

        await Task.WhenAll(sent.Select(one => Task.Run(() => annexA.Ingestion.IngestAsync(one.Document))));

        var documents = (await annexA.Uploads.ListAsync(annexA.Inspection)).ToDictionary(document => document.Id);
        Assert.All(sent, one => Assert.Equal((one.Rule, null), (documents[one.Document].RefusalRule, documents[one.Document].WaitingBecause)));
        Assert.All(documents.Values, document => Assert.True(document.IsSettled));
    }

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task Ingest_Infected_IsRefusedTheItemStaysOutstandingAndTheOfficerIsTold(StoreProvider on)
    {
        await using var annexA = await AnnexACase.OpenAsync(on, server, azurite);

        var document = await annexA.DecidedAsync(Eicar.TestString, "self-evaluation.txt", ["1.3"]);

        Assert.Equal((DocumentState.Refused, "malware"), (document.State, document.RefusalRule));
        Assert.Equal(["upload-arrived", "upload-refused"], await annexA.KindsAsync(document.Id));
        var standing = await annexA.StandingAsync("1.3");
        Assert.Equal((ItemState.Refused, true, document.Refusal), (standing.State, standing.IsOutstanding, standing.Words));

        // Files refused in one visit are told of together, once ten quiet minutes have passed.
        var told = await annexA.Store.Get<InspectionAdvance>().AdvanceAsync(annexA.Inspection, annexA.Store.Now + Duration.FromMinutes(11));
        Assert.Contains(told.Raised, key => key.StartsWith($"upload-refused:{RecipientRole.Dcs.Key()}:", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Ingest_NoVerdict_IsNotCleanWaitsAndIsTriedAgain()
    {
        var scanner = ScannerOfTests.Saying(ScannerOfTests.None, ScannerOfTests.Clean);
        await using var annexA = await OpenAsync(scanner);

        var waiting = await annexA.DecidedAsync(Samples.Text(), "self-evaluation.txt", ["1.3"]);
        var tooEarly = await annexA.Ingestion.SweepAsync();
        annexA.Store.Clock.Reset(waiting.NextAttempt!.Value);
        await annexA.Ingestion.SweepAsync();

        Assert.Equal((DocumentState.Arrived, "The scanner is away.", 1, 0), (waiting.State, waiting.WaitingBecause, waiting.Attempts, tooEarly));
        Assert.Equal((DocumentState.Accepted, 2), ((await annexA.Uploads.FindAsync(annexA.Inspection, waiting.Id))!.State, scanner.Scans));
        Assert.Null((await annexA.Uploads.FindAsync(annexA.Inspection, waiting.Id))!.WaitingBecause);
    }

    [Fact]
    public async Task Ingest_NoVerdictOnAListWithErrors_IsNotDecidedOn()
    {
        await using var annexA = await OpenAsync(new AwaitedScanner());

        var waiting = await annexA.DecidedAsync(Samples.List("list-1-101a-date-of-birth-missing.xlsx"), "list-1.xlsx", ["list-1"]);

        // Refused for its errors it could be taken as it is, and nobody has scanned it.
        Assert.Equal((DocumentState.Arrived, null), (waiting.State, waiting.RefusalRule));
    }

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task Ingest_BySeveralHostsAtOnce_DecidesOnce(StoreProvider on)
    {
        await using var annexA = await AnnexACase.OpenAsync(on, server, azurite);
        var document = await annexA.SendAsync(Samples.Text(), "self-evaluation.txt", ["1.3"]);
        var hosts = Enumerable.Range(0, 6).Select(_ => ActivatorUtilities.CreateInstance<Ingestion>(annexA.Store.Get<IServiceProvider>())).ToList();

        await Task.WhenAll(hosts.Select(host => Task.Run(() => host.IngestAsync(document))));
        await annexA.Ingestion.IngestAsync(document);

        var kinds = await annexA.KindsAsync(document);
        Assert.Equal((1, 1), (kinds.Count(kind => kind == "upload-arrived"), kinds.Count(kind => kind == "upload-accepted")));
        Assert.Equal("upload-accepted", kinds[^1]);
    }

    [Fact]
    public async Task Ingest_BlobChangedAfterItsScan_IsCheckedAnewAndWhatWasCheckedIsKept()
    {
        UploadStart.Ticket? ticket = null;
        var scanner = new ScannerOfTests(
            async () =>
            {
                await AnnexACase.PutAsync(ticket!.Address, Samples.Text("second"));
                return ScannerOfTests.Clean;
            },
            () => Task.FromResult(ScannerOfTests.Clean));
        await using var annexA = await OpenAsync(scanner);
        ticket = await annexA.TicketAsync("self-evaluation.txt", "1.3");
        await AnnexACase.PutAsync(ticket.Address, Samples.Text("first"));
        await annexA.Uploads.CompletedAsync(annexA.Inspection, ticket.Document);

        await annexA.Ingestion.IngestAsync(ticket.Document);

        Assert.Equal(2, scanner.Scans);
        await using var kept = await annexA.Uploads.OpenAsync(annexA.Inspection, ticket.Document, AnnexACase.Inspector);
        Assert.Equal("second", await new StreamReader(kept!.Content).ReadToEndAsync());
    }

    [Fact]
    public async Task Ingest_BlobThatNeverStandsStill_IsNeverAccepted()
    {
        UploadStart.Ticket? ticket = null;
        var versions = 0;
        await using var annexA = await OpenAsync(new ScannerOfTests(async () =>
        {
            await AnnexACase.PutAsync(ticket!.Address, Samples.Text($"version {++versions}"));
            return ScannerOfTests.Clean;
        }));
        ticket = await annexA.TicketAsync("self-evaluation.txt", "1.3");
        await AnnexACase.PutAsync(ticket.Address, Samples.Text());
        await annexA.Uploads.CompletedAsync(annexA.Inspection, ticket.Document);

        var document = await annexA.Ingestion.IngestAsync(ticket.Document);

        Assert.Equal((false, "The file changed again and again while it was checked."), (document!.IsSettled, document.WaitingBecause));
        Assert.DoesNotContain("upload-accepted", await annexA.KindsAsync(document.Id));
    }

    [Fact]
    public async Task Verdict_OfAScannerThatWorksByItself_TakesTheDocumentOn()
    {
        await using var annexA = await OpenAsync(new AwaitedScanner());
        var clean = await annexA.DecidedAsync(Samples.Text("clean"), "self-evaluation.txt", ["1.3"]);
        var harmful = await annexA.DecidedAsync(Samples.Text("harmful"), "strategy.txt", ["1.4"]);

        var accepted = await annexA.Ingestion.VerdictAsync(await VerdictAsync(annexA, clean.Id, ScannerOfTests.Clean));
        var refused = await annexA.Ingestion.VerdictAsync(await VerdictAsync(annexA, harmful.Id, new ScanVerdict.Infected("Fictional.Malware")));

        Assert.Equal((DocumentState.Arrived, DocumentState.Accepted, DocumentState.Refused), (clean.State, accepted!.State, refused!.State));
    }

    [Fact]
    public async Task Verdict_BeforeAnybodyAnnouncedTheFile_IsHeeded()
    {
        await using var annexA = await OpenAsync(new AwaitedScanner());
        var ticket = await annexA.TicketAsync("self-evaluation.txt", "1.3");
        await AnnexACase.PutAsync(ticket.Address, Samples.Text());

        var document = await annexA.Ingestion.VerdictAsync(await VerdictAsync(annexA, ticket.Document, ScannerOfTests.Clean));

        Assert.Equal(DocumentState.Accepted, document!.State);
    }

    [Fact]
    public async Task Verdict_OnAnotherVersionOrAnotherBlob_SaysNothing()
    {
        await using var annexA = await OpenAsync(new AwaitedScanner());
        var document = await annexA.SendAsync(Samples.Text(), "self-evaluation.txt", ["1.3"]);
        var verdict = await VerdictAsync(annexA, document, ScannerOfTests.Clean);

        var stale = await annexA.Ingestion.VerdictAsync(verdict with { ETag = "0x0" });
        var elsewhere = await annexA.Ingestion.VerdictAsync(verdict with { Blob = new Uri(verdict.Blob, $"{Guid.NewGuid()}") });

        Assert.Equal(DocumentState.Arrived, stale!.State);
        Assert.Null(elsewhere);
    }

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task Sweep_FileThatNobodyAnnounced_IsTaken(StoreProvider on)
    {
        await using var annexA = await AnnexACase.OpenAsync(on, server, azurite);
        var ticket = await annexA.TicketAsync("self-evaluation.txt", "1.3");
        await AnnexACase.PutAsync(ticket.Address, Samples.Text());

        await annexA.Ingestion.SweepAsync();

        Assert.Equal(["upload-arrived", "upload-scanned", "upload-accepted"], await annexA.KindsAsync(ticket.Document));
    }

    /// <summary>However many tickets nobody has used, older than the one that was.</summary>
    [Fact]
    public async Task Sweep_FileThatNobodyAnnouncedBehindHundredsOfTickets_IsTaken()
    {
        await using var annexA = await AnnexACase.OpenAsync(StoreProvider.Sqlite, server, azurite);
        var ticket = await annexA.TicketAsync("self-evaluation.txt", "1.3");
        await using (var context = annexA.Store.Database.Open())
        {
            context.Set<Document>().AddRange(Enumerable.Range(0, 600).Select(_ => Guid.NewGuid()).Select(id => new Document
            {
                Id = id, Inspection = annexA.Inspection, Items = ["1.3"], FileName = "unused.txt", Salt = NameMark.NewSalt(), BlobName = $"{annexA.Inspection}/{id}",
                BegunAt = annexA.Store.Now - Duration.FromMinutes(5), Expires = ticket.Expires, State = DocumentState.Expected,
            }));
            await context.SaveChangesAsync();
        }

        await AnnexACase.PutAsync(ticket.Address, Samples.Text());

        await annexA.Ingestion.SweepAsync();

        Assert.Equal(DocumentState.Accepted, (await annexA.Uploads.FindAsync(annexA.Inspection, ticket.Document))!.State);
    }

    [Fact]
    public async Task Sweep_TicketThatWasNotUsed_IsClosedWhenItEndsAndOpenedByALateFile()
    {
        await using var annexA = await AnnexACase.OpenAsync(StoreProvider.Sqlite, server, azurite);
        var ticket = await annexA.TicketAsync("self-evaluation.txt", "1.3");

        await annexA.Ingestion.SweepAsync();
        var before = (await annexA.Uploads.FindAsync(annexA.Inspection, ticket.Document))!.State;
        annexA.Store.Clock.Reset(ticket.Expires);
        await annexA.Ingestion.SweepAsync();
        var after = (await annexA.Uploads.FindAsync(annexA.Inspection, ticket.Document))!.State;
        await AnnexACase.PutAsync(ticket.Address, Samples.Text());
        var late = await annexA.Ingestion.IngestAsync($"{annexA.Inspection}/{ticket.Document}");

        Assert.Equal((DocumentState.Expected, DocumentState.NeverCame, DocumentState.Accepted), (before, after, late!.State));
    }

    [Fact]
    public async Task Ingest_BlobOfNobody_IsLeftAlone()
    {
        await using var annexA = await AnnexACase.OpenAsync(StoreProvider.Sqlite, server, azurite);

        Assert.Null(await annexA.Ingestion.IngestAsync("somebody/else"));
        Assert.Null(await annexA.Ingestion.IngestAsync(Guid.NewGuid()));
    }

    [Fact]
    public async Task Ingest_InspectionWithdrawnMeanwhile_IsRefusedWithItsReason()
    {
        await using var annexA = await AnnexACase.OpenAsync(StoreProvider.Sqlite, server, azurite);
        var document = await annexA.SendAsync(Samples.Text(), "self-evaluation.txt", ["1.3"]);
        await annexA.Store.Inspections.RecordAsync(annexA.Inspection, Recorder.Coordinator, (_, _, now) => new InspectionWithdrawn(now, "Boundaries change."));

        var refused = await annexA.Ingestion.IngestAsync(document);

        Assert.Equal((DocumentState.Refused, "not-taken"), (refused!.State, refused.RefusalRule));
        Assert.StartsWith("This inspection was withdrawn", refused.Refusal);
    }

    [Fact]
    public async Task Ingest_FailureOnTheWay_IsNotedAndTriedAgain()
    {
        var scanner = new ScannerOfTests(() => throw new IOException("The disk is full."), () => Task.FromResult(ScannerOfTests.Clean));
        await using var annexA = await OpenAsync(scanner);

        var failed = await annexA.DecidedAsync(Samples.Text(), "self-evaluation.txt", ["1.3"]);
        annexA.Store.Clock.Reset(failed.NextAttempt!.Value);
        await annexA.Ingestion.SweepAsync();

        Assert.Equal("The check could not be finished.", failed.WaitingBecause);
        Assert.Equal(DocumentState.Accepted, (await annexA.Uploads.FindAsync(annexA.Inspection, failed.Id))!.State);
    }

    private Task<AnnexACase> OpenAsync(IMalwareScanner scanner) =>
        AnnexACase.OpenAsync(StoreProvider.Sqlite, server, azurite, services => services.AddSingleton(scanner));

    private static async Task<DefenderVerdict> VerdictAsync(AnnexACase annexA, Guid document, ScanVerdict verdict)
    {
        var blob = annexA.Quarantined(document);
        var properties = await blob.GetPropertiesAsync();
        return new DefenderVerdict(blob.Uri, properties.Value.ETag.ToString("G").Trim('"'), verdict);
    }
}
