using AreaSend.Core.Calendars;
using AreaSend.Core.Inspections;
using AreaSend.Core.Notices;
using AreaSend.Core.Rules;
using AreaSend.Core.Timetables;
using AreaSend.Services.Notices;
using AreaSend.Services.ReferenceData;

namespace AreaSend.Services.Tests.Notices;

/// <summary>An inspection of a fictional area, with inspectors on site from Monday 22 September 2025 and notification on Monday 8 September 2025.</summary>
internal sealed class SampleInspection
{
    public static readonly WorkingDayCalendar Calendar = new(BankHolidayFeed.Parse(ShippedFile.BankHolidays()));
    public static readonly Guid Id = Guid.Parse("0198f3c2-5a3e-7c11-9d70-2f6f3f0b8a01");

    public static readonly Guid Document = Guid.Parse("0198f3c2-5a3e-7c11-9d70-2f6f3f0b8a02");

    // A line of the matrix holds from when it was added on. These inspections lie before that, and are told what one of today is told.
    private static readonly Editions OfToday = new(Editions.Shipped.Held.Select(edition => edition with
    {
        Types = [.. edition.Types.Select(type => type with
        {
            Notices = [.. type.Notices.Where(row => row.Until is null).Select(row => row with { Since = Instant.MinValue })],
        })],
    }));

    private SampleInspection(InspectionCase @case, WorkingDayCalendar counted) => (Case, Counted) = (@case, counted);

    public SampleInspection(SampleInspection before, Fact fact, Instant recordedAt)
        : this(before.Case.With(fact, recordedAt, Recorder.Coordinator), before.Counted)
    {
    }

    public InspectionCase Case { get; }

    /// <summary>The working days that its dates are counted by.</summary>
    public WorkingDayCalendar Counted { get; }

    public Inspection Inspection => Inspection.Of(Case, Counted);

    public Timetable Plan => Inspection.Timetable;

    public static SampleInspection Planned(string kind = InspectionKind.Full, string edition = "area-send-2024-01-30", Grounds? grounds = null, Editions? held = null) => new(InspectionCase.From(
        [new RecordedEvent(1, At(2025, 7, 1), Recorder.Coordinator, new Planned("999", kind, edition, new LocalDate(2025, 9, 22), "test", OnSiteDays: null, grounds ?? Grounds(kind)))],
        held ?? OfToday), Calendar);

    private static Grounds? Grounds(string kind) => kind switch
    {
        InspectionKind.Monitoring => new MonitoringGrounds(new LocalDate(2024, 4, 2), Follows: null, Reason: null, ["Waiting times", "EHC plans"]),
        InspectionKind.Revisit => new RevisitGrounds(new LocalDate(2024, 4, 2), ["Waiting times", "EHC plans"]),
        _ => null,
    };

    public static SampleInspection Notified() => Planned().With(new Notified(At(2025, 9, 8)));

    public static SampleInspection WithLano() => Notified().With(new LanoNominated(At(2025, 9, 8, 14), Guid.Empty));

    public static SampleInspection AfterOnSite() => WithLano()
        .With(new SurveysClosed(At(2025, 9, 16)))
        .With(new FieldworkStarted(At(2025, 9, 18)))
        .With(new OnSiteStarted(At(2025, 9, 22)))
        .With(new OnSiteEnded(At(2025, 9, 26, 17)));

    public static SampleInspection WithDraft() => AfterOnSite().With(new DraftReportShared(At(2025, 10, 16)));

    public static SampleInspection WithFinal(Outcome? outcome = null) =>
        WithDraft().With(new FinalReportShared(At(2025, 11, 7), outcome ?? new Outcome.WidespreadFailings("Fictional Council")));

    public static SampleInspection Published(Outcome? outcome = null) =>
        WithFinal(outcome).With(new ReportPublished(At(2025, 11, 19), "https://reports.example.org/999"));

    public static Instant At(int year, int month, int day, int hour = 9, int minute = 0) =>
        LondonTime.At(new LocalDate(year, month, day), new LocalTime(hour, minute));

    public SampleInspection With(InspectionEvent happened, Instant recordedAt, Recorder by) => new(Case.With(happened, recordedAt, by), Counted);

    public SampleInspection With(CalendarChanged changed, WorkingDayCalendar counted) => new(Case.With(changed, changed.HappenedAt, Recorder.Engine), counted);

    public SampleInspection With(Fact fact) => new(Case.With(fact, fact.HappenedAt, Recorder.Coordinator), Counted);

    public SampleInspection Raise(OwedNotice owed, Instant now) => new(Case.With(owed.Raise(), now, Recorder.Engine), Counted);

    public SampleInspection Received(params IEnumerable<string> items) =>
        items.Aggregate(this, (inspection, item) => inspection.With(new ItemReceived(At(2025, 9, 9, 8), item)));

    /// <summary>A notice as the engine would raise it now; about the next deadline and the last fact, where the test says nothing else.</summary>
    public NoticeRequest Request(string template, RecipientRole to, string[]? about = null, string name = "Zoë O'Connor <& Sons>") => new(
        Id, Case, Plan, template, to, name, "Fictional Area", "NHS Fictional Integrated Care Board", new Uri("https://areasend.example.org"))
    {
        About = about ?? [],
    };

    /// <summary>A notice as the engine raises it.</summary>
    public NoticeRequest Request(OwedNotice owed) => Request(owed.Template, owed.To) with { About = owed.About, Because = owed.Because };
}
