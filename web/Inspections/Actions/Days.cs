namespace AreaSend.Web.Inspections.Actions;

/// <summary>When something happened: the questions that most actions ask.</summary>
internal static class Days
{
    public static DateQuestion Happened { get; } = new("Day", "When did it happen?", "Day it happened") { IsToday = true, Short = "When it happened" };

    /// <summary>Its clock time, where a deadline has one.</summary>
    public static TimeQuestion Clock { get; } = new(Happened) { Hint = "Like 10:30am; leave empty if it has just happened", Short = "At" };
}
