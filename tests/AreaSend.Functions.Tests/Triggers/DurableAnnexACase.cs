using System.Collections.Concurrent;
using System.Text;
using AreaSend.Core.Inspections;
using AreaSend.Core.Rules;
using AreaSend.Functions.Tests.Engine;
using AreaSend.Services.Storage;
using AreaSend.Services.Store;
using AreaSend.Services.Uploads;
using AreaSend.Services.Uploads.Scanning;
using AreaSend.Testing;
using Azure.Storage.Blobs;
using Azure.Storage.Blobs.Models;
using Microsoft.Extensions.DependencyInjection;

namespace AreaSend.Functions.Tests.Triggers;

/// <summary>An inspection on its notification day, a real storage that its officer sends documents to, and the durable engine.</summary>
internal sealed class DurableAnnexACase : IAsyncDisposable
{
    private readonly string _storage;

    private DurableAnnexACase(ThrowawayStore store, DurableHost host, Guid inspection, string storage) =>
        (Store, Host, Inspection, _storage) = (store, host, inspection, storage);

    public ThrowawayStore Store { get; }

    public DurableHost Host { get; }

    public Guid Inspection { get; }

    public static async Task<DurableAnnexACase> OpenAsync(PostgresServer server, StorageAccount account, IMalwareScanner scanner)
    {
        var storage = await account.ConnectionStringAsync();
        var store = await ThrowawayStore.OpenAsync(StoreProvider.Sqlite, server);
        var inspection = await store.NotifiedAsync(new LocalDate(2025, 9, 22));
        await store.DrainAsync();
        var host = await DurableHost.StartAsync(store, configure: services =>
        {
            services.Configure<BlobStorageOptions>(options => options.ConnectionString = storage);
            services.AddSingleton(scanner);
        });
        await host.Get<BlobStorage>().StartAsync(CancellationToken.None);
        await host.Get<DocumentBlobs>().PrepareAsync([]);
        return new DurableAnnexACase(store, host, inspection, storage);
    }

    /// <summary>What a browser does with its leave to send; nobody is told.</summary>
    public async Task<(Guid Document, BlobClient Blob)> SendAsync(string content = "What we do well, plainly fictional.")
    {
        var ticket = Assert.IsType<UploadStart.Ticket>(await Host.Get<DocumentUploads>().BeginAsync(
            Inspection, new Recorder(RecorderRole.Lano), ["1.1"], "structure.txt", content.Length));
        await new BlobClient(ticket.Address).UploadAsync(new BinaryData(Encoding.UTF8.GetBytes(content)), new BlobUploadOptions());
        return (ticket.Document, new BlobClient(_storage, DocumentBlobs.Quarantine, $"{Inspection}/{ticket.Document}"));
    }

    public async Task<Document> FindAsync(Guid document) => (await Host.Get<DocumentLedger>().FindAsync(document))!;

    /// <summary>How often the inspection's history says that something was decided on.</summary>
    public async Task<int> DecisionsAsync() =>
        (await Store.Inspections.FindAsync(Inspection))!.Case.Events.Count(recorded => recorded.Event is Core.Inspections.UploadAccepted or Core.Inspections.UploadRefused);

    public async ValueTask DisposeAsync()
    {
        await Host.DisposeAsync();
        await Store.DisposeAsync();
    }
}

/// <summary>A scanner that gives these answers in order, and then the last one again.</summary>
internal sealed class ScannerOfTests(params ScanVerdict[] answers) : IMalwareScanner
{
    public static readonly ScanVerdict Clean = new ScanVerdict.Clean("test", "1");

    public static readonly ScanVerdict None = new ScanVerdict.NoVerdict("The verdict has not arrived yet.");

    private readonly ConcurrentQueue<ScanVerdict> _left = new(answers);
    private int _scans;

    public int Scans => _scans;

    public Task<ScanVerdict> ScanAsync(Stream content, CancellationToken cancellation)
    {
        Interlocked.Increment(ref _scans);
        return Task.FromResult(_left.Count > 1 && _left.TryDequeue(out var next) ? next : answers[^1]);
    }
}
