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

    private readonly string kind;
    private readonly int seed;
    private readonly Random random;
    private readonly (int Weight, Func<Fact?> Make)[] acts;
    private readonly List<(OwedNotice Owed, int Seq, Instant RaisedAt, Instant SentAt)> held = [];
    private readonly List<OwedNotice> sent = [];
    private SampleInspection inspection;
    private Instant now = SampleInspection.At(2025, 9, 8);
    private int reasons;

    public RandomCourse(string kind, int seed, string edition = "area-send-2024-01-30")
    {
        (this.kind, this.seed, random, inspection) = (kind, seed, new Random(seed), SampleInspection.Planned(kind, edition));
        acts = [.. OfAnyKind(), .. IsMeeting ? OfMeetings() : kind is InspectionKind.Full or InspectionKind.Monitoring ? OfAnnexA().Concat(OfReports()) : OfVisits()];
    }

    private bool IsMeeting => kind == InspectionKind.Engagement;

    private LocalDate Today => LondonTime.DateOf(now);

    private LocalDate Soon => inspection.Counted.Plus(inspection.Counted.NextOrSame(Today), random.Next(1, 20));

    public IEnumerable<Letter> Play()
    {
        while (now < End && inspection.Case.EndedBy is null)
        {
            for (var facts = 0; Duties.ClockFact(inspection.Case, inspection.Plan, now) is { } happened; facts++)
            {
                Assert.True(facts < 50, $"Course {seed}: the clock brings about {happened.Kind} again and again on {now}.");
                inspection = inspection.With(happened, now, Recorder.Engine);
            }

            foreach (var letter in Raise().Concat(Late()).ToList())
            {
                yield return letter;
            }

            now = Next();
            Act();
        }

        foreach (var letter in Raise().ToList())
        {
            yield return letter;
        }
    }

    private IEnumerable<Letter> Raise()
    {
        foreach (var owed in Duties.Notices(inspection.Case, inspection.Plan, now))
        {
            inspection = inspection.Raise(owed, now);
            if (random.Next(7) == 0)
            {
                held.Add((owed, inspection.Case.Events.Count, now, now + Duration.FromDays(random.Next(1, random.Next(4) == 0 ? 40 : 12))));
            }
            else
            {
                yield return Send(owed, now);
            }
        }
    }

    // As the outbox does with what it could not send: what is wrong by now, or has no point any more, is not sent.
    private IEnumerable<Letter> Late()
    {
        foreach (var one in held.Where(one => one.SentAt <= now).ToList())
        {
            held.Remove(one);
            if (LateNotices.WhyWrong(inspection.Case, one.Owed.Raise()) is null
                && LateNotices.WhyNoLonger(inspection.Case, inspection.Plan, one.Owed.Raise(), one.Seq, now) is null)
            {
                yield return Send(one.Owed, one.RaisedAt);
            }
        }
    }

    private Letter Send(OwedNotice owed, Instant raisedAt)
    {
        var letter = new Letter(owed, raisedAt, now, inspection, [.. sent.Where(other => other.To == owed.To)]);
        sent.Add(owed);
        inspection = inspection.With(new NoticeSent(owed.Key), now, Recorder.Engine);
        return letter;
    }

    private Instant Next()
    {
        var some = now + Duration.FromMinutes(random.Next(30, 3 * 24 * 60));
        return Duties.NextWake(inspection.Case, inspection.Plan, now) is { } wake && wake < some ? wake : some;
    }

    private void Act()
    {
        for (var act = random.Next(4); act > 0; act--)
        {
            if (random.Next(60) == 0)
            {
                Proclaim();
            }

            if (Possible() is { } fact && FactRules.WhyNot(inspection.Case, inspection.Plan, fact, now) is null)
            {
                inspection = inspection.With(fact, now, fact is UploadArrived or UploadAccepted or UploadRefused ? Recorder.Ingestion : Recorder.Coordinator);
            }
        }
    }

    // A bank holiday soon, or one that was to come and does not.
    private void Proclaim()
    {
        var (old, day) = (inspection.Counted.BankHolidays, Soon);
        var next = old.Holidays.FirstOrDefault(holiday => holiday.Date > Today);
        var calendar = new WorkingDayCalendar(random.Next(3) == 0 && next is not null ? old.Without(next.Date) : old.With(new BankHoliday(day, "Fictional jubilee")));
        if (inspection.Case.IsOpen)
        {
            var why = CalendarChange.Show(old, calendar.BankHolidays);
            inspection = inspection.With(DateMoves.ChangeCalendar(inspection.Case, inspection.Plan, calendar, $"fictional-{++reasons}", why, now), calendar);
        }
    }

    private Fact? Possible()
    {
        var which = random.Next(acts.Sum(act => act.Weight));
        foreach (var (weight, make) in acts)
        {
            if ((which -= weight) < 0)
            {
                return make();
            }
        }

        return null;
    }

    // Much is recorded on the day, some of it days after it happened.
    private Instant Lately() => random.Next(4) == 0 ? now - Duration.FromHours(random.Next(1, 5 * 24)) : now;

    private string Reason(string of) => $"A fictional {of} {++reasons}.";

    private IEnumerable<(int, Func<Fact?>)> OfAnyKind() =>
    [
        (3, Moved),
        (2, Corrected),
        (1, () => random.Next(12) == 0 ? new InspectionWithdrawn(now, Reason("end")) : null),
        (1, () => new InspectionPaused(Lately(), Reason("pause"))),
        (3, () => inspection.Case.Paused is null ? null : DateMoves.Resume(inspection.Case, inspection.Plan, now)),
        (1, () => new DeferralAsked(Lately(), Reason("flood"))),
        (2, () => new DeferralDecided(now, Granted: random.Next(6) == 0, Reason("decision"))),
    ];

    private IEnumerable<(int, Func<Fact?>)> OfMeetings() =>
    [
        (2, () => new SelfEvaluationReceived(Lately())),
        (2, () => new AgendaAgreed(Lately(), MeetingParties.OfTheAgenda)),
        (2, () => Today >= inspection.Plan[Steps.Meeting].DueDate ? new MeetingHeld(now, [MeetingParty.Dcs, MeetingParty.Lano]) : null),
        (2, () => new MeetingLetterSent(now, Reason("progress"), "Autumn 2026", random.Next(2) == 0 ? "" : Reason("next step"))),
    ];

    private IEnumerable<(int, Func<Fact?>)> OfVisits() =>
        [(4, () => new RevisitLetterShared(Lately(), [new("Waiting times", true), new("EHC plans", random.Next(2) == 0)], []))];

    private IEnumerable<(int, Func<Fact?>)> OfAnnexA() =>
    [
        (2, () => new LanoNominated(Lately(), Guid.NewGuid())),
        (1, () => inspection.Case.Lano is null ? null : new LanoLinkAsked(now)),
        (1, () => inspection.Case.Notification is null ? null : new LeaderLinkAsked(now, RecipientRoles.Leaders[random.Next(RecipientRoles.Leaders.Count)])),
        (4, () => Outstanding() is { } item ? new ItemReceived(Lately(), item) : null),
        (1, () => Outstanding() is { } item ? new ItemNotHeld(Lately(), item, Reason("gap")) : null),
        (4, () => Outstanding() is { } item ? new UploadArrived(now, Guid.NewGuid(), [.. new[] { item, Outstanding()! }.Distinct()]) : null),
        (5, () => Document(upload => upload.Decision is null) is { } document ? Decided(document) : null),
        (1, () => Document(upload => upload.IsTaken) is { } document ? new UploadRefused(now, document, UploadRefused.Lost, Reason("loss")) : null),
        (1, () => Document(upload => upload.Decision is UploadRefused { Rule: UploadRefused.ErrorsInAList }) is { } document
            ? new ListTakenAsItIs(now, document, 100, new string('0', 64), Reason("list")) : null),
        (1, () => new ChildrenSelected(Lately(), 2)),
        (1, () => new ExtraItemAsked(
            now, AnnexARequest.ExtraKey(inspection.Case.Annex.Extra.Count), $"Fictional minutes {reasons}", Reason("wish"), inspection.Counted.Plus(Today, 3), new LocalTime(17, 0))),
        (2, () => new ItemsAsked(now, [AreaSend2024.Monitoring.Asks.Items[random.Next(40)].Key])),
        (1, () => new SupportDiscussed(Lately(), [SupportPartner.Dfe])),
    ];

    private IEnumerable<(int, Func<Fact?>)> OfReports() =>
    [
        (3, () => new DraftReportShared(Lately())),
        (2, () => new CommentsReceived(Lately())),
        (3, () => kind == InspectionKind.Full ? new FinalReportShared(Lately(), Outcome()) : new FinalReportShared(Lately(), Outcome: null, Monitored())),
        (3, () => new ComplaintReceived(Lately())),
        (2, () => new ComplaintWasResolved(Lately())),
        (3, () => new ReportPublished(Lately(), "https://reports.example.org/999")),
        (2, () => new PlanReceived(Lately())),
        (2, () => new PlanReturned(Lately(), Reason("lack"))),
        (1, () => new PlanWasConfirmed(Lately())),
        (1, () => new PlanPublished(Lately(), "https://plans.example.org/999")),
        (1, () => DateMoves.Hold(inspection.Case, inspection.Plan, Guid.NewGuid(), Soon, Reason("election"), now)),
        (1, () => inspection.Case.PublicationHold is { } hold ? DateMoves.Lift(inspection.Case, inspection.Plan, hold.Hold, Reason("lifting"), now) : null),
    ];

    private string? Outstanding()
    {
        List<string> items = [.. inspection.Case.Asks.Steps.Concat(inspection.Case.Annex.Extra.Keys).SelectMany(inspection.Case.Outstanding)];
        return items.Count == 0 ? null : items[random.Next(items.Count)];
    }

    private Guid? Document(Func<Upload, bool> such) => inspection.Case.Annex.Uploads.Values.FirstOrDefault(such)?.Document;

    private Fact Decided(Guid document) => random.Next(3) switch
    {
        0 => new UploadRefused(now, document, UploadRefused.ErrorsInAList, Reason("fault")),
        1 => new UploadRefused(now, document, "zip-encrypted", Reason("fault")),
        _ => new UploadAccepted(now, document, 100, new string('0', 64)),
    };

    private Fact? Moved()
    {
        var open = inspection.Plan.Steps.Where(step => step is { Met: null, DueDate: not null }).ToList();
        return open.Count == 0 || inspection.Case.Notification is null || random.Next(3) > 0
            ? null
            : DateMoves.Override(inspection.Case, inspection.Plan, open[random.Next(open.Count)].Key, Soon, Reason("wish"), now);
    }

    // Another day, or nothing of the kind.
    private Fact? Corrected()
    {
        var some = inspection.Case.Recorded.Where(CorrectionRules.CanBeCorrected).ToList();
        if (some.Count == 0 || random.Next(2) == 0)
        {
            return null;
        }

        var wrong = some[random.Next(some.Count)];
        var fact = (Fact)wrong.Event;
        var instead = random.Next(3) == 0 ? null : fact with { HappenedAt = fact.HappenedAt + Duration.FromHours(random.Next(-72, 72)) };
        return CorrectionRules.Of(inspection.Case, inspection.Plan, wrong.Seq, instead, Reason("slip"), now);
    }

    private MonitoringResult Monitored() => new([new("Waiting times", true), new("EHC plans", random.Next(2) == 0)])
    {
        Plan = random.Next(2) == 0 ? new ResponsibleAuthority("Fictional Council", IsSeparate: random.Next(2) == 0) : null,
        NextFullBy = random.Next(2) == 0 ? new LocalDate(2026, 12, 18) : null,
    };

    private Outcome Outcome() => random.Next(3) switch
    {
        0 => new Outcome.TypicallyPositive(),
        1 => new Outcome.Inconsistent(),
        _ => new Outcome.WidespreadFailings("Fictional Council", IsSeparate: random.Next(2) == 0),
    };
}
