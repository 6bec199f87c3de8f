using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace AreaSend.Services.Work;

/// <summary>The tables of what people of the inspectorates arrange among themselves.</summary>
internal sealed class WorkModel : IEntityTypeConfiguration<Assignment>, IEntityTypeConfiguration<WorkNote>
{
    public void Configure(EntityTypeBuilder<Assignment> table)
    {
        table.ToTable("assignments").HasKey(row => row.Id);
        table.Property(row => row.Id).ValueGeneratedNever();
        table.HasIndex(row => row.Inspection);
    }

    public void Configure(EntityTypeBuilder<WorkNote> table)
    {
        table.ToTable("work_notes").HasKey(row => row.Id);
        table.Property(row => row.Id).ValueGeneratedNever();
        table.Property(row => row.Words).HasMaxLength(WorkNote.Longest);
        table.HasIndex(row => row.Inspection);
    }
}
