using System.Net;
using AreaSend.Services.Storage;
using AreaSend.Services.Uploads;
using AreaSend.Services.Uploads.Ingesting;
using AreaSend.Web.Security;
using AreaSend.Web.Tests.Shell;
using AreaSend.Web.Uploads;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging.Abstractions;

namespace AreaSend.Web.Tests.Lano;

/// <summary>A document that had been accepted and that storage has lost is found by itself, and its address says so.</summary>
public sealed class LostDocumentTests(PortalHost host) : IClassFixture<PortalHost>
{
    [Fact]
    public async Task Rounds_AtTheStartAndEveryHour_FindWhatWasLostSince()
    {
        var documents = await AcceptedAsync();
        await LoseAsync(documents[0]);
        var time = new HandTime();
        using var rounds = new LostDocumentRounds(
            host.Services.GetRequiredService<LostDocuments>(), host.Services.GetServices<IHostedService>().OfType<UploadContainers>().Single(), NullLogger<LostDocumentRounds>.Instance)
        {
            Time = time,
        };

        await rounds.StartAsync(TestContext.Current.CancellationToken);
        await FoundAsync(documents[0]); // The first round has looked at all of them by then.
        await LoseAsync(documents[1]);
        Assert.Equal(TimeSpan.FromHours(1), time.Every);
        time.Ring();

        await FoundAsync(documents[1]);
        await rounds.StopAsync(TestContext.Current.CancellationToken);
    }

    [Fact]
    public async Task Get_FileThatStorageLost_SaysSoInWords()
    {
        var documents = await AcceptedAsync();
        await LoseAsync(documents[0]);
        var coordinator = await host.NewVisitor().AsAsync(Role.Coordinator);

        var answer = await coordinator.Client.GetAsync($"/inspections/{documents[0].Inspection}/documents/{documents[0].Id}/file");

        Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
        var page = await Visitor.ReadAsync(answer);
        Assert.Equal("Storage has lost this document", page.QuerySelector("h1")!.TextContent);
        Assert.Contains("the nominated officer has been asked to send it again", page.QuerySelector("main")!.TextContent, StringComparison.Ordinal);
    }

    private async Task<IReadOnlyList<Document>> AcceptedAsync()
    {
        var (inspection, officer) = await host.OfficerAsync();
        await PortalHost.PostFilesAsync(officer, ["1.3"], ("one.txt", "One, plainly fictional."u8.ToArray()), ("two.txt", "Two, plainly fictional."u8.ToArray()), ("three.txt", "Three, plainly fictional."u8.ToArray()));
        var documents = await host.DecidedAsync(inspection);
        Assert.All(documents, document => Assert.Equal(DocumentState.Accepted, document.State));
        return documents;
    }

    private async Task LoseAsync(Document document) =>
        await (await host.Services.GetRequiredService<BlobStorage>().Client).GetBlobContainerClient(DocumentBlobs.Accepted).DeleteBlobAsync(document.AcceptedBlob);

    private async Task FoundAsync(Document document)
    {
        while ((await host.Services.GetRequiredService<DocumentUploads>().FindAsync(document.Inspection, document.Id))!.State != DocumentState.Refused)
        {
            await Task.Delay(20, TestContext.Current.CancellationToken);
        }
    }

    /// <summary>A clock whose hour is over when it is told so.</summary>
    private sealed class HandTime : TimeProvider
    {
        private TimerCallback? _ring;
        private object? _state;

        public TimeSpan Every { get; private set; }

        public void Ring() => _ring!(_state);

        public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
        {
            (_ring, _state, Every) = (callback, state, period);
            return new Held();
        }

        private sealed class Held : ITimer
        {
            public bool Change(TimeSpan dueTime, TimeSpan period) => true;

            public void Dispose()
            {
            }

            public ValueTask DisposeAsync() => ValueTask.CompletedTask;
        }
    }
}
