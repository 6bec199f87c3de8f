using AreaSend.Core.Timetables;
using NodaTime;

namespace AreaSend.Core.Inspections;

/// <summary>What corrections make of a history: the events as they are right, each in its own place.</summary>
public static class Corrections
{
    /// <summary>The events as they are right: those that were corrected are replaced, and all others are as they were recorded. Of two corrections of one fact the later holds.</summary>
    public static IReadOnlyList<RecordedEvent> Apply(IReadOnlyList<RecordedEvent> recorded)
    {
        if (!recorded.Any(one => one.Event is FactCorrected))
        {
            return recorded;
        }

        RecordedEvent[] right = [.. recorded];
        foreach (var correction in recorded.Select(one => one.Event).OfType<FactCorrected>())
        {
            Put(correction.Corrects, correction.Instead ?? new DidNotHappen());
            foreach (var position in correction.GoesWithIt)
            {
                Put(position, correction.Instead is null ? new DidNotHappen() : recorded[position - 1].Event);
            }
        }

        return right;

        void Put(int position, InspectionEvent @event) => right[position - 1] = right[position - 1] with { Event = @event };
    }

    /// <summary>The correction of a fact, with the dates that it moves: for the preview before it is recorded, and for the record itself.</summary>
    /// <param name="case">The case as it stands.</param>
    /// <param name="plan">Its timetable.</param>
    /// <param name="corrects">Position of the fact that was wrong.</param>
    /// <param name="instead">What happened; null when nothing did.</param>
    /// <param name="reason">Why.</param>
    /// <param name="now">The present moment.</param>
    public static FactCorrected Of(InspectionCase @case, Timetable plan, int corrects, Fact? instead, string reason, Instant now)
    {
        var fact = new FactCorrected(now, corrects, instead, GoesWith(@case, corrects), reason, []);

        // What cannot be has no dates: the rules say why not.
        return CorrectionRules.WhyNot(@case, plan, fact, now) is not null
            ? fact
            : fact with { Moved = Timetable.Moved(plan, Timetable.Plan(@case.With(fact, now, Recorder.Unknown), plan.Calendar)) };
    }

    // What came at once and by itself when the fact was recorded, as dissemination does with publication.
    private static IReadOnlyList<int> GoesWith(InspectionCase @case, int corrects)
    {
        var marks = corrects >= 1 && corrects <= @case.Recorded.Count && @case.Recorded[corrects - 1].Event is Fact wrong
            ? @case.Type.Steps.FirstOrDefault(row => row.MetBy == wrong.GetType())?.Marks
            : null;
        return marks is null ? [] :
        [
            .. from row in @case.Type.Steps
               where row is { ByClock.Hour: null, MetBy: not null } && row.Due.Anchor == marks
               from recorded in @case.Recorded
               where recorded.Seq > corrects && recorded.Event.GetType() == row.MetBy
               select recorded.Seq,
        ];
    }
}
