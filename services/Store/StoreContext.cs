using AreaSend.Core.Inspections;
using AreaSend.Services.BankHolidays;
using AreaSend.Services.Doors;
using AreaSend.Services.GettingReady;
using AreaSend.Services.GettingReady.Audits;
using AreaSend.Services.Keeping;
using AreaSend.Services.Programme;
using AreaSend.Services.Publication;
using AreaSend.Services.Staff;
using AreaSend.Services.Store.Figures;
using AreaSend.Services.Uploads;
using AreaSend.Services.Uploads.Lists;
using AreaSend.Services.Uploads.Tracking;
using AreaSend.Services.Work;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace AreaSend.Services.Store;

/// <summary>The tables. One subclass a provider, because each has migrations of its own.</summary>
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

    /// <summary>What areas send, with all versions.</summary>
    public DbSet<Document> Documents => Set<Document>();

    /// <summary>The person-level lists in documents, as they were read.</summary>
    public DbSet<ListReadingRow> ListReadings => Set<ListReadingRow>();

    /// <summary>What was found in those lists: positions and rules, never values.</summary>
    public DbSet<ListFindingRow> ListFindings => Set<ListFindingRow>();

    /// <summary>The draws by which children and young people were selected for tracking.</summary>
    public DbSet<TrackingDrawRow> TrackingDraws => Set<TrackingDrawRow>();

    /// <summary>The children and young people selected: for inspectors alone.</summary>
    public DbSet<TrackedChildRow> TrackedChildren => Set<TrackedChildRow>();

    /// <summary>Who opened what.</summary>
    public DbSet<AccessRecord> AccessLog => Set<AccessRecord>();

    /// <summary>Sign-in links of nominated officers.</summary>
    public DbSet<DoorLink> DoorLinks => Set<DoorLink>();

    /// <summary>Sessions of nominated officers.</summary>
    public DbSet<DoorSession> DoorSessions => Set<DoorSession>();

    /// <summary>Areas' own people in their rooms for getting ready.</summary>
    internal DbSet<ReadyPerson> ReadyPeople => Set<ReadyPerson>();

    /// <summary>Their sign-in links.</summary>
    internal DbSet<ReadyLink> ReadyLinks => Set<ReadyLink>();

    /// <summary>Their sessions.</summary>
    internal DbSet<ReadySession> ReadySessions => Set<ReadySession>();

    /// <summary>How far areas have come with the seven steps.</summary>
    internal DbSet<StepRow> ReadySteps => Set<StepRow>();

    /// <summary>How areas stand with the items of Annex A.</summary>
    internal DbSet<ItemRow> ReadyItems => Set<ItemRow>();

    /// <summary>Areas' own audits of EHC plans.</summary>
    internal DbSet<AuditRow> ReadyAudits => Set<AuditRow>();

    /// <summary>What their auditors say, criterion by criterion.</summary>
    internal DbSet<GradeRow> ReadyGrades => Set<GradeRow>();

    /// <summary>Those of the inspectorates who have signed in.</summary>
    public DbSet<StaffMember> Staff => Set<StaffMember>();

    /// <summary>Their sessions.</summary>
    public DbSet<StaffSession> StaffSessions => Set<StaffSession>();

    /// <summary>Who coordinates which inspection.</summary>
    public DbSet<Assignment> Assignments => Set<Assignment>();

    /// <summary>Notes of the worklist.</summary>
    public DbSet<WorkNote> WorkNotes => Set<WorkNote>();

    /// <summary>Who of them is on the team of which inspection.</summary>
    public DbSet<TeamMember> TeamMembers => Set<TeamMember>();

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

    /// <summary>Bank holidays proclaimed, moved or cancelled by hand.</summary>
    public DbSet<BankHolidayDecision> BankHolidayDecisions => Set<BankHolidayDecision>();

    /// <summary>Holds of publication.</summary>
    public DbSet<PublicationHold> PublicationHolds => Set<PublicationHold>();

    /// <summary>Decisions of regional directors about the national programme.</summary>
    public DbSet<RegionalDecision> RegionalDecisions => Set<RegionalDecision>();

    /// <summary>History of areas that people have recorded or brought in.</summary>
    public DbSet<HistoryEntry> ProgrammeHistory => Set<HistoryEntry>();

    /// <summary>What went wrong when bank holidays were refreshed.</summary>
    public DbSet<CalendarAlarm> CalendarAlarms => Set<CalendarAlarm>();

    /// <summary>The refreshes of the bank holidays.</summary>
    public DbSet<CalendarRefresh> CalendarRefreshes => Set<CalendarRefresh>();

    /// <summary>What is proposed to be disposed of, and was.</summary>
    public DbSet<DisposalBatch> DisposalBatches => Set<DisposalBatch>();

    /// <summary>What is in those batches.</summary>
    public DbSet<DisposalItem> DisposalItems => Set<DisposalItem>();

    /// <summary>The sandbox's clock.</summary>
    public DbSet<ClockRow> Clock => Set<ClockRow>();

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
    protected override void OnModelCreating(ModelBuilder modelBuilder) => StoreModel.Build(modelBuilder);
}
