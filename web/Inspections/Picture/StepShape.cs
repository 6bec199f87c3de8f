using System.Globalization;
using System.Xml.Linq;

namespace AreaSend.Web.Inspections.Picture;

/// <summary>The shape of a mark: it can be told from the others without colour.</summary>
internal static class StepShape
{
    public static XElement Draw(XNamespace svg, StepMark mark, double x, double y) => new(
        svg + "path",
        new XAttribute("class", $"picture__shape picture__shape--{mark.Css()}"),
        new XAttribute("transform", string.Create(CultureInfo.InvariantCulture, $"translate({x:0.#} {y:0.#})")),
        new XAttribute("d", Path(mark)));

    private static string Path(StepMark mark) => mark switch
    {
        // A disc with a tick cut out of it.
        StepMark.Met => "M-9 0a9 9 0 1 0 18 0a9 9 0 1 0 -18 0M-5 0l4 4l6 -7l-2 -2l-4.5 5.2l-2 -2z",
        StepMark.MetLate => "M-9 0a9 9 0 1 0 18 0a9 9 0 1 0 -18 0M-1.5 -6h3v7h4v3h-7z",
        StepMark.Overdue => "M0 -10L10 8H-10zM-1.3 -4v6h2.6v-6zM-1.3 3.6v2.6h2.6v-2.6z",
        StepMark.DueToday => "M-9 -9h18v18h-18zM-1.3 -6v7h2.6v-7zM-1.3 3v2.6h2.6v-2.6z",
        StepMark.Fixed => "M0 -9L9 0L0 9L-9 0z",
        StepMark.Forecast or StepMark.Waiting => "M0 -8L8 0L0 8L-8 0z",
        StepMark.Paused => "M-7 -8h5v16h-5zM2 -8h5v16h-5z",
        StepMark.Held => "M-8 -8h16v16h-16zM-4 -1.5v3h8v-3z",
        StepMark.Passed => "M-5 0a5 5 0 1 0 10 0a5 5 0 1 0 -10 0",
        StepMark.NotReceived or StepMark.Ended => "M-7 -5l2 -2l5 5l5 -5l2 2l-5 5l5 5l-2 2l-5 -5l-5 5l-2 -2l5 -5z",
        _ => throw new ArgumentOutOfRangeException(nameof(mark), mark, null),
    };
}
