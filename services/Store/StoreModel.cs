using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace AreaSend.Services.Store;

/// <summary>Names, keys and indexes of the tables of inspections, of their notices and of areas. Every other folder has those of its own.</summary>
internal sealed class StoreModel :
    IEntityTypeConfiguration<EventRow>,
    IEntityTypeConfiguration<InspectionRow>,
    IEntityTypeConfiguration<PrivateReason>,
    IEntityTypeConfiguration<Person>,
    IEntityTypeConfiguration<OutboxNotice>,
    IEntityTypeConfiguration<NoticeAttempt>,
    IEntityTypeConfiguration<NoticeDelivery>,
    IEntityTypeConfiguration<KeyRingEntry>,
    IEntityTypeConfiguration<Area>,
    IEntityTypeConfiguration<Contact>,
    IEntityTypeConfiguration<AreaSchoolHoliday>
{
    public void Configure(EntityTypeBuilder<EventRow> table)
    {
        table.ToTable("inspection_events").HasKey(row => new { row.Inspection, row.Seq });
        table.Property(row => row.PreviousHash).HasMaxLength(64);
        table.Property(row => row.Hash).HasMaxLength(64);
    }

    public void Configure(EntityTypeBuilder<InspectionRow> table)
    {
        table.ToTable("inspections").HasKey(row => row.Id);
        table.Property(row => row.Id).ValueGeneratedNever();
        table.Property(row => row.HeadSeq).IsConcurrencyToken();

        // Kinds were an enumeration once, and written with a capital.
        table.Property(row => row.Kind).HasConversion(kind => kind, text => text.ToLowerInvariant());
        table.HasIndex(row => row.WakeAt);
        table.HasIndex(row => row.Area);
    }

    public void Configure(EntityTypeBuilder<PrivateReason> table)
    {
        table.ToTable("private_reasons").HasKey(row => new { row.Inspection, row.Seq });
        table.Property(row => row.Seq).ValueGeneratedNever();
    }

    public void Configure(EntityTypeBuilder<Person> table)
    {
        table.ToTable("people").HasKey(row => row.Id);
        table.Property(row => row.Id).ValueGeneratedNever();
        table.HasIndex(row => row.Inspection);

        // The search tells names apart before it looks at inspections.
        table.HasIndex(row => new { row.Role, row.Name, row.Email, row.To });
    }

    public void Configure(EntityTypeBuilder<OutboxNotice> table)
    {
        table.ToTable("notices").HasKey(row => new { row.Inspection, row.Key });
        table.Ignore(row => row.MailKey);
        table.Property(row => row.Salt).HasMaxLength(32);
        table.Property(row => row.Version).IsConcurrencyToken();
        table.HasIndex(row => row.NextAttempt);
        table.HasIndex(row => row.ProviderId);

        // What the worklist asks for of inspections that have ended too: the words of its question, so that either database takes the index for it.
        table.HasIndex(row => row.State).HasFilter("state IN ('Dead', 'NoAddress', 'HeldBack')");
    }

    public void Configure(EntityTypeBuilder<NoticeAttempt> table)
    {
        table.ToTable("notice_attempts").HasKey(row => row.Id);
        table.HasIndex(row => new { row.Inspection, row.Key });
    }

    public void Configure(EntityTypeBuilder<NoticeDelivery> table)
    {
        table.ToTable("notice_deliveries").HasKey(row => row.EventId);
        table.Property(row => row.EventId).HasMaxLength(200);
        table.HasIndex(row => new { row.Inspection, row.Key });
    }

    public void Configure(EntityTypeBuilder<KeyRingEntry> table) => table.ToTable("key_ring").HasKey(row => row.Name);

    public void Configure(EntityTypeBuilder<Area> table) => table.ToTable("areas").HasKey(row => row.Code);

    public void Configure(EntityTypeBuilder<Contact> table)
    {
        table.ToTable("contacts").HasKey(row => row.Id);
        table.Property(row => row.Id).ValueGeneratedNever();
        table.HasIndex(row => new { row.Area, row.Role });
    }

    public void Configure(EntityTypeBuilder<AreaSchoolHoliday> table)
    {
        table.ToTable("school_holidays").HasKey(row => row.Id);
        table.HasIndex(row => row.Area);
    }
}
