using System.Text;
using AreaSend.Core.Rules;
using AreaSend.Services.BankHolidays;
using AreaSend.Services.Doors;
using AreaSend.Services.GettingReady;
using AreaSend.Services.Keeping;
using AreaSend.Services.Programme;
using AreaSend.Services.Publication;
using AreaSend.Services.Staff;
using AreaSend.Services.Store.Figures;
using AreaSend.Services.Uploads;
using AreaSend.Services.Work;
using Microsoft.EntityFrameworkCore;

namespace AreaSend.Services.Store;

/// <summary>Names, keys and indexes of the tables.</summary>
internal static class StoreModel
{
    public static void Build(ModelBuilder model)
    {
        Inspections(model);
        FiguresRow.Build(model);
        Notices(model);
        UploadModel.Build(model);
        Doors(model);
        StaffModel.Build(model);
        ReadyModel.Build(model);
        Programme(model);
        WorkModel.Build(model);
        KeepingModel.Build(model);
        Others(model);
        NameInSnakeCase(model);
    }

    private static void Inspections(ModelBuilder model)
    {
        model.Entity<EventRow>(table =>
        {
            table.ToTable("inspection_events").HasKey(row => new { row.Inspection, row.Seq });
            table.Property(row => row.PreviousHash).HasMaxLength(64);
            table.Property(row => row.Hash).HasMaxLength(64);
        });
        model.Entity<InspectionRow>(table =>
        {
            table.ToTable("inspections").HasKey(row => row.Id);
            table.Property(row => row.Id).ValueGeneratedNever();
            table.Property(row => row.HeadSeq).IsConcurrencyToken();

            // Kinds were an enumeration once, and written with a capital.
            table.Property(row => row.Kind).HasConversion(kind => kind, text => text.ToLowerInvariant());
            table.HasIndex(row => row.WakeAt);
            table.HasIndex(row => row.Area);
        });
        model.Entity<PrivateReason>(table =>
        {
            table.ToTable("private_reasons").HasKey(row => new { row.Inspection, row.Seq });
            table.Property(row => row.Seq).ValueGeneratedNever();
        });
        model.Entity<Person>(table =>
        {
            table.ToTable("people").HasKey(row => row.Id);
            table.Property(row => row.Id).ValueGeneratedNever();
            table.HasIndex(row => row.Inspection);
        });
    }

    private static void Notices(ModelBuilder model)
    {
        model.Entity<OutboxNotice>(table =>
        {
            table.ToTable("notices").HasKey(row => new { row.Inspection, row.Key });
            table.Ignore(row => row.MailKey);
            table.Property(row => row.Version).IsConcurrencyToken();
            table.HasIndex(row => row.NextAttempt);
            table.HasIndex(row => row.ProviderId);
        });
        model.Entity<NoticeAttempt>(table =>
        {
            table.ToTable("notice_attempts").HasKey(row => row.Id);
            table.HasIndex(row => new { row.Inspection, row.Key });
        });
        model.Entity<NoticeDelivery>(table =>
        {
            table.ToTable("notice_deliveries").HasKey(row => row.EventId);
            table.Property(row => row.EventId).HasMaxLength(200);
            table.HasIndex(row => new { row.Inspection, row.Key });
        });
    }

    // Named after the officers, whose links were the first.
    private static void Doors(ModelBuilder model)
    {
        model.Entity<DoorLink>(table =>
        {
            table.ToTable("lano_links").HasKey(row => row.Id);
            table.Property(row => row.Id).ValueGeneratedNever();
            table.Property(row => row.Hash).HasMaxLength(64);
            table.HasIndex(row => row.Hash).IsUnique();
            table.HasIndex(row => row.Inspection);
            table.HasIndex(row => row.Person);
        });
        model.Entity<DoorSession>(table =>
        {
            table.ToTable("lano_sessions").HasKey(row => row.Id);
            table.Property(row => row.Id).ValueGeneratedNever();
            table.HasIndex(row => row.Inspection);
            table.HasIndex(row => row.Person);
        });
    }

    private static void Programme(ModelBuilder model)
    {
        model.Entity<RegionalDecision>(table =>
        {
            table.ToTable("regional_decisions").HasKey(row => row.Id);
            table.Property(row => row.Id).ValueGeneratedNever();
            table.HasIndex(row => row.Area);
        });
        model.Entity<HistoryEntry>(table =>
        {
            table.ToTable("programme_history").HasKey(row => row.Id);
            table.Property(row => row.Id).ValueGeneratedNever();
            table.HasIndex(row => row.Area);
        });
    }

    private static void Others(ModelBuilder model)
    {
        model.Entity<KeyRingEntry>().ToTable("key_ring").HasKey(row => row.Name);
        model.Entity<Area>().ToTable("areas").HasKey(row => row.Code);
        model.Entity<Contact>(table =>
        {
            table.ToTable("contacts").HasKey(row => row.Id);
            table.Property(row => row.Id).ValueGeneratedNever();
            table.HasIndex(row => new { row.Area, row.Role });
        });
        model.Entity<AreaSchoolHoliday>(table =>
        {
            table.ToTable("school_holidays").HasKey(row => row.Id);
            table.HasIndex(row => row.Area);
        });
        model.Entity<CalendarSnapshot>().ToTable("calendar_snapshots").HasKey(row => row.Version);
        model.Entity<BankHolidayDecision>(table =>
        {
            table.ToTable("bank_holiday_decisions").HasKey(row => row.Id);
            table.Property(row => row.Id).ValueGeneratedNever();
        });
        model.Entity<PublicationHold>(table =>
        {
            table.ToTable("publication_holds").HasKey(row => row.Id);
            table.Property(row => row.Id).ValueGeneratedNever();
        });
        model.Entity<CalendarAlarm>().ToTable("calendar_alarms").HasKey(row => row.Id);
        model.Entity<CalendarRefresh>().ToTable("calendar_refreshes").HasKey(row => row.Id);
        model.Entity<ClockRow>(table =>
        {
            table.ToTable("clock").HasKey(row => row.Id);
            table.Property(row => row.Id).ValueGeneratedNever();
        });
    }

    private static void NameInSnakeCase(ModelBuilder model)
    {
        foreach (var property in model.Model.GetEntityTypes().SelectMany(entity => entity.GetProperties()))
        {
            property.SetColumnName(SnakeCase(property.Name));
        }
    }

    private static string SnakeCase(string name)
    {
        var snake = new StringBuilder();
        foreach (var letter in name)
        {
            if (char.IsUpper(letter) && snake.Length > 0)
            {
                snake.Append('_');
            }

            snake.Append(char.ToLowerInvariant(letter));
        }

        return snake.ToString();
    }
}
