using AreaSend.Services.Uploads;
using AreaSend.Services.Uploads.Scanning;

namespace AreaSend.Web.Uploads;

/// <summary>Uploads in the host. Ingestion runs here unless Durable Functions do (<c>AreaSend:Engine</c>), where a blob trigger calls it.</summary>
internal static class UploadHosting
{
    private const string EngineKey = "AreaSend:Engine";
    private const string DurableFunctions = "DurableFunctions";

    public static void AddUploads(this WebApplicationBuilder builder)
    {
        builder.Services.AddMalwareScanner();
        builder.Services.AddUploads();
        builder.Services.AddSingleton<UploadContainers>();
        builder.Services.AddHostedService(services => services.GetRequiredService<UploadContainers>());
        if (builder.Configuration[EngineKey] != DurableFunctions)
        {
            builder.Services.AddHostedService<EmbeddedIngestion>();
            builder.Services.AddHostedService<LostDocumentRounds>();
        }
    }
}
