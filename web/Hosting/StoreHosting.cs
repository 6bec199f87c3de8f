using System.Data.Common;
using AreaSend.Services.Store;

namespace AreaSend.Web.Hosting;

/// <summary>The store is opened, and made ready, before anything else of the host starts.</summary>
internal static class StoreHosting
{
    public static void AddStore(this WebApplicationBuilder builder)
    {
        var options = builder.Configuration.GetSection(StoreOptions.Section).Get<StoreOptions>() ?? new StoreOptions();
        builder.Services.AddStore(options.ToSettings(builder.Environment.ContentRootPath));
        builder.Services.AddHostedService<StoreOpening>();
    }

    private sealed class StoreOpening(StoreStart store, StoreFileLock file) : IHostedLifecycleService
    {
        public async Task StartingAsync(CancellationToken cancellation)
        {
            try
            {
                file.Take();
                await store.ReadyAsync(cancellation);
            }
            catch (Exception problem) when (problem is DbException or IOException or UnauthorizedAccessException)
            {
                throw new StoreUnavailableException(problem);
            }
        }

        public Task StartAsync(CancellationToken cancellation) => Task.CompletedTask;

        public Task StartedAsync(CancellationToken cancellation) => Task.CompletedTask;

        public Task StoppingAsync(CancellationToken cancellation) => Task.CompletedTask;

        public Task StopAsync(CancellationToken cancellation) => Task.CompletedTask;

        public Task StoppedAsync(CancellationToken cancellation) => Task.CompletedTask;
    }
}

/// <summary>The store cannot be opened; the message says what to look at.</summary>
internal sealed class StoreUnavailableException(Exception problem)
    : Exception($"The store could not be opened ({problem.Message}). Check the settings under {StoreOptions.Section}, and that the folder can be written to.", problem);
