using AreaSend.Core.Rules;
using AreaSend.Services.Uploads.Lists;
using AreaSend.Services.Uploads.Tracking;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace AreaSend.Services.Uploads;

/// <summary>Tables of documents, of what was found in them, and of who opened them.</summary>
internal sealed class UploadModel :
    IEntityTypeConfiguration<Document>,
    IEntityTypeConfiguration<ListReadingRow>,
    IEntityTypeConfiguration<ListFindingRow>,
    IEntityTypeConfiguration<TrackingDrawRow>,
    IEntityTypeConfiguration<TrackedChildRow>,
    IEntityTypeConfiguration<AccessRecord>
{
    public void Configure(EntityTypeBuilder<Document> table)
    {
        table.ToTable("documents").HasKey(row => row.Id);
        table.Property(row => row.Id).ValueGeneratedNever();
        table.Property(row => row.FileName).HasMaxLength(UploadOptions.LongestName);
        table.Property(row => row.Sha256).HasMaxLength(64);
        table.Property(row => row.Salt).HasMaxLength(32);
        table.Property(row => row.Posted).HasMaxLength(64);
        table.Property(row => row.Version).IsConcurrencyToken();
        table.Property(row => row.Paper).HasMaxLength(40);
        table.Ignore(row => row.IsSettled);
        table.Ignore(row => row.IsHeld);
        table.Ignore(row => row.IsDecided);
        table.HasIndex(row => row.Inspection);
        table.HasIndex(row => row.BlobName).IsUnique();
        table.HasIndex(row => row.Posted).IsUnique();
        table.HasIndex(row => row.NextAttempt);
    }

    public void Configure(EntityTypeBuilder<ListReadingRow> table) => table.ToTable("list_readings").HasKey(row => new { row.Document, row.List });

    public void Configure(EntityTypeBuilder<ListFindingRow> table) => table.ToTable("list_findings").HasKey(row => new { row.Document, row.List, row.Number });

    public void Configure(EntityTypeBuilder<TrackingDrawRow> table)
    {
        table.ToTable("tracking_draws").HasKey(row => row.Inspection);
        table.Property(row => row.Inspection).ValueGeneratedNever();
    }

    public void Configure(EntityTypeBuilder<TrackedChildRow> table) => table.ToTable("tracked_children").HasKey(row => new { row.Inspection, row.Letter });

    public void Configure(EntityTypeBuilder<AccessRecord> table)
    {
        table.ToTable("access_log").HasKey(row => row.Id);
        table.Property(row => row.Digest).HasMaxLength(64);
        table.HasIndex(row => new { row.Inspection, row.At });
    }
}
