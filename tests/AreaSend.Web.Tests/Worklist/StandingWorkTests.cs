using AreaSend.Core.Calendars;
using AreaSend.Core.Rules;
using AreaSend.Core.Timetables;
using AreaSend.Services.Sandbox;
using AreaSend.Services.Store;
using AreaSend.Testing;
using AreaSend.Web.Tests.Shell;
using AreaSend.Web.Worklist;
using NodaTime;

namespace AreaSend.Web.Tests.Worklist;

/// <summary>What the worklist remembers of an inspection is never another than what it would find out.</summary>
public sealed class StandingWorkTests
{
    /// <summary>
    /// An inspection as it stood after each of its events, looked at four thousand times, drawn with a seed: at the second before a deadline, at it and at the
    /// one after, about midnight, at any time, forwards and backwards.
    /// </summary>
    [Fact]
    public async Task Work_AtAnyMoment_IsWhatItIsWithoutAMemory()
    {
        await using var store = await ThrowawayStore.OpenAsync();
        await store.Get<SandboxContacts>().SeedAsync();
        var whole = (await store.Inspections.FindAsync(await store.LiveThroughAsync(new LocalDate(2025, 9, 22))))!;
        List<LoadedInspection> stood =
        [
            .. Enumerable.Range(1, whole.Version).Where(seq => seq % 15 == 1).Select(seq =>
                InspectionCase.From(whole.Case.Recorded.Take(seq), store.Get<Editions>()) is var @case
                    ? new LoadedInspection(whole.Id, Inspection.Of(@case, whole.Plan.Calendar), $"{seq}")
                    : whole),
        ];
        var (random, standing, remembered, works) = (new Random(20261127), new StandingWork(), 0, new Dictionary<LoadedInspection, InspectionWork>());
        for (var round = 0; round < 4000; round++)
        {
            var inspection = stood[random.Next(stood.Count)];
            var now = MomentOf(inspection, random);

            var work = standing.Of(inspection, now);

            var found = InspectionWork.Of(inspection, now);
            Assert.True(found.Owed.SequenceEqual(work.Owed) && found.Coming.SequenceEqual(work.Coming), $"round {round}: {now}");
            remembered += works.TryGetValue(inspection, out var last) && ReferenceEquals(last, work) ? 1 : 0;
            works[inspection] = work;
        }

        Assert.InRange(remembered, 1, 3999); // some were remembered, and some were not
    }

    private static Instant MomentOf(LoadedInspection inspection, Random random)
    {
        List<Instant> dues = [.. inspection.Plan.Steps.Select(step => step.Due).OfType<Instant>()];
        var near = dues[random.Next(dues.Count)];
        return random.Next(4) switch
        {
            0 => near + Duration.FromSeconds(random.Next(-1, 2)),
            1 => LondonTime.StartOf(LondonTime.DateOf(near)) + Duration.FromSeconds(random.Next(-1, 2)),
            2 => near - Duration.FromMinutes(random.Next(0, 600)),
            _ => near + Duration.FromMinutes(random.Next(-20_000, 20_000)),
        };
    }
}
