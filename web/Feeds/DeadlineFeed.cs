using System.Security.Cryptography;
using System.Text;
using AreaSend.Core.Rules;
using AreaSend.Core.Timetables;
using AreaSend.Services.Feeds;
using AreaSend.Services.Store;
using Ical.Net;
using Ical.Net.CalendarComponents;
using Ical.Net.DataTypes;
using Ical.Net.Serialization;
using NodaTime;
using Duration = NodaTime.Duration;

namespace AreaSend.Web.Feeds;

/// <summary>
/// Deadlines, options and meetings as a calendar that programs fetch again and again. A date that moves, moves there too; what is done or withdrawn
/// is cancelled there for some weeks and then goes. Nothing in it hangs on the moment of fetching, and it names no person.
/// </summary>
internal static class DeadlineFeed
{
    public const string MediaType = "text/calendar; charset=utf-8";

    private const string FetchAgainAfter = "PT1H";

    // Programs that fetch seldom still see that an entry was cancelled.
    private static readonly Duration CancelledFor = Duration.FromDays(42);

    // A deadline is a moment; programs show an entry without a length badly or not at all.
    private static readonly Duration Length = Duration.FromMinutes(30);

    /// <summary>The calendar of an inspection.</summary>
    /// <param name="inspection">The inspection.</param>
    /// <param name="areaName">Name of its local area.</param>
    /// <param name="entries">Its entries.</param>
    /// <param name="page">Where one reads more.</param>
    /// <param name="now">The present moment: what was cancelled long ago is left out.</param>
    public static string Of(LoadedInspection inspection, string areaName, IEnumerable<FeedEntry> entries, Uri page, Instant now)
    {
        var calendar = New($"Inspection of {areaName}");
        calendar.Events.AddRange(
            entries.Where(entry => IsShown(entry.Stands, entry.ChangedAt, now)).Select(entry => Event(inspection.Id, areaName, entry, page)));
        return Write(calendar);
    }

    /// <summary>
    /// A calendar of inspections for those of the inspectorates: deadlines and meetings, and the windows between two of them as spans of days.
    /// </summary>
    /// <param name="name">What programs call it.</param>
    /// <param name="inspections">Each inspection, the name of its area, all of its entries and its page.</param>
    /// <param name="now">The present moment: what was cancelled long ago is left out.</param>
    public static string Of(
        string name,
        IEnumerable<(LoadedInspection Inspection, string AreaName, IReadOnlyList<FeedEntry> Entries, Uri Page)> inspections,
        Instant now)
    {
        var calendar = New(name);
        foreach (var (inspection, areaName, entries, page) in inspections)
        {
            calendar.Events.AddRange(
                entries.Where(entry => IsShown(entry.Stands, entry.ChangedAt, now)).Select(entry => Event(inspection.Id, areaName, entry, page)));
            calendar.Events.AddRange(
                FeedWindow.Of(entries)
                    .Where(window => IsShown(window.Stands, window.ChangedAt, now))
                    .Select(window => Event(inspection.Id, areaName, window, page)));
        }

        return Write(calendar);
    }

    /// <summary>A calendar without entries: programs go on fetching an address that has ended, and can read nothing else.</summary>
    public static string Empty() => Write(New("Inspection"));

    /// <summary>The feed as an answer, with a tag by which a program learns that nothing has changed.</summary>
    public static IResult Answer(string feed) =>
        Results.Bytes(
            Encoding.UTF8.GetBytes(feed),
            MediaType,
            entityTag: new($"\"{Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(feed)))}\""));

    private static Ical.Net.Calendar New(string name)
    {
        var calendar = new Ical.Net.Calendar { ProductId = "-//AreaSend//Deadlines//EN", Method = "PUBLISH" };
        calendar.AddProperty("REFRESH-INTERVAL;VALUE=DURATION", FetchAgainAfter);
        calendar.AddProperty("X-PUBLISHED-TTL", FetchAgainAfter);
        calendar.AddProperty("X-WR-CALNAME", name);
        return calendar;
    }

    private static string Write(Ical.Net.Calendar calendar) => new CalendarSerializer().SerializeToString(calendar)!;

    private static CalendarEvent Event(Guid inspection, string areaName, FeedEntry entry, Uri page)
    {
        var (step, by) = (entry.Step, entry.Step.Definition.Due.By);
        var begins = by is { } time ? Core.Calendars.LondonTime.At(entry.Date, time) : (Instant?)null;
        return new CalendarEvent
        {
            Uid = $"{inspection}-{step.Key}@areasend",
            DtStamp = Utc(entry.ChangedAt),
            LastModified = Utc(entry.ChangedAt),
            Sequence = entry.Sequence,
            Status = entry.Stands ? EventStatus.Confirmed : EventStatus.Cancelled,
            Summary = $"{Prefix(step)}{step.Definition.Title} ({areaName})",
            Description = step.Certainty == Certainty.Fixed ? "The date is fixed." : "The date is a forecast, and moves with what happens before it.",
            Url = page,

            // A deadline without a clock time ends with its day.
            Start = begins is { } at ? Utc(at) : Day(entry.Date),
            End = begins is { } from ? Utc(from + Length) : Day(entry.Date.PlusDays(1)),
        };
    }

    // A window is days, and takes nobody's time.
    private static CalendarEvent Event(Guid inspection, string areaName, FeedWindow window, Uri page) => new()
    {
        Uid = $"{inspection}-{window.Key}@areasend",
        DtStamp = Utc(window.ChangedAt),
        LastModified = Utc(window.ChangedAt),
        Sequence = window.Sequence,
        Status = window.Stands ? EventStatus.Confirmed : EventStatus.Cancelled,
        Transparency = TransparencyType.Transparent,
        Summary = $"{window.Title} ({areaName})",
        Url = page,
        Start = Day(window.From),
        End = Day(window.To.PlusDays(1)),
    };

    private static bool IsShown(bool stands, Instant changedAt, Instant now) => stands || changedAt + CancelledFor > now;

    private static string Prefix(PlannedStep step) =>
        step.Definition.Actor != Actor.LocalArea ? ""
        : step.Definition.IsRight ? "Last day: "
        : step.Definition.DoneBy == DoneBy.Record ? "Due: "
        : "";

    private static CalDateTime Day(LocalDate date) => new(date.ToDateOnly());

    private static CalDateTime Utc(Instant at) => new(at.ToDateTimeUtc());
}
