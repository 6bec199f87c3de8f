using AreaSend.Core.Inspections;
using AreaSend.Core.Rules;
using AreaSend.Services.Uploads;

namespace AreaSend.Web.Documents;

/// <summary>Where items and documents stand, in a word and a colour.</summary>
internal static class ItemStates
{
    public static string Show(ItemState state) => state switch
    {
        ItemState.Waiting => "Waiting",
        ItemState.DueToday => "Due today",
        ItemState.Overdue => "Overdue",
        ItemState.BeingChecked => "Being checked",
        ItemState.Refused => "Refused",
        ItemState.Accepted => "Accepted",
        ItemState.Received => "Received",
        ItemState.ReceivedLate => "Received late",
        ItemState.NotHeld => "Not held",
        ItemState.NotReceived => "Not received",
        _ => throw new ArgumentOutOfRangeException(nameof(state), state, "No such state."),
    };

    public static string Colour(ItemState state) => state switch
    {
        ItemState.Waiting => "blue",
        ItemState.DueToday => "yellow",
        ItemState.Overdue or ItemState.Refused => "red",
        ItemState.BeingChecked => "light-blue",
        ItemState.Accepted or ItemState.Received => "green",
        ItemState.ReceivedLate => "orange",
        ItemState.NotHeld or ItemState.NotReceived => "grey",
        _ => throw new ArgumentOutOfRangeException(nameof(state), state, "No such state."),
    };

    public static string Show(DocumentState state) => state switch
    {
        DocumentState.Expected => "Not here yet",
        DocumentState.Arrived or DocumentState.Scanned => "Being checked",
        DocumentState.Accepted => "Accepted",
        DocumentState.Refused => "Refused",
        DocumentState.NeverCame => "Never came",
        DocumentState.Disposed => "Disposed of",
        _ => throw new ArgumentOutOfRangeException(nameof(state), state, "No such state."),
    };

    public static string Colour(DocumentState state) => state switch
    {
        DocumentState.Accepted => "green",
        DocumentState.Refused => "red",
        DocumentState.NeverCame or DocumentState.Disposed => "grey",
        _ => "light-blue",
    };
}
