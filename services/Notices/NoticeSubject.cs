using System.Text.RegularExpressions;
using AreaSend.Core.Calendars;
using AreaSend.Core.Inspections;
using AreaSend.Core.Notices;
using AreaSend.Core.Timetables;
using NodaTime.Text;

namespace AreaSend.Services.Notices;

/// <summary>What a notice is about, read off its key: the fact with this position in the stream, or the steps with this deadline.</summary>
internal sealed partial class NoticeSubject(NoticeRequest request)
{
    /// <summary>The fact that the notice was raised for: the one that the key names, else the last of its kind.</summary>
    public TFact? Fact<TFact>(Func<TFact, bool>? such = null)
        where TFact : Fact
    {
        var events = request.Case.Events;
        such ??= _ => true;
        var named = Occurrence().Match(request.Key) is { Success: true } match && int.TryParse(match.Groups[1].ValueSpan, out var seq) && seq <= events.Count
            ? events[seq - 1].Event as TFact
            : null;
        return named is not null && such(named) ? named : events.Select(recorded => recorded.Event).OfType<TFact>().LastOrDefault(such);
    }

    /// <summary>The steps under the deadline that the key names; a key without one (a preview) is about the next deadline that is open.</summary>
    public IReadOnlyList<PlannedStep> Steps()
    {
        var steps = Foreseen().Select(request.Plan.Find).OfType<PlannedStep>().Where(step => step.Due is not null).ToList();
        if (DeadlineInKey().Match(request.Key) is { Success: true } match)
        {
            var inKey = steps.Where(step => request.Key.Contains($":{step.Key}:", StringComparison.Ordinal)).ToList();
            return [.. (inKey.Count > 0 ? inKey : steps).Where(step => Written(step) == match.Value)];
        }

        var open = steps.Where(step => step.Met is null).ToList();
        return [.. open.Where(step => step.Due == open.Min(other => other.Due))];
    }

    private IEnumerable<string> Foreseen() => NoticeMatrix.Rows
        .Where(row => row.Template == request.Template)
        .SelectMany(row => row.StepsIn(request.Case, row.When switch
        {
            WorkingDaysBefore before => before.Steps,
            HoursBefore before => before.Steps,
            AtDeadline at => at.Steps,
            DayAfterDeadline after => after.Steps,
            _ => [],
        }))
        .Distinct();

    private static string Written(PlannedStep step) =>
        $"{LocalDatePattern.Iso.Format(step.DueDate!.Value)}T{step.Due!.Value.InZone(LondonTime.Zone).TimeOfDay:HHmm}";

    [GeneratedRegex(@":(\d+)$")]
    private static partial Regex Occurrence();

    [GeneratedRegex(@"\d{4}-\d{2}-\d{2}T\d{4}")]
    private static partial Regex DeadlineInKey();
}
