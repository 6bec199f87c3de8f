using AreaSend.Core.Calendars;
using AreaSend.Services.GettingReady;

namespace AreaSend.Web.GettingReady;

/// <summary>Words and colours for how far a step has come.</summary>
internal static class StepNames
{
    public static string Show(this StepStanding standing) => standing switch
    {
        StepStanding.NotStarted => "Not started",
        StepStanding.UnderWay => "Under way",
        StepStanding.InPlace => "In place",
        _ => throw new ArgumentOutOfRangeException(nameof(standing), standing, null),
    };

    public static string Colour(StepStanding standing) => standing switch
    {
        StepStanding.NotStarted => "grey",
        StepStanding.UnderWay => "blue",
        StepStanding.InPlace => "green",
        _ => throw new ArgumentOutOfRangeException(nameof(standing), standing, null),
    };

    /// <summary>When it is looked at again, for a cell.</summary>
    public static string Review(StepState state) => state.Row?.ReviewOn is { } day ? LondonTime.ShowShort(day) : "No day set";
}
