using AreaSend.Core.Programme;
using AreaSend.Core.Tests.Calendars;
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
            "It was due by Saturday 5 December 2026, before a week of this span could end. No week is free before its full inspection, which would be on site from Monday 4 January 2027.", unplaced.Because);
    }

    private static Proposal Propose(InspectionDue[] due, ProposalRequest request) => Proposal.For(due, request, Published.Calendar);
}
