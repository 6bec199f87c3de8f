using AreaSend.Services.Calendars;
using AreaSend.Services.Engine;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using NodaTime;

namespace AreaSend.Services.Store;

/// <summary>Adds the store and the engine's step to a host.</summary>
public static class StoreSetup
{
    /// <summary>The store on a database; the host calls <see cref="StoreStart.ReadyAsync"/> before it uses it. The clock is the machine's unless one has been added.</summary>
    public static IServiceCollection AddStore(this IServiceCollection services, StoreSettings settings)
    {
        services.AddSingleton(settings);
        services.AddSingleton<StoreDatabase>();
        services.AddSingleton<StoreStart>();
        services.AddSingleton<CalendarLibrary>();
        services.AddSingleton<EngineBell>();
        services.AddSingleton<InspectionStore>();
        services.AddSingleton<InspectionAdvance>();
        services.TryAddSingleton<IClock>(SystemClock.Instance);
        return services;
    }
}
