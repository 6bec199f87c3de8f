using AreaSend.Core.Calendars;
using AreaSend.Core.Inspections;
using AreaSend.Core.Notices;
using AreaSend.Core.Timetables;
using AreaSend.Services.Notices;
using NodaTime;

namespace AreaSend.Services.Tests.Notices.Truth;

/// <summary>An e-mail that goes out: what was owed, the case it is written from, and the notices that this recipient has had before it.</summary>
internal sealed record Letter(OwedNotice Owed, Instant RaisedAt, Instant Now, SampleInspection Inspection, IReadOnlyList<OwedNotice> SentBefore)
{
    public InspectionCase Case => Inspection.Case;

    public Timetable Plan { get; } = Inspection.Plan;

    /// <summary>Who leads it: nobody yet, somebody, or somebody who can be called.</summary>
    public LeadInspector? Lead => (SentBefore.Count % 3) switch
    {
        0 => null,
        1 => new("Fictional Lead", null),
        _ => new("Fictional Lead", "0300 000 0000"),
    };

    /// <summary>Who leads it for CQC, and who coordinates it: somebody or nobody yet.</summary>
    public LeadInspector? CqcLead => SentBefore.Count % 2 == 0 ? null : new("Fictional Other", "0300 000 0001");

    public string? Coordinator => SentBefore.Count % 4 < 2 ? null : "Fictional Maple";

    public LocalDate Today => LondonTime.DateOf(Now);

    public bool IsLate => LateNotices.IsLate(RaisedAt, Now);

    public bool IsPublished => Has<ReportPublished>();

    public bool IsOver => Case.HasHappened(Anchor.OnSiteEnds);

    public bool Has<TFact>()
        where TFact : Fact => All<TFact>().Any();

    public IEnumerable<TFact> All<TFact>()
        where TFact : Fact => Case.Events.Select(recorded => recorded.Event).OfType<TFact>();

    /// <summary>The fact that it tells of.</summary>
    public TFact Told<TFact>()
        where TFact : Fact => ToldOf<TFact>().First();

    public IEnumerable<TFact> ToldOf<TFact>()
        where TFact : Fact => Owed.Because.Select(seq => Case.Events[seq - 1].Event).OfType<TFact>();

    /// <summary>A step lies ahead: neither done nor past, as far as the clock of the inspection has run.</summary>
    public bool LiesAhead(string key) => Plan.Find(key) is { Met: null, Due: { } due } && due > RanUntil;

    /// <summary>What else was raised for this recipient at the same moment.</summary>
    public IReadOnlyList<OwedNotice> Alongside { get; init; } = [];

    /// <summary>While it is paused the clock of an inspection stands.</summary>
    public Instant RanUntil => Case.Paused?.HappenedAt ?? Now;

    /// <summary>What is open during a pause has a date only when the inspection goes on.</summary>
    public bool IsStopped(PlannedStep step) => Case.Paused is not null && step is { Met: null, Due: { } due, Definition.Due: not MonthsAfter } && due > RanUntil;

    public NoticeRequest Request() =>
        Inspection.Request(Owed) with { RaisedAt = RaisedAt, Now = Now, Lead = Lead, CqcLead = CqcLead, Coordinator = Coordinator, Alongside = [.. Alongside.Select(other => other.Template)] };
}
