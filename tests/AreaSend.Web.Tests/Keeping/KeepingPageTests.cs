using System.IO.Compression;
using System.Net;
using System.Text.Json;
using AngleSharp.Dom;
using AreaSend.Core.Calendars;
using AreaSend.Core.Inspections;
using AreaSend.Core.Keeping;
using AreaSend.Services.Inspections;
using AreaSend.Services.Keeping;
using AreaSend.Services.Mail;
using AreaSend.Services.Store;
using AreaSend.Services.Uploads;
using AreaSend.Web.Security;
using AreaSend.Web.SignIn;
using AreaSend.Web.Tests.Shell;
using Microsoft.EntityFrameworkCore;

namespace AreaSend.Web.Tests.Keeping;

/// <summary>Keeping and disposing (¶ 142), as an administrator sees and does it; and everything held on a person.</summary>
public sealed class KeepingPageTests : IDisposable
{
    private readonly EmptyStoreHost _host = new();

    public void Dispose() => _host.Dispose();

    [Fact]
    public async Task Get_Keeping_ShowsTheScheduleAsTheServiceHasSetIt()
    {
        using var host = new EmptyStoreHost { Settings = new Dictionary<string, string> { ["AreaSend:Keeping:Months:mail"] = "18" } };

        var page = await (await host.VisitorAsync(Role.Administrator)).OpenAsync("/keeping");

        var schedule = Rows(page, "The schedule");
        Assert.Equal(KeepingSchedule.Shipped.Count, schedule.Count);
        Assert.Contains(schedule, row => row.StartsWith("E-mails", StringComparison.Ordinal) && row.Contains("18 months", StringComparison.Ordinal) && row.Contains("Set for this service", StringComparison.Ordinal));
        Assert.Contains(schedule, row => row.StartsWith("Person-level lists", StringComparison.Ordinal) && row.Contains("1 year", StringComparison.Ordinal) && row.Contains("Product rule", StringComparison.Ordinal));
        Assert.Contains("Keeping", page.QuerySelectorAll("nav a").Select(link => link.TextContent.Trim()));
    }

    [Fact]
    public async Task ConfirmABatch_FromProposalToHistory_SaysWhatWentUnderWhichRule()
    {
        var id = await WithdrawnAsync();
        await LaterAsync();
        var visitor = await _host.VisitorAsync(Role.Administrator);
        var page = await visitor.OpenAsync("/keeping");
        Assert.Contains(Rows(page, "Proposed"), row => row.StartsWith("Names and addresses, 1 inspection", StringComparison.Ordinal));
        var address = page.QuerySelectorAll("a").Single(link => link.TextContent.Contains("Look and confirm: Names and addresses", StringComparison.Ordinal)).GetAttribute("href")!;

        var refused = await Visitor.ReadAsync(await visitor.SendAsync(address, "dispose", ("Form.Reason", " ")));
        Assert.Contains("Enter a reason", refused.QuerySelector(".govuk-error-summary")!.TextContent, StringComparison.Ordinal);
        var done = await visitor.SendAsync(address, "dispose", ("Form.Reason", "As the schedule says"));
        Assert.EndsWith("/keeping?done=confirmed", done.Headers.Location!.ToString(), StringComparison.Ordinal);
        await _host.Get<Disposal>().GoOnAsync();

        Assert.Contains(Rows(await visitor.OpenAsync("/keeping"), "Disposed of"), row => row.Contains("Names and addresses, 1 inspection", StringComparison.Ordinal) && row.Contains("As the schedule says", StringComparison.Ordinal));
        var history = await (await _host.CoordinatorAsync()).OpenAsync($"/inspections/{id}/history");
        Assert.Contains("Disposed of: names and addresses", history.Body!.TextContent, StringComparison.Ordinal);
        Assert.DoesNotContain("named: Fennimore", history.Body.TextContent, StringComparison.Ordinal);
        var people = await (await _host.CoordinatorAsync()).OpenAsync($"/inspections/{id}/people");
        Assert.Contains(Name, people.Body!.TextContent, StringComparison.Ordinal);
        Assert.DoesNotContain("fennimore", people.Body.TextContent, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain("Malformed", people.Body.TextContent, StringComparison.Ordinal);
        Assert.Matches("Disposed of on [A-Za-z0-9 ]+, under “Names and addresses” of the schedule.", people.Body.TextContent);
    }

    private const string Name = "Name no longer kept";

    [Fact]
    public async Task KeepForLonger_AnInspection_TakesItOutOfWhatIsProposedUntilLifted()
    {
        var id = await WithdrawnAsync();
        await LaterAsync();
        var (visitor, address) = (await _host.VisitorAsync(Role.Administrator), $"/keeping/inspections/{id}");

        var refused = await Visitor.ReadAsync(await visitor.SendAsync(address, "keep", ("Form.Reason", "A study")));
        Assert.Contains("Select what it is kept for", refused.QuerySelector(".govuk-error-summary")!.TextContent, StringComparison.Ordinal);
        Assert.Equal("A study", refused.QuerySelector("textarea")!.TextContent);
        Assert.EndsWith("done=kept", (await visitor.SendAsync(address, "keep", ("Form.Why", "Research"), ("Form.Reason", "A study of 2026"))).Headers.Location!.ToString(), StringComparison.Ordinal);
        await _host.Get<DisposalProposals>().ProposeAsync(Today);

        var page = await visitor.OpenAsync("/keeping");
        Assert.Contains("Nothing waits.", page.Body!.TextContent, StringComparison.Ordinal);
        Assert.Contains(Rows(page, "Kept for longer"), row => row.Contains("research, A study of 2026", StringComparison.Ordinal));
        Assert.Contains("kept for longer since", (await visitor.OpenAsync(address)).Body!.TextContent, StringComparison.Ordinal);

        Assert.EndsWith("done=lifted", (await visitor.SendAsync(address, "lift", ("Lift.Reason", "The study is out"))).Headers.Location!.ToString(), StringComparison.Ordinal);
        await _host.Get<DisposalProposals>().ProposeAsync(Today);
        Assert.NotEmpty(await _host.Get<KeepingBook>().WaitingAsync());
    }

    [Fact]
    public async Task HeldOnPerson_SearchedByAddressAndTakenOut_HoldsAllOfOneAndNothingOfAnother()
    {
        var id = await WithdrawnAsync();
        await _host.Get<InspectionStore>().RecordAsync(await _host.PlannedAsync("303"), new Recorder(RecorderRole.Coordinator, Guid.NewGuid()), (_, _, now) => new InspectionWithdrawn(now, "Twice"));
        var visitor = await _host.VisitorAsync(Role.Administrator);

        var nobody = await Visitor.ReadAsync(await visitor.SendAsync("/keeping/people", "search", ("Form.Words", "nobody@example.org")));
        Assert.Contains("Nobody found", nobody.Body!.TextContent, StringComparison.Ordinal);
        var found = await Visitor.ReadAsync(await visitor.SendAsync("/keeping/people", "search", ("Form.Words", "FENNIMORE@example.org")));
        var keys = found.QuerySelectorAll("input[name=entry]").Select(box => box.GetAttribute("value")!).ToList();
        Assert.Equal(2, keys.Count); // The officer's entry, and the address that notices went to.
        Assert.DoesNotContain("fennimore", string.Join(' ', keys), StringComparison.OrdinalIgnoreCase);

        var answer = await visitor.Client.GetAsync($"/keeping/people/held.zip?{string.Join('&', keys.Select(key => $"entry={Uri.EscapeDataString(key)}"))}");

        Assert.Equal("application/zip", answer.Content.Headers.ContentType!.MediaType);
        await using var zip = new ZipArchive(await answer.Content.ReadAsStreamAsync());
        using var json = await JsonDocument.ParseAsync(zip.GetEntry("held.json")!.Open());
        var held = json.RootElement;
        Assert.Equal("Fennimore", Assert.Single(held.GetProperty("people").EnumerateArray()).GetProperty("name").GetString());
        Assert.NotEmpty(held.GetProperty("notices").EnumerateArray());
        Assert.NotEmpty(held.GetProperty("links").EnumerateArray());
        Assert.All(held.GetProperty("links").EnumerateArray(), link => Assert.False(link.TryGetProperty("hash", out _)));
        Assert.All(held.GetProperty("notices").EnumerateArray(), notice => Assert.Equal("fennimore@example.org", notice.GetProperty("recipientAddress").GetString()));
        Assert.Contains("Rang Fennimore", held.GetProperty("notes").ToString(), StringComparison.Ordinal);
        Assert.DoesNotContain("lead@example.org", held.ToString(), StringComparison.Ordinal);
        Assert.Contains(zip.Entries, entry => entry.FullName.StartsWith("mails/", StringComparison.Ordinal));

        await using var context = _host.Get<StoreDatabase>().Open();
        var line = Assert.Single(await context.Set<AccessRecord>().ToListAsync());
        Assert.Equal((AccessRecord.HeldOnPerson, RecorderRole.Administrator, (Guid?)id), (line.What, line.Role, line.Inspection));
        Assert.Contains("Took out all that is held on a person", (await visitor.OpenAsync("/access-log")).Body!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task HeldOnPerson_NobodyChosenOrMadeUp_LogsNothingAndGivesNothing()
    {
        await WithdrawnAsync();
        var visitor = await _host.VisitorAsync(Role.Administrator);

        foreach (var query in (string[])["", "?entry=person:none", $"?entry=person:{Guid.NewGuid()}"])
        {
            var answer = await visitor.Client.GetAsync($"/keeping/people/held.zip{query}");
            Assert.Equal((HttpStatusCode.Redirect, "/keeping/people"), (answer.StatusCode, answer.Headers.Location!.ToString()));
        }

        await using var context = _host.Get<StoreDatabase>().Open();
        Assert.Empty(await context.Set<AccessRecord>().ToListAsync());
    }

    private LocalDate Today => LondonTime.DateOf(_host.Clock.GetCurrentInstant());

    /// <summary>Notified, an officer nominated and written to, a note about them, and withdrawn.</summary>
    private async Task<Guid> WithdrawnAsync()
    {
        var id = await _host.PlannedAsync();
        await _host.AdvanceAsync(Instant.FromUtc(2025, 9, 8, 8, 30));
        await _host.Get<InspectionStore>().NominateLanoAsync(id, Recorder.Coordinator, new Mailbox("Fennimore", "fennimore@example.org"));
        await _host.AdvanceAsync(Instant.FromUtc(2025, 9, 8, 9, 0));
        await _host.Get<AreaSend.Services.Work.WorkBook>().NoteAsync(id, "Rang Fennimore, 3pm", null, Recorder.Coordinator, shown: null);
        Assert.IsType<Recording.Recorded>(await _host.Get<InspectionStore>().RecordAsync(id, Recorder.Coordinator, (_, _, now) => new InspectionWithdrawn(now, "Planned for the wrong area")));
        await _host.AdvanceAsync(Instant.FromUtc(2025, 9, 8, 9, 30));
        return id;
    }

    private async Task LaterAsync()
    {
        await _host.AdvanceAsync(Instant.FromUtc(2036, 1, 7, 9, 0));
        await _host.Get<DisposalProposals>().ProposeAsync(Today);
    }

    private static IReadOnlyList<string> Rows(IDocument page, string caption) =>
    [
        .. page.QuerySelectorAll("table").Single(table => table.QuerySelector("caption")!.TextContent.Trim() == caption).QuerySelectorAll("tbody tr")
            .Select(row => string.Join(", ", row.Children.Select(cell => string.Join(' ', cell.TextContent.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries))))),
    ];
}
