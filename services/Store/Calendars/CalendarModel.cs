using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace AreaSend.Services.Store.Calendars;

/// <summary>The tables of bank holidays that are or were in force, and of how they were fetched.</summary>
internal sealed class CalendarModel :
    IEntityTypeConfiguration<CalendarSnapshot>,
    IEntityTypeConfiguration<CalendarAlarm>,
    IEntityTypeConfiguration<CalendarRefresh>
{
    public void Configure(EntityTypeBuilder<CalendarSnapshot> table) => table.ToTable("calendar_snapshots").HasKey(row => row.Version);

    public void Configure(EntityTypeBuilder<CalendarAlarm> table) => table.ToTable("calendar_alarms").HasKey(row => row.Id);

    public void Configure(EntityTypeBuilder<CalendarRefresh> table) => table.ToTable("calendar_refreshes").HasKey(row => row.Id);
}
