using AreaSend.Core.AnnexA;
using AreaSend.Core.Calendars;
using AreaSend.Core.Inspections;
using AreaSend.Core.Notices;
using AreaSend.Core.Rules;
using AreaSend.Core.Timetables;
using AreaSend.Services.BankHolidays;
using NodaTime;

namespace AreaSend.Services.Tests.Notices.Truth;

/// <summary>
/// One inspection in which people do what may be done, at random times, late, wrongly and corrected afterwards, or leave it; and whose e-mails go out
/// at once, or days later, or not at all. The same seed gives the same course.
/// </summary>
internal sealed class RandomCourse
{
    private static readonly Instant End = SampleInspection.At(2026, 4, 10);

    private readonly string _kind;
    private readonly int _seed;
    private readonly Random _random;
    private readonly (int Weight, Func<Fact?> Make)[] _acts;
    private readonly List<(OwedNotice Owed, IReadOnlyList<OwedNotice> Alongside, int Seq, Instant RaisedAt, Instant SentAt)> _held = [];
    private readonly List<OwedNotice> _sent = [];
    private SampleInspection _inspection;
    private Instant _now = SampleInspection.At(2025, 9, 8);
    private int _reasons;

    public RandomCourse(string kind, int seed, string edition = "area-send-2024-01-30")
    {
        (_kind, _seed, _random, _inspection) = (kind, seed, new Random(seed), SampleInspection.Planned(kind, edition));
        _acts =
        [
            .. OfAnyKind(),
            .. IsMeeting ? OfMeetings() : kind is InspectionKind.Full or InspectionKind.Monitoring ? OfAnnexA().Concat(OfReports()) : OfVisits(),
            .. OfPapers(),
        ];
    }

    private bool IsMeeting => _kind == InspectionKind.Engagement;

    private LocalDate Today => LondonTime.DateOf(_now);

    private LocalDate Soon => _inspection.Counted.Plus(_inspection.Counted.NextOrSame(Today), _random.Next(1, 20));

    public IEnumerable<Letter> Play()
    {
        while (_now < End && _inspection.Case.EndedBy is null)
        {
            for (var facts = 0; _inspection.Inspection.ClockFact(_now) is { } happened; facts++)
            {
                Assert.True(facts < 50, $"Course {_seed}: the clock brings about {happened.Kind} again and again on {_now}.");
                _inspection = _inspection.With(happened, _now, Recorder.Engine);
            }

            foreach (var letter in Raise().Concat(Late()).ToList())
            {
                yield return letter;
            }

            _now = Next();
            Act();
        }

        foreach (var letter in Raise().ToList())
        {
            yield return letter;
        }
    }

    private IEnumerable<Letter> Raise()
    {
        var all = _inspection.Inspection.Notices(_now).ToList();
        foreach (var owed in all)
        {
            List<OwedNotice> alongside = [.. all.Where(other => other.To == owed.To && other.Key != owed.Key)];
            _inspection = _inspection.Raise(owed, _now);
            if (_random.Next(7) == 0)
            {
                _held.Add((owed, alongside, _inspection.Case.Events.Count, _now, _now + Duration.FromDays(_random.Next(1, _random.Next(4) == 0 ? 40 : 12))));
            }
            else
            {
                yield return Send(owed, alongside, _now);
            }
        }
    }

    // As the outbox does with what it could not send: what is wrong by now, or has no point any more, is not sent.
    private IEnumerable<Letter> Late()
    {
        foreach (var one in _held.Where(one => one.SentAt <= _now).ToList())
        {
            _held.Remove(one);
            if (LateNotices.WhyWrong(_inspection.Case, one.Owed.Raise()) is null
                && LateNotices.WhyNoLonger(_inspection.Case, _inspection.Plan, one.Owed.Raise(), one.Seq, _now) is null)
            {
                yield return Send(one.Owed, one.Alongside, one.RaisedAt);
            }
        }
    }

    private Letter Send(OwedNotice owed, IReadOnlyList<OwedNotice> alongside, Instant raisedAt)
    {
        var letter = new Letter(owed, raisedAt, _now, _inspection, [.. _sent.Where(other => other.To == owed.To)]) { Alongside = alongside };
        _sent.Add(owed);
        _inspection = _inspection.With(new NoticeSent(owed.Key), _now, Recorder.Engine);
        return letter;
    }

    private Instant Next()
    {
        var some = _now + Duration.FromMinutes(_random.Next(30, 3 * 24 * 60));
        return _inspection.Inspection.NextWake(_now) is { } wake && wake < some ? wake : some;
    }

    private void Act()
    {
        for (var act = _random.Next(4); act > 0; act--)
        {
            if (_random.Next(60) == 0)
            {
                Proclaim();
            }

            if (Possible() is { } fact && _inspection.Inspection.WhyNot(fact, _now) is null)
            {
                _inspection = _inspection.With(fact, _now, By(fact));
            }
        }
    }

    private Recorder By(Fact fact) => fact switch
    {
        UploadArrived or UploadAccepted or UploadRefused or PaperAccepted or PaperRefused => Recorder.Ingestion,
        PaperFiled filed when PaperKind.Find(filed.Paper)!.HandedInBy.Contains(RecipientRole.Lano) && _inspection.Case.Lano is not null => new Recorder(RecorderRole.Lano),
        _ => Recorder.Coordinator,
    };

    // A bank holiday soon, or one that was to come and does not.
    private void Proclaim()
    {
        var (old, day) = (_inspection.Counted.BankHolidays, Soon);
        var next = old.Holidays.FirstOrDefault(holiday => holiday.Date > Today);
        var calendar = new WorkingDayCalendar(_random.Next(3) == 0 && next is not null ? old.Without(next.Date) : old.With(new BankHoliday(day, "Fictional jubilee")));
        if (_inspection.Case.IsOpen)
        {
            var why = CalendarChange.Show(old, calendar.BankHolidays);
            _inspection = _inspection.With(DateMoves.ChangeCalendar(_inspection.Case, _inspection.Plan, calendar, $"fictional-{++_reasons}", why, _now), calendar);
        }
    }

    private Fact? Possible()
    {
        var which = _random.Next(_acts.Sum(act => act.Weight));
        foreach (var (weight, make) in _acts)
        {
            if ((which -= weight) < 0)
            {
                return make();
            }
        }

        return null;
    }

    // Much is recorded on the day, some of it days after it happened.
    private Instant Lately() => _random.Next(4) == 0 ? _now - Duration.FromHours(_random.Next(1, 5 * 24)) : _now;

    private string Reason(string of) => $"A fictional {of} {++_reasons}.";

    private IEnumerable<(int, Func<Fact?>)> OfAnyKind() =>
    [
        (3, Moved),
        (2, Corrected),
        (1, () => _random.Next(12) == 0 ? new InspectionWithdrawn(_now, Reason("end")) : null),
        (1, () => new InspectionPaused(Lately(), Reason("pause"))),
        (3, () => _inspection.Case.Paused is null ? null : DateMoves.Resume(_inspection.Case, _inspection.Plan, _now)),
        (1, () => new DeferralAsked(Lately(), Reason("flood"))),
        (2, () => new DeferralDecided(_now, Granted: _random.Next(6) == 0, Reason("decision"))),
    ];

    private IEnumerable<(int, Func<Fact?>)> OfMeetings() =>
    [
        (2, () => new SelfEvaluationReceived(Lately())),
        (2, () => new AgendaAgreed(Lately(), MeetingParties.OfTheAgenda)),
        (2, () => Today >= _inspection.Plan[Steps.Meeting].DueDate ? new MeetingHeld(_now, [MeetingParty.Dcs, MeetingParty.Lano]) : null),
        (2, () => new MeetingLetterSent(_now, Reason("progress"), "Autumn 2026", _random.Next(2) == 0 ? "" : Reason("next step"))),
    ];

    private IEnumerable<(int, Func<Fact?>)> OfVisits() =>
        [(4, () => new RevisitLetterShared(Lately(), [new("Waiting times", true), new("EHC plans", _random.Next(2) == 0)], []))];

    private IEnumerable<(int, Func<Fact?>)> OfAnnexA() =>
    [
        (2, () => new LanoNominated(Lately(), Guid.NewGuid())),
        (1, () => _inspection.Case.Lano is null ? null : new LanoLinkAsked(_now)),
        (1, () => _inspection.Case.Notification is null ? null : new LeaderLinkAsked(_now, RecipientRoles.Leaders[_random.Next(RecipientRoles.Leaders.Count)])),
        (4, () => Outstanding() is { } item ? new ItemReceived(Lately(), item) : null),
        (1, () => Outstanding() is { } item ? new ItemNotHeld(Lately(), item, Reason("gap")) : null),
        (4, () => Outstanding() is { } item ? new UploadArrived(_now, Guid.NewGuid(), [.. new[] { item, Outstanding()! }.Distinct()]) : null),
        (5, () => Document(upload => upload.Decision is null) is { } document ? Decided(document) : null),
        (1, () => Document(upload => upload.IsTaken) is { } document ? new UploadRefused(_now, document, UploadRefused.Lost, Reason("loss")) : null),
        (1, () => Document(upload => upload.Decision is UploadRefused { Rule: UploadRefused.ErrorsInAList }) is { } document
            ? new ListTakenAsItIs(_now, document, 100, new string('0', 64), Reason("list")) : null),
        (1, () => new ChildrenSelected(Lately(), 2)),
        (1, () => new ExtraItemAsked(
            _now, AnnexARequest.ExtraKey(_inspection.Case.Annex.Extra.Count), $"Fictional minutes {_reasons}", Reason("wish"), _inspection.Counted.Plus(Today, 3), new LocalTime(17, 0))),
        (2, () => new ItemsAsked(_now, [AreaSend2024.Monitoring.Asks.Items[_random.Next(40)].Key])),
        (1, () => new SupportDiscussed(Lately(), [SupportPartner.Dfe])),
    ];

    private IEnumerable<(int, Func<Fact?>)> OfReports() =>
    [
        (3, () => new DraftReportShared(Lately())),
        (2, () => new CommentsReceived(Lately())),
        (3, () => _kind == InspectionKind.Full ? new FinalReportShared(Lately(), Outcome()) : new FinalReportShared(Lately(), Outcome: null, Monitored())),
        (3, () => new ComplaintReceived(Lately())),
        (2, () => new ComplaintWasResolved(Lately())),
        (3, () => new ReportPublished(Lately(), "https://reports.example.org/999")),
        (2, () => new PlanReceived(Lately())),
        (2, () => new PlanReturned(Lately(), Reason("lack"))),
        (1, () => new PlanWasConfirmed(Lately())),
        (1, () => new PlanPublished(Lately(), "https://plans.example.org/999")),
        (1, () => DateMoves.Hold(_inspection.Case, _inspection.Plan, Guid.NewGuid(), Soon, Reason("election"), _now)),
        (1, () => _inspection.Case.PublicationHold is { } hold ? DateMoves.Lift(_inspection.Case, _inspection.Plan, hold.Hold, Reason("lifting"), _now) : null),
    ];

    private IEnumerable<(int, Func<Fact?>)> OfPapers() =>
    [
        (4, () => Filed(PaperKind.All[_random.Next(PaperKind.All.Count)])),
        (4, () => Checked() is { } paper ? new PaperAccepted(_now, paper, 100, new string('0', 64)) : null),
        (1, () => Checked() is { } paper ? new PaperRefused(_now, paper, "macros", Reason("fault")) : null),
    ];

    // What is the newest of its kind, and has none yet or is to have another.
    private PaperFiled? Filed(PaperKind kind) => FiledPaper.FactsOf(_inspection.Case, kind).LastOrDefault() is { } fact
        ? new PaperFiled(_now, Guid.NewGuid(), kind.Key, fact.Seq) : null;

    private Guid? Checked() => FiledPaper.All(_inspection.Case).FirstOrDefault(paper => paper.State == PaperState.BeingChecked)?.Document;

    private string? Outstanding()
    {
        List<string> items = [.. _inspection.Case.Asks.Steps.Concat(_inspection.Case.Annex.Extra.Keys).SelectMany(_inspection.Case.Outstanding)];
        return items.Count == 0 ? null : items[_random.Next(items.Count)];
    }

    private Guid? Document(Func<Upload, bool> such) => _inspection.Case.Annex.Uploads.Values.FirstOrDefault(such)?.Document;

    private Fact Decided(Guid document) => _random.Next(3) switch
    {
        0 => new UploadRefused(_now, document, UploadRefused.ErrorsInAList, Reason("fault")),
        1 => new UploadRefused(_now, document, "zip-encrypted", Reason("fault")),
        _ => new UploadAccepted(_now, document, 100, new string('0', 64)),
    };

    private Fact? Moved()
    {
        var open = _inspection.Plan.Steps.Where(step => step is { Met: null, DueDate: not null }).ToList();
        return open.Count == 0 || _inspection.Case.Notification is null || _random.Next(3) > 0
            ? null
            : DateMoves.Override(_inspection.Case, _inspection.Plan, open[_random.Next(open.Count)].Key, Soon, Reason("wish"), _now);
    }

    // Another day, or nothing of the kind.
    private Fact? Corrected()
    {
        var some = _inspection.Case.Recorded.Where(CorrectionRules.CanBeCorrected).ToList();
        if (some.Count == 0 || _random.Next(2) == 0)
        {
            return null;
        }

        var wrong = some[_random.Next(some.Count)];
        var fact = (Fact)wrong.Event;
        var instead = _random.Next(3) == 0 ? null : fact with { HappenedAt = fact.HappenedAt + Duration.FromHours(_random.Next(-72, 72)) };
        return CorrectionRules.Of(_inspection.Case, _inspection.Plan, wrong.Seq, instead, Reason("slip"), _now, withWhatHangsOnIt: true);
    }

    private MonitoringResult Monitored() => new([new("Waiting times", true), new("EHC plans", _random.Next(2) == 0)])
    {
        Plan = _random.Next(2) == 0 ? new ResponsibleAuthority("Fictional Council", IsSeparate: _random.Next(2) == 0) : null,
        NextFullBy = _random.Next(2) == 0 ? new LocalDate(2026, 12, 18) : null,
    };

    private Outcome Outcome() => _random.Next(3) switch
    {
        0 => new Outcome.TypicallyPositive(),
        1 => new Outcome.Inconsistent(),
        _ => new Outcome.WidespreadFailings("Fictional Council", IsSeparate: _random.Next(2) == 0),
    };
}
