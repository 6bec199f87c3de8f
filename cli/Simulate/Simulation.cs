using AreaSend.Cli.Prompt;
using AreaSend.Core.Calendars;
using AreaSend.Core.Inspections;
using AreaSend.Core.Timetables;
using AreaSend.Services.Inspections;
using AreaSend.Services.Mail;
using AreaSend.Services.Sandbox;
using AreaSend.Services.Simulation;
using AreaSend.Services.Store;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using NodaTime;

namespace AreaSend.Cli.Simulate;

/// <summary>One inspection from its planning to its end through the real store, step and outbox; only the clock and the people are made up.</summary>
/// <param name="folder">Where its store and its e-mails go.</param>
/// <param name="cast">Everybody with a part in it.</param>
/// <param name="law">The edition.</param>
/// <param name="type">The kind of inspection.</param>
/// <param name="editions">The editions that are held.</param>
internal sealed class Simulation(SimulationFolder folder, SimulatedParticipants cast, FrameworkEdition law, InspectionType type, Editions editions)
{
    private const int WorkingDaysPlannedAhead = 5;

    /// <summary>Runs it.</summary>
    /// <exception cref="CommandRefusedException">The inspection cannot be planned so.</exception>
    public async Task<SimulationJson> RunAsync(string area, LocalDate onSite, int? onSiteDays, CancellationToken cancellation)
    {
        var calendar = ShippedCalendar.Load();
        var planned = calendar.Minus(onSite, law.NoticeOf(type) + WorkingDaysPlannedAhead);
        var clock = new VirtualClock(LondonTime.At(planned, law.Hours.Start));
        await using var services = Services(clock);
        await services.GetRequiredService<StoreStart>().ReadyAsync(cancellation);
        await services.GetRequiredService<SandboxContacts>().SeedAsync(cancellation);

        var planning = await services.GetRequiredService<InspectionStore>().PlanAsync(
            area, type.Key, onSite, Recorder.Simulation, SimulatedParticipants.LeadInspector,
            onSiteEnds: onSiteDays is { } days ? calendar.Plus(onSite, days - 1) : null,
            grounds: SimulatedParticipants.Grounds(type, onSite, area), cancellation: cancellation);
        try
        {
            var id = NotAcceptedException.ThrowIfRefused(planning).Id;
            var lived = await new Course(services, clock, cast).LiveAsync(id, Instant.MaxValue, cancellation: cancellation);
            return SimulationJson.Of(lived.Case, services.GetRequiredService<SimulatedMail>().Sent);
        }
        catch (NotAcceptedException refused)
        {
            throw new CommandRefusedException(refused.Message);
        }
    }

    private ServiceProvider Services(VirtualClock clock)
    {
        var services = new ServiceCollection();
        services.AddSimulation(folder.Settings, clock, editions.Naming(law.Id), new ConfigurationBuilder().AddInMemoryCollection(
            [new($"{MailOptions.Section}:{nameof(MailOptions.Folder)}", folder.Path)]).Build());
        services.AddSingleton<SandboxContacts>();

        var files = services.Last(service => service.ServiceType == typeof(IMailSender)).ImplementationFactory!;
        services.AddSingleton(provider => new SimulatedMail((IMailSender)files(provider), clock));
        services.AddSingleton<IMailSender>(provider => provider.GetRequiredService<SimulatedMail>());
        return services.BuildServiceProvider();
    }
}
