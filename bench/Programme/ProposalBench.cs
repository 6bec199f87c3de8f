using AreaSend.Core.Calendars;
using AreaSend.Core.Programme;
using AreaSend.Core.Timetables;
using AreaSend.Services.Areas;
using AreaSend.Services.Programme;
using AreaSend.Services.ReferenceData;
using BenchmarkDotNet.Attributes;
using NodaTime;

namespace AreaSend.Bench.Programme;

/// <summary>A proposal for all 153 areas over three years, from the published history. Target: 1 s.</summary>
public class ProposalBench
{
    private readonly WorkingDayCalendar _calendar = new(BankHolidayFeed.Parse(ShippedFile.BankHolidays()));
    private readonly ProposalRequest _request = new(new LocalDate(2026, 1, 5), new LocalDate(2028, 12, 22), PerWeek: 2, PerRegion: 1);
    private readonly List<InspectionDue> _due;

    public ProposalBench()
    {
        var (asOf, rules) = (new LocalDate(2026, 1, 1), Editions.Shipped.On(new LocalDate(2026, 1, 1)).Cycle);
        _due =
        [
            .. ShippedHistory.Load()
                .SelectMany(area => InspectionDue.Of(AreaProgramme.Of(area, asOf, rules), LocalAuthorities.Find(area.Area)!.Region, _request.To)),
        ];
    }

    /// <summary>One inspection a region and week, two in all: hardly enough, so that much has to be moved.</summary>
    [Benchmark]
    public Proposal Tight() => Proposal.For(_due, _request, _calendar);

    /// <summary>Room to spare.</summary>
    [Benchmark]
    public Proposal Roomy() => Proposal.For(_due, _request with { PerWeek = 5, PerRegion = 2 }, _calendar);
}
