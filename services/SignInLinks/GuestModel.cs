using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace AreaSend.Services.SignInLinks;

/// <summary>The tables of links and sessions, named after the officers, whose links were the first.</summary>
internal sealed class GuestModel : IEntityTypeConfiguration<GuestLink>, IEntityTypeConfiguration<GuestSession>
{
    public void Configure(EntityTypeBuilder<GuestLink> table)
    {
        table.ToTable("lano_links").HasKey(row => row.Id);
        table.Property(row => row.Id).ValueGeneratedNever();
        table.Property(row => row.Hash).HasMaxLength(64);
        table.HasIndex(row => row.Hash).IsUnique();
        table.HasIndex(row => row.Inspection);
        table.HasIndex(row => row.Person);
    }

    public void Configure(EntityTypeBuilder<GuestSession> table)
    {
        table.ToTable("lano_sessions").HasKey(row => row.Id);
        table.Property(row => row.Id).ValueGeneratedNever();
        table.HasIndex(row => row.Inspection);
        table.HasIndex(row => row.Person);
    }
}
