using AreaSend.Core.Calendars;
using AreaSend.Core.Inspections;
using AreaSend.Core.Notices;
using AreaSend.Core.Timetables;
using AreaSend.Services.Areas;
using AreaSend.Services.BankHolidays;
using AreaSend.Services.Deliveries;
using AreaSend.Services.Engine;
using AreaSend.Services.Inspections;
using AreaSend.Services.Mail;
using AreaSend.Services.Notices;
using AreaSend.Services.SignInLinks;
using AreaSend.Services.Simulation;
using AreaSend.Services.Staff;
using AreaSend.Services.Store;
using AreaSend.Services.Store.Calendars;
using AreaSend.Services.Store.Figures;
using AreaSend.Services.Work;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using NodaTime;

namespace AreaSend.Services.Sandbox;

/// <summary>
/// Fills an empty sandbox with <see cref="FictionalInspections"/>. Each is lived through to the present in a store of its own, with a clock of its own, so that
/// the engine of this host never sees one half lived; then all of them come over in one transaction. Their e-mails are written to the sandbox's outbox.
/// </summary>
public sealed class SandboxFill(
    StoreDatabase database,
    Editions editions,
    IClock clock,
    ChangeSignal signal,
    IConfiguration configuration,
    IOptions<MailOptions> mail,
    IOptions<NoticeOptions> notices,
    IOptions<SiteOptions> engine)
{
    private const int WorkingDaysPlannedAhead = 5;
    private const string Snoozed = "Wirral";

    /// <summary>What it makes, under the editions of this host.</summary>
    public IReadOnlyList<(string Area, string Shows, Guid Inspection)> Rows { get; } = RowsOf(editions);

    /// <summary>What is made: the area's name, what there is to see, and the inspection's identifier, which is the same in every sandbox.</summary>
    public static IReadOnlyList<(string Area, string Shows, Guid Inspection)> RowsOf(Editions editions) =>
        [.. FictionalInspections.Of(editions).Select((row, index) => (LocalAuthorities.Find(row.Area)!.DisplayName, row.Shows, IdOf(index + 1)))];

    /// <summary>Whether there is no inspection yet: what somebody has made is never mixed with what is made up here.</summary>
    public async Task<bool> IsEmptyAsync(CancellationToken cancellation = default)
    {
        await using var context = database.Open();
        return !await context.Inspections.AnyAsync(cancellation);
    }

    /// <summary>Fills it.</summary>
    /// <returns>Whether it was filled: not if there are inspections already.</returns>
    /// <exception cref="OutsideCalendarException">The sandbox's clock stands where no bank holidays are known.</exception>
    public async Task<bool> FillAsync(CancellationToken cancellation = default)
    {
        if (!await IsEmptyAsync(cancellation))
        {
            return false;
        }

        var folder = Directory.CreateTempSubdirectory("areasend-");
        var settings = StoreSettings.SqliteFile(Path.Combine(folder.FullName, "fictional.db"));
        try
        {
            await LiveAllAsync(settings, cancellation);
            return await BringOverAsync(settings, cancellation);
        }
        finally
        {
            settings.CloseFile();
            folder.Delete(recursive: true);
        }
    }

    private async Task LiveAllAsync(StoreSettings settings, CancellationToken cancellation)
    {
        var present = clock.GetCurrentInstant();
        var own = new VirtualClock(present);
        await using var services = Services(settings, own);
        await services.GetRequiredService<StoreStart>().ReadyAsync(cancellation);
        await TakeAlongAsync(services.GetRequiredService<StoreDatabase>(), present, cancellation);
        var calendar = (await services.GetRequiredService<CalendarLibrary>().CurrentAsync(cancellation)).Calendar;
        foreach (var (row, number) in FictionalInspections.Of(editions).Select((row, index) => (row, index + 1)))
        {
            var planned = await PlanAsync(services, own, row, IdOf(number), calendar, present, cancellation);
            await StaffAsync(services, row, number, own.GetCurrentInstant(), cancellation);
            await new Course(services, own, new SimulatedParticipants(row.Outcome, silent: row.Silent))
                .LiveAsync(planned.Id, present, row.Incidents, cancellation);
            own.MoveTo(present);
            await BounceAsync(services, planned.Id, row, present, cancellation);
        }
    }

    private async Task<LoadedInspection> PlanAsync(
        ServiceProvider services,
        VirtualClock own,
        FictionalInspection row,
        Guid id,
        WorkingDayCalendar calendar,
        Instant present,
        CancellationToken cancellation)
    {
        var starts = calendar.NextOrSame(Weeks.MondayOf(LondonTime.DateOf(present)).PlusWeeks(row.Week));
        var (edition, type) = editions.For(row.Kind, starts, calendar) is { } law ? (law.Edition, law.Edition.Find(row.Kind)!)
            : throw new InvalidOperationException($"No edition has the kind '{row.Kind}'.");
        var day = LocalDate.Min(
            calendar.Minus(starts, edition.NoticeOf(type) + WorkingDaysPlannedAhead), calendar.Minus(LondonTime.DateOf(present), WorkingDaysPlannedAhead));
        own.StartAt(LondonTime.At(day, edition.Hours.Start));
        return NotAcceptedException.ThrowIfRefused(await services.GetRequiredService<InspectionStore>().PlanAsync(
            row.Area, row.Kind, starts, Recorder.Simulation, row.Lead.Mailbox, id, leadTelephone: row.Lead.Telephone,
            grounds: SimulatedParticipants.Grounds(type, starts, row.Area), cancellation: cancellation));
    }

    /// <summary>The mail service says of the notice to the director of children's services that it did not arrive.</summary>
    private static async Task BounceAsync(ServiceProvider services, Guid inspection, FictionalInspection row, Instant present, CancellationToken cancellation)
    {
        if (row.Bounces is not { } template)
        {
            return;
        }

        await using var context = services.GetRequiredService<StoreDatabase>().Open();
        var notice = await context.Notices.AsNoTracking().FirstAsync(
            notice => notice.Inspection == inspection && notice.Template == template && notice.Role == RecipientRole.Dcs, cancellation);
        await services.GetRequiredService<NoticeDeliveries>().RecordAsync(
            new DeliveryEvent(
                $"fictional-{inspection:N}",
                new MailKey(inspection, notice.Key, Round: 0),
                Address: null,
                DeliveryKind.Bounced,
                present,
                "The mailbox is full."),
            cancellation);
    }

    /// <summary>Bank holidays and contacts are this sandbox's own.</summary>
    private async Task TakeAlongAsync(StoreDatabase fictional, Instant present, CancellationToken cancellation)
    {
        await using var from = database.Open();
        await using var to = fictional.Open();
        await to.CalendarSnapshots.ExecuteDeleteAsync(cancellation);
        await CopyAsync<CalendarSnapshot>(from, to, cancellation);
        await CopyAsync<Contact>(from, to, cancellation);
        to.Set<StaffMember>().AddRange(FictionalCoordinators.At(present));
        await to.SaveChangesAsync(cancellation);
    }

    /// <summary>CQC's lead inspector, the coordinator, in turn and the last two nobody, and the officer's deputy, where there will be one.</summary>
    private async Task StaffAsync(ServiceProvider services, FictionalInspection row, int number, Instant at, CancellationToken cancellation)
    {
        await using var context = services.GetRequiredService<StoreDatabase>().Open();
        var (inspection, day) = (IdOf(number), LondonTime.DateOf(at));
        var cqc = FictionalInspections.OfCqc[number % FictionalInspections.OfCqc.Count];
        var lead = Person.With(RecipientRole.CqcLeadInspector, cqc.Mailbox, inspection, day);
        lead.Telephone = cqc.Telephone;
        context.People.Add(lead);
        if (row.Deputy is { } deputy)
        {
            var (name, address) = FictionalInspections.Deputy;
            context.People.Add(new Person { Id = deputy, Inspection = inspection, Role = RecipientRole.DeputyLano, Name = name, Email = address, From = day });
        }

        if (number <= Rows.Count - 2)
        {
            var staff = FictionalCoordinators.At(at);
            context.Set<Assignment>().Add(new Assignment
            {
                Id = Guid.CreateVersion7(), Inspection = inspection, Coordinator = staff[(number - 1) % staff.Count].Id, At = at, By = Recorder.Simulation,
            });
        }

        await context.SaveChangesAsync(cancellation);
    }

    private async Task<bool> BringOverAsync(StoreSettings settings, CancellationToken cancellation)
    {
        await using var from = new StoreDatabase(settings).Open();
        await using var to = database.Open();
        await CopyAsync<EventRow>(from, to, cancellation);
        await CopyAsync<InspectionRow>(from, to, cancellation);
        await CopyAsync<FiguresRow>(from, to, cancellation);
        await CopyAsync<Person>(from, to, cancellation);
        await CopyAsync<OutboxNotice>(from, to, cancellation);
        await CopyAsync<NoticeDelivery>(from, to, cancellation);
        await CopyAsync<GuestLink>(from, to, cancellation);
        await CopyAsync<StaffMember>(from, to, cancellation);
        await CopyAsync<Assignment>(from, to, cancellation);

        // Their numbers are the database's own.
        var attempts = await from.NoticeAttempts.AsNoTracking().OrderBy(attempt => attempt.Id).ToListAsync(cancellation);
        to.NoticeAttempts.AddRange(attempts.Select(attempt => new NoticeAttempt
        {
            Inspection = attempt.Inspection, Key = attempt.Key, At = attempt.At, Succeeded = attempt.Succeeded, Result = attempt.Result,
        }));
        Note(to, clock.GetCurrentInstant());
        try
        {
            await to.SaveChangesAsync(cancellation);
        }
        catch (DbUpdateException) when (!cancellation.IsCancellationRequested)
        {
            // Somebody else has filled it meanwhile, with the same inspections.
            return false;
        }

        foreach (var row in Rows)
        {
            signal.Raise(row.Inspection);
        }

        return true;
    }

    /// <summary>The one whose plan waits is snoozed.</summary>
    private void Note(StoreContext to, Instant now) =>
        to.Set<WorkNote>().Add(new WorkNote
        {
            Id = Guid.CreateVersion7(), Inspection = Rows.First(row => row.Area == Snoozed).Inspection, Words = "Rang, 3pm: the panel meets next week",
            SnoozedUntil = LondonTime.DateOf(now).PlusWeeks(1), At = now, By = Recorder.Simulation,
        });

    private static async Task CopyAsync<TRow>(StoreContext from, StoreContext to, CancellationToken cancellation)
        where TRow : class => to.AddRange(await from.Set<TRow>().AsNoTracking().ToListAsync(cancellation));

    // A host of its own, which sends nothing: its e-mails are files in the sandbox's outbox.
    private ServiceProvider Services(StoreSettings settings, VirtualClock own)
    {
        var services = new ServiceCollection();
        services.AddSimulation(settings, own, editions, new ConfigurationBuilder().AddConfiguration(configuration).AddInMemoryCollection(
        [
            new($"{MailOptions.Section}:{nameof(MailOptions.Folder)}", mail.Value.Folder),
            new($"{MailOptions.Section}:{nameof(MailOptions.Sender)}", MailOptions.FolderSender),
            new($"{MailOptions.Section}:{nameof(MailOptions.OnlyTo)}", ""),
            new($"{NoticeOptions.Section}:{nameof(NoticeOptions.Telephone)}", notices.Value.Telephone),
        ]).Build());
        services.Configure<SiteOptions>(options => options.SiteAddress = engine.Value.SiteAddress);
        return services.BuildServiceProvider();
    }

    // The same in every sandbox.
    private static Guid IdOf(int number) => new(0xF1C71044, 0, 0x7000, 0x80, 0, 0, 0, 0, 0, 0, (byte)number);
}
