using System.Text.Json.Nodes;
using AreaSend.Core.Calendars;
using AreaSend.Services.Store;
using Microsoft.EntityFrameworkCore;
using NodaTime;
using NodaTime.Text;

namespace AreaSend.Services.BankHolidays;

/// <summary>Bank holidays proclaimed by hand in the sandbox: to see what one more would move, and to let it come about.</summary>
public sealed class BankHolidayWhatIf(StoreDatabase database, CalendarLibrary calendars, BankHolidayBook book, CalendarMoves moves, IClock clock)
{
    /// <summary>Why this day cannot be proclaimed, in a sentence; null when it can.</summary>
    public async Task<string?> WhyNotAsync(LocalDate date, string name, CancellationToken cancellation = default)
    {
        var calendar = (await calendars.CurrentAsync(cancellation)).Calendar;
        return string.IsNullOrWhiteSpace(name) ? "Name the bank holiday."
            : date < LondonTime.DateOf(clock.GetCurrentInstant()) ? $"{LondonTime.Show(date)} has passed. Choose a day that lies ahead."
            : date.Year < calendar.FirstYear || date.Year > calendar.LastYear ? $"Bank holidays are known only for {calendar.FirstYear} to {calendar.LastYear}. Choose a day within those years."
            : calendar.WhyNotWorking(date) is { } already ? $"{LondonTime.Show(date)} is no working day already ({already})."
            : null;
    }

    /// <summary>What the proclamation would move. Nothing is recorded.</summary>
    /// <exception cref="ArgumentException">The day cannot be proclaimed; ask <see cref="WhyNotAsync"/> first.</exception>
    public async Task<IReadOnlyList<MovedInspection>> PreviewAsync(LocalDate date, string name, CancellationToken cancellation = default)
    {
        var content = await WithAsync(date, name, cancellation);
        var next = new VersionedCalendar(CalendarLibrary.VersionOf(content), new WorkingDayCalendar(BankHolidayFeed.Parse(content)));
        return await moves.PreviewAsync(next, cancellation);
    }

    /// <summary>Proclaims the day and moves the dates of open inspections.</summary>
    /// <returns>Why not, in a sentence; null when it is done.</returns>
    public async Task<string?> ProclaimAsync(LocalDate date, string name, CancellationToken cancellation = default)
    {
        if (await WhyNotAsync(date, name, cancellation) is { } because)
        {
            return because;
        }

        var refusal = await book.AdoptAsync(await WithAsync(date, name, cancellation), "proclaimed in the sandbox", cancellation);
        await moves.MoveOpenAsync(cancellation);
        return refusal;
    }

    private async Task<string> WithAsync(LocalDate date, string name, CancellationToken cancellation)
    {
        if (await WhyNotAsync(date, name, cancellation) is { } because)
        {
            throw new ArgumentException(because, nameof(date));
        }

        var version = (await calendars.CurrentAsync(cancellation)).Version;
        await using var context = database.Open();
        var content = await context.CalendarSnapshots.Where(row => row.Version == version).Select(row => row.Content).SingleAsync(cancellation);
        var feed = JsonNode.Parse(content)!;
        feed["england-and-wales"]!["events"]!.AsArray().Add(new JsonObject
        {
            ["title"] = name.Trim(), ["date"] = LocalDatePattern.Iso.Format(date), ["notes"] = "Proclaimed in the sandbox", ["bunting"] = false,
        });
        return feed.ToJsonString();
    }
}
