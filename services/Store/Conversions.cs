using AreaSend.Core.Inspections;
using Microsoft.EntityFrameworkCore.Storage.ValueConversion;
using NodaTime;
using NodaTime.Text;

namespace AreaSend.Services.Store;

/// <summary>
/// Instants as ticks since 1970: they sort and compare as numbers in either database. A number that no instant has is read as the nearest:
/// whoever damaged the row changed its hash too, and that inspection alone cannot be read.
/// </summary>
internal sealed class InstantAsTicks() : ValueConverter<Instant, long>(
    instant => instant.ToUnixTimeTicks(),
    ticks => Instant.FromUnixTimeTicks(Math.Clamp(ticks, First, Last)))
{
    private static readonly long First = Instant.MinValue.ToUnixTimeTicks();
    private static readonly long Last = Instant.MaxValue.ToUnixTimeTicks();
}

/// <summary>Dates as ISO text: they sort and compare as text in either database.</summary>
internal sealed class LocalDateAsText() : ValueConverter<LocalDate, string>(
    date => LocalDatePattern.Iso.Format(date),
    text => LocalDatePattern.Iso.Parse(text).Value);

/// <summary>Who did something, as <see cref="Recorder.Text"/>.</summary>
internal sealed class RecorderAsText() : ValueConverter<Recorder, string>(by => by.Text, text => Recorder.Read(text));

/// <summary>Roles in the words in which recorders have them.</summary>
internal sealed class RecorderRoleAsText() : ValueConverter<RecorderRole, string>(role => role.Words(), words => RecorderRoles.Read(words));
