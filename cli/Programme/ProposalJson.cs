using AreaSend.Core.Programme;
using AreaSend.Services.Areas;
using static AreaSend.Cli.Programme.AreaProgrammeJson;

namespace AreaSend.Cli.Programme;

/// <summary>What <c>propose --json</c> prints; scripts rely on the names and their order.</summary>
internal sealed record ProposalJson(
    string From, string To, int PerWeek, int? PerRegion, int Seed, IReadOnlyList<ProposedJson> Inspections, IReadOnlyList<UnplacedJson> Unplaced)
{
    public static ProposalJson Of(ProposalRequest request, Proposal proposal) => new(
        Day(request.From)!,
        Day(request.To)!,
        request.PerWeek,
        request.PerRegion,
        request.Seed,
        [
            .. from placed in proposal.Inspections
               let due = placed.Due
               select new ProposedJson(
                   due.Area, Name(due), due.Region, Kind(due), Day(placed.OnSiteStarts)!, Day(due.DueBy)!, placed.LateBecause is not null, placed.LateBecause),
        ],
        [
            .. proposal.Unplaced.Select(unplaced => new UnplacedJson(
                unplaced.Due.Area,
                Name(unplaced.Due),
                Kind(unplaced.Due),
                Day(unplaced.Due.DueBy)!,
                unplaced.Because)),
        ]);

    private static string Name(InspectionDue due) => LocalAuthorities.Find(due.Area)!.DisplayName;

    private static string Kind(InspectionDue due) => due.Kind.ToString().ToLowerInvariant();
}

/// <summary>An inspection with its week; late ones say why.</summary>
internal sealed record ProposedJson(string Area, string Name, string Region, string Kind, string OnSiteStarts, string DueBy, bool Late, string? Because);

/// <summary>An inspection without a week, and why.</summary>
internal sealed record UnplacedJson(string Area, string Name, string Kind, string DueBy, string Because);
