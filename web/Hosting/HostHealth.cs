using AreaSend.Services.Store;
using AreaSend.Services.Uploads;
using Microsoft.AspNetCore.Diagnostics.HealthChecks;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace AreaSend.Web.Hosting;

/// <summary>
/// <c>/health</c>, and <c>/health/ready</c> as platforms call it, says whether this host can do its work: its database answers, and its storage of documents.
/// <c>/health/live</c> says that the process
/// runs, and no more: it would help nobody to restart it because a database is away.
/// </summary>
internal static class HostHealth
{
    public const string Path = "/health";

    private static readonly TimeSpan CheckTimeout = TimeSpan.FromSeconds(5);

    public static IServiceCollection AddHostHealth(this IServiceCollection services)
    {
        services.AddHealthChecks()
            .Add(
                new HealthCheckRegistration(
                    "database",
                    host => new DatabaseHealth(host.GetRequiredService<StoreDatabase>()),
                    HealthStatus.Unhealthy,
                    tags: null,
                    CheckTimeout))
            .Add(
                new HealthCheckRegistration(
                    "documents",
                    host => new DocumentsHealth(host.GetRequiredService<DocumentBlobs>()),
                    HealthStatus.Unhealthy,
                    tags: null,
                    CheckTimeout));
        return services;
    }

    public static void MapHostHealth(this IEndpointRouteBuilder app)
    {
        app.MapHealthChecks(Path).AllowAnonymous();
        app.MapHealthChecks($"{Path}/ready").AllowAnonymous();
        app.MapHealthChecks($"{Path}/live", new HealthCheckOptions { Predicate = _ => false }).AllowAnonymous();
    }

    private sealed class DatabaseHealth(StoreDatabase database) : IHealthCheck
    {
        public async Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default)
        {
            await using var store = database.Open();
            await store.Inspections.AnyAsync(cancellationToken);
            return HealthCheckResult.Healthy();
        }
    }

    private sealed class DocumentsHealth(DocumentBlobs blobs) : IHealthCheck
    {
        public async Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default)
        {
            await blobs.AnswerAsync(cancellationToken);
            return HealthCheckResult.Healthy();
        }
    }
}
