using AreaSend.Core.AnnexA.Catalogue;
using AreaSend.Core.Calendars;
using AreaSend.Core.Inspections;

namespace AreaSend.Core.Timetables;

/// <summary>
/// What an edition changes of the one before that stands in more than one place: the edition says it, and so do rows of its kinds of inspection.
/// </summary>
public static class EditionChanges
{
    /// <summary>The edition with another notice period, in the rows of each kind that has none of its own.</summary>
    /// <param name="former">The edition before, or what has been changed of it.</param>
    /// <param name="workingDays">Working days between notification and the first on-site day.</param>
    public static FrameworkEdition WithNotice(this FrameworkEdition former, int workingDays) => former with
    {
        NoticeInWorkingDays = workingDays,
        Types = [.. former.Types.Select(
            type => type.NoticeInWorkingDays is not null
                ? type
                : OfEach(type, row => Noticed(row, former.NoticeInWorkingDays, workingDays)))],
    };

    /// <summary>
    /// The edition with other hours: those of notification and of what the clock brings about.
    /// A deadline that the handbook sets for an hour, such as 11am, stays.
    /// </summary>
    /// <param name="former">The edition before, or what has been changed of it.</param>
    /// <param name="hours">When its working day starts and closes.</param>
    public static FrameworkEdition WithHours(this FrameworkEdition former, BusinessHours hours) => former with
    {
        Hours = hours,
        Types = [.. former.Types.Select(type => OfEach(type, row => Timed(row, former.Hours, hours)))],
    };

    /// <summary>The edition without some items of Annex A, which no kind asks for any more.</summary>
    /// <param name="former">The edition before, or what has been changed of it.</param>
    /// <param name="items">Their keys, such as <c>2.4</c>.</param>
    public static FrameworkEdition WithoutItems(this FrameworkEdition former, params string[] items)
    {
        List<AnnexAItem> left = [.. former.AnnexA.Items.Where(item => !items.Contains(item.Key))];
        List<string> keys = [.. left.Select(item => item.Key)];
        return former with { AnnexA = new(left), Types = [.. former.Types.Select(type => Asking(type, type.Asks.Only(keys)))] };
    }

    private static InspectionType Asking(InspectionType type, AnnexARequest asks) => OfEach(type, row => Numbered(row, type.Asks, asks)) with { Asks = asks };

    private static StepDefinition Numbered(StepDefinition row, AnnexARequest former, AnnexARequest asks) => former.NumbersOf(row.Key) is { Length: > 0 } numbers
        ? row with { Title = row.Title.Replace(numbers, asks.NumbersOf(row.Key), StringComparison.Ordinal) }
        : row;

    private static InspectionType OfEach(InspectionType type, Func<StepDefinition, StepDefinition> change) =>
        type with { Steps = [.. type.Steps.Select(change)] };

    private static StepDefinition Noticed(StepDefinition row, int former, int workingDays) => row.Due switch
    {
        OnSiteDay => row with { Due = new OnSiteDay(workingDays) },
        WorkingDaysAfter day when row.Marks == Anchor.NotificationDay => row with
        {
            Due = day with { Count = -workingDays },
            ProductRule = row.ProductRule?.Replace($"{former} working days", $"{workingDays} working days", StringComparison.Ordinal),
        },
        _ => row,
    };

    private static StepDefinition Timed(StepDefinition row, BusinessHours former, BusinessHours hours) => row with
    {
        Due = row is { DoneBy: DoneBy.Clock, Due: WorkingDaysAfter day } && day.By == former.Start ? day with { By = hours.Start } : row.Due,
        ByClock = row.ByClock is not { Hour: { } hour } clock ? row.ByClock
            : clock with { Hour = hour == former.Start ? hours.Start : hour == former.Close ? hours.Close : hour },
        ProductRule = row.ProductRule?.Replace($"at {LondonTime.Show(former.Start)}", $"at {LondonTime.Show(hours.Start)}", StringComparison.Ordinal),
    };
}
