using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace AreaSend.Services.Staff;

/// <summary>The tables of those who sign in.</summary>
internal sealed class StaffModel : IEntityTypeConfiguration<StaffMember>, IEntityTypeConfiguration<StaffSession>, IEntityTypeConfiguration<TeamMember>
{
    public void Configure(EntityTypeBuilder<StaffMember> table)
    {
        table.ToTable("staff").HasKey(row => row.Id);
        table.Property(row => row.Id).ValueGeneratedNever();
        table.HasIndex(row => new { row.Issuer, row.Subject }).IsUnique();
    }

    public void Configure(EntityTypeBuilder<StaffSession> table)
    {
        table.ToTable("staff_sessions").HasKey(row => row.Id);
        table.Property(row => row.Id).ValueGeneratedNever();
        table.HasIndex(row => row.ExpiresAt);
    }

    public void Configure(EntityTypeBuilder<TeamMember> table)
    {
        table.ToTable("team_members").HasKey(row => row.Id);
        table.Property(row => row.Id).ValueGeneratedNever();
        table.HasIndex(row => new { row.Inspection, row.Staff });
    }
}
