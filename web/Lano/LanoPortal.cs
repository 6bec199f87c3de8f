using AreaSend.Web.Documents;

namespace AreaSend.Web.Lano;

/// <summary>The upload room in the host: the officer's pages, and the same room as inspectors see it.</summary>
internal static class UploadRoom
{
    public static IServiceCollection AddUploadRoom(this IServiceCollection services)
    {
        services.AddSingleton<Rooms>();
        services.AddSingleton<SentFiles>();
        return services;
    }
}
