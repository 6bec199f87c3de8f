using System.CommandLine;
using AreaSend.Core;
using AreaSend.Core.Calendars;
using AreaSend.Core.Timetables;
using NodaTime;

namespace AreaSend.Cli.Prompt;

/// <summary>Which kind of inspection is asked about, and by which edition.</summary>
internal static class Law
{
    public static Option<string> Kind(Editions editions) =>
        new("--kind") { Description = $"Kind of inspection: {string.Join(", ", editions.Kinds)}.", DefaultValueFactory = _ => InspectionKind.Full };

    public static Option<string> Edition() => new("--edition") { Description = "Edition of the framework; else the one in force on notification day." };

    /// <summary>The edition and its kind.</summary>
    /// <exception cref="RefusedException">There is none such.</exception>
    public static (EditionChoice Law, InspectionType Type) Of(Editions editions, string? named, string kind, LocalDate planned, WorkingDayCalendar calendar)
    {
        if (!editions.Kinds.Contains(kind))
        {
            throw new RefusedException($"AreaSend has no timetable for the kind '{kind}'. It has: {string.Join(", ", editions.Kinds)}.");
        }

        var law = named is null ? editions.For(kind, planned, calendar)!
            : editions.Find(named) is { } edition ? new EditionChoice(edition, "named by --edition")
            : throw new RefusedException($"AreaSend does not hold the edition '{named}'. It holds: {editions.Ids}.");
        return (law, law.Edition.Find(kind) ?? throw new RefusedException($"{law.Edition.Title.Capital()} has no timetable for the kind '{kind}'. Name another edition, or none."));
    }
}
