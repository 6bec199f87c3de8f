using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace AreaSend.Services.Store.Figures;

/// <summary>The table of what reports and the search know of inspections.</summary>
internal sealed class FiguresModel : IEntityTypeConfiguration<FiguresRow>
{
    public void Configure(EntityTypeBuilder<FiguresRow> table)
    {
        table.ToTable("inspection_figures").HasKey(row => row.Inspection);
        table.Property(row => row.Inspection).ValueGeneratedNever();
    }
}
