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
        Gen.Select(Gen.Int[0, 2], Gen.Int[-10, 80], Gen.Int[0, 30])
            .Select((region, due, notBefore) => (Regions[region], From.PlusDays(due), notBefore > 24 ? From.PlusDays(notBefore) : (LocalDate?)null))
            .Array[0, 18]
            .Select(all => all.Select((one, index) => new InspectionDue($"{index + 201}", one.Item1, ProgrammedKind.Full, one.Item2, one.Item3)).ToArray());

    private static readonly Gen<ProposalRequest> AnyRequest =
        Gen.Select(Gen.Int[1, 3], Gen.Int[0, 2], Gen.Int[0, 99], Gen.Int[0, 6], Gen.Int[4, 70])
            .Select((perWeek, perRegion, seed, leftOut, days) =>
                new ProposalRequest(From, From.PlusDays(days), perWeek, perRegion == 0 ? null : perRegion, [From.PlusWeeks(leftOut).PlusDays(2)], seed));

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
                Assert.All(weeks, week => Assert.True(week.Count() <= request.PerWeek));
                Assert.All(weeks.SelectMany(week => week.GroupBy(placed => placed.Due.Region)), region => Assert.True(request.PerRegion is null || region.Count() <= request.PerRegion));
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

    private static Proposal Propose(InspectionDue[] due, ProposalRequest request) => Proposal.For(due, request, Published.Calendar);
}
