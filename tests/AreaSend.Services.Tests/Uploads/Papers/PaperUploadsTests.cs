using System.Text;
using AreaSend.Core.Calendars;
using AreaSend.Core.Inspections;
using AreaSend.Core.Rules;
using AreaSend.Core.Timetables;
using AreaSend.Services.Checkpoints;
using AreaSend.Services.Inspections;
using AreaSend.Services.Store;
using AreaSend.Services.Uploads;
using AreaSend.Services.Uploads.Ingesting;
using AreaSend.Services.Uploads.Papers;
using AreaSend.Services.Uploads.Scanning;
using AreaSend.Testing;
using Microsoft.EntityFrameworkCore;

namespace AreaSend.Services.Tests.Uploads.Papers;

/// <summary>The papers of an inspection: recorded with what they are the paper of, checked like any upload, and given to those whose they are (¶ 136 to 149).</summary>
public sealed class PaperUploadsTests(PostgresServer server, AzuriteServer azurite)
{
    private static readonly Recorder Director = new(RecorderRole.Leader, Guid.Parse("01990000-0000-7000-8000-000000000002"));

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task Record_WithItsPaper_IsOneTransactionAndGivesItOnceItIsChecked(StoreProvider on)
    {
        await using var annexA = await DraftableAsync(on);
        var held = await HoldAsync(annexA, PaperKind.Draft, "draft.txt");
        Assert.Empty(await PapersAsync(annexA));

        Assert.IsType<Recording.Recorded>(await DraftSharedAsync(annexA, held));

        Assert.Equal(PaperState.BeingChecked, Assert.Single(await PapersAsync(annexA)).Filed.State);
        Assert.Null(await OpenAsync(annexA, held, AnnexACase.Lano, RecipientRole.Lano));
        await annexA.Ingestion.IngestAsync(held);
        Assert.Equal(PaperState.Given, Assert.Single(await PapersAsync(annexA)).Filed.State);
        Assert.Equal(["draft-shared", "paper-filed", "paper-accepted"], await LastKindsAsync(annexA, 3));
        Assert.Empty(await annexA.Uploads.ListAsync(annexA.Inspection));
    }

    /// <summary>Checked before the form is confirmed, it is there at once; and no fact told of it before.</summary>
    [Theory, ClassData(typeof(BothDatabases))]
    public async Task Record_APaperThatWasCheckedMeanwhile_IsGivenAtOnce(StoreProvider on)
    {
        await using var annexA = await DraftableAsync(on);
        var held = await HoldAsync(annexA, PaperKind.Draft, "draft.txt");
        var before = (await annexA.LoadAsync()).Case.Events.Count;
        await annexA.Ingestion.IngestAsync(held);
        Assert.Equal(before, (await annexA.LoadAsync()).Case.Events.Count);

        await DraftSharedAsync(annexA, held);

        Assert.Equal(["draft-shared", "paper-filed", "paper-accepted"], await LastKindsAsync(annexA, 3));
        Assert.Equal(PaperState.Given, Assert.Single(await PapersAsync(annexA)).Filed.State);
        Assert.Empty((await annexA.Store.Get<ChainVerifier>().VerifyAsync()).Documents);
    }

    [Theory]
    [InlineData(RecipientRole.Lano, true)]
    [InlineData(RecipientRole.Dcs, true)]
    [InlineData(RecipientRole.Icb, true)]
    [InlineData(RecipientRole.Pcf, false)] // restricted and confidential (¶ 136)
    [InlineData(RecipientRole.PrincipalAuthority, false)]
    public async Task Open_TheDraft_IsForThePartnershipAloneAndEachAskingIsLogged(RecipientRole role, bool isGiven)
    {
        await using var annexA = await DraftableAsync(StoreProvider.Sqlite);
        var held = await HoldAsync(annexA, PaperKind.Draft, "draft.txt");
        await DraftSharedAsync(annexA, held);
        await annexA.Ingestion.IngestAsync(held);

        Assert.Equal(isGiven ? Encoding.UTF8.GetString(Samples.Text()) : null, await OpenAsync(annexA, held, Director, role));

        var logged = Assert.Single(await annexA.Uploads.AccessAsync(annexA.Inspection));
        Assert.Equal((isGiven ? AccessRecord.Download : AccessRecord.DownloadRefused, RecorderRole.Leader, Director.Person, held), (logged.What, logged.Role, logged.Person, logged.Document));
    }

    /// <summary>An upload of the officer's room is found there; a paper is not, whatever its identifier.</summary>
    [Fact]
    public async Task Open_APaperAsAnUploadOfAnnexA_IsNotThere()
    {
        await using var annexA = await DraftableAsync(StoreProvider.Sqlite);
        var held = await HoldAsync(annexA, PaperKind.Draft, "draft.txt");
        await DraftSharedAsync(annexA, held);
        await annexA.Ingestion.IngestAsync(held);

        Assert.Null(await annexA.Uploads.OpenAsync(annexA.Inspection, held, AnnexACase.Lano));
        Assert.Null(await annexA.Uploads.FindAsync(annexA.Inspection, held));
        Assert.IsType<UploadEnd.Refused>(await annexA.Uploads.CompletedAsync(annexA.Inspection, held));
    }

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task Open_AfterItsFactWasTakenBack_IsWithdrawnFromTheAreaAndKept(StoreProvider on)
    {
        await using var annexA = await DraftableAsync(on);
        var held = await HoldAsync(annexA, PaperKind.Draft, "draft.txt");
        await DraftSharedAsync(annexA, held);
        await annexA.Ingestion.IngestAsync(held);
        var seq = (await annexA.LoadAsync()).Case.Recorded.Last(recorded => recorded.Event is DraftReportShared).Seq;

        var takenBack = await annexA.Store.Inspections.RecordAsync(
            annexA.Inspection, Recorder.Coordinator, (@case, plan, now) => CorrectionRules.Of(@case, plan, seq, instead: null, "It was another area's", now));

        Assert.IsType<Recording.Recorded>(takenBack);
        Assert.Null(await OpenAsync(annexA, held, AnnexACase.Lano, RecipientRole.Lano));
        Assert.NotNull(await OpenAsync(annexA, held, Recorder.Coordinator, role: null));
    }

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task Record_WithAnInfectedPaper_StandsWithoutIt(StoreProvider on)
    {
        await using var annexA = await DraftableAsync(on);
        var held = await HoldAsync(annexA, PaperKind.Draft, "draft.txt", Eicar.TestString);
        await DraftSharedAsync(annexA, held);

        await annexA.Ingestion.IngestAsync(held);

        var paper = Assert.Single(await PapersAsync(annexA));
        Assert.Equal((PaperState.Missing, "malware"), (paper.Filed.State, paper.Filed.Refusal?.Rule));
        Assert.NotNull((await annexA.LoadAsync()).Case.RowOf(Anchor.DraftShared));
        Assert.True((await annexA.LoadAsync()).Case.HasHappened(Anchor.DraftShared));

        // It is for Ofsted to put another here: the officer is not written to about it.
        await annexA.Store.DrainAsync();
        Assert.DoesNotContain((await annexA.LoadAsync()).Case.RaisedNotices.Values, notice => notice.Template == "upload-refused");
    }

    /// <summary>What the checks refused before the form was confirmed is said then, and nothing is recorded.</summary>
    [Fact]
    public async Task Record_WithAPaperThatWasRefusedMeanwhile_RecordsNothing()
    {
        await using var annexA = await DraftableAsync(StoreProvider.Sqlite);
        var held = await HoldAsync(annexA, PaperKind.Draft, "draft.txt", Eicar.TestString);
        await annexA.Ingestion.IngestAsync(held);

        var refused = Assert.IsType<Recording.Refused>(await DraftSharedAsync(annexA, held));

        Assert.StartsWith("The malware scanner found something harmful", refused.Because, StringComparison.Ordinal);
        Assert.False((await annexA.LoadAsync()).Case.HasHappened(Anchor.DraftShared));
    }

    [Fact]
    public async Task Record_WhileTheScannerHasNoVerdict_StandsAndThePaperWaits()
    {
        await using var annexA = await DraftableAsync(StoreProvider.Sqlite, new NoVerdictScanner());
        var held = await HoldAsync(annexA, PaperKind.Draft, "draft.txt");
        await DraftSharedAsync(annexA, held);

        await annexA.Ingestion.IngestAsync(held);

        Assert.Equal(PaperState.BeingChecked, Assert.Single(await PapersAsync(annexA)).Filed.State);
        Assert.True((await annexA.LoadAsync()).Case.HasHappened(Anchor.DraftShared));
        Assert.Null(await OpenAsync(annexA, held, AnnexACase.Lano, RecipientRole.Lano));
    }

    [Fact]
    public async Task Record_APaperOfAnotherInspectionOrKindOrTwice_IsRefused()
    {
        await using var annexA = await DraftableAsync(StoreProvider.Sqlite);
        var held = await HoldAsync(annexA, PaperKind.Final, "final.txt");
        Assert.IsType<Recording.Refused>(await DraftSharedAsync(annexA, held));
        var draft = await HoldAsync(annexA, PaperKind.Draft, "draft.txt");
        await DraftSharedAsync(annexA, draft);

        var again = await annexA.Store.Get<PaperUploads>().RecordAsync(annexA.Inspection, Recorder.Coordinator, [], [new HeldPaper(PaperKind.Draft, draft)], shown: null);

        Assert.Equal("The file that came with this form is no longer held here, or has been recorded. Choose it again.", Assert.IsType<Recording.Refused>(again).Because);
    }

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task Sweep_WhatNobodyConfirmed_GoesAfterADayWithItsFile(StoreProvider on)
    {
        await using var annexA = await DraftableAsync(on);
        var (forgotten, confirmed) = (await HoldAsync(annexA, PaperKind.Draft, "forgotten.txt"), await HoldAsync(annexA, PaperKind.Draft, "confirmed.txt"));
        await annexA.Ingestion.IngestAsync(forgotten);
        await DraftSharedAsync(annexA, confirmed);

        annexA.Store.Clock.Reset(annexA.Store.Now + Duration.FromHours(23));
        await annexA.Ingestion.SweepAsync();
        await using (var context = annexA.Store.Database.Open())
        {
            Assert.Equal(2, await context.Set<Document>().CountAsync());
        }

        annexA.Store.Clock.Reset(annexA.Store.Now + Duration.FromHours(2));
        await annexA.Ingestion.SweepAsync();

        await using var after = annexA.Store.Database.Open();
        Assert.Equal(confirmed, Assert.Single(await after.Set<Document>().ToListAsync()).Id);
        Assert.False(await annexA.Quarantined(forgotten).ExistsAsync());
    }

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task HandIn_Comments_RecordsThatTheyCameAtTheirArrival(StoreProvider on)
    {
        await using var annexA = await DraftableAsync(on);
        await DraftSharedAsync(annexA);

        var document = await HandInAsync(annexA, RecipientRole.Lano, PaperKind.Comments);

        var loaded = await annexA.LoadAsync();
        var came = loaded.Case.Events.Single(recorded => recorded.Event is CommentsReceived);
        Assert.Equal((AnnexACase.Lano, document.ArrivedAt), (came.By, ((Fact)came.Event).HappenedAt));
        Assert.Equal(came.Seq, Assert.Single(await PapersAsync(annexA)).Filed.Of);
        await annexA.Ingestion.IngestAsync(document.Id);
        Assert.NotNull(await OpenAsync(annexA, document.Id, AnnexACase.Lano, RecipientRole.Lano));
    }

    [Fact]
    public async Task HandIn_TwiceWithOneForm_IsKeptOnceAndSaidSo()
    {
        await using var annexA = await DraftableAsync(StoreProvider.Sqlite);
        await DraftSharedAsync(annexA);
        var form = Guid.NewGuid();

        var first = await HandInAsync(annexA, RecipientRole.Lano, PaperKind.Comments, form);
        var second = await DeskOf(annexA).HandInAsync(annexA.Inspection, AnnexACase.Lano, RecipientRole.Lano, PaperKind.Comments, "comments.txt", new MemoryStream(Samples.Text()), form);

        Assert.True(Assert.IsType<UploadEnd.Arrived>(second).Again);
        Assert.Equal(first.Id, ((UploadEnd.Arrived)second).Document.Id);
        Assert.Single(await PapersAsync(annexA));
    }

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task HandIn_SixAtOnce_RecordOnceThatCommentsCameWithSixVersions(StoreProvider on)
    {
        await using var annexA = await DraftableAsync(on);
        await DraftSharedAsync(annexA);

        await Task.WhenAll(Enumerable.Range(0, 6).Select(_ => HandInAsync(annexA, RecipientRole.Lano, PaperKind.Comments)));

        Assert.Single((await annexA.LoadAsync()).Case.Events, recorded => recorded.Event is CommentsReceived);
        Assert.Equal(6, (await PapersAsync(annexA)).Count);
    }

    [Fact]
    public async Task HandIn_BeforeTheDraft_IsRefusedAndNothingIsKept()
    {
        await using var annexA = await DraftableAsync(StoreProvider.Sqlite);

        var end = await DeskOf(annexA).HandInAsync(annexA.Inspection, AnnexACase.Lano, RecipientRole.Lano, PaperKind.Comments, "comments.txt", new MemoryStream(Samples.Text()));

        Assert.IsType<UploadEnd.Refused>(end);
        await using var context = annexA.Store.Database.Open();
        Assert.Equal(0, await context.Set<Document>().CountAsync());
    }

    [Fact]
    public async Task Lose_APaperThatStorageHasLost_IsSaidToBeMissing()
    {
        await using var annexA = await DraftableAsync(StoreProvider.Sqlite);
        var (lost, kept) = (await HoldAsync(annexA, PaperKind.Draft, "draft.txt"), await HoldAsync(annexA, PaperKind.Draft, "draft-2.txt"));
        await DraftSharedAsync(annexA, lost);
        await annexA.Ingestion.IngestAsync(lost);
        await annexA.Ingestion.IngestAsync(kept);
        await using (var context = annexA.Store.Database.Open())
        {
            await context.Set<Document>().Where(row => row.Id == lost).ExecuteUpdateAsync(set => set.SetProperty(row => row.AcceptedBlob, "gone"));
        }

        Assert.Null(await OpenAsync(annexA, lost, AnnexACase.Lano, RecipientRole.Lano));

        var paper = Assert.Single(await PapersAsync(annexA));
        Assert.Equal((PaperState.Missing, UploadRefused.Lost), (paper.Filed.State, paper.Filed.Refusal?.Rule));
    }

    /// <summary>No file name, and nothing that a paper says, stands in an event.</summary>
    [Fact]
    public async Task Record_AnyName_NeverReachesAnEvent()
    {
        await using var annexA = await DraftableAsync(StoreProvider.Sqlite);
        var held = await HoldAsync(annexA, PaperKind.Draft, "Fictional finding.txt");
        await DraftSharedAsync(annexA, held);
        await annexA.Ingestion.IngestAsync(held);

        await using var context = annexA.Store.Database.Open();
        Assert.DoesNotContain(context.Events.Select(row => row.Payload).ToList(), payload => payload.Contains("Fictional finding", StringComparison.Ordinal));
    }

    private static PaperUploads DeskOf(AnnexACase annexA) => annexA.Store.Get<PaperUploads>();

    private async Task<AnnexACase> DraftableAsync(StoreProvider on, IMalwareScanner? scanner = null)
    {
        var annexA = await AnnexACase.OpenAsync(on, server, azurite, scanner is null ? null
            : services => Microsoft.Extensions.DependencyInjection.ServiceCollectionServiceExtensions.AddSingleton(services, scanner));
        await annexA.Store.PassTimeAsync(LondonTime.At(new LocalDate(2025, 10, 14), new LocalTime(12, 0)));
        return annexA;
    }

    private static async Task<Guid> HoldAsync(AnnexACase annexA, PaperKind kind, string name, byte[]? content = null) => Assert.IsType<UploadEnd.Arrived>(
        await DeskOf(annexA).HoldAsync(annexA.Inspection, Recorder.Coordinator, kind, name, new MemoryStream(content ?? Samples.Text()))).Document.Id;

    private static Task<Recording> DraftSharedAsync(AnnexACase annexA, params Guid[] papers) => DeskOf(annexA).RecordAsync(
        annexA.Inspection, Recorder.Coordinator, [(_, _, now) => new DraftReportShared(now)], [.. papers.Select(paper => new HeldPaper(PaperKind.Draft, paper))], shown: null);

    private static async Task<Document> HandInAsync(AnnexACase annexA, RecipientRole role, PaperKind kind, Guid? form = null) => Assert.IsType<UploadEnd.Arrived>(
        await DeskOf(annexA).HandInAsync(annexA.Inspection, AnnexACase.Lano, role, kind, "comments.txt", new MemoryStream(Samples.Text()), form)).Document;

    private static async Task<IReadOnlyList<Paper>> PapersAsync(AnnexACase annexA) => await DeskOf(annexA).ListAsync(await annexA.LoadAsync());

    private static async Task<string?> OpenAsync(AnnexACase annexA, Guid paper, Recorder by, RecipientRole? role)
    {
        if (await DeskOf(annexA).OpenAsync(annexA.Inspection, paper, by, role) is not { } open)
        {
            return null;
        }

        await using (open)
        {
            using var reader = new StreamReader(open.Content);
            return await reader.ReadToEndAsync();
        }
    }

    private static async Task<IEnumerable<string>> LastKindsAsync(AnnexACase annexA, int count) =>
        (await annexA.LoadAsync()).Case.Events.Where(recorded => recorded.Event is Fact).TakeLast(count).Select(recorded => recorded.Event.Kind);

    private sealed class NoVerdictScanner : IMalwareScanner
    {
        public Task<ScanVerdict> ScanAsync(Stream content, CancellationToken cancellation) => Task.FromResult<ScanVerdict>(new ScanVerdict.NoVerdict("The scanner does not answer."));
    }
}
