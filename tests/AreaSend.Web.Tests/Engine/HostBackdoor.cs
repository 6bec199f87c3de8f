using System.Globalization;
using AreaSend.Core.Inspections;
using AreaSend.Core.Rules;
using AreaSend.Core.Timetables;
using AreaSend.Services.Engine;
using AreaSend.Services.Inspections;
using AreaSend.Services.Mail;
using AreaSend.Services.Sandbox;
using AreaSend.Services.Store;
using AreaSend.Testing;
using AreaSend.Web.Tests.Engine;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

[assembly: HostingStartup(typeof(HostBackdoor))]

namespace AreaSend.Web.Tests.Engine;

/// <summary>
/// Added to the real host by the environment of <see cref="HostProcess"/> alone: a way to act on it without its pages. Whatever is
/// asked twice is done once, so that a client whose answer was lost can ask again.
/// </summary>
public sealed class HostBackdoor : IHostingStartup
{
    /// <summary>By how many ticks the host's clock lags behind the machine's, in every life of it alike.</summary>
    public const string BehindVariable = "AREASEND_TEST_MACHINE_BEHIND";

    private static readonly Recorder By = Recorder.Coordinator;
    private static readonly LocalDate OnSite = new(2025, 9, 22);

    public void Configure(IWebHostBuilder builder) => builder.ConfigureServices(services =>
    {
        // A host that a test holds in memory finds this class too, and has no use for it.
        if (Environment.GetEnvironmentVariable(BehindVariable) is not { } ticks)
        {
            return;
        }

        services.AddSingleton(new MachineClock(new ShiftedClock(Duration.FromTicks(long.Parse(ticks, CultureInfo.InvariantCulture)))));
        services.AddSingleton<IStartupFilter, Door>();
    });

    /// <summary>Position and kind of the fact that an act was recorded as, if it was.</summary>
    public static (int Seq, string Kind)? Recorded(InspectionCase @case, int act) =>
        @case.Events.Where(@event => @event.By == By && @event.Event is Fact).Skip(act).Select(@event => ((int, string)?)(@event.Seq, @event.Event.Kind)).FirstOrDefault();

    private static async Task AnswerAsync(HttpContext context)
    {
        var services = context.RequestServices;
        var (store, journey) = (services.GetRequiredService<InspectionStore>(), services.GetRequiredService<SandboxJourney>());
        var inspection = await PlannedAsync(services, store);
        var number = int.Parse(context.Request.Query["act"].ToString(), CultureInfo.InvariantCulture);
        var answer = context.Request.Path.Value switch
        {
            "/time" => await PassTimeAsync(journey, store, inspection, number),
            "/act" => await ActAsync(store, inspection, number),
            _ => "",
        };
        await context.Response.WriteAsync(answer);
    }

    private static async Task<Guid> PlannedAsync(IServiceProvider services, InspectionStore store)
    {
        await using var context = services.GetRequiredService<StoreDatabase>().Open();
        if (await context.Inspections.Select(row => (Guid?)row.Id).SingleOrDefaultAsync() is { } known)
        {
            return known;
        }

        var planned = await store.PlanAsync("888", InspectionKind.Full, OnSite, By, new Mailbox("Fictional Lead", "lead@example.org"));
        return ((Recording.Recorded)planned).Inspection.Id;
    }

    private static async Task<string> PassTimeAsync(SandboxJourney journey, InspectionStore store, Guid inspection, int number)
    {
        var loaded = (await store.FindAsync(inspection))!;
        if (number == WholeInspection.Acts.Count)
        {
            await journey.ToAsync(loaded.Case.Events[^1].RecordedAt + Duration.FromDays(40));
        }
        else if (Recorded(loaded.Case, number) is null)
        {
            await journey.ToAsync(WholeInspection.Acts[number].At(loaded.Plan));
        }

        return "";
    }

    private static async Task<string> ActAsync(InspectionStore store, Guid inspection, int number)
    {
        var act = WholeInspection.Acts[number];
        if (Recorded((await store.FindAsync(inspection))!.Case, number) is null)
        {
            var recording = act.Fact is null
                ? await store.NominateLanoAsync(inspection, By, new Mailbox("Fictional Officer", "lano@example.org"))
                : await store.RecordAsync(inspection, By, (@case, _, now) => act.Fact(@case, now));
            _ = recording as Recording.Recorded ?? throw new InvalidOperationException($"{act.Name}: {recording}");
        }

        var (seq, kind) = Recorded((await store.FindAsync(inspection))!.Case, number)!.Value;
        return $"{seq} {kind}";
    }

    private sealed class Door : IStartupFilter
    {
        public Action<IApplicationBuilder> Configure(Action<IApplicationBuilder> next) => app =>
        {
            app.Map("/back-door", door => door.Run(AnswerAsync));
            next(app);
        };
    }
}
