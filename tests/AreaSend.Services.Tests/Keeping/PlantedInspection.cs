using System.Data.Common;
using System.Text;
using AreaSend.Core.Calendars;
using AreaSend.Core.Inspections;
using AreaSend.Core.Keeping;
using AreaSend.Services.Inspections;
using AreaSend.Services.Keeping;
using AreaSend.Services.Mail;
using AreaSend.Services.Staff;
using AreaSend.Services.Store;
using AreaSend.Services.Tests.Uploads;
using AreaSend.Services.Uploads;
using AreaSend.Services.Uploads.Tracking;
using AreaSend.Services.Work;
using AreaSend.Testing;
using Azure.Storage.Blobs;
using Azure.Storage.Blobs.Models;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace AreaSend.Services.Tests.Keeping;

/// <summary>
/// An inspection, withdrawn and long past, in each corner of which a fictional word of its own is planted: in names, addresses, file names, what files hold,
/// notes, reasons and e-mails. What is disposed of is looked for by these words, in every column of every table, in storage, in the outbox.
/// </summary>
internal sealed class PlantedInspection : IAsyncDisposable
{
    private readonly TemporaryFolder _outbox;
    private readonly AnnexACase _annexA;

    private PlantedInspection(TemporaryFolder outbox, AnnexACase annexA) => (_outbox, _annexA) = (outbox, annexA);

    /// <summary>Each word that stands in the database, and the rules of which each alone takes it away.</summary>
    public static IReadOnlyDictionary<string, string[]> InTables { get; } = new Dictionary<string, string[]>
    {
        ["Quillfeather"] = [KeepingSchedule.PersonLevel], // The name of a list's file.
        ["Underhallow"] = [KeepingSchedule.PersonLevel], // The unique ID of a tracked child.
        ["Wrenbury"] = [KeepingSchedule.PersonLevel], // What the draw says.
        ["Marrowbone"] = [KeepingSchedule.Documents], // The name of another file.
        ["Thistlewood"] = [KeepingSchedule.Documents], // The name of a refused one.
        ["Tansyweather"] = [KeepingSchedule.Mail, KeepingSchedule.People], // What a bounce says of an address.
        ["Fennimore"] = [KeepingSchedule.People], // The officer.
        ["Larkspurling"] = [KeepingSchedule.People], // The lead inspector's telephone and name.
        ["Gallowglass"] = [KeepingSchedule.Notes], // A note.
        ["Hobblethwaite"] = [KeepingSchedule.Notes], // A private reason.
        ["019900aa-bbbb-7ccc-8ddd-000000000007"] = [KeepingSchedule.AccessLog], // Who opened a document.
        ["Isinglass"] = [KeepingSchedule.FormerContacts], // Somebody who left before it began.
    };

    /// <summary>The same for what files in storage hold.</summary>
    public static IReadOnlyDictionary<string, string> InFiles { get; } = new Dictionary<string, string>
    {
        ["Osmotherley"] = KeepingSchedule.Documents,
        ["Pennyroyal"] = KeepingSchedule.Documents,
        ["Ravelstone"] = KeepingSchedule.PersonLevel,
    };

    /// <summary>Stands in each e-mail to the officer.</summary>
    public const string InMail = "Fennimore";

    private static readonly Recorder Reader = new(RecorderRole.Inspector, Guid.Parse("019900aa-bbbb-7ccc-8ddd-000000000007"));

    public ThrowawayStore Store => _annexA.Store;

    public Guid Inspection => _annexA.Inspection;

    public AnnexACase AnnexA => _annexA;

    /// <summary>The documents, by what was planted in them.</summary>
    public required IReadOnlyDictionary<string, Guid> Documents { get; init; }

    public static async Task<PlantedInspection> WithdrawnAsync(StoreProvider on, PostgresServer server, AzuriteServer azurite)
    {
        var outbox = new TemporaryFolder();
        var annexA = await AnnexACase.OpenAsync(on, server, azurite, services =>
        {
            services.AddKeeping();
            services.Configure<MailOptions>(options => options.Folder = outbox.File("mails"));
            services.AddSingleton<IMailSender, EmlFolderSender>();
        });
        var planted = new PlantedInspection(outbox, annexA) { Documents = await DocumentsAsync(annexA) };
        await planted.PlantAsync();
        return planted;
    }

    /// <summary>Proposes, confirms what is proposed under these rules, and takes it to its end.</summary>
    public async Task DisposeOfAsync(IReadOnlyCollection<string> rules)
    {
        await Store.Get<DisposalProposals>().ProposeAsync(LondonTime.DateOf(Store.Now));
        foreach (var view in await BatchesAsync())
        {
            if (rules.Contains(view.Batch.Rule))
            {
                Assert.True(await Store.Get<Disposal>().ConfirmAsync(view.Batch.Id, By, "The schedule says so", view.Version));
            }
        }

        await Store.Get<Disposal>().GoOnAsync();
    }

    public static Recorder By { get; } = new(RecorderRole.Administrator, Guid.Parse("01990000-aaaa-7000-8000-000000000009"));

    /// <summary>The batches that wait.</summary>
    public async Task<IReadOnlyList<BatchView>> BatchesAsync()
    {
        await using var context = Store.Database.Open();
        var views = new List<BatchView>();
        foreach (var id in await context.Set<DisposalBatch>().Where(batch => batch.ConfirmedAt == null).OrderBy(batch => batch.Rule).Select(batch => batch.Id).ToListAsync())
        {
            views.Add((await BatchView.FindAsync(context, id, CancellationToken.None))!);
        }

        return views;
    }

    /// <summary>Which of these words stand anywhere in the database: in every column of every table.</summary>
    public async Task<IReadOnlyList<string>> FoundInTablesAsync(IEnumerable<string> words)
    {
        await using var context = Store.Database.Open();
        var everything = new StringBuilder();
        await context.Database.OpenConnectionAsync();
        var connection = context.Database.GetDbConnection();
        foreach (var table in await ReadAsync(connection, Store.Settings.Provider == StoreProvider.Sqlite
            ? "SELECT name FROM sqlite_master WHERE type = 'table'"
            : "SELECT table_name FROM information_schema.tables WHERE table_schema = 'public'"))
        {
            foreach (var value in await ReadAsync(connection, $"SELECT * FROM \"{table}\""))
            {
                everything.AppendLine(value);
            }
        }

        return [.. words.Where(word => everything.ToString().Contains(word, StringComparison.OrdinalIgnoreCase))];
    }

    /// <summary>Which of these words stand in the bytes of the file of a SQLite database, or beside it.</summary>
    public async Task<IReadOnlyList<string>> FoundInFileOfDatabaseAsync(IEnumerable<string> words)
    {
        var file = new Microsoft.Data.Sqlite.SqliteConnectionStringBuilder(Store.Settings.ConnectionString).DataSource;
        var everything = new StringBuilder();
        foreach (var part in new[] { file, $"{file}-wal" }.Where(File.Exists))
        {
            await using var stream = new FileStream(part, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
            using var reader = new StreamReader(stream, Encoding.Latin1);
            everything.Append(await reader.ReadToEndAsync());
        }

        return [.. words.Where(word => everything.ToString().Contains(word, StringComparison.OrdinalIgnoreCase))];
    }

    /// <summary>Which of these words stand in any blob of the inspection, its versions and snapshots among them.</summary>
    public async Task<IReadOnlyList<string>> FoundInStorageAsync(IEnumerable<string> words)
    {
        var everything = new StringBuilder();
        foreach (var container in (string[])[DocumentBlobs.Quarantine, DocumentBlobs.Accepted])
        {
            var blobs = new BlobContainerClient(_annexA.Storage, container);
            await foreach (var found in blobs.GetBlobsAsync(BlobTraits.None, BlobStates.Snapshots | BlobStates.Version, $"{Inspection}", CancellationToken.None))
            {
                var blob = blobs.GetBlobClient(found.Name);
                blob = found.Snapshot is { } snapshot ? blob.WithSnapshot(snapshot) : blob;
                everything.AppendLine((await blob.DownloadContentAsync()).Value.Content.ToString());
            }
        }

        return [.. words.Where(word => everything.ToString().Contains(word, StringComparison.OrdinalIgnoreCase))];
    }

    /// <summary>How many e-mails of the inspection hold a word.</summary>
    public async Task<int> FoundInMailAsync(string word)
    {
        var count = 0;
        foreach (var file in Directory.EnumerateFiles(_outbox.File("mails")))
        {
            count += (await MimeKit.MimeMessage.LoadAsync(file)).ToString().Contains(word, StringComparison.OrdinalIgnoreCase) ? 1 : 0;
        }

        return count;
    }

    public async ValueTask DisposeAsync()
    {
        await _annexA.DisposeAsync();
        _outbox.Dispose();
    }

    private static async Task<IReadOnlyDictionary<string, Guid>> DocumentsAsync(AnnexACase annexA)
    {
        var documents = new Dictionary<string, Guid>
        {
            ["list"] = (await annexA.DecidedAsync(Samples.List("both-lists-clean.xlsx"), "Quillfeather.xlsx", ["list-1", "list-2"])).Id,
            ["text"] = (await annexA.DecidedAsync(Samples.Text("Osmotherley, plainly fictional."), "Marrowbone.txt", ["2.4"])).Id,
            ["refused"] = (await annexA.DecidedAsync(Samples.Text("MZPennyroyal"), "Thistlewood.exe", ["2.5"])).Id,
            ["faulty list"] = (await annexA.DecidedAsync(Samples.Text("Ravelstone, no list at all"), "Quillfeather.txt", ["list-2"])).Id,
        };
        await using var context = annexA.Store.Database.Open();
        var text = await context.Set<Document>().SingleAsync(row => row.Id == documents["text"]);
        Assert.Equal(DocumentState.Accepted, text.State);

        // Something that an operator did by hand, or a backup: it goes with the blob.
        var blob = new BlobClient(annexA.Storage, DocumentBlobs.Accepted, text.AcceptedBlob);
        await blob.CreateSnapshotAsync();
        return documents;
    }

    private async Task PlantAsync()
    {
        var contacts = Store.Get<ContactBook>();
        await contacts.SaveAsync(new Contact
        {
            Id = Guid.CreateVersion7(), Area = "888", Role = RecipientRole.Pcf, Name = "Isinglass", Email = "isinglass@example.org", From = new(2020, 1, 1), To = new(2025, 8, 1),
        });
        await contacts.NameLeadAsync(Inspection, new Mailbox("Larkspurling", "larkspurling@example.org"), telephone: "0300 000 0000");
        Assert.IsType<Recording.Recorded>(await Store.Inspections.NominateLanoAsync(Inspection, Recorder.Coordinator, new Mailbox("Fennimore", "fennimore@example.org")));
        await Store.DrainAsync();
        Assert.NotNull(await _annexA.Uploads.OpenAsync(Inspection, Documents["text"], Reader));
        await Store.Get<WorkBook>().NoteAsync(Inspection, "Rang Gallowglass, 3pm", null, Recorder.Coordinator, shown: null);
        await using (var context = Store.Database.Open())
        {
            context.Set<TrackingDrawRow>()
                .Add(new TrackingDrawRow { Inspection = Inspection, Seed = "7", Documents = [Documents["list"]], Unmet = ["Nobody like Wrenbury"], By = Recorder.LeadInspector, SelectedAt = Store.Now });
            context.Set<TrackedChildRow>().Add(new TrackedChildRow { Inspection = Inspection, Letter = "A", UniqueId = "Underhallow", ByHand = false });
            context.NoticeDeliveries.Add(new NoticeDelivery
            {
                EventId = "1", Inspection = Inspection, Key = "notification:dcs", Round = 0, Kind = AreaSend.Services.Mail.DeliveryKind.Delivered, At = Store.Now, ReceivedAt = Store.Now, Address = "tansyweather@example.org", Because = "Delivered.",
            });
            context.Set<TeamMember>().Add(new TeamMember { Id = Guid.CreateVersion7(), Inspection = Inspection, Staff = Guid.NewGuid(), From = new(2025, 9, 8) });
            await context.SaveChangesAsync();
        }

        Assert.IsType<Recording.Recorded>(await Store.Inspections.RecordAsync(
            Inspection, Recorder.Coordinator, [(_, _, now) => new InspectionWithdrawn(now, "Planned for the wrong area")], shown: null, privateReason: "Hobblethwaite is ill"));
        await Store.DrainAsync();
    }

    private static async Task<List<string>> ReadAsync(DbConnection connection, string sql)
    {
        await using var command = connection.CreateCommand();
        command.CommandText = sql;
        await using var reader = await command.ExecuteReaderAsync();
        var values = new List<string>();
        while (await reader.ReadAsync())
        {
            values.Add(string.Join('\n', Enumerable.Range(0, reader.FieldCount).Select(column => Text(reader.GetValue(column)))));
        }

        return values;
    }

    private static string Text(object value) => value switch
    {
        byte[] bytes => Encoding.Latin1.GetString(bytes),
        Array many => string.Join(' ', many.Cast<object>()),
        _ => value.ToString() ?? "",
    };
}
