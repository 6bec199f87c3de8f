using System.Collections;
using System.Reflection;
using AreaSend.Core.Inspections;

namespace AreaSend.Core.Tests.Inspections;

/// <summary>One more event gives another case, and leaves the one before as it was.</summary>
public sealed class InspectionValueTests
{
    [Fact]
    public void With_Event_GivesAnotherCaseAndLeavesTheFirstAsItWas()
    {
        var course = new Course("2025-09-22");
        var before = course.Case;

        var after = before.With(new Notified(Course.At("2025-09-08 09:00")), Course.At("2025-09-08 09:00"), Recorder.Engine);

        Assert.Equal((1, false, 2, true), (before.Events.Count, before.Met.ContainsKey("notify-dcs"), after.Events.Count, after.Met.ContainsKey("notify-dcs")));
    }

    [Fact]
    public void With_EventOutOfItsPlace_IsAMistake()
    {
        var @case = new Course("2025-09-22").Case;

        Assert.Throws<ArgumentException>(() => @case.With([new RecordedEvent(7, Course.At("2025-09-08 09:00"), Recorder.Engine, new Notified(Course.At("2025-09-08 09:00")))]));
    }

    /// <summary>Whoever adds a list or a table to the fold has to copy it, or a preview changes what it previews.</summary>
    [Fact]
    public void With_SharesNothingThatCanBeChanged()
    {
        var before = new Course("2025-09-22").Case;
        var after = before.With([]);

        Assert.NotSame(before.Annex, after.Annex);
        Assert.NotSame(before.Notices, after.Notices);
        Assert.All(Changeable(before).Zip(Changeable(after)), pair => Assert.NotSame(pair.First, pair.Second));
        Assert.All(Changeable(before.Annex).Zip(Changeable(after.Annex)), pair => Assert.NotSame(pair.First, pair.Second));
        Assert.All(Changeable(before.Notices).Zip(Changeable(after.Notices)), pair => Assert.NotSame(pair.First, pair.Second));
        Assert.True(Changeable(before).Count >= 5);
    }

    private static List<object> Changeable(object holder) =>
    [
        .. from field in holder.GetType().GetFields(BindingFlags.Instance | BindingFlags.NonPublic)
           let value = field.GetValue(holder)
           where value is IEnumerable and not string
           select value,
    ];
}
