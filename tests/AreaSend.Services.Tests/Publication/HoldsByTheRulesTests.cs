using AreaSend.Core.Inspections;
using AreaSend.Core.Rules;
using AreaSend.Core.Timetables;
using AreaSend.Services.Inspections;
using AreaSend.Services.Mail;
using AreaSend.Services.Publication;
using AreaSend.Services.Store;
using AreaSend.Testing;
using Microsoft.EntityFrameworkCore;

namespace AreaSend.Services.Tests.Publication;

/// <summary>A hold that the rules refuse is refused however it would be recorded, and then nothing is.</summary>
public sealed class HoldsByTheRulesTests(PostgresServer server)
{
    private const string NoReason = "Give a reason. The area is told it, so name no child or young person.";

    private static readonly LocalDate OnSite = new(2025, 9, 22);

    private static readonly LocalDate Until = new(2026, 5, 8);

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task Hold_OverManyAndWithoutAReason_IsRefusedForAll(StoreProvider on)
    {
        await using var store = await ThrowawayStore.OpenAsync(on, server);
        Guid[] planned = [await store.PlannedAsync(OnSite, "301"), await store.PlannedAsync(OnSite, "302")];

        var refused = await HoldAsync(store, reason: " ");

        Assert.Equal(NoReason, refused);
        Assert.Empty(await store.Get<PublicationHolds>().StandingAsync());
        Assert.All(planned, id => Assert.Empty(store.Inspections.FindAsync(id).Result!.Case.PublicationHolds));
    }

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task Lift_WithMoreThanAFactHolds_IsRefusedForAll(StoreProvider on)
    {
        await using var store = await ThrowawayStore.OpenAsync(on, server);
        Guid[] planned = [await store.PlannedAsync(OnSite, "301"), await store.PlannedAsync(OnSite, "302")];
        Assert.Null(await HoldAsync(store, "Elections"));
        var holds = store.Get<PublicationHolds>();
        var hold = Assert.Single(await holds.StandingAsync());

        var shown = (await holds.PreviewLiftAsync(hold.Id)).Mark;
        var refused = await holds.LiftAsync(hold.Id, new string('a', FactRules.LongestPassage + 1), privateReason: null, Recorder.Coordinator, shown);

        Assert.Contains("at most 2,000 can be kept", refused, StringComparison.Ordinal);
        Assert.Single(await holds.StandingAsync());
        Assert.All(planned, id => Assert.Single(store.Inspections.FindAsync(id).Result!.Case.PublicationHolds));
    }

    [Fact]
    public async Task Hold_OverNoInspectionAndWithoutAReason_IsRefusedAllTheSame()
    {
        await using var store = await ThrowawayStore.OpenAsync();

        Assert.Equal(NoReason, await HoldAsync(store, reason: ""));
        Assert.Empty(await store.Get<PublicationHolds>().StandingAsync());

        Assert.Null(await HoldAsync(store, "Elections"));
        var holds = store.Get<PublicationHolds>();
        var hold = Assert.Single(await holds.StandingAsync());
        Assert.Equal(NoReason, await holds.LiftAsync(hold.Id, " ", privateReason: null, Recorder.Coordinator, (await holds.PreviewLiftAsync(hold.Id)).Mark));
        Assert.Single(await holds.StandingAsync());
    }

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task Plan_UnderAHoldWithoutAReason_IsRefused(StoreProvider on)
    {
        await using var store = await ThrowawayStore.OpenAsync(on, server);
        await StandsAsync(store);

        var refused = await store.Inspections.PlanAsync("888", InspectionKind.Full, OnSite, Recorder.Coordinator, new Mailbox("Lead", "lead@example.org"));

        Assert.Equal(NoReason, Assert.IsType<Recording.Refused>(refused).Because);
        await AssertNothingAsync(store);
    }

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task PlanAll_OneUnderAHoldWithoutAReason_IsRefusedForAll(StoreProvider on)
    {
        await using var store = await ThrowawayStore.OpenAsync(on, server);
        await StandsAsync(store);
        PlanOrder[] orders =
        [
            new(Guid.CreateVersion7(), "301", InspectionKind.Engagement, OnSite, null, new Mailbox("Lead", "lead@example.org"), null, null),
            new(Guid.CreateVersion7(), "302", InspectionKind.Full, OnSite, null, null, null, null),
        ];

        var refused = await store.Inspections.PlanAllAsync(orders, Recorder.Coordinator, await store.Inspections.VersionOfOpenAsync(["301", "302"]));

        Assert.Equal(NoReason, refused);
        await AssertNothingAsync(store);
    }

    private static async Task<string?> HoldAsync(ThrowawayStore store, string reason)
    {
        var request = new HoldRequest(Guid.NewGuid(), HoldScope.Country, Region: null, Inspection: null, Until, reason);
        var holds = store.Get<PublicationHolds>();
        return await holds.HoldAsync(request, Recorder.Coordinator, (await holds.PreviewAsync(request)).Mark);
    }

    // As one that was set before the rules said so.
    private static async Task StandsAsync(ThrowawayStore store)
    {
        await using var context = store.Database.Open();
        context.Add(new PublicationHold
        {
            Id = Guid.NewGuid(), Scope = HoldScope.Country, Until = Until, Reason = "", SetAt = store.Now, By = Recorder.Coordinator,
        });
        await context.SaveChangesAsync();
    }

    private static async Task AssertNothingAsync(ThrowawayStore store)
    {
        await using var context = store.Database.Open();
        Assert.Empty(await context.Events.ToListAsync());
        Assert.Empty(await context.Inspections.ToListAsync());
        Assert.Empty(await context.People.ToListAsync());
    }
}
