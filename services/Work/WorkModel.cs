using Microsoft.EntityFrameworkCore;

namespace AreaSend.Services.Work;

/// <summary>The tables of what people of the inspectorates arrange among themselves.</summary>
internal static class WorkModel
{
    public static void Build(ModelBuilder model)
    {
        model.Entity<Assignment>(table =>
        {
            table.ToTable("assignments").HasKey(row => row.Id);
            table.Property(row => row.Id).ValueGeneratedNever();
            table.HasIndex(row => row.Inspection);
        });
        model.Entity<WorkNote>(table =>
        {
            table.ToTable("work_notes").HasKey(row => row.Id);
            table.Property(row => row.Id).ValueGeneratedNever();
            table.Property(row => row.Words).HasMaxLength(WorkNote.Longest);
            table.HasIndex(row => row.Inspection);
        });
    }
}
