using System.Globalization;
using AreaSend.Testing;
using AreaSend.Web.Tests.Replicas;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.DependencyInjection;

[assembly: HostingStartup(typeof(ReplicaClock))]

namespace AreaSend.Web.Tests.Replicas;

/// <summary>Added to a real host by its environment alone: the day on which it believes to live. Outside the sandbox no clock can be moved, and tests use no date of the machine.</summary>
public sealed class ReplicaClock : IHostingStartup
{
    /// <summary>By how many ticks it lags behind the machine's.</summary>
    public const string BehindVariable = "AREASEND_TEST_CLOCK_BEHIND";

    public void Configure(IWebHostBuilder builder) => builder.ConfigureServices(services =>
    {
        // A host that a test holds in memory finds this class too, and has no use for it.
        if (Environment.GetEnvironmentVariable(BehindVariable) is { } ticks)
        {
            services.AddSingleton<IClock>(new ShiftedClock(Duration.FromTicks(long.Parse(ticks, CultureInfo.InvariantCulture))));
        }
    });
}
