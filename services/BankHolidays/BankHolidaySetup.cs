using Microsoft.Extensions.DependencyInjection;

namespace AreaSend.Services.BankHolidays;

/// <summary>Adds the care of bank holidays to a host that has a store.</summary>
public static class BankHolidaySetup
{
    private const int LargestFeed = 1 << 20;

    /// <summary><see cref="BankHolidayRefresh"/>, configured under <c>AreaSend:BankHolidays</c>, and <see cref="BankHolidaysByHand"/>.</summary>
    public static IServiceCollection AddBankHolidays(this IServiceCollection services)
    {
        services.AddOptions<BankHolidayOptions>().BindConfiguration(BankHolidayOptions.Section);
        services.AddHttpClient(BankHolidayRefresh.HttpClientName)
            .ConfigureHttpClient(client => (client.Timeout, client.MaxResponseContentBufferSize) = (Timeout.InfiniteTimeSpan, LargestFeed))
            .AddStandardResilienceHandler();
        services.AddSingleton<CalendarMoves>();
        services.AddSingleton<BankHolidayBook>();
        services.AddSingleton<BankHolidayRefresh>();
        services.AddSingleton<BankHolidaysByHand>();
        return services;
    }
}
