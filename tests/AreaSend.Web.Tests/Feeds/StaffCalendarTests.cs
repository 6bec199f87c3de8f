using AngleSharp.Dom;
using AreaSend.Core.Calendars;
using AreaSend.Core.Inspections;
using AreaSend.Core.Timetables;
using AreaSend.Services.Inspections;
using AreaSend.Services.Mail;
using AreaSend.Services.Staff;
using AreaSend.Services.Store;
using AreaSend.Services.Work;
using AreaSend.Testing;
using AreaSend.Web.Feeds;
using AreaSend.Web.Tests.Shell;
using AreaSend.Web.Tests.SignIn;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace AreaSend.Web.Tests.Feeds;

/// <summary>Calendars of the inspectorates' own people, read back by a program that has nothing to do with the one that wrote them.</summary>
public sealed class StaffCalendarTests
{
    /// <summary>Monday 22 September 2025 on site; notified on the 8th.</summary>
    [Theory]
    [InlineData("window-surveys", "Surveys are open (Barking and Dagenham)", "2025-09-08", "2025-09-17")]
    [InlineData("window-on-site", "Inspectors are on site (Barking and Dagenham)", "2025-09-22", "2025-09-27")]
    [InlineData("window-comments", "The area may comment on the draft (Barking and Dagenham)", "2025-10-16", "2025-10-31")]
    [InlineData("window-complaint", "The area may complain (Barking and Dagenham)", "2025-11-07", "2025-11-15")]
    [InlineData("draft-report", "Draft report shared (Barking and Dagenham)", "2025-10-16", "2025-10-17")]
    [InlineData("set-up-discussion", "Set-up discussion (Barking and Dagenham)", "2025-09-09", "2025-09-10")]
    public async Task OfAnInspection_HasDebtsMeetingsAndWindows(string step, string summary, string first, string after)
    {
        await using var host = new EmptyStoreHost();
        var id = await host.PlannedAsync("301");
        var read = await ReadBack.OfAsync(await host.NewVisitor().Client.GetStringAsync(host.Get<StaffCalendar>().OfInspection(id, owner: null).PathAndQuery));

        Assert.Equal((summary, first, after), (read.Of(step).Summary, read.Of(step).Start, read.Of(step).End));
        Assert.Equal(read.Events.Count, read.Events.Select(entry => entry.Uid).Distinct().Count());
    }

    [Fact]
    public async Task AWindow_MovesWithItsEndsAndIsNewerThen()
    {
        await using var host = new EmptyStoreHost();
        var id = await host.PlannedAsync("301");
        await host.AdvanceAsync(LondonTime.At(new LocalDate(2025, 9, 8), new LocalTime(9, 0)));
        var address = host.Get<StaffCalendar>().OfInspection(id, owner: null).PathAndQuery;
        await host.AdvanceAsync(LondonTime.At(new LocalDate(2025, 10, 20), new LocalTime(9, 0)));
        var before = (await ReadBack.OfAsync(await host.NewVisitor().Client.GetStringAsync(address))).Of("window-comments");
        Assert.IsType<Recording.Recorded>(await host.Get<InspectionStore>().RecordAsync(id, Recorder.Coordinator, (_, _, now) => new DraftReportShared(now)));
        var after = (await ReadBack.OfAsync(await host.NewVisitor().Client.GetStringAsync(address))).Of("window-comments");

        Assert.Equal(("2025-10-16", "2025-10-20"), (before.Start, after.Start));
        Assert.True(after.Sequence > before.Sequence);
        Assert.True(string.CompareOrdinal(after.End, before.End) > 0);
    }

    [Fact]
    public async Task OfAPerson_HoldsWhatTheyCoordinateOrLeadAndNothingElse()
    {
        await using var host = new EmptyStoreHost();
        var pat = await host.Get<StaffDirectory>().RecogniseAsync("https://provider.example.org", "pat", "Pat Fictional", "pat@example.org", coordinates: true, host.Clock.GetCurrentInstant());
        var (coordinated, led, other) = (await host.PlannedAsync("301"), await PlannedAsync(host, "302", "PAT@example.org"), await PlannedAsync(host, "303", "lee@example.org"));
        await host.Get<WorkBook>().AssignAsync(coordinated, pat, Recorder.Coordinator, shown: null);
        var read = await ReadBack.OfAsync(await host.NewVisitor().Client.GetStringAsync(host.Get<StaffCalendar>().OfPerson(pat, owner: null).PathAndQuery));

        Assert.Equal("Inspections of Pat Fictional", read.Name);
        Assert.All((Guid[])[coordinated, led], id => Assert.Contains(read.Events, entry => entry.Uid == $"{id}-on-site@areasend"));
        Assert.DoesNotContain(read.Events, entry => entry.Uid.StartsWith(other.ToString(), StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("nonsense")]
    [InlineData("CfDJ8")]
    public async Task AnAddressThatNobodySealed_IsAnEmptyCalendar(string seal)
    {
        await using var host = new EmptyStoreHost();
        await host.PlannedAsync("301");

        Assert.Empty((await ReadBack.OfAsync(await host.NewVisitor().Client.GetStringAsync($"/feeds/{seal}.ics"))).Events);
    }

    /// <summary>Theirs while they sign in; a month without, or where another host of the same keys signs people in, an address of nobody's ends.</summary>
    [Fact]
    public async Task WithSignIn_AnAddressIsItsOwnersAndEndsWithThem()
    {
        await using var provider = await SignInProvider.StartAsync(SignedInHost.Site);
        await using var host = new SignedInHost(provider);
        var pat = await host.SignedInAsync("pat");
        await using var context = host.Database.Open();
        var known = await context.Set<StaffMember>().SingleAsync();
        var planned = Assert.IsType<Recording.Recorded>(await host.Services.GetRequiredService<InspectionStore>().PlanAsync(
            "301", InspectionKind.Full, TestPresent.Today.PlusWeeks(16).With(DateAdjusters.NextOrSame(IsoDayOfWeek.Wednesday)), new Recorder(RecorderRole.Coordinator, known.Id)));

        var page = await pat.Visitor.OpenAsync($"/calendar/feeds?inspection={planned.Inspection.Id}");
        var addresses = page.QuerySelectorAll("main p.address a").Select(link => new Uri(link.GetAttribute("href")!).PathAndQuery).ToList();
        var outsider = host.NewPerson().Client;
        foreach (var address in addresses)
        {
            Assert.NotEmpty((await ReadBack.OfAsync(await outsider.GetStringAsync(address))).Events);
        }

        var ofNobody = host.Services.GetRequiredService<StaffCalendar>().OfInspection(planned.Inspection.Id, owner: null).PathAndQuery;
        Assert.Empty((await ReadBack.OfAsync(await outsider.GetStringAsync(ofNobody))).Events);
        host.Time.Advance(TimeSpan.FromDays(32));
        foreach (var address in addresses)
        {
            Assert.Empty((await ReadBack.OfAsync(await outsider.GetStringAsync(address))).Events);
        }

        Assert.Equal(2, addresses.Count);
    }

    private static async Task<Guid> PlannedAsync(EmptyStoreHost host, string area, string lead) => Assert.IsType<Recording.Recorded>(await host.Get<InspectionStore>().PlanAsync(
        area, InspectionKind.Full, new LocalDate(2025, 9, 22), Recorder.Coordinator, new Mailbox("Fictional Lead", lead))).Inspection.Id;
}
