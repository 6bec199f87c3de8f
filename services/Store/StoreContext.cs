using AreaSend.Core.Inspections;
using AreaSend.Services.Store.Calendars;
using AreaSend.Services.Store.Figures;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace AreaSend.Services.Store;

/// <summary>
/// The tables. One subclass a provider, because each has migrations of its own. Named here are those of inspections, their notices and areas; every other
/// folder keeps its rows, and their configuration, to itself and asks for them by <see cref="DbContext.Set{TEntity}()"/>.
/// </summary>
public abstract class StoreContext(DbContextOptions options) : DbContext(options)
{
    /// <summary>The truth: everything that happened.</summary>
    public DbSet<EventRow> Events => Set<EventRow>();

    /// <summary>One row an inspection, made from the events.</summary>
    public DbSet<InspectionRow> Inspections => Set<InspectionRow>();

    /// <summary>One row an inspection: what reports and the search know of it.</summary>
    public DbSet<FiguresRow> Figures => Set<FiguresRow>();

    /// <summary>The outbox.</summary>
    public DbSet<OutboxNotice> Notices => Set<OutboxNotice>();

    /// <summary>Tries to send notices.</summary>
    public DbSet<NoticeAttempt> NoticeAttempts => Set<NoticeAttempt>();

    /// <summary>Words of the mail service about e-mails that it had taken.</summary>
    public DbSet<NoticeDelivery> NoticeDeliveries => Set<NoticeDelivery>();

    /// <summary>People of inspections.</summary>
    public DbSet<Person> People => Set<Person>();

    /// <summary>The keys that cookies and forms are encrypted with.</summary>
    public DbSet<KeyRingEntry> KeyRing => Set<KeyRingEntry>();

    /// <summary>Local areas.</summary>
    public DbSet<Area> Areas => Set<Area>();

    /// <summary>Contacts of areas, and national ones.</summary>
    public DbSet<Contact> Contacts => Set<Contact>();

    /// <summary>Reasons for Ofsted and CQC alone.</summary>
    public DbSet<PrivateReason> PrivateReasons => Set<PrivateReason>();

    /// <summary>School holidays of areas.</summary>
    public DbSet<AreaSchoolHoliday> SchoolHolidays => Set<AreaSchoolHoliday>();

    /// <summary>Bank holidays by version.</summary>
    public DbSet<CalendarSnapshot> CalendarSnapshots => Set<CalendarSnapshot>();

    /// <summary>What went wrong when bank holidays were refreshed.</summary>
    public DbSet<CalendarAlarm> CalendarAlarms => Set<CalendarAlarm>();

    /// <summary>The refreshes of the bank holidays.</summary>
    public DbSet<CalendarRefresh> CalendarRefreshes => Set<CalendarRefresh>();

    /// <summary>Codes of the areas whose rows it reads, where it is one that reads those of some alone (<see cref="Services.Areas.Sight"/>).</summary>
    internal List<string> AreasSeen { get; set; } = [];

    /// <inheritdoc/>
    protected override void ConfigureConventions(ModelConfigurationBuilder configurationBuilder)
    {
        configurationBuilder.Properties<Instant>().HaveConversion<InstantAsTicks>();
        configurationBuilder.Properties<LocalDate>().HaveConversion<LocalDateAsText>();
        configurationBuilder.Properties<Recorder>().HaveConversion<RecorderAsText>();
        configurationBuilder.Properties<RecorderRole>().HaveConversion<RecorderRoleAsText>();
        configurationBuilder.Properties<Enum>().HaveConversion<string>();
    }

    /// <inheritdoc/>
    protected override void OnModelCreating(ModelBuilder modelBuilder)
    {
        modelBuilder.ApplyConfigurationsFromAssembly(typeof(StoreContext).Assembly);
        ColumnNames.Name(modelBuilder);
    }
}
