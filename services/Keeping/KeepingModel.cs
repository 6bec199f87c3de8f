using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace AreaSend.Services.Keeping;

/// <summary>The tables of what is proposed to be disposed of, and was.</summary>
internal sealed class KeepingModel : IEntityTypeConfiguration<DisposalBatch>, IEntityTypeConfiguration<DisposalItem>
{
    /// <summary>The longest reason that a batch is confirmed with.</summary>
    public const int LongestReason = 2_000;

    public void Configure(EntityTypeBuilder<DisposalBatch> table)
    {
        table.ToTable("disposal_batches").HasKey(row => row.Id);
        table.Property(row => row.Id).ValueGeneratedNever();
        table.Property(row => row.Rule).HasMaxLength(40);
        table.Property(row => row.Reason).HasMaxLength(LongestReason);
    }

    public void Configure(EntityTypeBuilder<DisposalItem> table)
    {
        table.ToTable("disposal_items").HasKey(row => row.Id);
        table.Property(row => row.Id).ValueGeneratedNever();
        table.HasIndex(row => row.Batch);
        table.HasIndex(row => row.Inspection);
    }
}
