using System.Net;
using AreaSend.Core.Inspections;
using AreaSend.Core.Rules;
using AreaSend.Services.Storage;
using AreaSend.Services.Store;
using AreaSend.Services.Uploads;
using AreaSend.Services.Uploads.Ingesting;
using AreaSend.Services.Uploads.Scanning;
using AreaSend.Testing;
using Azure.Storage.Blobs;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;

namespace AreaSend.Services.Tests.Uploads;

/// <summary>An inspection on its notification day, 9am, with real storage: what an officer and inspectors do with documents.</summary>
internal sealed class AnnexACase(ThrowawayStore store, Guid inspection, string storage) : IAsyncDisposable
{
    public static readonly Recorder Lano = new(RecorderRole.Lano, Guid.Parse("01990000-0000-7000-8000-000000000001"));
    public static readonly Recorder Inspector = Recorder.LeadInspector;

    private static readonly HttpClient Browser = new();

    public ThrowawayStore Store => store;

    public Guid Inspection => inspection;

    public DocumentUploads Uploads => store.Get<DocumentUploads>();

    public ItemsWithoutFile WithoutFile => store.Get<ItemsWithoutFile>();

    public Ingestion Ingestion => store.Get<Ingestion>();

    public static async Task<AnnexACase> OpenAsync(StoreProvider on, PostgresServer server, AzuriteServer azurite, Action<IServiceCollection>? configure = null)
    {
        var connectionString = await azurite.ConnectionStringAsync();
        var storage = await StorageAsync(connectionString);
        var store = await ThrowawayStore.OpenAsync(on, server, services =>
        {
            services.AddSingleton(storage);
            services.AddSingleton<IMalwareScanner>(new SandboxScanner());
            services.AddUploads();
            configure?.Invoke(services);
        });
        await store.Get<DocumentBlobs>().PrepareAsync(["http://localhost:5080"]);
        return new AnnexACase(store, await store.NotifiedAsync(new LocalDate(2025, 9, 22)), connectionString);
    }

    public static async Task<BlobStorage> StorageAsync(string connectionString)
    {
        var options = Options.Create(new BlobStorageOptions { ConnectionString = connectionString });
        var storage = new BlobStorage(options, host: null!, lifetime: null!, NullLogger<BlobStorage>.Instance);
        await storage.StartAsync(CancellationToken.None);
        return storage;
    }

    /// <summary>What a browser does with a ticket.</summary>
    public static async Task<HttpStatusCode> PutAsync(Uri address, byte[] content)
    {
        using var request = new HttpRequestMessage(HttpMethod.Put, address) { Content = new ByteArrayContent(content) };
        request.Headers.Add("x-ms-blob-type", "BlockBlob");
        using var response = await Browser.SendAsync(request);
        return response.StatusCode;
    }

    public static async Task<HttpStatusCode> AskAsync(HttpMethod method, Uri address)
    {
        using var response = await Browser.SendAsync(new HttpRequestMessage(method, address));
        return response.StatusCode;
    }

    public async Task<UploadStart.Ticket> TicketAsync(string fileName, params string[] items) =>
        Assert.IsType<UploadStart.Ticket>(await Uploads.BeginAsync(inspection, Lano, items, fileName, 1_000));

    /// <summary>Sends a file as a browser does; it is not checked yet.</summary>
    public async Task<Guid> SendAsync(byte[] content, string fileName, string[] items, Guid? replaces = null)
    {
        var ticket = Assert.IsType<UploadStart.Ticket>(await Uploads.BeginAsync(inspection, Lano, items, fileName, content.Length, replaces));
        Assert.Equal(HttpStatusCode.Created, await PutAsync(ticket.Address, content));
        Assert.IsType<UploadEnd.Arrived>(await Uploads.CompletedAsync(inspection, ticket.Document));
        return ticket.Document;
    }

    /// <summary>Sends a file and has it checked.</summary>
    public async Task<Document> DecidedAsync(byte[] content, string fileName, string[] items, Guid? replaces = null) =>
        (await Ingestion.IngestAsync(await SendAsync(content, fileName, items, replaces)))!;

    public async Task<LoadedInspection> LoadAsync() => (await store.Inspections.FindAsync(inspection))!;

    /// <summary>What the history says of a document.</summary>
    public async Task<IReadOnlyList<string>> KindsAsync(Guid document) =>
    [
        .. (await LoadAsync()).Case.Events.Select(recorded => recorded.Event).OfType<Fact>()
            .Where(fact => fact is UploadArrived { Document: var a } && a == document || fact is UploadScanned { Document: var s } && s == document
                || fact is UploadAccepted { Document: var y } && y == document || fact is UploadRefused { Document: var n } && n == document)
            .Select(fact => fact.Kind),
    ];

    public async Task<ItemStanding> StandingAsync(string item)
    {
        var loaded = await LoadAsync();
        return ItemStanding.All(loaded.Case, loaded.Plan, store.Now).Single(standing => standing.Item == item);
    }

    public BlobClient Quarantined(Guid document) => new(storage, DocumentBlobs.Quarantine, $"{inspection}/{document}");

    /// <summary>What a blob client needs to reach the storage.</summary>
    public string Storage => storage;

    public ValueTask DisposeAsync() => store.DisposeAsync();
}
