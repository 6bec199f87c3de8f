using AreaSend.Core.Calendars;
using AreaSend.Core.Inspections;
using AreaSend.Core.Timetables;
using AreaSend.Services.Mail;
using AreaSend.Services.Store;
using AreaSend.Services.Store.Calendars;
using NodaTime;

namespace AreaSend.Services.GettingReady;

/// <summary>Somebody of the area who would be written to on the day.</summary>
/// <param name="Role">In which role.</param>
/// <param name="Contact">Whom AreaSend holds; null where it holds nobody.</param>
public sealed record WouldBeTold(RecipientRole Role, Contact? Contact)
{
    /// <summary>Whether an e-mail would arrive, as far as can be told.</summary>
    public bool CanBeReached => Contact is not null && AddressForm.IsWellFormed(Contact.Email);
}

/// <summary>What would happen if an area were notified on a day.</summary>
/// <param name="Asked">The day that was asked about.</param>
/// <param name="Edition">The edition of the framework in force.</param>
/// <param name="Case">An inspection as it would begin; it is not kept anywhere.</param>
/// <param name="Plan">Its dates.</param>
/// <param name="Told">Who would be written to on that day.</param>
/// <param name="Items">Annex A: what is missing first, the first deadline before the others, then what is old, then the rest.</param>
public sealed record Practice(
    LocalDate Asked, FrameworkEdition Edition, InspectionCase Case, Timetable Plan, IReadOnlyList<WouldBeTold> Told, IReadOnlyList<ReadyItem> Items)
{
    /// <summary>When an item would be due.</summary>
    public Instant? DueOf(ReadyItem item) => Plan.Find(item.Item.Step)?.Due;
}

/// <summary>Says what would happen if an area were notified on a day. Nothing is planned, nobody is told, and the inspectorates see nothing of it.</summary>
public sealed class PracticeNotification(ReadyItems items, ContactBook contacts, CalendarLibrary calendars, Editions editions, IClock clock)
{
    private static readonly RecipientRole[] OfTheArea = [RecipientRole.Dcs, RecipientRole.Icb, RecipientRole.Pcf];

    /// <summary>The practice; or null and why not, in a sentence without a full stop.</summary>
    public async Task<(Practice? Practice, string? Refusal)> OnAsync(string area, LocalDate day, CancellationToken cancellation = default)
    {
        var calendar = await calendars.CurrentAsync(cancellation);
        try
        {
            if (calendar.Calendar.WhyNotWorking(day) is { } because)
            {
                return (null, $"Nobody is notified on {LondonTime.Show(day)} ({because}): enter a working day, usually a Monday");
            }

            if (editions.ForNotifiedOn(day, InspectionKind.Full) is not { Edition: var edition })
            {
                return (null, "No edition of the framework that AreaSend holds has a full inspection, so there is nothing to practise");
            }

            var onSite = calendar.Calendar.Plus(day, edition.NoticeOf(edition.Find(InspectionKind.Full)!));
            var planned = new Planned(area, InspectionKind.Full, edition.Id, onSite, calendar.Version);
            var @case = InspectionCase.From([new RecordedEvent(1, clock.GetCurrentInstant(), Recorder.Unknown, planned)], editions);
            var plan = Timetable.Plan(@case, calendar.Calendar);
            return (new Practice(day, edition, @case, plan, await ToldAsync(area, plan, day, cancellation), await ItemsAsync(area, plan, cancellation)), null);
        }
        catch (OutsideCalendarException outside)
        {
            return (null, $"Bank holidays are known from {outside.FirstYear} to {outside.LastYear} only: enter a day whose inspection would lie within");
        }
    }

    private async Task<IReadOnlyList<WouldBeTold>> ToldAsync(string area, Timetable plan, LocalDate day, CancellationToken cancellation)
    {
        var told = plan.Type.Notices.SelectMany(row => row.To).ToHashSet();
        var known = (await contacts.OfAsync(area, cancellation)).ToLookup(contact => contact.Role);
        return [.. OfTheArea.Where(told.Contains).Select(role => new WouldBeTold(role, known[role].HolderOn(day))).OrderBy(one => one.CanBeReached)];
    }

    private async Task<IReadOnlyList<ReadyItem>> ItemsAsync(string area, Timetable plan, CancellationToken cancellation) =>
    [
        .. (await items.OfAsync(area, cancellation))
            .OrderBy(item => !item.IsReady ? 0 : item.IsOld ? 1 : 2)
            .ThenBy(item => plan.Find(item.Item.Step)?.Due),
    ];
}
