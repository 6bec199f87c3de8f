using AreaSend.Core.Calendars;
using AreaSend.Core.Inspections;
using NodaTime;

namespace AreaSend.Core.Timetables;

/// <summary>Goes down the rows once: each hangs on an anchor that a row above has set, and may itself set one.</summary>
internal sealed class TimetablePlanner(InspectionCase @case, WorkingDayCalendar calendar)
{
    private readonly Dictionary<Anchor, AnchorDay> _anchors = [];
    private readonly LocalDate _onSite = OnSiteByRule(@case, calendar);

    /// <summary>The steps by their keys.</summary>
    public Dictionary<string, PlannedStep> ByKey { get; } = [];

    /// <summary>Steps as they are with another outcome than the one that the rows before them stand for, while the outcome is unknown.</summary>
    public List<PlannedStep> Otherwise { get; } = [];

    /// <summary>Rows that do not stand in it as far as it is known, and may yet.</summary>
    public List<PlannedStep> Possible { get; } = [];

    public IReadOnlyList<PlannedStep> Plan()
    {
        // Planning sets N and S; the other anchors are certain only once they have happened.
        _anchors[@case.Type.PlannedFor] = new(PlannedDay(@case, calendar), Certain: true);
        var steps = new List<PlannedStep>();
        foreach (var row in @case.Rows)
        {
            if (!row.StandsIn(@case))
            {
                continue;
            }

            var step = Place(row);
            if (!ByKey.TryAdd(row.Key, step))
            {
                Otherwise.Add(step);
                continue;
            }

            steps.Add(step);
            SetAnchor(step);
        }

        Possible.AddRange(@case.Rows.Where(row => row.OnlyIf is not null && !row.StandsIn(@case)).Select(Place));
        foreach (var asked in @case.Annex.Extra.Values)
        {
            var step = Place(ExtraRow(asked, steps));
            ByKey.Add(step.Key, step);
            steps.Add(step);
        }

        return steps;
    }

    // What inspectors ask for while they write is owed until the draft is shared; the rest until they leave.
    private static StepDefinition ExtraRow(ExtraItemAsked asked, IReadOnlyList<PlannedStep> steps) =>
        new(asked.Item, asked.Title, Actor.LocalArea, new SetWhenAsked(asked.On, asked.Due, asked.By), [87], DoneBy.Record)
        {
            OwedUntil =
                steps.FirstOrDefault(step => step.Definition.Marks == Anchor.OnSiteEnds)?.Met is { } ended && asked.HappenedAt >= ended.At
                    ? Anchor.DraftShared
                    : Anchor.OnSiteEnds,
        };

    private PlannedStep Place(StepDefinition row)
    {
        var on = row.HeldByComplaint ? PublicationAnchor() : row.Due.Anchor;
        var counted = ByRule(row, _anchors.GetValueOrDefault(on));
        var adjusted = new StepAdjustments(@case, calendar, row, AnchorForPauses(row, counted.Anchor).Date).Apply(counted.Due);
        var product = @case.Type.Product;
        return new PlannedStep(
            row,
            adjusted.Due,
            counted.Anchor.Certain && adjusted.Due is not null && !WaitsForOutcome(row) ? Certainty.Fixed : Certainty.Forecast,
            new DueWhy(counted.Words ?? product.Say(row.Rule), on, counted.From, counted.Count, counted.Skipped, adjusted.Sentences)
            {
                CountedFrom = product.Say(on.Show()),
            },
            @case.Met.GetValueOrDefault(row.Key),
            Held: row.HeldByComplaint && ComplaintHolds)
        {
            NotBefore = adjusted.NotBefore,
        };
    }

    private Counted ByRule(StepDefinition row, AnchorDay anchor)
    {
        if (anchor.Date is not { } from || (row.HeldByComplaint && ComplaintHolds))
        {
            return new(null, anchor.Date, null, [], anchor);
        }

        switch (row.Due)
        {
            case WorkingDaysAfter rule:
                var planned = row.Marks == Anchor.OnSiteEnds ? @case.OnSiteDays : null;
                var counted = calendar.Derive(from, planned - 1 ?? rule.Count);
                return new(counted.Answer, from, counted.Count, counted.Skipped, anchor) { Words = planned is { } days ? AsPlanned(days) : null };
            case OnSiteDay rule:
                return new(_onSite, from, rule.Notice, calendar.Skipped(from, _onSite), anchor);
            case EndOfWeek rule:
                var friday = LastWorkingDayOf(rule.Week);
                return new(friday, _onSite, calendar.Between(_onSite, friday), calendar.Skipped(_onSite, friday), anchor);
            case SetWhenAsked rule:
                return new(calendar.NextOrSame(rule.Due), rule.Asked, null, [], new AnchorDay(rule.Asked, Certain: true));
            case MonthsAfter rule:
                return new(from.PlusMonths(rule.Months), from, null, [], anchor);
            default:
                return new(null, from, null, [], anchor);
        }
    }

    private static string AsPlanned(int days) => days == 1
        ? "The first on-site day is the last: one day on site, as planned"
        : $"{WorkingDayCalendar.InWords(days - 1)} after the first on-site day: {days} days on site, as planned";

    private void SetAnchor(PlannedStep step)
    {
        if (step.Definition.Marks is not { } anchor)
        {
            return;
        }

        var happened = step.Met is { } met ? LondonTime.DateOf(met.At) : (LocalDate?)null;
        _anchors[anchor] = anchor.Date switch
        {
            AnchorDate.Planned => new(happened ?? step.DueDate, Certain: true),
            AnchorDate.LastDay => new(step.DueDate, Certain: step.Certainty == Certainty.Fixed),

            // No date is set for confirming a plan, so nothing can be forecast from it.
            _ => new(happened ?? step.DueDate, Certain: happened is not null),
        };
    }

    // A bank holiday may be proclaimed for the planned day itself, as for Monday 19 September 2022: nobody comes then.
    private static LocalDate PlannedDay(InspectionCase @case, WorkingDayCalendar calendar) => calendar.NextOrSame(@case.PlannedOnSite);

    /// <summary>
    /// S. Once the area has been told, it has its period of notice: if notification went out late, or a bank holiday was proclaimed
    /// since, S follows N; it never comes earlier than planned.
    /// </summary>
    private static LocalDate OnSiteByRule(InspectionCase @case, WorkingDayCalendar calendar)
    {
        var planned = PlannedDay(@case, calendar);
        var notice = @case.NoticeInWorkingDays;
        return @case.Notification is not { } notified || calendar.Minus(planned, notice) == notified.On
            ? planned
            : LocalDate.Max(planned, calendar.Plus(notified.On, notice));
    }

    private LocalDate LastWorkingDayOf(int week)
    {
        return calendar.PreviousOrSame(Weeks.MondayOf(_onSite).PlusWeeks(week - 3).PlusDays(4));
    }

    // Weeks 1 and 2 are counted back from S, but they begin to run with notification: a pause in them gives back their days too.
    private AnchorDay AnchorForPauses(StepDefinition row, AnchorDay anchor) =>
        row.Due is EndOfWeek ? _anchors[Anchor.NotificationDay] : anchor;

    // Which of the rows for different outcomes stands is not known before the outcome is.
    private bool WaitsForOutcome(StepDefinition row) => @case.Outcome is null && row.OnlyForOutcomes.Count > 0;

    private bool ComplaintInTime =>
        @case.Complaint is { } complaint && _anchors.GetValueOrDefault(Anchor.ComplaintWindowCloses).Date is { } last && complaint.On <= last;

    // A complaint in time holds publication until it is resolved (¶ 138).
    private bool ComplaintHolds => ComplaintInTime && @case.Resolution is null;

    // A complaint resolved before the window closes must not bring publication forward (¶ 138).
    private Anchor PublicationAnchor()
    {
        if (!ComplaintInTime || @case.Resolution is not { } resolved || resolved.On <= _anchors[Anchor.ComplaintWindowCloses].Date)
        {
            return Anchor.ComplaintWindowCloses;
        }

        _anchors[Anchor.ComplaintResolved] = new(resolved.On, Certain: true);
        return Anchor.ComplaintResolved;
    }

    private readonly record struct AnchorDay(LocalDate? Date, bool Certain);

    /// <summary>What a row's rule gives: the day, from which day, how many working days and which were passed over.</summary>
    private readonly record struct Counted(LocalDate? Due, LocalDate? From, int? Count, IReadOnlyList<SkippedDay> Skipped, AnchorDay Anchor)
    {
        /// <summary>Where the planning, not the row, says how many days.</summary>
        public string? Words { get; init; }
    }
}
