using AreaSend.Core.Calendars;
using AreaSend.Services.Store;

namespace AreaSend.Web.InspectionList;

/// <summary>What the engine is doing about an inspection, in words for a list.</summary>
internal static class EngineWords
{
    public static string Of(InspectionRow row) => row switch
    {
        { LastError: not null } => $"Stuck after {row.Attempts} {(row.Attempts == 1 ? "try" : "tries")}",
        { WakeAt: { } wake } => $"Wakes {LondonTime.ShowShort(LondonTime.DateOf(wake))}",
        { Ended: true } => "Finished",
        _ => "Waits for a person",
    };
}
