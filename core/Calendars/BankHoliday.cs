using NodaTime;

namespace AreaSend.Core.Calendars;

/// <summary>A bank holiday in England and Wales, as the published feed names it.</summary>
/// <param name="Date">The day itself, never a weekend in the published feed.</param>
/// <param name="Name">The feed's title, for instance <c>Good Friday</c>.</param>
/// <param name="Note">The feed's note, for instance <c>Substitute day</c>; empty when there is none.</param>
public sealed record BankHoliday(LocalDate Date, string Name, string Note = "")
{
    /// <summary>Name and note, for "Why this date?": <c>Christmas Day (substitute day)</c>.</summary>
    public string Show() => Note.Length == 0 ? Name : $"{Name} ({char.ToLowerInvariant(Note[0])}{Note[1..]})";
}
