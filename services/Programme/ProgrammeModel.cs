using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace AreaSend.Services.Programme;

/// <summary>The tables of the national programme.</summary>
internal sealed class ProgrammeModel : IEntityTypeConfiguration<RegionalDecision>, IEntityTypeConfiguration<HistoryEntry>
{
    public void Configure(EntityTypeBuilder<RegionalDecision> table)
    {
        table.ToTable("regional_decisions").HasKey(row => row.Id);
        table.Property(row => row.Id).ValueGeneratedNever();
        table.HasIndex(row => row.Area);
    }

    public void Configure(EntityTypeBuilder<HistoryEntry> table)
    {
        table.ToTable("programme_history").HasKey(row => row.Id);
        table.Property(row => row.Id).ValueGeneratedNever();
        table.HasIndex(row => row.Area);
    }
}
