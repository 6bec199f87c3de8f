using AreaSend.Core.Calendars;
using AreaSend.Core.Inspections;
using AreaSend.Core.Rules;
using AreaSend.Core.Tests.Calendars;
using AreaSend.Core.Timetables;

namespace AreaSend.Core.Tests.Inspections;

/// <summary>One inspection as a test lives through it: facts go in as the console records them, the clock as the engine sees it.</summary>
internal sealed class Course
{
    private readonly List<RecordedEvent> _events = [];
    private WorkingDayCalendar _calendar;

    public Course(string onSite, WorkingDayCalendar? calendar = null, int? days = null)
        : this(onSite, InspectionKind.Full, grounds: null, days, calendar)
    {
    }

    private Course(string onSite, string kind, Grounds? grounds, int? onSiteDays, WorkingDayCalendar? calendar)
    {
        _calendar = calendar ?? Published.Calendar;
        var planned = new Planned("888", kind, AreaSend2024.Edition.Id, WorkingDayTests.Iso(onSite), "first", onSiteDays, grounds);
        Append(planned, LondonTime.StartOf(WorkingDayTests.Iso(onSite).PlusDays(-90)));
    }

    /// <summary>A monitoring inspection of these areas for priority action.</summary>
    public static Course Monitoring(string onSite, int? onSiteDays = null, params string[] areas) => new(
        onSite, InspectionKind.Monitoring, new MonitoringGrounds(new LocalDate(2024, 4, 1), Follows: null, Reason: null, areas.Length == 0 ? ["Waiting times", "EHC plans"] : areas), onSiteDays, calendar: null);

    /// <summary>A course of another kind.</summary>
    public static Course Of(string kind, string planned, Grounds? grounds = null) => new(planned, kind, grounds, onSiteDays: null, calendar: null);

    public InspectionCase Case { get; private set; } = null!;

    public Timetable Plan => Timetable.Plan(Case, _calendar);

    public Inspection Inspection => new(Case, Plan);

    public LocalDate? Due(string step) => Plan[step].DueDate;

    /// <summary>Records what happened, at the moment it happened; it must be a fact that can be true.</summary>
    public Course Record(Fact fact) => Record(fact, fact.HappenedAt);

    /// <summary>Records what happened, later.</summary>
    public Course Record(Fact fact, Instant recordedAt)
    {
        Assert.Null(Inspection.WhyNot(fact, recordedAt));
        return Append(fact, recordedAt);
    }

    /// <summary>The sentence that refuses this fact now; null when it would be recorded.</summary>
    public string? WhyNot(Fact fact, string? now = null) =>
        Inspection.WhyNot(fact, now is null ? fact.HappenedAt : At(now));

    /// <summary>Puts an event into the stream as it is.</summary>
    public Course Append(InspectionEvent next, Instant recordedAt)
    {
        var recorded = new RecordedEvent(_events.Count + 1, recordedAt, Recorder.Coordinator, next);
        _events.Add(recorded);
        Case = Case?.With([recorded]) ?? InspectionCase.From(_events, Editions.Shipped);
        return this;
    }

    public Course Pause(string at) => Record(new InspectionPaused(At(at), "Flood at the civic centre"));

    public Course Resume(string at) => Record(DateMoves.Resume(Case, Plan, At(at)));

    public Course Override(string step, string due, string at) =>
        Record(DateMoves.Override(Case, Plan, step, WorkingDayTests.Iso(due), "Agreed with the area", At(at)));

    public Course ChangeCalendar(WorkingDayCalendar next, string at)
    {
        Record(DateMoves.ChangeCalendar(Case, Plan, next, "second", "A bank holiday was proclaimed", At(at)));
        _calendar = next;
        return this;
    }

    /// <summary>The engine's step at one moment: what the clock brings about, then the notices it owes. Returns the keys it raised.</summary>
    public IReadOnlyList<string> Advance(Instant now)
    {
        while (Inspection.ClockFact(now) is { } fact)
        {
            Record(fact, now);
        }

        var before = Inspection;
        var owed = before.Notices(now);
        foreach (var notice in owed)
        {
            Append(notice.Raise(), now);
        }

        // The engine asks when to look again before it has raised what is owed.
        Assert.Equal(before.NextWake(now), Inspection.NextWake(now));
        return [.. owed.Select(notice => notice.Key)];
    }

    /// <summary>Wakes whenever the engine would, up to and at this moment. Returns each notice with the moment it was raised.</summary>
    public IReadOnlyList<(Instant At, string Key)> RunTo(string moment) => RunTo(At(moment));

    /// <inheritdoc cref="RunTo(string)"/>
    public IReadOnlyList<(Instant At, string Key)> RunTo(Instant until)
    {
        var raised = new List<(Instant, string)>();
        var now = _events[^1].RecordedAt;
        while (true)
        {
            raised.AddRange(Advance(now).Select(key => (now, key)));
            var wake = Inspection.NextWake(now);
            Assert.True(wake is null || wake > now, $"The engine would wake at {wake}, which is not after {now}.");
            if (wake is null || wake > until)
            {
                break;
            }

            now = wake.Value;
        }

        if (now < until)
        {
            raised.AddRange(Advance(until).Select(key => (until, key)));
        }

        return raised;
    }

    /// <summary>A moment in London: <c>2025-09-09 11:00</c>, or a day at noon.</summary>
    public static Instant At(string moment)
    {
        var parts = moment.Split(' ');
        var time = parts.Length == 1 ? new LocalTime(12, 0) : NodaTime.Text.LocalTimePattern.CreateWithInvariantCulture("HH:mm").Parse(parts[1]).Value;
        return LondonTime.At(WorkingDayTests.Iso(parts[0]), time);
    }
}
