using AreaSend.Core.Inspections;
using AreaSend.Core.Rules;
using NodaTime;

namespace AreaSend.Services.Engine;

/// <summary>What the clock brings about in one inspection by now. A pure function: nothing is read, written or sent.</summary>
/// <param name="Events">In order: what happened by itself, then the notices that are owed.</param>
/// <param name="After">The inspection with them.</param>
/// <param name="NextWake">When to look again.</param>
internal sealed record AdvanceStep(IReadOnlyList<InspectionEvent> Events, Inspection After, Instant? NextWake)
{
    // An inspection has a handful of moments that come by themselves; more in one step is a fact that does not settle what made it owed.
    private const int MostFacts = 50;

    public static AdvanceStep Of(Inspection inspection, Instant now)
    {
        var facts = new List<Fact>();
        while (inspection.ClockFact(now) is { } fact)
        {
            if (facts.Count == MostFacts)
            {
                throw new InvalidOperationException($"The clock brings about {fact.Kind} again and again.");
            }

            facts.Add(fact);
            inspection = inspection.With(fact, now, Recorder.Engine);
        }

        // A notice that is raised now has its moment behind it: when to look again does not hang on it.
        IReadOnlyList<InspectionEvent> raised = [.. inspection.Notices(now).Select(owed => owed.Raise())];
        var after = raised.Count == 0 ? inspection : inspection.With(raised, now, Recorder.Engine);
        return new AdvanceStep([.. facts, .. raised], after, inspection.NextWake(now));
    }
}
