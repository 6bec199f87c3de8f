using AreaSend.Services.Uploads.Ingesting;
using AreaSend.Services.Uploads.Papers;
using AreaSend.Services.Uploads.Tracking;
using Microsoft.Extensions.DependencyInjection;

namespace AreaSend.Services.Uploads;

/// <summary>Adds what areas send to a host.</summary>
public static class UploadSetup
{
    /// <summary>
    /// Uploads, ingestion and the choice of children; needs the store, blob storage and a malware scanner. Configured under <c>AreaSend:Uploads</c>.
    /// </summary>
    public static IServiceCollection AddUploads(this IServiceCollection services)
    {
        services.AddOptions<UploadOptions>().BindConfiguration(UploadOptions.Section);
        services.AddSingleton<DocumentBlobs>();
        services.AddSingleton<DocumentLedger>();
        services.AddSingleton<IngestionQueue>();
        services.AddSingleton<Ingestion>();
        services.AddSingleton<LostDocuments>();
        services.AddSingleton<Leftovers>();
        services.AddSingleton<RefusedLists>();
        services.AddSingleton<DocumentUploads>();
        services.AddSingleton<ItemsWithoutFile>();
        services.AddSingleton<PaperUploads>();
        services.AddSingleton<AcceptedLists>();
        services.AddSingleton<ChildSelection>();
        services.AddSingleton<SelectionNames>();
        return services;
    }
}
