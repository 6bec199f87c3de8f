using System.Data.Common;
using AreaSend.Services.Hosting;
using AreaSend.Services.Storage;
using AreaSend.Services.Store;

namespace AreaSend.Web.Hosting;

/// <summary>The store is opened, and made ready, before the host starts anything.</summary>
internal static class StoreHosting
{
    public static void AddStore(this WebApplicationBuilder builder)
    {
        var options = builder.Configuration.GetSection(StoreOptions.Section).Get<StoreOptions>() ?? new StoreOptions();
        builder.Services.AddStore(options.ToSettings(builder.Environment.ContentRootPath));
    }

    /// <summary>
    /// Takes what one host alone may have, and brings the store up to date. Not from a hosted service: what fails there is told with the whole story of how it
    /// was called.
    /// </summary>
    /// <exception cref="StoreUnavailableException">The store does not open.</exception>
    /// <exception cref="StoreInUseException">Another host has the store's file.</exception>
    /// <exception cref="AzuriteException">Another host has the documents' folder, or there is no Azurite.</exception>
    public static async Task OpenStoreAsync(this WebApplication app)
    {
        try
        {
            app.Services.GetRequiredService<StoreFileLock>().Take();
            app.Services.GetRequiredService<BlobStorage>().TakeFolder();
            await app.Services.GetRequiredService<StoreStart>().ReadyAsync();
        }
        catch (Exception problem) when (problem is DbException or IOException or UnauthorizedAccessException)
        {
            throw new StoreUnavailableException(problem);
        }
    }
}

/// <summary>The store cannot be opened; the message says what to look at.</summary>
internal sealed class StoreUnavailableException(Exception problem)
    : Exception(
        $"The store could not be opened ({problem.Message}). Check the settings under {StoreOptions.Section}, and that the folder can be written to.",
        problem);
