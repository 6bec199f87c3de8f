using AreaSend.Services.BankHolidays;
using AreaSend.Services.Checkpoints;
using AreaSend.Services.Deliveries;
using AreaSend.Services.Engine;
using AreaSend.Services.Framework;
using AreaSend.Services.Inspections;
using AreaSend.Services.Mail;
using AreaSend.Services.Notices;
using AreaSend.Services.Publication;
using AreaSend.Services.Sandbox;
using AreaSend.Services.SignInLinks;
using AreaSend.Services.Staff;
using AreaSend.Services.Store;
using AreaSend.Services.Store.Calendars;
using AreaSend.Services.Work;
using Azure.Core;
using Azure.Identity;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using NodaTime;

namespace AreaSend.Services.Hosting;

/// <summary>Adds the store and the engine's step to a host.</summary>
public static class StoreSetup
{
    /// <summary>
    /// The store on a database; the host calls <see cref="StoreStart.ReadyAsync"/> before it uses it. The clock is the machine's unless one has been added.
    /// </summary>
    public static IServiceCollection AddStore(this IServiceCollection services, StoreSettings settings)
    {
        services.AddSingleton(settings);
        services.AddSingleton<StoreDatabase>();
        services.AddSingleton<StoreFileLock>();
        services.AddSingleton<StoreStart>();
        services.TryAddSingleton(provider => EditionSetting.Editions(provider.GetService<IConfiguration>()));
        services.AddSingleton<CalendarLibrary>();
        services.AddSingleton<EventStream>();
        services.AddSingleton<ChangeSignal>();
        services.AddSingleton<FactRecording>();
        services.AddSingleton<InspectionStore>();
        services.AddSingleton<Successions>();
        services.AddSingleton<InspectionAdvance>();
        services.AddSingleton<EngineWork>();
        services.AddMetrics();
        services.AddSingleton<EngineMetrics>();
        services.AddSingleton<EngineWatch>();
        services.AddSingleton<ContactBook>();
        services.AddSingleton<OpenInspections>();
        services.AddSingleton<RecentEvents>();
        services.AddSingleton<PublicationHolds>();
        services.AddSingleton<StandingFacts>(PublicationHolds.OfPlannedAsync);
        services.AddSingleton<SchoolHolidays>();
        services.AddSingleton<StaffDirectory>();
        services.AddSingleton<StaffSessions>();
        services.AddSingleton<WorkBook>();
        services.AddSingleton<LeadershipBook>();
        services.AddSingleton<InspectionTeams>();
        services.AddSingleton<InspectionsOfStaff>();
        services.AddSingleton<ChainVerifier>();
        services.AddSingleton<SummaryRebuild>();
        services.AddOptions<CheckpointOptions>().BindConfiguration(CheckpointOptions.Section);
        services.AddSingleton<CheckpointComparison>();
        services.AddSingleton<CheckpointForgetting>();
        services.AddHttpClient(CheckpointVaultKey.HttpClientName).RemoveAllLoggers().AddStandardResilienceHandler();
        services.TryAddSingleton<TokenCredential>(_ => new DefaultAzureCredential());
        services.AddSingleton<CheckpointPlaces>();
        services.AddSingleton<CheckpointWriting>();
        services.TryAddSingleton<IClock>(SystemClock.Instance);
        return services;
    }

    /// <summary>
    /// The engine's outbox. Needs the store, notices and mail (<see cref="NoticeSetup"/>, <see cref="MailSetup"/>); configured under <c>AreaSend:Engine</c>.
    /// </summary>
    public static IServiceCollection AddOutbox(this IServiceCollection services)
    {
        services.AddOptions<EngineOptions>().BindConfiguration(EngineOptions.Section);
        services.AddOptions<SiteOptions>().BindConfiguration(SiteOptions.Section);
        services.AddOptions<GuestLinkOptions>().BindConfiguration(GuestLinkOptions.Section).ValidateDataAnnotations();
        services.AddSingleton<GuestLinks>();
        services.AddSingleton<LinkSignIn>();
        services.AddSingleton<GuestAccessBook>();
        services.AddSingleton<NoticeWriter>();
        services.AddSingleton<MailAudience>();
        services.AddSingleton<OutboxRunner>();
        services.AddSingleton<NoticeServing>();
        services.AddDeliveryEvents();
        services.AddSingleton<NoticePreviews>();
        services.AddSingleton<DueWorkRunner>();
        services.AddSingleton<InspectionStep>();
        return services;
    }
}
