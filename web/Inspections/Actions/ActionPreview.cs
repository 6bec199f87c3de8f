using System.Security.Cryptography;
using System.Text;
using AreaSend.Core.Inspections;
using AreaSend.Core.Notices;
using AreaSend.Core.Rules;
using AreaSend.Core.Timetables;
using AreaSend.Web.Reading;
using NodaTime;

namespace AreaSend.Web.Inspections.Actions;

/// <summary>What recording something would do: dates that move or become certain, notices that go out.</summary>
/// <param name="After">The inspection with it.</param>
/// <param name="Changes">Steps whose date or certainty differs.</param>
/// <param name="Notices">Notices that become owed by it.</param>
public sealed record ActionPreview(Inspection After, IReadOnlyList<DateChange> Changes, IReadOnlyList<OwedNotice> Notices)
{
    /// <summary>What somebody should look at twice.</summary>
    public required IReadOnlyList<Warning> Warnings { get; init; }

    /// <summary>
    /// Tells what this preview shows from what another shows: its dates, its notices, and how often such a thing has been recorded
    /// before, so that a form sent twice does not record it twice.
    /// </summary>
    public required string Mark { get; init; }

    /// <summary>The preview, or the sentence that says why it cannot be recorded.</summary>
    public static ActionPreview? Of(InspectionView view, RecordRequest request, Recorder by, out string? refusal)
    {
        var (before, facts) = (view.Loaded.Inspection, new List<Fact>());
        var after = before;
        foreach (var build in request.Facts)
        {
            var fact = build(after.Case, after.Timetable, view.Now);
            refusal = after.WhyNot(fact, view.Now);
            if (refusal is not null)
            {
                return null;
            }

            facts.Add(fact);
            after = after.With(fact, view.Now, by);
        }

        refusal = null;
        var owedBefore = before.Notices(view.Now).Select(notice => notice.Key).ToHashSet();
        List<OwedNotice> notices = [.. after.Notices(view.Now).Where(notice => !owedBefore.Contains(notice.Key))];
        List<DateChange> changes =
        [
            .. Differences(view.Plan, after.Timetable),
            .. facts.OfType<FactCorrected>().SelectMany(fact => FallenAway(view, after.Timetable, fact)),
        ];
        var warnings = Warning.Of(view.Case, view.Plan, after.Case, after.Timetable, facts, view.Now);
        return new ActionPreview(after, changes, notices)
        {
            Warnings = warnings, Mark = MarkOf(view.Case, facts.Select(fact => fact.Kind).ToHashSet(), changes, notices, warnings),
        };
    }

    private static string MarkOf(
        InspectionCase before,
        IReadOnlySet<string> kinds,
        IEnumerable<DateChange> changes,
        IEnumerable<OwedNotice> notices,
        IEnumerable<Warning> warnings)
    {
        var shown = changes.Select(change => $"{change.Title} {change.From} {change.To} {change.After?.Certainty}")
            .Concat(notices.Select(notice => $"{notice.Template} {notice.To}"))
            .Concat(warnings.Select(warning => warning.Sentence))
            .Prepend($"{(before.Paused is null ? "running" : "paused")} {before.Events.Count(recorded => kinds.Contains(recorded.Event.Kind))}");
        return Convert.ToHexString(SHA256.HashData(Encoding.UTF8.GetBytes(string.Join('\n', shown))));
    }

    private static IEnumerable<DateChange> Differences(Timetable before, Timetable after) =>
        from step in after.Rows
        let old = before.Rows.FirstOrDefault(row => row.Definition == step.Definition) ?? before.Find(step.Key)
        where step.Met is null && old is not null && (old.DueDate != step.DueDate || old.Certainty != step.Certainty)
        select new DateChange(step.Definition.Title, old.DueDate, step.DueDate) { Before = old, After = step };

    // What a correction makes due that was not, and what it leaves without a date: of these one side is no step of the inspection.
    private static IEnumerable<DateChange> FallenAway(InspectionView view, Timetable after, FactCorrected correction) =>
        from moved in correction.Moved
        let old = view.Plan.Find(moved.Step)
        let step = after.Find(moved.Step)
        where old is null || step is null
        select new DateChange(view.Case.Edition.TitleOf(moved.Step, view.Case.Type), old is null && step is not null ? null : moved.From, moved.To)
        {
            Before = old, After = step,
        };
}

/// <summary>A date before and after.</summary>
/// <param name="Title">What it is the date of.</param>
/// <param name="From">The date as it stands; null for none.</param>
/// <param name="To">The date that it becomes; null where it has none, or falls away.</param>
public sealed record DateChange(string Title, LocalDate? From, LocalDate? To)
{
    /// <summary>The step as it stands; null where it is none yet, or where the date is no step's.</summary>
    public PlannedStep? Before { get; init; }

    /// <summary>The step as it becomes; null where it falls away, or where the date is no step's.</summary>
    public PlannedStep? After { get; init; }
}
