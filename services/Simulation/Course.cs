using AreaSend.Core.Inspections;
using AreaSend.Core.Timetables;
using AreaSend.Services.Engine;
using AreaSend.Services.Inspections;
using AreaSend.Services.Store;
using Microsoft.Extensions.DependencyInjection;
using NodaTime;

namespace AreaSend.Services.Simulation;

/// <summary>One inspection lived through from the moment it is planned: the real store, step and outbox; only the clock and the people are made up.</summary>
/// <param name="services">A host of its own, with the clock as its <see cref="IClock"/>.</param>
/// <param name="clock">Its time.</param>
/// <param name="cast">Everybody with a part in it.</param>
public sealed class Course(IServiceProvider services, VirtualClock clock, SimulatedParticipants cast)
{
    private readonly InspectionStore _store = services.GetRequiredService<InspectionStore>();
    private readonly DueWorkRunner _turn = services.GetRequiredService<DueWorkRunner>();
    private readonly EngineWork _work = services.GetRequiredService<EngineWork>();

    /// <summary>Lives through it until a moment, or until nothing is left that anybody does.</summary>
    /// <param name="inspection">The inspection, which has been planned.</param>
    /// <param name="until">What comes later is not done.</param>
    /// <param name="incidents">What happens besides, each once.</param>
    /// <param name="cancellation">Gives up.</param>
    /// <returns>How it stands then.</returns>
    /// <exception cref="NotAcceptedException">What the cast did cannot be recorded.</exception>
    public async Task<LoadedInspection> LiveAsync(
        Guid inspection, Instant until, IReadOnlyList<Incident>? incidents = null, CancellationToken cancellation = default)
    {
        var ahead = (incidents ?? []).ToList();
        while (true)
        {
            await _turn.RunAsync(clock.GetCurrentInstant(), cancellation);
            var loaded = (await _store.FindAsync(inspection, cancellation))!;
            var act = loaded.Case.IsOpen ? cast.Next(loaded.Case, loaded.Plan) : null;
            var incident = ahead.Select(incident => (Incident: incident, At: incident.MomentIn(loaded)))
                .Where(next => next.At is not null)
                .OrderBy(next => next.At)
                .FirstOrDefault();
            var wake = await _work.NextByClockAsync(cancellation);
            Instant?[] moments = [wake, act?.At, incident.At];
            if (moments.Min() is not { } next || next > until)
            {
                return loaded;
            }

            // The engine goes first when more than one comes at one moment: a reminder is due before the late answer to it.
            clock.MoveTo(next);
            if (wake == next)
            {
                continue;
            }

            if (incident.At == next)
            {
                ahead.Remove(incident.Incident);
                await RecordAsync(inspection, incident.Incident.Build(clock.GetCurrentInstant()), cancellation);
            }
            else
            {
                await ActAsync(loaded, act!.Value.Step, cancellation);
            }
        }
    }

    private async Task ActAsync(LoadedInspection inspection, PlannedStep step, CancellationToken cancellation)
    {
        if (step.Definition.MetBy == typeof(LanoNominated))
        {
            NotAcceptedException.ThrowIfRefused(
                await _store.NominateLanoAsync(inspection.Id, Recorder.Simulation, SimulatedParticipants.Lano, cancellation: cancellation));
            return;
        }

        foreach (var fact in cast.Facts(step, inspection.Case, clock.GetCurrentInstant()))
        {
            await RecordAsync(inspection.Id, fact, cancellation);
        }
    }

    private async Task RecordAsync(Guid inspection, Fact fact, CancellationToken cancellation) =>
        NotAcceptedException.ThrowIfRefused(await _store.RecordAsync(inspection, Recorder.Simulation, (_, _, _) => fact, cancellation));
}
