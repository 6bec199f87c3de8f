using System.Globalization;
using System.Text.RegularExpressions;
using AreaSend.Core.Calendars;
using AreaSend.Core.Inspections;
using AreaSend.Core.Notices;
using AreaSend.Core.Rules;
using AreaSend.Core.Timetables;
using AreaSend.Services.Notices;
using Microsoft.Extensions.DependencyInjection;
using NodaTime;
using NodaTime.Text;

namespace AreaSend.Services.Tests.Notices;

/// <summary>
/// Random courses of an inspection, and each e-mail that goes out on the way, in time or days late, read against the case: what it says of
/// things received, returned, overdue, of who is nominated and of what is still to come has to be so.
/// </summary>
public sealed partial class TrueInEveryStateTests
{
    private static readonly LocalDatePattern Long = LocalDatePattern.Create("dddd d MMMM uuuu", CultureInfo.InvariantCulture);

    /// <summary>Words that claim something of the case, and when the claim is true.</summary>
    private static readonly (string Claim, Func<Letter, bool> IsTrue)[] Claims =
    [
        ("No local area nominated officer (LANO) has been nominated", letter => letter.Case.Lano is null),
        ("Nominate a local area nominated officer (LANO)", letter => letter.Case.Lano is null),
        ("officer (LANO) has been nominated, and is the single point", letter => letter.Case.Lano is not null),
        ("The local area nominated officer (LANO) is told too", letter => letter.Case.Lano is not null),
        ("with our responses to the comments", letter => letter.Has<CommentsReceived>()),
        ("We have no comments on the draft on record", letter => !letter.Has<CommentsReceived>()),
        ("We have none on record yet", letter => !letter.Has<CommentsReceived>()),
        ("They have not received it yet", letter => !letter.Has<PlanReceived>()),
        ("they have not received it again", letter => letter.Case.ReturnedPlan is not null),
        ("We have no record", letter => !letter.Has<PlanPublished>()),
        ("You are notified today", letter => letter.Today == letter.Plan.NotificationDay),
        ("The surveys for the area SEND inspection of Fictional Area are open", letter => !letter.Has<SurveysClosed>()),
        ("They are open until", letter => !letter.Has<SurveysClosed>()),
        ("remains confidential until it is published", letter => !letter.Has<ReportPublished>()),
        ("has been paused since", letter => letter.Case.Paused is not null),
        ("every deadline stands", letter => letter.Case.Paused is null),
        ("so it holds the publication of the", letter => letter.Case is { Complaint: not null, Resolution: null }),
        ("Inspectors may ask", _ => false), // they ask, or they do not
        ("about the up-to-date information that they need", letter => letter.Case.Asks.Items.Count == 0),
        ("A priority action plan (area SEND) is required", letter => letter.Case.Authority is not null),
        ("is brought forward", letter => letter.Case.Monitoring?.NextFullBy is not null),
        ("We have your self-evaluation", letter => letter.Has<SelfEvaluationReceived>()),
        ("We have no self-evaluation on record yet", letter => !letter.Has<SelfEvaluationReceived>()),
        ("The agenda is agreed", letter => letter.Has<AgendaAgreed>()),
        ("The agenda is not recorded as agreed yet", letter => !letter.Has<AgendaAgreed>()),
        ("The plan has been submitted", letter => letter.Has<PlanReceived>() && letter.Case.ReturnedPlan is null),
        ("comments on the draft can no longer be taken", letter => letter.Has<FinalReportShared>()),
        ("The selection waits for you on the site", letter => letter.Owed.To == RecipientRole.Lano && letter.Case.TrackedChildren > 0),
        ("on the site", letter => letter.Owed.To != RecipientRole.Dcs || letter.Owed.Template is "tracked-children" or "notification" or "annex-a-reminder" or "upload-refused"),
        ("set a deadline by hand", _ => false), // who set it is not known to be the lead inspector
        ("Inspectors of Fictional Area", _ => false), // they are Ofsted's and CQC's
        ("This e-mail is late", letter => letter.IsLate),
    ];

    [Theory]
    [InlineData(InspectionKind.Full, 0)]
    [InlineData(InspectionKind.Full, 1)]
    [InlineData(InspectionKind.Full, 2)]
    [InlineData(InspectionKind.Full, 3)]
    [InlineData(InspectionKind.Monitoring, 4)]
    [InlineData(InspectionKind.Monitoring, 5)]
    [InlineData(InspectionKind.Engagement, 6)]
    [InlineData(InspectionKind.Thematic, 7)]
    [InlineData(InspectionKind.Revisit, 8)]
    public async Task EveryEmail_OfRandomCourses_IsTrueOfItsCase(string kind, int tenth)
    {
        await using var services = Composing.Host();
        var composer = services.GetRequiredService<NoticeComposer>();
        var (read, untrue) = (0, new List<string>());
        for (var seed = tenth * 10; seed < (tenth * 10) + 6; seed++)
        {
            foreach (var letter in new RandomCourse(kind, seed).Play())
            {
                var written = await composer.ComposeAsync(letter.Request(), TestContext.Current.CancellationToken);
                untrue.AddRange(Untrue(seed, letter, written));
                read++;
            }
        }

        Assert.True(untrue.Count == 0, string.Join('\n', untrue));
        Assert.True(read > kind switch { InspectionKind.Full => 150, InspectionKind.Monitoring => 90, _ => 15 }, $"{read} e-mails are too few to show anything.");
    }

    private static IEnumerable<string> Untrue(int seed, Letter letter, ComposedNotice written)
    {
        written.IsSound();
        var text = Spaces().Replace(written.Text, " ");
        var where = $"Course {seed}, {letter.Owed.Key} on {letter.Today}{(letter.IsLate ? ", late" : "")}";
        foreach (var (claim, isTrue) in Claims.Where(claim => text.Contains(claim.Claim, StringComparison.Ordinal)))
        {
            if (!isTrue(letter))
            {
                yield return $"{where}: “{claim}” is not so.";
            }
        }

        if (letter.IsLate != text.Contains("This e-mail is late", StringComparison.Ordinal))
        {
            yield return $"{where}: whether it is late is not so.";
        }

        foreach (Match by in ByDate().Matches(text))
        {
            var day = Long.Parse(by.Groups["day"].Value).Value;
            var isPast = Past().IsMatch(by.Groups["before"].Value);
            if (isPast ? day > letter.Today : day < letter.Today)
            {
                yield return $"{where}: “{by.Value}” {(isPast ? "has not passed" : "has passed")}.";
            }
        }
    }

    [GeneratedRegex(@"\s+")]
    private static partial Regex Spaces();

    [GeneratedRegex(@"(?<before>.{0,60})\bby:? (?<day>(?:Mon|Tues|Wednes|Thurs|Fri)day \d+ \w+ \d{4})(?! ?\(passed)(?!, \d+[ap]m \(passed)")]
    private static partial Regex ByDate();

    [GeneratedRegex(@"(was|were|Was) (due|to be [\w ]*) ?$", RegexOptions.IgnoreCase)]
    private static partial Regex Past();

    /// <summary>An e-mail that goes out: what was owed, and the case it is written from.</summary>
    private sealed record Letter(OwedNotice Owed, Instant RaisedAt, Instant Now, SampleInspection Inspection)
    {
        public InspectionCase Case => Inspection.Case;

        public Timetable Plan => Inspection.Plan;

        public LocalDate Today => LondonTime.DateOf(Now);

        public bool IsLate => LateNotices.IsLate(RaisedAt, Now);

        public bool Has<TFact>() => Case.Events.Any(recorded => recorded.Event is TFact);

        public NoticeRequest Request() => Inspection.Request(Owed) with { RaisedAt = RaisedAt, Now = Now };
    }

    /// <summary>One inspection in which people do what may be done, at random times, or leave it.</summary>
    private sealed class RandomCourse(string kind, int seed)
    {
        private readonly Random random = new(seed);
        private readonly List<(OwedNotice Owed, int Seq, Instant RaisedAt, Instant SentAt)> held = [];
        private SampleInspection inspection = SampleInspection.Planned(kind);
        private Instant now = SampleInspection.At(2025, 9, 8);

        public IEnumerable<Letter> Play()
        {
            while (now < SampleInspection.At(2026, 4, 1))
            {
                for (var facts = 0; Duties.ClockFact(inspection.Case, inspection.Plan, now) is { } happened; facts++)
                {
                    Assert.True(facts < 50, $"Course {seed}: the clock brings about {happened.Kind} again and again on {now}.");
                    inspection = new(inspection, happened, now);
                }

                foreach (var letter in Raise().Concat(Late()).ToList())
                {
                    yield return letter;
                }

                now = Next();
                Act();
            }
        }

        private IEnumerable<Letter> Raise()
        {
            foreach (var owed in Duties.Notices(inspection.Case, inspection.Plan, now))
            {
                inspection = inspection.Raise(owed, now);
                if (random.Next(8) == 0)
                {
                    held.Add((owed, inspection.Case.Events.Count, now, now + Duration.FromDays(random.Next(1, 15))));
                }
                else
                {
                    yield return new Letter(owed, now, now, inspection);
                }
            }
        }

        // As the outbox does with what it could not send: what has no point any more is not sent.
        private IEnumerable<Letter> Late()
        {
            foreach (var one in held.Where(one => one.SentAt <= now).ToList())
            {
                held.Remove(one);
                if (LateNotices.WhyNoLonger(inspection.Case, inspection.Plan, one.Owed.Raise(), one.Seq, now) is null)
                {
                    yield return new Letter(one.Owed, one.RaisedAt, now, inspection);
                }
            }
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
                if (Possible(random.Next(kind is InspectionKind.Full or InspectionKind.Monitoring ? 25 : 30)) is { } fact && FactRules.WhyNot(inspection.Case, inspection.Plan, fact, now) is null)
                {
                    inspection = new(inspection, fact, now);
                }
            }
        }

        private Fact? Possible(int which) => which switch
        {
            0 => new LanoNominated(now, Guid.NewGuid()),
            1 or 2 or 3 => Item(),
            4 => new ChildrenSelected(now, 2),
            5 => new InspectionPaused(now, "A fictional reason."),
            6 or 7 => inspection.Case.Paused is null ? null : DateMoves.Resume(inspection.Case, inspection.Plan, now),
            8 => Moved(),
            9 or 10 => new DraftReportShared(now),
            11 => new CommentsReceived(now),
            12 => kind == InspectionKind.Full ? new FinalReportShared(now, Outcome()) : new FinalReportShared(now, Outcome: null, Monitored()),
            13 => random.Next(3) == 0 ? new ComplaintReceived(now) : null,
            14 => new ComplaintWasResolved(now),
            15 or 16 => new ReportPublished(now, "https://reports.example.org/999"),
            17 => new PlanReceived(now),
            18 => new PlanReturned(now, "A fictional gap."),
            19 => random.Next(2) == 0 ? new PlanWasConfirmed(now) : new PlanPublished(now),
            22 or 23 => new ItemsAsked(now, [AreaSend2024.Monitoring.Asks.Items[random.Next(40)].Key]),
            25 => new SelfEvaluationReceived(now),
            26 => new AgendaAgreed(now, MeetingParties.OfTheAgenda),
            27 => LondonTime.DateOf(now) >= new LocalDate(2025, 9, 22) ? new MeetingHeld(now, [MeetingParty.Dcs]) : null,
            28 => new MeetingLetterSent(now, "Fictional progress.", "Autumn 2026", ""),
            29 => new RevisitLetterShared(now, [new("Waiting times", true), new("EHC plans", random.Next(2) == 0)], []),
            24 => new SupportDiscussed(now, [SupportPartner.Dfe]),
            20 => random.Next(2) == 0 ? new DeferralAsked(now, "A fictional flood.") : new DeferralDecided(now, Granted: false, "A fictional reason."),
            _ => new ExtraItemAsked(
                now, AnnexARequest.ExtraKey(inspection.Case.Annex.Extra.Count), "Fictional minutes", "To see.", SampleInspection.Calendar.Plus(LondonTime.DateOf(now), 3), new LocalTime(17, 0)),
        };

        private Fact? Item()
        {
            var outstanding = inspection.Case.Asks.Steps.SelectMany(inspection.Case.Outstanding).ToList();
            return outstanding.Count == 0 ? null : new ItemReceived(now, outstanding[random.Next(outstanding.Count)]);
        }

        private Fact? Moved()
        {
            var open = inspection.Plan.Steps.Where(step => step is { Met: null, DueDate: not null }).ToList();
            if (open.Count == 0)
            {
                return null;
            }

            var step = open[random.Next(open.Count)];
            var due = SampleInspection.Calendar.Plus(SampleInspection.Calendar.NextOrSame(LondonTime.DateOf(now)), random.Next(1, 20));
            return inspection.Case.Notification is null ? null : DateMoves.Override(inspection.Case, inspection.Plan, step.Key, due, "A fictional reason.", now);
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
}
