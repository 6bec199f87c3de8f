using System.Net.Http.Headers;
using AreaSend.Services.Uploads;
using AreaSend.Services.Uploads.Ingesting;
using AreaSend.Testing;
using AreaSend.Web.Tests.Shell;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Mvc.Testing;
using Microsoft.Extensions.DependencyInjection;
using IDocument = AngleSharp.Dom.IDocument;

namespace AreaSend.Web.Tests.Lano;

/// <summary>The host over real storage, and an officer who has come in.</summary>
public sealed class PortalHost : WebApplicationFactory<Program>, IAsyncLifetime
{
    private readonly HostFolder _folder = new();
    private readonly AzuriteServer _storage = new();
    private string _storageAddress = "";

    internal Visitor NewVisitor() => new(CreateClient(new WebApplicationFactoryClientOptions { AllowAutoRedirect = false }));

    /// <summary>An officer in the room of an inspection of their own.</summary>
    internal async Task<(Guid Inspection, Visitor Officer)> OfficerAsync()
    {
        var inspection = await Services.NotifiedAsync();
        var officer = NewVisitor();
        await officer.PostAsync((await Services.InvitedAsync(inspection)).PathAndQuery);
        return (inspection, officer);
    }

    /// <summary>Posts files as a browser without JavaScript does, from the page on which one ticks the items.</summary>
    internal static async Task<HttpResponseMessage> PostFilesAsync(Visitor officer, IReadOnlyList<string> items, params (string Name, byte[] Content)[] files) =>
        await PostFilesAsync(officer, await officer.OpenAsync("/lano/send"), items, files);

    /// <summary>The same from a page that is open already.</summary>
    internal static async Task<HttpResponseMessage> PostFilesAsync(Visitor officer, IDocument page, IReadOnlyList<string> items, params (string Name, byte[] Content)[] files)
    {
        using var form = new MultipartFormDataContent();
        foreach (var hidden in (string[])["__RequestVerificationToken", "form"])
        {
            form.Add(new StringContent(page.QuerySelector($"[data-upload] [name={hidden}]")!.GetAttribute("value")!), hidden);
        }

        foreach (var item in items)
        {
            form.Add(new StringContent(item), "items");
        }

        foreach (var (name, content) in files)
        {
            var part = new ByteArrayContent(content);
            part.Headers.ContentDisposition = new ContentDispositionHeaderValue("form-data") { Name = "\"files\"", FileName = $"\"{name}\"" };
            form.Add(part);
        }

        return await officer.Client.PostAsync("/lano/files", form);
    }

    /// <summary>All documents, once they have been decided on.</summary>
    internal async Task<IReadOnlyList<Services.Uploads.Document>> DecidedAsync(Guid inspection)
    {
        foreach (var document in await Services.GetRequiredService<DocumentUploads>().ListAsync(inspection))
        {
            await Services.GetRequiredService<Ingestion>().IngestAsync(document.Id);
        }

        return await Services.GetRequiredService<DocumentUploads>().ListAsync(inspection);
    }

    public async ValueTask InitializeAsync()
    {
        _storageAddress = await _storage.ConnectionStringAsync();
        await Services.GetRequiredService<DocumentBlobs>().PrepareAsync(["http://localhost"]);
    }

    public override async ValueTask DisposeAsync()
    {
        await base.DisposeAsync();
        await _storage.DisposeAsync();
        _folder.Dispose();
    }

    protected override void ConfigureWebHost(IWebHostBuilder builder)
    {
        builder.ConfigureServices(TestPresent.Give);
        foreach (var (name, value) in _folder.Settings)
        {
            builder.UseSetting(name, value);
        }

        builder.UseSetting("AreaSend:Blobs:ConnectionString", _storageAddress);
    }
}
