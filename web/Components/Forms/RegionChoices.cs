using AreaSend.Services.Areas;

namespace AreaSend.Web.Components.Forms;

/// <summary>The regions to choose from, for whoever sees them.</summary>
internal static class RegionChoices
{
    /// <summary>Those that the person of this request sees.</summary>
    /// <param name="none">What stands for none of them, at the top.</param>
    public static IReadOnlyList<Choice> Seen(string none = "All") => [new("", none), .. Sight.Current.RegionsSeen.Select(region => new Choice(region, region))];
}
