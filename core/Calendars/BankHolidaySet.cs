using AreaSend.Core.Inspections;
using NodaTime;

namespace AreaSend.Core.Calendars;

/// <summary>The bank holidays of a run of whole years. Years without any are not known, and no date in them is ever guessed.</summary>
public sealed class BankHolidaySet
{
    private readonly Dictionary<LocalDate, BankHoliday> _byDate;

    /// <summary>Takes the holidays as given; the known years run from that of the first to that of the last.</summary>
    /// <exception cref="ArgumentException">There are none, or a day is named twice.</exception>
    public BankHolidaySet(IEnumerable<BankHoliday> holidays)
    {
        Holidays = [.. holidays.OrderBy(h => h.Date)];
        if (Holidays.Count == 0)
        {
            throw new ArgumentException("A bank-holiday set needs at least one holiday: without one no year is known.", nameof(holidays));
        }

        _byDate = new Dictionary<LocalDate, BankHoliday>(Holidays.Count);
        foreach (var holiday in Holidays)
        {
            if (!_byDate.TryAdd(holiday.Date, holiday))
            {
                throw new ArgumentException($"{LondonTime.Show(holiday.Date)} is named as a bank holiday twice.", nameof(holidays));
            }
        }
    }

    /// <summary>In order of date.</summary>
    public IReadOnlyList<BankHoliday> Holidays { get; }

    /// <summary>The first year whose holidays are known.</summary>
    public int FirstYear => Holidays[0].Date.Year;

    /// <summary>The last year whose holidays are known.</summary>
    public int LastYear => Holidays[^1].Date.Year;

    /// <summary>The holiday on this day, or null.</summary>
    public BankHoliday? On(LocalDate date) => _byDate.GetValueOrDefault(date);

    /// <summary>The same with one more, or with another name for a day that is among them.</summary>
    public BankHolidaySet With(BankHoliday holiday) => new(Holidays.Where(other => other.Date != holiday.Date).Append(holiday));

    /// <summary>The same without this day.</summary>
    /// <exception cref="ArgumentException">It was the only one.</exception>
    public BankHolidaySet Without(LocalDate date) => new(Holidays.Where(holiday => holiday.Date != date));

    /// <summary>Whether both name the same days in the same words.</summary>
    public bool SameAs(BankHolidaySet other) => Holidays.SequenceEqual(other.Holidays);
}
