using System.Net;
using AngleSharp.Dom;
using AreaSend.Core.Calendars;
using AreaSend.Core.Inspections;
using AreaSend.Services.Inspections;
using AreaSend.Services.Staff;
using AreaSend.Services.Store;
using AreaSend.Services.Work;
using AreaSend.Web.Tests.Components.Forms;
using AreaSend.Web.Tests.Shell;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace AreaSend.Web.Tests.Inspections;

/// <summary>Whose an inspection is, what is noted about it, and when it need not be looked at. The clock begins on Monday 1 September 2025, 8am.</summary>
public sealed class MyWorkTests
{
    [Fact]
    public async Task ANote_StandsOnTheRowAndInTheHistory()
    {
        using var host = new EmptyStoreHost();
        var id = await host.PlannedAsync();
        var visitor = await host.CoordinatorAsync();

        var answer = await visitor.SendAsync($"/inspections/{id}/note", "note", ("Form.Words", "Rang, 3pm: <plan> comes on Monday"));

        Assert.Equal("/?done=noted", answer.Headers.Location!.PathAndQuery);
        Assert.Contains("Mon 1 Sep 2025: Rang, 3pm: <plan> comes on Monday", Words((await visitor.OpenAsync("/")).QuerySelector(".work__note")!), StringComparison.Ordinal);
        var entry = (await visitor.OpenAsync($"/inspections/{id}/history")).QuerySelector(".moj-timeline__item")!;
        Assert.Contains("Note by Coordinator Monday 1 September 2025, 8am Rang, 3pm: <plan> comes on Monday", Words(entry), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("", "", "Enter a note, or the day on which the inspection comes back")]
    [InlineData("", "2025-09-01", "Day on which it comes back must be in the future")]
    [InlineData("", "2026-09-01", "Day on which it comes back must be Monday 2 March 2026 or before")]
    public async Task ANote_ThatSaysNothingOrTheWrongDay_IsRefused(string words, string until, string sentence)
    {
        using var host = new EmptyStoreHost();
        var id = await host.PlannedAsync();
        (string, string)[] date = until.Length == 0 ? [] : FormsHost.Date("Form.Until", NodaTime.Text.LocalDatePattern.Iso.Parse(until).Value);
        var page = await Visitor.ReadAsync(await (await host.CoordinatorAsync()).SendAsync($"/inspections/{id}/note", "note", [("Form.Words", words), .. date]));

        Assert.Equal([sentence], page.QuerySelectorAll(".govuk-error-summary li").Select(Words));
    }

    [Fact]
    public async Task ANote_LongerThanItMayBe_IsKeptOnThePage()
    {
        using var host = new EmptyStoreHost();
        var id = await host.PlannedAsync();
        var page = await Visitor.ReadAsync(await (await host.CoordinatorAsync()).SendAsync($"/inspections/{id}/note", "note", ("Form.Words", new string('a', WorkNote.Longest + 1))));

        Assert.Equal(["Enter a note of 500 characters or fewer: this one has 501"], page.QuerySelectorAll(".govuk-error-summary li").Select(Words));
        Assert.Equal(WorkNote.Longest + 1, page.QuerySelector("textarea")!.TextContent.Trim().Length);
    }

    /// <summary>Notified on Monday 8 September; on Tuesday the selection of children is due, ours, and the lists are, the area's.</summary>
    [Theory]
    [InlineData(9, "2025-09-20", 9, true, "due today when it was snoozed: somebody knew")]
    [InlineData(9, "2025-09-20", 10, true, "late since, and known")]
    [InlineData(8, "2025-09-20", 8, true, "nothing has fallen due since")]
    [InlineData(8, "2025-09-20", 9, false, "something of ours falls due, which was not when it was snoozed")]
    [InlineData(9, "2025-09-10", 10, false, "its day has come")]
    public async Task ASnoozedInspection_ComesBack(int snoozed, string until, int day, bool away, string reason)
    {
        using var host = new EmptyStoreHost();
        await host.EnterContactsAsync();
        var id = await host.PlannedAsync();
        await host.AdvanceAsync(At(8, 9));
        host.Clock.Reset(At(snoozed, 10));
        Assert.True(await host.Get<WorkBook>().NoteAsync(id, "Rang", NodaTime.Text.LocalDatePattern.Iso.Parse(until).Value, Recorder.Coordinator, shown: null));
        host.Clock.Reset(At(day, 12));
        var page = await (await host.CoordinatorAsync()).OpenAsync("/");

        Assert.True(away == (page.QuerySelectorAll(".work__row").Length == 0), reason);
        Assert.Equal(away, Words(page.QuerySelector("main")!).Contains("1 inspection is snoozed", StringComparison.Ordinal));
        Assert.Equal(away ? 0 : 1, page.QuerySelectorAll(".counts__number").Select(Words).Contains("1") ? 1 : 0);
    }

    [Fact]
    public async Task ANoteOfANarrowedList_LeadsBackToIt()
    {
        using var host = new EmptyStoreHost();
        var id = await host.PlannedAsync();
        await host.PlannedAsync("301");
        var visitor = await host.CoordinatorAsync();
        var region = Uri.EscapeDataString(AreaSend.Services.Areas.LocalAuthorities.Find("888")!.Region);
        var link = Assert.Single((await visitor.OpenAsync($"/?whose=all&region={region}&phase=Planned")).QuerySelectorAll("a[href*='/note']")).GetAttribute("href")!;
        Assert.StartsWith($"/inspections/{id}/note?", link, StringComparison.Ordinal);

        var answer = await visitor.SendAsync(link, "note", ("Form.Words", "Rang, 3pm"));
        var list = await visitor.OpenAsync(answer.Headers.Location!.ToString());

        Assert.Equal([$"/inspections/{id}"], Shown(list));
        Assert.Contains("The note is kept", Words(list.QuerySelector(".govuk-notification-banner")!), StringComparison.Ordinal);
        Assert.Equal("Planned", list.QuerySelector("select[name=phase] option[selected]")!.GetAttribute("value"));
    }

    [Fact]
    public async Task ANoticeThatIsNotServed_IsNeverSnoozed()
    {
        using var host = new EmptyStoreHost();
        var id = await host.PlannedAsync();
        await host.AdvanceAsync(At(8, 9));
        await host.Get<WorkBook>().NoteAsync(id, null, new LocalDate(2025, 10, 1), Recorder.Coordinator, shown: null);
        var page = await (await host.CoordinatorAsync()).OpenAsync("/");

        Assert.Contains("Not served", Words(Assert.Single(page.QuerySelectorAll(".work__row"))), StringComparison.Ordinal);
    }

    [Fact]
    public async Task PutBack_ItIsOnTheListAtOnce()
    {
        using var host = new EmptyStoreHost();
        var id = await host.PlannedAsync();
        await host.Get<WorkBook>().NoteAsync(id, null, new LocalDate(2025, 9, 4), Recorder.Coordinator, shown: null);
        var visitor = await host.CoordinatorAsync();
        Assert.Empty((await visitor.OpenAsync("/")).QuerySelectorAll(".work__row"));

        await visitor.SendAsync($"/inspections/{id}/note", "wake");

        Assert.Single((await visitor.OpenAsync("/")).QuerySelectorAll(".work__row"));
        Assert.StartsWith("Put back on the worklist", Words((await visitor.OpenAsync($"/inspections/{id}/history")).QuerySelector(".moj-timeline__item")!), StringComparison.Ordinal);
    }

    [Fact]
    public async Task TheCoordinator_IsAssignedFiltersAndStandsInTheHistory()
    {
        using var host = new EmptyStoreHost();
        var (mine, other) = (await host.PlannedAsync("301"), await host.PlannedAsync("302"));
        var pat = await SignedInAsync(host, "pat", coordinates: true);
        await SignedInAsync(host, "remi", coordinates: false);
        var visitor = await host.CoordinatorAsync();
        var address = $"/inspections/{mine}/people/coordinator";

        // Who is no coordinator is not offered, and not taken either.
        Assert.Equal([pat.ToString(), "nobody"], (await visitor.OpenAsync(address)).QuerySelectorAll("input[type=radio]").Select(input => input.GetAttribute("value")));
        Assert.Contains("Select who coordinates this inspection", Words((await Visitor.ReadAsync(await visitor.SendAsync(address, "coordinator", ("Form.Coordinator", Guid.NewGuid().ToString())))).QuerySelector("main")!), StringComparison.Ordinal);
        var answer = await visitor.SendAsync(address, "coordinator", ("Form.Coordinator", pat.ToString()));

        Assert.Contains("The coordinator is assigned", Words((await visitor.OpenAsync(answer.Headers.Location!.ToString())).QuerySelector("main")!), StringComparison.Ordinal);
        Assert.Equal([$"/inspections/{mine}"], Shown(await visitor.OpenAsync($"/?whose={pat}")));
        Assert.Equal([$"/inspections/{other}"], Shown(await visitor.OpenAsync("/?whose=nobody")));
        Assert.Equal(2, Shown(await visitor.OpenAsync("/")).Count);
        Assert.StartsWith("Coordinator: Fictional pat", Words((await visitor.OpenAsync($"/inspections/{mine}/history")).QuerySelector(".moj-timeline__item")!), StringComparison.Ordinal);
        Assert.Contains("Coordinated by Fictional pat.", Words((await visitor.OpenAsync($"/inspections/{mine}/people")).QuerySelector("main")!), StringComparison.Ordinal);
    }

    [Fact]
    public async Task WhoeverPlansAnInspection_CoordinatesIt()
    {
        using var host = new EmptyStoreHost();
        var pat = await SignedInAsync(host, "pat", coordinates: true);
        var planned = Assert.IsType<Recording.Recorded>(await host.Get<InspectionStore>().PlanAsync(
            "301", Core.Timetables.InspectionKind.Full, new LocalDate(2025, 9, 22), new Recorder(RecorderRole.Coordinator, pat)));

        Assert.Equal(pat, (await host.Get<WorkBook>().OfAsync(planned.Inspection.Id)).Coordinator);
    }

    [Theory]
    [InlineData("?lead=Fictional+Lead", 1)]
    [InlineData("?lead=Nobody", 0)]
    [InlineData("?region=London", 2)]
    [InlineData("?standing=Coming", 2)]
    [InlineData("?standing=Overdue", 0)]
    [InlineData("?standing=Coming&lead=Fictional+Lead", 1)]
    public async Task Counts_AreOfTheInspectionsThatOneFinds(string query, int count)
    {
        using var host = new EmptyStoreHost();
        await host.PlannedAsync("301");
        await host.PlannedAsync("302", isLed: false);
        var page = await (await host.CoordinatorAsync()).OpenAsync($"/{query}");

        Assert.Equal(count, Shown(page).Count);
        foreach (var link in page.QuerySelectorAll(".counts__link").SkipLast(1))
        {
            var number = int.Parse(Words(link.QuerySelector(".counts__number")!), System.Globalization.CultureInfo.InvariantCulture);
            Assert.Equal((Words(link), number), (Words(link), Shown(await (await host.CoordinatorAsync()).OpenAsync(link.GetAttribute("href")!)).Count));
        }
    }

    [Fact]
    public async Task OnlyCoordinators_NoteAndAssign()
    {
        using var host = new EmptyStoreHost();
        var id = await host.PlannedAsync();
        var page = await (await host.VisitorAsync(AreaSend.Web.Security.Role.Reader)).OpenAsync("/");

        Assert.Single(page.QuerySelectorAll(".work__row"));
        Assert.Empty(page.QuerySelectorAll($"a[href='/inspections/{id}/note'], a[href='/inspections/{id}/people/coordinator']"));
    }

    private static Task<Guid> SignedInAsync(EmptyStoreHost host, string subject, bool coordinates) =>
        host.Get<StaffDirectory>().RecogniseAsync("https://provider.example.org", subject, $"Fictional {subject}", $"{subject}@example.org", coordinates, host.Clock.GetCurrentInstant());

    private static List<string?> Shown(IParentNode page) => [.. page.QuerySelectorAll(".work__row h2 a").Select(link => link.GetAttribute("href"))];

    private static Instant At(int day, int hour) => LondonTime.At(new LocalDate(2025, 9, day), new LocalTime(hour, 0));

    private static string Words(IElement element) => string.Join(' ', element.TextContent.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
}
