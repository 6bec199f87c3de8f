using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace AreaSend.Services.Publication;

/// <summary>The table of holds of publication.</summary>
internal sealed class PublicationModel : IEntityTypeConfiguration<PublicationHold>
{
    public void Configure(EntityTypeBuilder<PublicationHold> table)
    {
        table.ToTable("publication_holds").HasKey(row => row.Id);
        table.Property(row => row.Id).ValueGeneratedNever();
    }
}
