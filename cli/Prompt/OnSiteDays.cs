using System.CommandLine;
using AreaSend.Core;
using AreaSend.Core.Inspections;
using AreaSend.Core.Timetables;

namespace AreaSend.Cli.Prompt;

/// <summary>How many working days inspectors are on site, where that is to be chosen.</summary>
internal static class OnSiteDays
{
    public static Option<int?> Option() => NumberInput.Optional("--on-site-days", "Working days on site; else as many as the kind of inspection usually has.");

    /// <summary>The number, or null for the kind's own.</summary>
    /// <exception cref="CommandRefusedException">A kind of inspection cannot have so many.</exception>
    public static int? Checked(int? days, InspectionType type) => days switch
    {
        null => null,
        _ when type.OnSiteDays is null => throw new CommandRefusedException($"Inspectors are not on site in the kind '{type.Key}'. Leave --on-site-days out."),
        _ when days < type.LeastOnSiteDays || days > OnSiteLength.MostDays => throw new CommandRefusedException(
            $"Give --on-site-days as a number from {type.LeastOnSiteDays} to {OnSiteLength.MostDays}: {type.Title.Small().WithArticle()} has at least {(type.LeastOnSiteDays == 1 ? "1 day" : $"{type.LeastOnSiteDays} days")} on site."),
        _ => days,
    };
}
