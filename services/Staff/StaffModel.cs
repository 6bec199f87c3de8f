using Microsoft.EntityFrameworkCore;

namespace AreaSend.Services.Staff;

/// <summary>The tables of those who sign in.</summary>
internal static class StaffModel
{
    public static void Build(ModelBuilder model)
    {
        model.Entity<StaffMember>(table =>
        {
            table.ToTable("staff").HasKey(row => row.Id);
            table.Property(row => row.Id).ValueGeneratedNever();
            table.HasIndex(row => new { row.Issuer, row.Subject }).IsUnique();
        });
        model.Entity<StaffSession>(table =>
        {
            table.ToTable("staff_sessions").HasKey(row => row.Id);
            table.Property(row => row.Id).ValueGeneratedNever();
            table.HasIndex(row => row.ExpiresAt);
        });
        model.Entity<TeamMember>(table =>
        {
            table.ToTable("team_members").HasKey(row => row.Id);
            table.Property(row => row.Id).ValueGeneratedNever();
            table.HasIndex(row => new { row.Inspection, row.Staff });
        });
    }
}
