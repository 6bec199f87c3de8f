namespace AreaSend.Core.Inspections;

/// <summary>What corrections make of a history: the events as they are right, each in its own place.</summary>
public static class Corrections
{
    /// <summary>
    /// The events as they are right: those that were corrected are replaced, and all others are as they were recorded. Of two corrections of one fact the later
    /// holds.
    /// </summary>
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
}
