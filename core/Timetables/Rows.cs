using NodaTime;

namespace AreaSend.Core.Timetables;

/// <summary>The language in which the tables of the editions are written.</summary>
public static class Rows
{
    /// <summary>A row: when, by whom, and the paragraphs that say so. What it means follows in its <c>with</c>.</summary>
    public static StepDefinition Step(string key, string title, Actor actor, DueRule due, DoneBy doneBy, params int[] cites) =>
        new(key, title, actor, due, cites, doneBy);

    /// <summary>The rows of one part of an inspection.</summary>
    public static IEnumerable<StepDefinition> In(Stage stage, params StepDefinition[] rows) => rows.Select(row => row with { Stage = stage });

    /// <summary>On the day of the anchor itself.</summary>
    public static WorkingDaysAfter On(Anchor anchor) => new(anchor, 0);

    /// <summary>So many working days after the anchor.</summary>
    public static WorkingDaysAfter After(Anchor anchor, WorkingDayCount count, LocalTime? by = null) => new(anchor, count.Days, by);

    /// <summary>So many working days before the anchor.</summary>
    public static WorkingDaysAfter Before(Anchor anchor, WorkingDayCount count, LocalTime? by = null) => new(anchor, -count.Days, by);

    /// <summary>The last working day of week 1.</summary>
    public static EndOfWeek FridayOfWeek1(LocalTime by) => new(1, by);

    /// <summary>The last working day before the on-site week.</summary>
    public static EndOfWeek FridayOfWeek2(LocalTime? by = null) => new(2, by);

    /// <summary>Within so many calendar months of the anchor.</summary>
    public static MonthsAfter Within(Anchor anchor, int months) => new(anchor, months);

    /// <summary><c>14.WorkingDays()</c>.</summary>
    public static WorkingDayCount WorkingDays(this int days) => new(days);
}

/// <summary>A number of working days, so that it cannot be taken for another number.</summary>
/// <param name="Days">How many.</param>
public readonly record struct WorkingDayCount(int Days);
