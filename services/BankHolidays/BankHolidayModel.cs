using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace AreaSend.Services.BankHolidays;

/// <summary>The table of bank holidays decided by hand.</summary>
internal sealed class BankHolidayModel : IEntityTypeConfiguration<BankHolidayDecision>
{
    public void Configure(EntityTypeBuilder<BankHolidayDecision> table)
    {
        table.ToTable("bank_holiday_decisions").HasKey(row => row.Id);
        table.Property(row => row.Id).ValueGeneratedNever();
    }
}
