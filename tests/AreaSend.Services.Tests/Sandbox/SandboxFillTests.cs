using AreaSend.Core.Calendars;
using AreaSend.Core.Inspections;
using AreaSend.Core.Notices;
using AreaSend.Core.Timetables;
using AreaSend.Services.Checkpoints;
using AreaSend.Services.Engine;
using AreaSend.Services.Mail;
using AreaSend.Services.Sandbox;
using AreaSend.Services.Store;
using AreaSend.Testing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace AreaSend.Services.Tests.Sandbox;

public class SandboxFillTests(PostgresServer server)
{
    private static readonly Instant Present = FilledSandbox.Present;

    [Fact]
    public async Task Fill_EmptySandbox_EveryPhaseAndKindStandsAsItWouldTodayAndGoesOn()
    {
        using var folder = new TemporaryFolder();
        await using var store = await OpenAsync(folder);

        Assert.True(await store.Get<SandboxFill>().FillAsync());

        await AssertWholeAsync(store, folder);
        await AssertSecondFindsThemThereAsync(store);
        await AssertGoesOnAsync(store);
    }

    /// <summary>Two sandboxes that are filled at one moment hold the same: what happened when, who was written to, and who the people are.</summary>
    [Fact]
    public async Task Fill_AtOneMoment_MakesTheSameEachTime()
    {
        Assert.Equal(await CoursesAsync(), await CoursesAsync());

        async Task<List<string>> CoursesAsync()
        {
            using var folder = new TemporaryFolder();
            await using var store = await OpenAsync(folder);
            Assert.True(await store.Get<SandboxFill>().FillAsync());
            await using var context = store.Database.Open();
            return
            [
                .. (await context.Events.AsNoTracking().ToListAsync()).OrderBy(row => row.Inspection).ThenBy(row => row.Seq)
                    .Select(row => $"{row.Inspection} {row.Seq} {row.RecordedAt} {row.Kind}"),
                .. (await context.Notices.AsNoTracking().ToListAsync()).OrderBy(row => row.Inspection).ThenBy(row => row.Key, StringComparer.Ordinal)
                    .Select(row => $"{row.Inspection} {row.Key} {row.State} {row.SentAt} {row.RecipientAddress}"),
                .. (await context.People.AsNoTracking().ToListAsync()).Select(row => $"{row.Inspection} {row.Role} {row.Name} {row.From}").Order(StringComparer.Ordinal),
                .. new DirectoryInfo(folder.Path).GetFiles().Select(file => file.Name).Order(StringComparer.Ordinal),
            ];
        }
    }

    private static async Task AssertWholeAsync(ThrowawayStore store, TemporaryFolder folder)
    {
        await using var context = store.Database.Open();
        var rows = await context.Inspections.AsNoTracking().ToListAsync();
        Assert.Equal(store.Get<SandboxFill>().Rows.Select(row => row.Inspection).Order(), rows.Select(row => row.Id).Order());
        Assert.Equal(store.Get<Editions>().Kinds.Order(), rows.Select(row => row.Kind).Distinct().Order());
        Assert.Equal(Enum.GetValues<InspectionPhase>().Order(), rows.Select(row => row.Phase).Distinct().Order());
        Assert.Equal(rows.Count, rows.Select(row => row.Area).Distinct().Count());

        // What is said to be being written is not shared yet, and what is said to be complete is.
        var said = store.Get<SandboxFill>().Rows.ToDictionary(row => row.Inspection, row => row.Shows);
        Assert.All(rows, row => Assert.Equal(said[row.Id].EndsWith("being written", StringComparison.Ordinal), row.Phase == InspectionPhase.Drafting && row.Kind != InspectionKind.Engagement));
        Assert.All(rows.Where(row => said[row.Id].StartsWith("complete", StringComparison.Ordinal)), row => Assert.Equal(InspectionPhase.Complete, row.Phase));

        // Nothing was left behind: what the clock brings about has come, and nothing waits to be sent.
        Assert.Empty(await store.Get<EngineWork>().DueAsync(store.Now));
        var states = await context.Notices.AsNoTracking().Select(notice => notice.State).Distinct().ToListAsync();
        Assert.Subset(new HashSet<NoticeState> { NoticeState.Sent, NoticeState.Lapsed, NoticeState.Dead }, states.ToHashSet());
        Assert.Equal(await context.Notices.CountAsync(notice => notice.SentAt != null), Directory.GetFiles(folder.Path, "*.eml").Length);
        Assert.Single(await context.NoticeDeliveries.AsNoTracking().Where(word => word.Kind == DeliveryKind.Bounced).ToListAsync());

        // The histories are whole, in order, and of the past.
        var report = await store.Get<ChainVerifier>().VerifyAsync();
        Assert.Equal((rows.Count, 0, 0), (report.Inspections, report.Broken.Count, report.SetBack.Count));
        Assert.True((await context.Events.AsNoTracking().ToListAsync()).TrueForAll(row => row.RecordedAt <= store.Now));
    }

    private static async Task AssertSecondFindsThemThereAsync(ThrowawayStore store)
    {
        Assert.False(await store.Get<SandboxFill>().FillAsync());
        await using var context = store.Database.Open();
        Assert.Equal(store.Get<SandboxFill>().Rows.Count, await context.Inspections.CountAsync());
    }

    private static async Task AssertGoesOnAsync(ThrowawayStore store)
    {
        var planned = store.Get<SandboxFill>().Rows.Single(row => row.Shows == "notified next week").Inspection;
        store.Clock.Reset(LondonTime.At(new LocalDate(2026, 11, 30), new LocalTime(9, 0)));

        await store.Get<DueWorkRunner>().RunAsync(store.Now);

        Assert.NotNull((await store.Inspections.FindAsync(planned))!.Case.Notification);
        await using var context = store.Database.Open();
        Assert.Contains(await context.Notices.AsNoTracking().Where(notice => notice.Inspection == planned).ToListAsync(), notice => notice.Role == RecipientRole.Dcs);
    }

    // They are lived through on SQLite, and come over to PostgreSQL.
    private Task<ThrowawayStore> OpenAsync(TemporaryFolder folder) => FilledSandbox.OpenAsync(StoreProvider.Postgres, server, folder);
}
