using System.CommandLine;
using AreaSend.Core;
using AreaSend.Core.Calendars;
using AreaSend.Core.Timetables;
using NodaTime;
using NodaTime.Text;

namespace AreaSend.Cli.Prompt;

/// <summary>Which kind of inspection is asked about, and by which edition.</summary>
internal static class Law
{
    public static Option<string> Kind(Editions editions) =>
        new("--kind") { Description = $"Kind of inspection: {string.Join(", ", editions.Kinds)}.", DefaultValueFactory = _ => InspectionKind.Full };

    public static Option<string> Edition() =>
        new("--edition")
        {
            Description =
                "Edition of the framework, by its name or the day it came into force; else the one in force on notification day, of those that are confirmed whole.",
        };

    /// <summary>The first on-site day, for the kinds that have one.</summary>
    public static Option<LocalDate?> OnSite() => DateInput.Optional("--on-site", "The first on-site day, for instance 2025-09-22.");

    /// <summary>The day of an engagement meeting.</summary>
    public static Option<LocalDate?> Meeting() => DateInput.Optional("--meeting", "The day of an engagement meeting, for instance 2026-01-15.");

    /// <summary>The day that planning sets for a kind of inspection, from the option that is meant for it.</summary>
    /// <exception cref="CommandRefusedException">It was not given, or the other one was.</exception>
    public static LocalDate Day(Editions editions, string kind, LocalDate? onSite, LocalDate? meeting)
    {
        var isMeeting = editions.Held.Select(edition => edition.Find(kind)).LastOrDefault(type => type is not null)?.PlannedFor == Anchor.MeetingDay;
        var (asked, given, other) = isMeeting ? ("--meeting", meeting, onSite) : ("--on-site", onSite, meeting);
        return other is not null
            ? throw new CommandRefusedException($"The kind '{kind}' is planned for a day given with {asked}. Leave {(isMeeting ? "--on-site" : "--meeting")} out.")
            : given ?? throw new CommandRefusedException($"Option '{asked}' is required.");
    }

    /// <summary>The edition and its kind.</summary>
    /// <exception cref="CommandRefusedException">There is none such.</exception>
    public static (EditionChoice Law, InspectionType Type) Of(Editions editions, string? named, string kind, LocalDate planned, WorkingDayCalendar calendar)
    {
        if (!editions.Kinds.Contains(kind))
        {
            throw new CommandRefusedException($"AreaSend has no timetable for the kind '{kind}'. It has: {string.Join(", ", editions.Kinds)}.");
        }

        var law = named is null ? editions.For(kind, planned, calendar)!
            : Named(editions, named) is { } edition ? new EditionChoice(edition, "named by --edition")
            : throw new CommandRefusedException($"AreaSend does not hold the edition '{named}'. It holds: {editions.Ids}.");
        return (
            law,
            law.Edition.Find(kind)
                ?? throw new CommandRefusedException($"{law.Edition.Title.Capital()} has no timetable for the kind '{kind}'. Name another edition, or none."));
    }

    private static FrameworkEdition? Named(Editions editions, string named) =>
        editions.Find(named) ?? editions.Held.FirstOrDefault(edition => LocalDatePattern.Iso.Format(edition.InForceFrom) == named);
}
