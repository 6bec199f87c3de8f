using System.Text.Json;
using AreaSend.Core.Inspections;
using AreaSend.Core.Timetables;
using AreaSend.Services.Store;

namespace AreaSend.Services.Tests.Store;

/// <summary>What is written today has to be read in two years: every kind of event comes back from JSON as it went in.</summary>
public sealed class EventJsonTests
{
    private static readonly Instant At = Instant.FromUtc(2025, 9, 8, 8, 0) + Duration.FromTicks(1);
    private static readonly IReadOnlyList<MovedDate> Moved = [new("on-site", new LocalDate(2025, 9, 22), new LocalDate(2025, 9, 23)), new("publication", null, null)];

    private static readonly InspectionEvent[] OneOfEach =
    [
        new Planned(
            "888", InspectionKind.Monitoring, "area-send-2024-01-30", new LocalDate(2025, 9, 22), "sha-1", 3,
            new MonitoringGrounds(new LocalDate(2024, 4, 1), Guid.Parse("01234567-89ab-cdef-0123-456789abcdef"), null, ["Waiting times", "EHC plans"])),
        new Notified(At),
        new LanoNominated(At, Guid.Parse("01234567-89ab-cdef-0123-456789abcdef")),
        new ItemReceived(At, "7.3/A"),
        new UploadArrived(At, Guid.Parse("01234567-89ab-cdef-0123-456789abcdef"), ["list-1", "7.3/A"]),
        new UploadScanned(At, Guid.Parse("01234567-89ab-cdef-0123-456789abcdef"), "sandbox, eicar"),
        new UploadAccepted(At, Guid.Parse("01234567-89ab-cdef-0123-456789abcdef"), 123_456_789_012, new string('a', 64)),
        new UploadRefused(At, Guid.Parse("01234567-89ab-cdef-0123-456789abcdef"), "macros", "The file contains macros: save it without them."),
        new PaperFiled(At, Guid.Parse("01234567-89ab-cdef-0123-456789abcdef"), "draft", 14),
        new PaperAccepted(At, Guid.Parse("01234567-89ab-cdef-0123-456789abcdef"), 123_456_789_012, new string('a', 64)),
        new PaperRefused(At, Guid.Parse("01234567-89ab-cdef-0123-456789abcdef"), "macros", "The file contains macros: save it without them."),
        new ListTakenAsItIs(At, Guid.Parse("01234567-89ab-cdef-0123-456789abcdef"), 4_096, new string('a', 64), "No date of birth is held"),
        new ItemNotHeld(At, "2.7", "Collected from next April"),
        new ExtraItemAsked(At, "extra-1", "Minutes of the board", "To see what was decided", new LocalDate(2025, 9, 18), new LocalTime(17, 0)),
        new ItemsAsked(At, ["1.3", "list-1"]),
        new SelfEvaluationReceived(At),
        new AgendaAgreed(At, MeetingParties.OfTheAgenda),
        new MeetingHeld(At, [MeetingParty.Dcs, MeetingParty.HealthTeams]),
        new MeetingLetterSent(At, "Progress\nwith EHC plans", "Autumn 2026", ""),
        new RevisitLetterShared(At, [new("Waiting times", true)], ["Short breaks"]),
        new SupportDiscussed(At, [SupportPartner.Dfe, SupportPartner.NhsEngland]),
        new ChildrenSelected(At, 6),
        new SurveysClosed(At),
        new FieldworkStarted(At),
        new OnSiteStarted(At),
        new OnSiteEnded(At),
        new DraftReportShared(At),
        new CommentsReceived(At),
        new FinalReportShared(At, new Outcome.WidespreadFailings("Barsetshire – “health” board", IsSeparate: true)),
        new ComplaintReceived(At),
        new NotReceived(At, ["providers-list"], ["providers"]),
        new ComplaintWasResolved(At),
        new ReportPublished(At, "https://reports.example.org/888?a=1&b=2"),
        new ReportDisseminated(At),
        new PlanReceived(At),
        new PlanReturned(At, "No dates\nfor action 2"),
        new PlanWasConfirmed(At),
        new PlanPublished(At),
        new DeferralAsked(At, "Flood"),
        new DeferralDecided(At, Granted: true, "Flood"),
        new InspectionPaused(At, "Flood"),
        new InspectionResumed(At, Moved),
        new DeadlineOverridden(At, "draft-report", new LocalDate(2025, 10, 20), "Agreed", Moved),
        new InspectionWithdrawn(At, "Boundaries change"),
        new DisposedOf(At, "person-level", [Guid.Parse("01234567-89ab-cdef-0123-456789abcdef")]),
        new KeptForLonger(At, Guid.Parse("01234567-89ab-cdef-0123-456789abcdef"), KeepingPurpose.Research, "A study of 2026"),
        new KeptNoLonger(At, Guid.Parse("01234567-89ab-cdef-0123-456789abcdef"), "It is out"),
        new PublicationHeld(At, new Guid("7f1d9c5e-2f0b-4f0e-9a57-0c6c1f1b8a11"), new LocalDate(2026, 5, 8), "Local elections", Moved),
        new PublicationHoldLifted(At, new Guid("7f1d9c5e-2f0b-4f0e-9a57-0c6c1f1b8a11"), "The poll was called off", Moved),
        new CalendarChanged(At, "sha-2", "A bank holiday was proclaimed", new Dictionary<string, LocalDate> { ["notify-dcs"] = new(2025, 9, 8) }, Moved),
        new NoticeRaised("published:sos-health", "published", RecipientRole.SecretaryOfStateForHealth) { About = ["strategic-plan"], Because = [7], Covers = ["another"] },
        new FactCorrected(At, 7, new FinalReportShared(At, new Outcome.Inconsistent()), [9], "The wrong outcome", Moved),
        new DidNotHappen(),
        new NoticeInDoubt("notification:dcs", "It may have been sent twice."),
        new NoticeLapsed("notification:dcs", "The deadline has passed."),
        new DeputyNamed(At, Guid.Parse("01234567-89ab-cdef-0123-456789abcdef")),
        new DeputyNamed(At, Person: null),
        new LanoLinkAsked(At),
        new LanoLinkAsked(At, ForDeputy: true),
        new LeaderLinkAsked(At, RecipientRole.Icb),
        new NoticeSent("notification:dcs"),
        new NoticeUndeliverable("notification:dcs", "The mailbox does not exist."),
        new NoticeServedOtherwise("notification:dcs", "by telephone"),
    ];

    public static TheoryData<string> Kinds { get; } = [.. InspectionEvent.Kinds];

    [Fact]
    public void Kinds_HaveANameForEveryEvent() =>
        Assert.Equal(
            typeof(InspectionEvent).Assembly.GetTypes().Where(type => type.IsSubclassOf(typeof(InspectionEvent)) && !type.IsAbstract).Select(type => type.Name).Order(),
            InspectionEvent.Kinds.Select(kind => InspectionEvent.TypeOf(kind)!.Name).Order());

    [Theory, MemberData(nameof(Kinds))]
    public void WriteAndRead_AnEvent_ComesBackAsItWentIn(string kind)
    {
        var ofTheKind = OneOfEach.Where(candidate => candidate.Kind == kind).ToList();

        Assert.NotEmpty(ofTheKind);
        Assert.All(ofTheKind, written =>
        {
            var payload = EventJson.Write(written);
            var read = EventJson.Read(payload);

            Assert.Equal(written.GetType(), read.GetType());
            Assert.Equivalent(written, read, strict: true);
            Assert.Equal(payload, EventJson.Write(read));
            Assert.Equal(kind, JsonDocument.Parse(payload).RootElement.GetProperty("kind").GetString());
        });
    }

    /// <summary>As events were written before notices said what they are about: read as they are, and written as they were, so that chains stay valid.</summary>
    [Fact]
    public void Read_ANoticeOfBefore_SaysNothingOfWhatItIsAbout()
    {
        const string Before = """{"kind":"notice-raised","key":"annex-a-reminder:lano:2025-09-09T1100:-2h","template":"annex-a-reminder","to":"lano"}""";

        var read = Assert.IsType<NoticeRaised>(EventJson.Read(Before));

        Assert.Equal((null, null, null), (read.About, read.Because, read.Covers));
        Assert.Equal(Before, EventJson.Write(read));
    }

    /// <summary>As a full inspection's events were written before there were others: read as they are, and written as they were.</summary>
    [Theory]
    [InlineData("""{"kind":"planned","area":"888","inspection":"full","edition":"area-send-2024-01-30","onSiteStarts":"2025-09-22","calendar":"sha-1","onSiteDays":null}""")]
    [InlineData("""{"kind":"final-shared","outcome":{"outcome":"3","principalAuthority":"Barsetshire","isSeparate":false,"number":3},"happenedAt":"2025-11-07T12:00:00Z"}""")]
    public void Read_AnEventOfBefore_IsWrittenAsItWas(string before) => Assert.Equal(before, EventJson.Write(EventJson.Read(before)));

    [Fact]
    public void WriteAndRead_TheGroundsOfARevisit_KeepsAllOfThem()
    {
        var written = new Planned("888", InspectionKind.Revisit, "area-send-2024-01-30", new LocalDate(2025, 9, 22), "sha-1", null, new RevisitGrounds(new LocalDate(2024, 6, 3), ["Waiting times"]));

        Assert.Equivalent(written, EventJson.Read(EventJson.Write(written)), strict: true);
    }

    [Fact]
    public void WriteAndRead_AResultOfAMonitoringInspection_KeepsAllOfIt()
    {
        var written = new FinalReportShared(At, Outcome: null, new MonitoringResult([new("Waiting times", true), new("EHC plans", false)])
        {
            NewWeaknesses = ["Short breaks"], Plan = new ResponsibleAuthority("Barsetshire", IsSeparate: true), NextFullBy = new LocalDate(2026, 6, 30),
        });

        Assert.Equivalent(written, EventJson.Read(EventJson.Write(written)), strict: true);
    }

    [Theory]
    [InlineData("1")]
    [InlineData("2")]
    [InlineData("3")]
    public void WriteAndRead_AnOutcome_KeepsItsNumber(string number)
    {
        Outcome outcome = number switch { "1" => new Outcome.TypicallyPositive(), "2" => new Outcome.Inconsistent(), _ => new Outcome.WidespreadFailings("Barsetshire") };

        var read = (FinalReportShared)EventJson.Read(EventJson.Write(new FinalReportShared(At, outcome)));

        Assert.Equal(outcome, read.Outcome);
    }

    [Theory]
    [InlineData("")]
    [InlineData("null")]
    [InlineData("{}")]
    [InlineData("[]")]
    [InlineData("""{"kind":"no-such-kind"}""")]
    [InlineData("""{"kind":7}""")]
    [InlineData("""{"happenedAt":"2025-11-07T12:00:00Z","kind":"notified"}""")]
    [InlineData("""{"kind":"notified"} {}""")]
    public void Read_WhatIsNoEvent_IsRefused(string payload) =>
        Assert.True(Record.Exception(() => EventJson.Read(payload)) is JsonException or NotSupportedException);
}
