using AreaSend.Core.AnnexA.Catalogue;
using AreaSend.Core.Calendars;
using AreaSend.Core.Timetables;
using AreaSend.Services.Store;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace AreaSend.Services.GettingReady;

/// <summary>An item of Annex A as an area stands with it.</summary>
/// <param name="Item">The item, in the edition in force.</param>
/// <param name="Row">What the area's people have written down; null while that is nothing.</param>
/// <param name="By">The name of whoever wrote it.</param>
/// <param name="Today">The day in London.</param>
public sealed record ReadyItem(AnnexAItem Item, ItemRow? Row, string? By, LocalDate Today)
{
    // What is older says little of how things are: Annex A asks for 12 months at most, and most of it changes by the term.
    private const int OldDays = 180;

    /// <summary>Whether it could be handed in as it is.</summary>
    public bool IsReady => Row?.IsReady == true;

    /// <summary>How many days ago it was brought up to date; null where nobody has said.</summary>
    public int? AgeInDays => Row?.UpToDateOn is { } day ? Period.Between(day, Today, PeriodUnits.Days).Days : null;

    /// <summary>Whether it is ready and half a year old or more.</summary>
    public bool IsOld => IsReady && AgeInDays >= OldDays;

    /// <summary>The version that a page shows, for its form to carry.</summary>
    public string Version => RowVersion.Of<ItemRow?>([Row]);
}

/// <summary>What somebody writes down about an item.</summary>
public sealed record ItemEntry(string Item, bool IsReady, string Owner, string Place, LocalDate? UpToDateOn);

/// <summary>Annex A in an area's room: of each item who has it, whether it is ready, how old it is and where.</summary>
public sealed class ReadyItems(StoreDatabase database, Editions editions, IClock clock)
{
    /// <summary>In the order of Annex A, as of the edition in force today.</summary>
    public async Task<IReadOnlyList<ReadyItem>> OfAsync(string area, CancellationToken cancellation = default)
    {
        await using var context = database.Open();
        var rows = await context.Set<ItemRow>().AsNoTracking().Where(row => row.Area == area).ToDictionaryAsync(row => row.Item, cancellation);
        var names = await context.Set<ReadyPerson>().AsNoTracking()
            .Where(person => person.Area == area)
            .ToDictionaryAsync(person => person.Id, person => person.Name, cancellation);
        var today = LondonTime.DateOf(clock.GetCurrentInstant());
        return
        [
            .. from item in editions.On(today).AnnexA.Items
               let row = rows.GetValueOrDefault(item.Key)
               select new ReadyItem(item, row, row is null ? null : names.GetValueOrDefault(row.ChangedBy), today),
        ];
    }

    /// <summary>Writes down how the area stands with an item.</summary>
    /// <param name="by">Who writes it, and so of which area.</param>
    /// <param name="write">What to write.</param>
    /// <param name="shown">The <see cref="ReadyItem.Version"/> that somebody decided on.</param>
    /// <param name="cancellation">Gives up.</param>
    /// <returns>Whether it was stored: not if somebody else has written since.</returns>
    public Task<bool> SaveAsync(ReadyPerson by, ItemEntry write, string shown, CancellationToken cancellation = default) =>
        RowVersion.PutAsync(
            database,
            shown,
            known => known.Area == by.Area && known.Item == write.Item,
            new ItemRow
            {
                Area = by.Area, Item = write.Item, IsReady = write.IsReady, Owner = write.Owner, Place = write.Place, UpToDateOn = write.UpToDateOn,
                ChangedAt = clock.GetCurrentInstant(), ChangedBy = by.Id,
            },
            cancellation);
}
