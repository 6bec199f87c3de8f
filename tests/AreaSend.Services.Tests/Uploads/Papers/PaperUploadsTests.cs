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
        await using var room = await DraftableAsync(on);
        var held = await HoldAsync(room, PaperKind.Draft, "draft.txt");
        Assert.Empty(await PapersAsync(room));

        Assert.IsType<Recording.Recorded>(await DraftSharedAsync(room, held));

        Assert.Equal(PaperState.BeingChecked, Assert.Single(await PapersAsync(room)).Filed.State);
        Assert.Null(await OpenAsync(room, held, UploadRoom.Lano, RecipientRole.Lano));
        await room.Ingestion.IngestAsync(held);
        Assert.Equal(PaperState.Given, Assert.Single(await PapersAsync(room)).Filed.State);
        Assert.Equal(["draft-shared", "paper-filed", "paper-accepted"], await LastKindsAsync(room, 3));
        Assert.Empty(await room.Uploads.ListAsync(room.Inspection));
    }

    /// <summary>Checked before the form is confirmed, it is there at once; and no fact told of it before.</summary>
    [Theory, ClassData(typeof(BothDatabases))]
    public async Task Record_APaperThatWasCheckedMeanwhile_IsGivenAtOnce(StoreProvider on)
    {
        await using var room = await DraftableAsync(on);
        var held = await HoldAsync(room, PaperKind.Draft, "draft.txt");
        var before = (await room.LoadAsync()).Case.Events.Count;
        await room.Ingestion.IngestAsync(held);
        Assert.Equal(before, (await room.LoadAsync()).Case.Events.Count);

        await DraftSharedAsync(room, held);

        Assert.Equal(["draft-shared", "paper-filed", "paper-accepted"], await LastKindsAsync(room, 3));
        Assert.Equal(PaperState.Given, Assert.Single(await PapersAsync(room)).Filed.State);
        Assert.Empty((await room.Store.Get<ChainVerifier>().VerifyAsync()).Documents);
    }

    [Theory]
    [InlineData(RecipientRole.Lano, true)]
    [InlineData(RecipientRole.Dcs, true)]
    [InlineData(RecipientRole.Icb, true)]
    [InlineData(RecipientRole.Pcf, false)] // restricted and confidential (¶ 136)
    [InlineData(RecipientRole.PrincipalAuthority, false)]
    public async Task Open_TheDraft_IsForThePartnershipAloneAndEachAskingIsLogged(RecipientRole role, bool isGiven)
    {
        await using var room = await DraftableAsync(StoreProvider.Sqlite);
        var held = await HoldAsync(room, PaperKind.Draft, "draft.txt");
        await DraftSharedAsync(room, held);
        await room.Ingestion.IngestAsync(held);

        Assert.Equal(isGiven ? Encoding.UTF8.GetString(Samples.Text()) : null, await OpenAsync(room, held, Director, role));

        var logged = Assert.Single(await room.Uploads.AccessAsync(room.Inspection));
        Assert.Equal((isGiven ? AccessRecord.Download : AccessRecord.DownloadRefused, RecorderRole.Leader, Director.Person, held), (logged.What, logged.Role, logged.Person, logged.Document));
    }

    /// <summary>An upload of the officer's room is found there; a paper is not, whatever its identifier.</summary>
    [Fact]
    public async Task Open_APaperAsAnUploadOfAnnexA_IsNotThere()
    {
        await using var room = await DraftableAsync(StoreProvider.Sqlite);
        var held = await HoldAsync(room, PaperKind.Draft, "draft.txt");
        await DraftSharedAsync(room, held);
        await room.Ingestion.IngestAsync(held);

        Assert.Null(await room.Uploads.OpenAsync(room.Inspection, held, UploadRoom.Lano));
        Assert.Null(await room.Uploads.FindAsync(room.Inspection, held));
        Assert.IsType<UploadEnd.Refused>(await room.Uploads.CompletedAsync(room.Inspection, held));
    }

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task Open_AfterItsFactWasTakenBack_IsWithdrawnFromTheAreaAndKept(StoreProvider on)
    {
        await using var room = await DraftableAsync(on);
        var held = await HoldAsync(room, PaperKind.Draft, "draft.txt");
        await DraftSharedAsync(room, held);
        await room.Ingestion.IngestAsync(held);
        var seq = (await room.LoadAsync()).Case.Recorded.Last(recorded => recorded.Event is DraftReportShared).Seq;

        var takenBack = await room.Store.Inspections.RecordAsync(
            room.Inspection, Recorder.Coordinator, (@case, plan, now) => CorrectionRules.Of(@case, plan, seq, instead: null, "It was another area's", now));

        Assert.IsType<Recording.Recorded>(takenBack);
        Assert.Null(await OpenAsync(room, held, UploadRoom.Lano, RecipientRole.Lano));
        Assert.NotNull(await OpenAsync(room, held, Recorder.Coordinator, role: null));
    }

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task Record_WithAnInfectedPaper_StandsWithoutIt(StoreProvider on)
    {
        await using var room = await DraftableAsync(on);
        var held = await HoldAsync(room, PaperKind.Draft, "draft.txt", Eicar.TestString);
        await DraftSharedAsync(room, held);

        await room.Ingestion.IngestAsync(held);

        var paper = Assert.Single(await PapersAsync(room));
        Assert.Equal((PaperState.Missing, "malware"), (paper.Filed.State, paper.Filed.Refusal?.Rule));
        Assert.NotNull((await room.LoadAsync()).Case.RowOf(Anchor.DraftShared));
        Assert.True((await room.LoadAsync()).Case.HasHappened(Anchor.DraftShared));

        // It is for Ofsted to put another here: the officer is not written to about it.
        await room.Store.DrainAsync();
        Assert.DoesNotContain((await room.LoadAsync()).Case.RaisedNotices.Values, notice => notice.Template == "upload-refused");
    }

    /// <summary>What the checks refused before the form was confirmed is said then, and nothing is recorded.</summary>
    [Fact]
    public async Task Record_WithAPaperThatWasRefusedMeanwhile_RecordsNothing()
    {
        await using var room = await DraftableAsync(StoreProvider.Sqlite);
        var held = await HoldAsync(room, PaperKind.Draft, "draft.txt", Eicar.TestString);
        await room.Ingestion.IngestAsync(held);

        var refused = Assert.IsType<Recording.Refused>(await DraftSharedAsync(room, held));

        Assert.StartsWith("The malware scanner found something harmful", refused.Because, StringComparison.Ordinal);
        Assert.False((await room.LoadAsync()).Case.HasHappened(Anchor.DraftShared));
    }

    [Fact]
    public async Task Record_WhileTheScannerHasNoVerdict_StandsAndThePaperWaits()
    {
        await using var room = await DraftableAsync(StoreProvider.Sqlite, new NoVerdictScanner());
        var held = await HoldAsync(room, PaperKind.Draft, "draft.txt");
        await DraftSharedAsync(room, held);

        await room.Ingestion.IngestAsync(held);

        Assert.Equal(PaperState.BeingChecked, Assert.Single(await PapersAsync(room)).Filed.State);
        Assert.True((await room.LoadAsync()).Case.HasHappened(Anchor.DraftShared));
        Assert.Null(await OpenAsync(room, held, UploadRoom.Lano, RecipientRole.Lano));
    }

    [Fact]
    public async Task Record_APaperOfAnotherInspectionOrKindOrTwice_IsRefused()
    {
        await using var room = await DraftableAsync(StoreProvider.Sqlite);
        var held = await HoldAsync(room, PaperKind.Final, "final.txt");
        Assert.IsType<Recording.Refused>(await DraftSharedAsync(room, held));
        var draft = await HoldAsync(room, PaperKind.Draft, "draft.txt");
        await DraftSharedAsync(room, draft);

        var again = await room.Store.Get<PaperUploads>().RecordAsync(room.Inspection, Recorder.Coordinator, [], [new HeldPaper(PaperKind.Draft, draft)], shown: null);

        Assert.Equal("The file that came with this form is no longer held here, or has been recorded. Choose it again.", Assert.IsType<Recording.Refused>(again).Because);
    }

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task Sweep_WhatNobodyConfirmed_GoesAfterADayWithItsFile(StoreProvider on)
    {
        await using var room = await DraftableAsync(on);
        var (forgotten, confirmed) = (await HoldAsync(room, PaperKind.Draft, "forgotten.txt"), await HoldAsync(room, PaperKind.Draft, "confirmed.txt"));
        await room.Ingestion.IngestAsync(forgotten);
        await DraftSharedAsync(room, confirmed);

        room.Store.Clock.Reset(room.Store.Now + Duration.FromHours(23));
        await room.Ingestion.SweepAsync();
        await using (var context = room.Store.Database.Open())
        {
            Assert.Equal(2, await context.Set<Document>().CountAsync());
        }

        room.Store.Clock.Reset(room.Store.Now + Duration.FromHours(2));
        await room.Ingestion.SweepAsync();

        await using var after = room.Store.Database.Open();
        Assert.Equal(confirmed, Assert.Single(await after.Set<Document>().ToListAsync()).Id);
        Assert.False(await room.Quarantined(forgotten).ExistsAsync());
    }

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task HandIn_Comments_RecordsThatTheyCameAtTheirArrival(StoreProvider on)
    {
        await using var room = await DraftableAsync(on);
        await DraftSharedAsync(room);

        var document = await HandInAsync(room, RecipientRole.Lano, PaperKind.Comments);

        var loaded = await room.LoadAsync();
        var came = loaded.Case.Events.Single(recorded => recorded.Event is CommentsReceived);
        Assert.Equal((UploadRoom.Lano, document.ArrivedAt), (came.By, ((Fact)came.Event).HappenedAt));
        Assert.Equal(came.Seq, Assert.Single(await PapersAsync(room)).Filed.Of);
        await room.Ingestion.IngestAsync(document.Id);
        Assert.NotNull(await OpenAsync(room, document.Id, UploadRoom.Lano, RecipientRole.Lano));
    }

    [Fact]
    public async Task HandIn_TwiceWithOneForm_IsKeptOnceAndSaidSo()
    {
        await using var room = await DraftableAsync(StoreProvider.Sqlite);
        await DraftSharedAsync(room);
        var form = Guid.NewGuid();

        var first = await HandInAsync(room, RecipientRole.Lano, PaperKind.Comments, form);
        var second = await DeskOf(room).HandInAsync(room.Inspection, UploadRoom.Lano, RecipientRole.Lano, PaperKind.Comments, "comments.txt", new MemoryStream(Samples.Text()), form);

        Assert.True(Assert.IsType<UploadEnd.Arrived>(second).Again);
        Assert.Equal(first.Id, ((UploadEnd.Arrived)second).Document.Id);
        Assert.Single(await PapersAsync(room));
    }

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task HandIn_SixAtOnce_RecordOnceThatCommentsCameWithSixVersions(StoreProvider on)
    {
        await using var room = await DraftableAsync(on);
        await DraftSharedAsync(room);

        await Task.WhenAll(Enumerable.Range(0, 6).Select(_ => HandInAsync(room, RecipientRole.Lano, PaperKind.Comments)));

        Assert.Single((await room.LoadAsync()).Case.Events, recorded => recorded.Event is CommentsReceived);
        Assert.Equal(6, (await PapersAsync(room)).Count);
    }

    [Fact]
    public async Task HandIn_BeforeTheDraft_IsRefusedAndNothingIsKept()
    {
        await using var room = await DraftableAsync(StoreProvider.Sqlite);

        var end = await DeskOf(room).HandInAsync(room.Inspection, UploadRoom.Lano, RecipientRole.Lano, PaperKind.Comments, "comments.txt", new MemoryStream(Samples.Text()));

        Assert.IsType<UploadEnd.Refused>(end);
        await using var context = room.Store.Database.Open();
        Assert.Equal(0, await context.Set<Document>().CountAsync());
    }

    [Fact]
    public async Task Lose_APaperThatStorageHasLost_IsSaidToBeMissing()
    {
        await using var room = await DraftableAsync(StoreProvider.Sqlite);
        var (lost, kept) = (await HoldAsync(room, PaperKind.Draft, "draft.txt"), await HoldAsync(room, PaperKind.Draft, "draft-2.txt"));
        await DraftSharedAsync(room, lost);
        await room.Ingestion.IngestAsync(lost);
        await room.Ingestion.IngestAsync(kept);
        await using (var context = room.Store.Database.Open())
        {
            await context.Set<Document>().Where(row => row.Id == lost).ExecuteUpdateAsync(set => set.SetProperty(row => row.AcceptedBlob, "gone"));
        }

        Assert.Null(await OpenAsync(room, lost, UploadRoom.Lano, RecipientRole.Lano));

        var paper = Assert.Single(await PapersAsync(room));
        Assert.Equal((PaperState.Missing, UploadRefused.Lost), (paper.Filed.State, paper.Filed.Refusal?.Rule));
    }

    /// <summary>No file name, and nothing that a paper says, stands in an event.</summary>
    [Fact]
    public async Task Record_AnyName_NeverReachesAnEvent()
    {
        await using var room = await DraftableAsync(StoreProvider.Sqlite);
        var held = await HoldAsync(room, PaperKind.Draft, "Fictional finding.txt");
        await DraftSharedAsync(room, held);
        await room.Ingestion.IngestAsync(held);

        await using var context = room.Store.Database.Open();
        Assert.DoesNotContain(context.Events.Select(row => row.Payload).ToList(), payload => payload.Contains("Fictional finding", StringComparison.Ordinal));
    }

    private static PaperUploads DeskOf(UploadRoom room) => room.Store.Get<PaperUploads>();

    private async Task<UploadRoom> DraftableAsync(StoreProvider on, IMalwareScanner? scanner = null)
    {
        var room = await UploadRoom.OpenAsync(on, server, azurite, scanner is null ? null
            : services => Microsoft.Extensions.DependencyInjection.ServiceCollectionServiceExtensions.AddSingleton(services, scanner));
        await room.Store.PassTimeAsync(LondonTime.At(new LocalDate(2025, 10, 14), new LocalTime(12, 0)));
        return room;
    }

    private static async Task<Guid> HoldAsync(UploadRoom room, PaperKind kind, string name, byte[]? content = null) => Assert.IsType<UploadEnd.Arrived>(
        await DeskOf(room).HoldAsync(room.Inspection, Recorder.Coordinator, kind, name, new MemoryStream(content ?? Samples.Text()))).Document.Id;

    private static Task<Recording> DraftSharedAsync(UploadRoom room, params Guid[] papers) => DeskOf(room).RecordAsync(
        room.Inspection, Recorder.Coordinator, [(_, _, now) => new DraftReportShared(now)], [.. papers.Select(paper => new HeldPaper(PaperKind.Draft, paper))], shown: null);

    private static async Task<Document> HandInAsync(UploadRoom room, RecipientRole role, PaperKind kind, Guid? form = null) => Assert.IsType<UploadEnd.Arrived>(
        await DeskOf(room).HandInAsync(room.Inspection, UploadRoom.Lano, role, kind, "comments.txt", new MemoryStream(Samples.Text()), form)).Document;

    private static async Task<IReadOnlyList<Paper>> PapersAsync(UploadRoom room) => await DeskOf(room).ListAsync(await room.LoadAsync());

    private static async Task<string?> OpenAsync(UploadRoom room, Guid paper, Recorder by, RecipientRole? role)
    {
        if (await DeskOf(room).OpenAsync(room.Inspection, paper, by, role) is not { } open)
        {
            return null;
        }

        await using (open)
        {
            using var reader = new StreamReader(open.Content);
            return await reader.ReadToEndAsync();
        }
    }

    private static async Task<IEnumerable<string>> LastKindsAsync(UploadRoom room, int count) =>
        (await room.LoadAsync()).Case.Events.Where(recorded => recorded.Event is Fact).TakeLast(count).Select(recorded => recorded.Event.Kind);

    private sealed class NoVerdictScanner : IMalwareScanner
    {
        public Task<ScanVerdict> ScanAsync(Stream content, CancellationToken cancellation) => Task.FromResult<ScanVerdict>(new ScanVerdict.NoVerdict("The scanner does not answer."));
    }
}
