using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace AreaSend.Services.Sandbox;

/// <summary>The table of the sandbox's clock.</summary>
internal sealed class SandboxModel : IEntityTypeConfiguration<ClockRow>
{
    public void Configure(EntityTypeBuilder<ClockRow> table)
    {
        table.ToTable("clock").HasKey(row => row.Id);
        table.Property(row => row.Id).ValueGeneratedNever();
    }
}
