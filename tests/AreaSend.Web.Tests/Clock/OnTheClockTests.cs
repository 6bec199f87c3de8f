using AngleSharp.Dom;
using AreaSend.Core.Calendars;
using AreaSend.Core.Inspections;
using AreaSend.Core.Timetables;
using AreaSend.Services.BankHolidays;
using AreaSend.Services.Engine;
using AreaSend.Services.Inspections;
using AreaSend.Services.Sandbox;
using AreaSend.Services.Store;
using AreaSend.Services.Store.Calendars;
using AreaSend.Web.Security;
using AreaSend.Web.SignIn;
using AreaSend.Web.Tests.Shell;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace AreaSend.Web.Tests.Clock;

/// <summary>What people who tried the product found wrong on the page of the sandbox's clock.</summary>
public sealed class OnTheClockTests
{
    /// <summary>Four areas notified on one day: the page that the move answers with has all of it, and nothing more happens after it.</summary>
    [Fact]
    public async Task A13_ClockMovedOverFourNotifications_ShowsEachOfThemAndEveryEmail()
    {
        await using var host = new ConsoleFactory();
        var visitor = await host.NewVisitor().AsAsync(Role.Coordinator);
        var now = host.Services.GetRequiredService<SandboxClock>().GetCurrentInstant();
        var calendar = (await host.Services.GetRequiredService<CalendarLibrary>().CurrentAsync()).Calendar;
        foreach (var area in new[] { "888", "889", "890", "891" })
        {
            Assert.IsType<Recording.Recorded>(await host.Services.GetRequiredService<InspectionStore>()
                .PlanAsync(area, InspectionKind.Full, calendar.Plus(calendar.NextOrSame(LondonTime.DateOf(now)), 15), Recorder.Coordinator));
        }

        var answer = await visitor.PostAsync("/sandbox/clock", ("Form.To.Day", ""), ("Form.To.Month", ""), ("Form.To.Year", ""), ("Form.Step", "next"));
        var shown = Happened(await visitor.OpenAsync(answer.Headers.Location!.ToString()));

        Assert.Equal(4, shown.Count(line => line.Contains("Leaders notified", StringComparison.Ordinal)));
        await using var context = host.Services.GetRequiredService<StoreDatabase>().Open();
        var notices = await context.Notices.AsNoTracking().ToListAsync();
        Assert.True(notices.Count >= 16, $"{notices.Count} e-mails for four notifications are too few.");
        Assert.All(notices, notice => Assert.Equal((NoticeState.Sent, null), (notice.State, notice.LastError)));
        Assert.Equal(notices.Count, shown.Count(line => line.Contains("E-mail sent", StringComparison.Ordinal)));
        Assert.Equal(shown, Happened(await visitor.OpenAsync(answer.Headers.Location!.ToString())));
    }

    private static List<string> Happened(IParentNode page) => [.. page.QuerySelectorAll("main tbody tr").Select(row => row.TextContent)];
}
