using AreaSend.Services.GettingReady.Audits;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace AreaSend.Services.GettingReady;

/// <summary>
/// Tables of the rooms in which areas get ready. No table of inspections refers to them, and nothing in this folder is used outside of it and the room's own
/// pages.
/// </summary>
internal sealed class ReadyModel :
    IEntityTypeConfiguration<ReadyPerson>,
    IEntityTypeConfiguration<ReadyLink>,
    IEntityTypeConfiguration<ReadySession>,
    IEntityTypeConfiguration<StepRow>,
    IEntityTypeConfiguration<ItemRow>,
    IEntityTypeConfiguration<AuditRow>,
    IEntityTypeConfiguration<GradeRow>
{
    private const int Line = 200;
    private const int Passage = 2000;

    public void Configure(EntityTypeBuilder<ReadyPerson> table)
    {
        table.ToTable("ready_people").HasKey(row => row.Id);
        table.Property(row => row.Id).ValueGeneratedNever();
        table.Property(row => row.Area).HasMaxLength(3);
        table.HasIndex(row => row.Area);
    }

    public void Configure(EntityTypeBuilder<ReadyLink> table)
    {
        table.ToTable("ready_links").HasKey(row => row.Id);
        table.Property(row => row.Id).ValueGeneratedNever();
        table.Property(row => row.Hash).HasMaxLength(64);
        table.HasIndex(row => row.Hash).IsUnique();
        table.HasIndex(row => row.Person);
    }

    public void Configure(EntityTypeBuilder<ReadySession> table)
    {
        table.ToTable("ready_sessions").HasKey(row => row.Id);
        table.Property(row => row.Id).ValueGeneratedNever();
        table.HasIndex(row => row.Person);
    }

    public void Configure(EntityTypeBuilder<StepRow> table)
    {
        table.ToTable("ready_steps").HasKey(row => new { row.Area, row.Step });
        table.Property(row => row.Area).HasMaxLength(3);
        table.Property(row => row.Step).HasMaxLength(40);
        table.Property(row => row.Owner).HasMaxLength(Line);
        table.Property(row => row.Evidence).HasMaxLength(Passage);
    }

    public void Configure(EntityTypeBuilder<ItemRow> table)
    {
        table.ToTable("ready_items").HasKey(row => new { row.Area, row.Item });
        table.Property(row => row.Area).HasMaxLength(3);
        table.Property(row => row.Item).HasMaxLength(40);
        table.Property(row => row.Owner).HasMaxLength(Line);
        table.Property(row => row.Place).HasMaxLength(Line);
    }

    public void Configure(EntityTypeBuilder<AuditRow> table)
    {
        table.ToTable("ready_audits").HasKey(row => row.Id);
        table.Property(row => row.Id).ValueGeneratedNever();
        table.Property(row => row.Area).HasMaxLength(3);
        table.Property(row => row.Reference).HasMaxLength(PlanReference.Longest);
        table.HasIndex(row => row.Area);
    }

    public void Configure(EntityTypeBuilder<GradeRow> table)
    {
        table.ToTable("ready_grades").HasKey(row => new { row.Audit, row.Round, row.Criterion });
        table.Property(row => row.Criterion).HasMaxLength(40);
        table.Property(row => row.Comment).HasMaxLength(Passage);
    }
}
