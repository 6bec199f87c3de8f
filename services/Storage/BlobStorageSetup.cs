using Microsoft.Extensions.DependencyInjection;

namespace AreaSend.Services.Storage;

/// <summary>Adds the storage of documents to a host.</summary>
public static class BlobStorageSetup
{
    /// <summary>One <see cref="BlobStorage"/>, started and stopped with the host, configured under <c>AreaSend:Blobs</c>.</summary>
    public static IServiceCollection AddBlobStorage(this IServiceCollection services)
    {
        services.AddOptions<BlobStorageOptions>().BindConfiguration(BlobStorageOptions.Section);
        services.AddSingleton<BlobStorage>();
        services.AddHostedService(provider => provider.GetRequiredService<BlobStorage>());
        return services;
    }
}
