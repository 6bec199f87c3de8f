using AreaSend.Core.Inspections;
using AreaSend.Services.Simulation;

namespace AreaSend.Services.Sandbox;

/// <summary>One plainly fictional inspection of a real area, that the sandbox can be filled with.</summary>
/// <param name="Area">Three-figure code of the local authority.</param>
/// <param name="Kind">Key of the kind of inspection.</param>
/// <param name="Week">Which week inspectors come on site, or meet the leaders: 0 is the present one, -1 the one before.</param>
/// <param name="Lead">Who leads it.</param>
/// <param name="Shows">What there is to see in it, in a few words.</param>
internal sealed record FictionalInspection(string Area, string Kind, int Week, FictionalLead Lead, string Shows)
{
    /// <summary>The outcome of a full inspection whose final report has been shared.</summary>
    public Outcome? Outcome { get; init; }

    /// <summary>Keys of the steps that nobody does.</summary>
    public IReadOnlySet<string> Silent { get; init; } = new HashSet<string>();

    /// <summary>What happens besides.</summary>
    public IReadOnlyList<Incident> Incidents
    {
        get => Deputy is { } deputy ? [.. field, new Incident(Core.Timetables.Steps.LanoNominated, 1, at => new DeputyNamed(at, deputy))] : field;
        init;
    } = [];

    /// <summary>The entry of the officer's deputy, who is named on the day after the officer; null where none is.</summary>
    public Guid? Deputy { get; init; }

    /// <summary>Key of the notice to the director of children's services that comes back; null where none does.</summary>
    public string? Bounces { get; init; }
}
