using AreaSend.Core.Inspections;
using AreaSend.Core.Rules;
using NodaTime;

namespace AreaSend.Services.Engine;

/// <summary>What the clock brings about in one inspection by now. A pure function: nothing is read, written or sent.</summary>
/// <param name="Events">In order: what happened by itself, then the notices that are owed.</param>
/// <param name="NextWake">When to look again.</param>
internal sealed record AdvanceStep(IReadOnlyList<InspectionEvent> Events, Instant? NextWake)
{
    // An inspection has a handful of moments that come by themselves; more in one step is a fact that does not settle what made it owed.
    private const int MostFacts = 50;

    public static AdvanceStep Of(Inspection inspection, Instant now)
    {
        var events = new List<InspectionEvent>();
        while (inspection.ClockFact(now) is { } fact)
        {
            if (events.Count == MostFacts)
            {
                throw new InvalidOperationException($"The clock brings about {fact.Kind} again and again.");
            }

            events.Add(fact);
            inspection = inspection.With(fact, now, Recorder.Engine);
        }

        foreach (var owed in inspection.Notices(now))
        {
            var raised = owed.Raise();
            events.Add(raised);
            inspection = inspection.With(raised, now, Recorder.Engine);
        }

        return new AdvanceStep(events, inspection.NextWake(now));
    }
}
