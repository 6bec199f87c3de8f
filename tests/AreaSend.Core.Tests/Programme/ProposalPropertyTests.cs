using AreaSend.Core.Programme;
using AreaSend.Core.Tests.Calendars;
using AreaSend.Core.Timetables;
using CsCheck;

namespace AreaSend.Core.Tests.Programme;

/// <summary>Whatever is due and however little room there is: never over capacity, never late if avoidable, the same answer for the same seed.</summary>
public sealed class ProposalPropertyTests
{
    private static readonly LocalDate From = new(2027, 1, 4);
    private static readonly string[] Regions = ["London", "South East", "North West"];

    private static readonly Gen<InspectionDue[]> AnythingDue =
        Gen.Select(Gen.Int[0, 2], Gen.Int[-10, 80], Gen.Int[0, 30], Gen.Int[0, 8])
            .Select((region, due, notBefore, notIn) => (Regions[region], From.PlusDays(due), notBefore > 24 ? From.PlusDays(notBefore) : (LocalDate?)null, notIn))
            .Array[0, 18]
            .Select(all => all.Select((one, index) => new InspectionDue($"{index + 201}", one.Item1, ProgrammedKind.Full, one.Item2, one.Item3)
            {
                NotInWeeksOf = one.notIn > 5 ? null : new HashSet<LocalDate> { From.PlusWeeks(one.notIn), From.PlusWeeks(one.notIn + 1) },
            }).ToArray());

    private static readonly Gen<ProposalRequest> AnyRequest =
        Gen.Select(Gen.Int[1, 3], Gen.Int[0, 2], Gen.Int[0, 99], Gen.Int[0, 6], Gen.Int[4, 70], Gen.Select(Gen.Int[0, 8], Gen.Int[0, 2]).Array[0, 5])
            .Select((perWeek, perRegion, seed, leftOut, days, taken) =>
                new ProposalRequest(From, From.PlusDays(days), perWeek, perRegion == 0 ? null : perRegion, [From.PlusWeeks(leftOut).PlusDays(2)], seed)
                {
                    Taken = [.. taken.Select(planned => (From.PlusWeeks(planned.Item1), Regions[planned.Item2]))],
                });

    [Fact]
    public void For_AnyProgramme_KeepsAsManyDatesAsAMaximumFlowCan() =>
        Gen.Select(AnythingDue, AnyRequest).Sample(
            (due, request) => Propose(due, request).Inspections.Count(placed => placed.LateBecause is null) == FlowOracle.MostKept(due, request), iter: 3_000);

    /// <summary>Nothing is without a week that could have one if others moved to weeks that suit them too.</summary>
    [Fact]
    public void For_AnyProgramme_PlacesAllThatAMaximumFlowCan() =>
        Gen.Select(AnythingDue, AnyRequest).Sample(
            (due, request) =>
            {
                var proposal = Propose(due, request);
                return proposal.Inspections.Count == FlowOracle.MostPlaced(due, request, Late(proposal));
            },
            iter: 3_000);

    /// <summary>Of those that are late, the one due longest has the earliest week that leaves all others theirs; the next has the earliest after that, and so on.</summary>
    [Fact]
    public void For_AnyProgramme_TheLongestOverdueComesFirst() =>
        Gen.Select(AnythingDue, AnyRequest).Sample(
            (due, request) =>
            {
                var proposal = Propose(due, request);
                List<InspectionDue> placed = [.. proposal.Inspections.Select(one => one.Due)];
                var late = Late(proposal).Where(placed.Contains).ToList();
                if (late.Count == 0 || late.Count(one => one.DueBy == late.Min(other => other.DueBy)) > 1)
                {
                    return true;
                }

                var first = proposal.Inspections.Where(one => late.Contains(one.Due)).MinBy(one => one.Due.DueBy)!;
                return request.Weeks(Published.Calendar)
                    .Where(monday => monday < first.OnSiteStarts)
                    .All(monday => FlowOracle.MostPlaced(placed, request, late, (first.Due, monday)) < placed.Count);
            },
            iter: 3_000);

    [Fact]
    public void For_AnyDayOnWhichItIsAsked_HasNoWeekWhoseNotificationDayIsNotToCome() =>
        Gen.Select(AnythingDue, AnyRequest, Gen.Int[-40, 60]).Sample((due, request, asked) =>
            Assert.All(
                Propose(due, request with { AsOf = From.PlusDays(asked) }).Inspections,
                placed => Assert.True(Timetable.Preview(AreaSend2024.Edition, InspectionKind.Full, placed.OnSiteStarts, Published.Calendar).NotificationDay > From.PlusDays(asked))));

    /// <summary>Of one area the monitoring inspection comes first, and the full one is not notified before its letter is out.</summary>
    [Fact]
    public void For_AnyAreaThatIsDueForBoth_TheyAreTenWeeksApart() =>
        Gen.Select(Gen.Select(AnythingDue, Gen.Int[-30, 200].Array[18]).Select((due, full) => BothOf(due, full)), AnyRequest, Gen.Int[4, 240]).Sample(
            (due, request, days) =>
            {
                var proposal = Propose(due, request with { To = From.PlusDays(days) });
                Assert.Equal(due.Length, proposal.Inspections.Count + proposal.Unplaced.Count);
                Assert.All(proposal.Inspections.GroupBy(placed => placed.OnSiteStarts), week => Assert.True(week.Count() + request.Taken.Count(taken => taken.Monday == week.Key) <= request.PerWeek));
                foreach (var both in proposal.Inspections.GroupBy(placed => placed.Due.Area).Where(area => area.Count() == 2))
                {
                    var (monitoring, full) = (both.Single(one => one.Due.Kind == ProgrammedKind.Monitoring), both.Single(one => one.Due.Kind == ProgrammedKind.Full));
                    Assert.True(monitoring.OnSiteStarts.PlusWeeks(10) <= full.OnSiteStarts, $"{monitoring} {full}");
                }
            },
            iter: 3_000);

    /// <summary>A full inspection whose date can be kept is not put off for a monitoring inspection that is overdue; where both can be had, both are.</summary>
    [Theory]
    [InlineData("2027-01-29", null, "2027-01-25")]
    [InlineData("2027-04-30", "2027-01-04", "2027-03-15")]
    public void For_AMonitoringInspectionThatIsOverdue_PlacesItWhereTheFullOneKeepsItsDate(string fullBy, string? monitoring, string full)
    {
        InspectionDue[] due =
        [
            new("201", "London", ProgrammedKind.Monitoring, new(2026, 10, 1)),
            new("201", "London", ProgrammedKind.Full, WorkingDayTests.Iso(fullBy)) { NotInWeeksOf = full == "2027-01-25" ? new HashSet<LocalDate> { new(2027, 1, 4), new(2027, 1, 11), new(2027, 1, 18) } : null },
        ];

        var proposal = Propose(due, new(From, new(2027, 6, 30), PerWeek: 1));

        Assert.Null(proposal.Inspections.Single(one => one.Due.Kind == ProgrammedKind.Full).LateBecause);
        Assert.Equal(monitoring, proposal.Inspections.SingleOrDefault(one => one.Due.Kind == ProgrammedKind.Monitoring) is { } placed
            ? NodaTime.Text.LocalDatePattern.Iso.Format(placed.OnSiteStarts) : null);
        Assert.Equal(WorkingDayTests.Iso(full), proposal.Inspections.Single(one => one.Due.Kind == ProgrammedKind.Full).OnSiteStarts);
    }

    [Fact]
    public void Of_AnAreaOnADayBeforeItsLastReport_AsksForNothingBeforeThatReport()
    {
        var area = AreaProgramme.Of(new AreaRecord("201", [new PastFullInspection(null, new(2025, 9, 26), 3, new(2026, 12, 1))], []), new(2026, 12, 10), AreaSend2024.Edition.Cycle);

        var placed = Propose([.. InspectionDue.Of(area, "London", new(2030, 12, 31))], new(new(2026, 7, 6), new(2028, 12, 15), PerWeek: 1) { AsOf = new(2026, 6, 1) }).Inspections;

        Assert.Equal([ProgrammedKind.Monitoring, ProgrammedKind.Full], placed.Select(one => one.Due.Kind));
        Assert.All(placed, one => Assert.True(one.OnSiteStarts > new LocalDate(2026, 12, 1)));
    }

    private static IReadOnlyList<InspectionDue> Late(Proposal proposal) =>
        [.. proposal.Inspections.Where(one => one.LateBecause is not null).Select(one => one.Due), .. proposal.Unplaced.Select(one => one.Due)];

    private static InspectionDue[] BothOf(InspectionDue[] due, int[] full) =>
    [
        .. due.Select(one => one with { Kind = ProgrammedKind.Monitoring, NotBefore = null }),
        .. due.Select((one, place) => one with { DueBy = one.DueBy.PlusDays(Math.Max(1, full[place])) }),
    ];

    [Fact]
    public void For_AnyProgramme_NeverGoesOverCapacityAndLosesNothing() =>
        Gen.Select(AnythingDue, AnyRequest).Sample(
            (due, request) =>
            {
                var proposal = Propose(due, request);
                var weeks = proposal.Inspections.GroupBy(placed => placed.OnSiteStarts).ToList();
                Assert.All(weeks, week => Assert.True(week.Count() + request.Taken.Count(taken => taken.Monday == week.Key) <= request.PerWeek));
                Assert.All(
                    weeks.SelectMany(week => week.GroupBy(placed => placed.Due.Region), (week, region) => (week, region)),
                    pair => Assert.True(request.PerRegion is null || pair.region.Count() + request.Taken.Count(taken => taken == (pair.week.Key, pair.region.Key)) <= request.PerRegion));
                Assert.All(proposal.Inspections, placed => Assert.False(placed.Due.NotInWeeksOf?.Contains(placed.OnSiteStarts) == true));
                Assert.All(proposal.Inspections, placed => Assert.False(placed.OnSiteStarts < placed.Due.NotBefore));
                Assert.All(proposal.Inspections, placed => Assert.Equal(placed.LateBecause is not null, placed.OnSiteStarts.PlusDays(4) > placed.Due.DueBy));
                Assert.Equal(
                    due.Select(one => one.Area).Order(),
                    proposal.Inspections.Select(placed => placed.Due.Area).Concat(proposal.Unplaced.Select(unplaced => unplaced.Due.Area)).Order());
            },
            iter: 3_000);

    [Fact]
    public void For_TheSameSeed_IsTheSameWhateverTheOrderGiven() =>
        Gen.Select(AnythingDue, AnyRequest).Sample(
            (due, request) => Propose(due, request).Inspections.SequenceEqual(Propose([.. due.Reverse()], request).Inspections), iter: 500);

    [Fact]
    public void For_AWeekLeftOutOrWithABankHoliday_PlansNothingInIt()
    {
        var request = new ProposalRequest(new(2027, 3, 15), new(2027, 4, 9), PerWeek: 1, WeeksLeftOut: [new(2027, 3, 17)]);

        var weeks = request.Weeks(Published.Calendar);

        // Good Friday is 26 March, Easter Monday 29 March 2027.
        Assert.Equal([new LocalDate(2027, 4, 5)], weeks);
    }

    [Fact]
    public void For_AMonitoringInspectionWithNoWeekBeforeTheFullOne_SaysSo()
    {
        InspectionDue[] due =
        [
            new("201", "London", ProgrammedKind.Full, From.PlusDays(4)), new("201", "London", ProgrammedKind.Monitoring, From.PlusDays(-30)),
        ];

        var unplaced = Assert.Single(Propose(due, new(From, From.PlusDays(11), PerWeek: 1)).Unplaced);

        Assert.Equal(
            "It was due by Saturday 5 December 2026, and the first week that can be used begins on Monday 4 January 2027. No week is free 10 weeks or more before its full inspection, which would be on site from Monday 4 January 2027.", unplaced.Because);
    }

    private static Proposal Propose(InspectionDue[] due, ProposalRequest request) => Proposal.For(due, request, Published.Calendar);
}
