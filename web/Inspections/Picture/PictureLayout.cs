namespace AreaSend.Web.Inspections.Picture;

/// <summary>
/// Where things stand in a picture, in CSS pixels: one for a desk's screen, one for a telephone's. The page holds both, and its style sheet shows the one that
/// fits.
/// </summary>
/// <param name="Css">For class names.</param>
/// <param name="DaysFrom">Where the first day begins. Names stand left of it, or above their marks.</param>
/// <param name="DaysWidth">How wide the days may be together.</param>
/// <param name="WidestDay">How wide a working day may be, however few there are.</param>
/// <param name="DateWidth">Room kept for dates right of the last day; with none, names stand above their marks, and a date in the right half left of its
/// own.</param>
/// <param name="RowHeight">Height of a step.</param>
/// <param name="LongestName">Characters of a step's name that fit.</param>
internal sealed record PictureLayout(string Css, double DaysFrom, double DaysWidth, double WidestDay, double DateWidth, double RowHeight, int LongestName)
{
    public static PictureLayout Wide { get; } = new("desk", DaysFrom: 430, DaysWidth: 560, WidestDay: 46, DateWidth: 170, RowHeight: 30, LongestName: 64);

    public static PictureLayout Telephone { get; } = new("telephone", DaysFrom: 4, DaysWidth: 338, WidestDay: 46, DateWidth: 0, RowHeight: 46, LongestName: 42);

    /// <summary>Names stand above their marks, not beside them.</summary>
    public bool NamesAbove => DateWidth == 0;
}
