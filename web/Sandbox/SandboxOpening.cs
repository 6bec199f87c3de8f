using AreaSend.Services.Sandbox;

namespace AreaSend.Web.Sandbox;

/// <summary>Before any page is served: the clock stands where it was left, and there is somebody to write to.</summary>
internal sealed class SandboxOpening(SandboxClock clock, SandboxContacts contacts, SandboxSchoolHolidays holidays) : IHostedService
{
    public async Task StartAsync(CancellationToken cancellation)
    {
        await clock.ReadAsync(cancellation);
        await contacts.SeedAsync(cancellation);
        await holidays.SeedAsync(cancellation);
    }

    public Task StopAsync(CancellationToken cancellation) => Task.CompletedTask;
}
