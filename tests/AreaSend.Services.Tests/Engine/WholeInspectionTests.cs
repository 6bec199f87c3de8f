using AreaSend.Core.Inspections;
using AreaSend.Core.Timetables;
using AreaSend.Services.Sandbox;
using AreaSend.Services.Store;
using AreaSend.Testing;
using Microsoft.EntityFrameworkCore;

namespace AreaSend.Services.Tests.Engine;

public class WholeInspectionTests(PostgresServer server)
{
    [Theory, ClassData(typeof(BothDatabases))]
    public async Task FromPlanningToThePublishedPlan_NothingIsOwedAtTheEnd(StoreProvider on)
    {
        await using var store = await ThrowawayStore.OpenAsync(on, server);
        await store.Get<SandboxContacts>().SeedAsync();
        var id = await store.LiveThroughAsync(new LocalDate(2025, 9, 22));
        await store.PassTimeAsync(store.Now + Duration.FromDays(30));

        await using var context = store.Database.Open();
        var row = await context.Inspections.SingleAsync();
        Assert.Equal((InspectionPhase.Complete, true, null, null), (row.Phase, row.Ended, row.NextStep, row.LastError));
        var notices = await context.Notices.ToListAsync();
        Assert.Equal(notices.Count, (await store.Inspections.FindAsync(id))!.Case.Events.Count(@event => @event.Event is NoticeRaised));
        Assert.All(notices, notice => Assert.Equal((NoticeState.Sent, null), (notice.State, notice.LastError)));
        Assert.Equal(notices.Select(notice => notice.MailKey).Order(), store.Mail.Sent.Select(mail => mail.Key).Order());
        string[] expected =
        [
            "annex-a-reminder", "comments-reminder", "complaint-received", "complaint-resolved", "concerns-call", "draft-shared", "fieldwork-starts", "final-shared", "lano-invitation", "notification",
            "on-site-starts", "plan-confirmed", "plan-reminder", "plan-returned", "published", "surveys-closing", "surveys-open", "tracked-children",
        ];
        Assert.Equal(expected, notices.Select(notice => notice.Template).Distinct().Order(StringComparer.Ordinal));
    }
}
