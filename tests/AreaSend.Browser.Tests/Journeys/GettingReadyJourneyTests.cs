using System.Diagnostics;
using System.Globalization;
using System.Text.RegularExpressions;
using AreaSend.Core.Calendars;
using AreaSend.Lists.Samples;
using AreaSend.Testing;
using NodaTime;

namespace AreaSend.Browser.Tests.Journeys;

/// <summary>An area's own people in their room: from the link in the e-mail over steps, items, a practice notification and a list to the audit of a plan that a colleague moderates.</summary>
public sealed class GettingReadyJourneyTests(Chromium chromium)
{
    private const string Director = "dcs.888@example.org";
    private const string Colleague = "colleague.888@example.org";

    [Theory]
    [InlineData(true, Window.Wide)]
    [InlineData(true, Window.Telephone)]
    [InlineData(false, Window.Wide)]
    public async Task Area_GetsReady_FromItsFirstLinkToAModeratedAudit(bool javaScript, int width)
    {
        await using var host = new ConsoleHost();
        await using var director = new Visit(await chromium.OpenOnAsync(host.Address, width, javaScript), width, javaScript, new Outbox(host.Outbox));
        await using var colleague = new Visit(await chromium.OpenOnAsync(host.Address, width, javaScript), width, javaScript, new Outbox(host.Outbox));

        await AskForALinkAsync(director);
        await StepAsync(director);
        await PracticeAsync(director);
        await CheckListAsync(director);
        await AuditAsync(director);
        await LetInAsync(director, colleague);
        await ModerateAsync(colleague);
        await LeaveAsync(director);
    }

    private static async Task AskForALinkAsync(Visit director)
    {
        var page = director.Page;
        await page.GotoAsync("/getting-ready");
        await director.CheckAsync("ready-sign-in", "Getting ready for an inspection");
        await page.GetByLabel("Your work e-mail address").FillAsync(Director);
        await director.PressAsync("Send me a link");
        await Assertions.Expect(page.GetByRole(AriaRole.Heading, new() { Name = "Check your e-mail" })).ToBeVisibleAsync();
        await director.ComeInAsync(Director);
        await director.CheckAsync("ready-room-empty", "Getting ready for an inspection");
    }

    private static async Task StepAsync(Visit director)
    {
        var page = director.Page;
        await page.GetByRole(AriaRole.Link, new() { Name = "2. Know your quality assurance of EHC plans" }).ClickAsync();
        await page.GetByLabel("In place").CheckAsync();
        await page.GetByLabel("Owner (optional)").FillAsync("Head of SEND");
        await FillDateAsync(page, "Review date (optional)", Today.PlusDays(-1));
        await director.PressAsync("Save");
        await Assertions.Expect(page.Locator(".govuk-error-summary")).ToContainTextAsync("Enter what shows that the step is in place");
        await director.CheckAsync("ready-step-refused", "Know your quality assurance of EHC plans");
        await page.GetByLabel("Evidence").FillAsync("Minutes of the moderation meetings, on the shared drive");
        await director.PressAsync("Save");
        await Assertions.Expect(page.GetByText("The step has been saved")).ToBeVisibleAsync();
        await Assertions.Expect(page.Locator(".ready-steps tbody tr").First).ToContainTextAsync("Overdue");
        await director.CheckAsync("ready-room", "Getting ready for an inspection");
    }

    private static async Task PracticeAsync(Visit director)
    {
        var page = director.Page;
        await director.GoToAsync("Practice notification");
        await director.CheckAsync("ready-practice", "Practice notification");
        await page.GetByRole(AriaRole.Link, new() { NameRegex = new Regex("^1.3 ") }).ClickAsync();
        await page.GetByLabel("Yes, it is ready").CheckAsync();
        await FillDateAsync(page, "When was it last brought up to date?", Today);
        await page.GetByLabel("Where it is (optional)").FillAsync("The SEND team’s own folder");
        await director.PressAsync("Save");
        await Assertions.Expect(page.GetByText("The item has been saved")).ToBeVisibleAsync();
        await director.CheckAsync("ready-item", "1.3 Self-evaluation");

        await director.GoToAsync("Practice notification");
        await FillDateAsync(page, "If we were notified on", new LocalDate(Today.Year, 12, 25));
        await director.PressAsync("Show what would happen");
        await Assertions.Expect(page.Locator(".govuk-error-summary")).ToContainTextAsync("enter a working day");
        await director.CheckAsync("ready-practice-refused", "Practice notification");
        await FillDateAsync(page, "If we were notified on", new LocalDate(2027, 9, 13));
        await director.PressAsync("Show what would happen");
        await Assertions.Expect(page.GetByText("Monday 27 September 2027").First).ToBeVisibleAsync();
        await Assertions.Expect(page.Locator(".ready-items tbody tr").Last).ToContainTextAsync("The SEND team’s own folder");
    }

    private static async Task CheckListAsync(Visit director)
    {
        var page = director.Page;
        await page.GetByRole(AriaRole.Link, new() { Name = "checked here without being kept" }).ClickAsync();
        await director.CheckAsync("ready-check-list", "Check list 1 or list 2");
        using var list = new MemoryStream();
        SampleLists.All.Single(sample => sample.Name == "list-1-101a-date-of-birth-missing.xlsx").Write(list);
        await page.GetByLabel("The list").SetInputFilesAsync(new FilePayload { Name = "list-1.xlsx", MimeType = "application/octet-stream", Buffer = list.ToArray() });
        await director.PressAsync("Check the list");
        await Assertions.Expect(page.GetByRole(AriaRole.Heading, new() { Name = "What was found in the list" })).ToBeVisibleAsync();
        await director.CheckAsync("ready-list-checked", "What was found in the list");
    }

    private static async Task AuditAsync(Visit director)
    {
        var page = director.Page;
        await director.GoToAsync("EHC plan audits");
        await director.CheckAsync("ready-audits-empty", "Audits of EHC plans");
        await page.GetByRole(AriaRole.Button, new() { Name = "Audit a plan" }).ClickAsync();
        await page.GetByLabel("Reference number of the plan").FillAsync("Jo Bloggs");
        await director.PressAsync("Begin");
        await Assertions.Expect(page.Locator(".govuk-error-summary")).ToContainTextAsync("This looks like a name");
        await director.CheckAsync("ready-audit-refused", "Audit a plan");
        await page.GetByLabel("Reference number of the plan").FillAsync("EHCP-10234");
        await director.PressAsync("Begin");
        await director.CheckAsync("ready-audit-begun", "Plan EHCP-10234");
        await page.GetByRole(AriaRole.Link, new() { Name = "Views and aspirations" }).ClickAsync();
        await director.PressAsync("Save");
        await Assertions.Expect(page.Locator(".govuk-error-summary li")).ToHaveCountAsync(3);
        await director.CheckAsync("ready-audit-section-refused", "Views and aspirations");
        await director.GradeEverySectionAsync("Partly met");
        await page.GetByRole(AriaRole.Button, new() { Name = "Finish the audit" }).ClickAsync();
        await director.CheckAsync("ready-audit-finish", "Finish the audit?");
        await director.PressAsync("Finish the audit");
        await Assertions.Expect(page.GetByText("The audit is finished")).ToBeVisibleAsync();
        await Assertions.Expect(page.GetByRole(AriaRole.Button, new() { Name = "Moderate this audit" })).ToHaveCountAsync(0);
        await director.GoToAsync("EHC plan audits");
        await director.CheckAsync("ready-audits-one", "Audits of EHC plans");
    }

    private static async Task LetInAsync(Visit director, Visit colleague)
    {
        var page = director.Page;
        await director.GoToAsync("People");
        await page.GetByRole(AriaRole.Button, new() { Name = "Let somebody in" }).ClickAsync();
        await page.GetByLabel("Name", new() { Exact = true }).FillAsync("Fictional Colleague");
        await page.GetByLabel("Work e-mail address").FillAsync(Colleague);
        await director.PressAsync("Let them in");
        await Assertions.Expect(page.GetByText("A link is on its way to your colleague")).ToBeVisibleAsync();
        await director.CheckAsync("ready-people", "People of the room");
        await colleague.ComeInAsync(Colleague);
    }

    private static async Task ModerateAsync(Visit colleague)
    {
        var page = colleague.Page;
        await colleague.GoToAsync("EHC plan audits");
        await page.GetByRole(AriaRole.Link, new() { Name = "EHCP-10234" }).ClickAsync();
        await colleague.CheckAsync("ready-audit-to-moderate", "Plan EHCP-10234");
        await page.GetByRole(AriaRole.Button, new() { Name = "Moderate this audit" }).ClickAsync();
        await colleague.CheckAsync("ready-audit-moderate", "Moderate this audit?");
        await colleague.PressAsync("Moderate this audit");
        await page.GetByRole(AriaRole.Link, new() { Name = "Views and aspirations" }).ClickAsync();
        await colleague.GradeEverySectionAsync("Not met");
        await page.GetByRole(AriaRole.Button, new() { Name = "Finish the moderation" }).ClickAsync();
        await colleague.PressAsync("Finish the moderation");

        // Each section's first criterion was graded otherwise by the first auditor.
        await Assertions.Expect(page.GetByText("Not the same")).ToHaveCountAsync(12);
        await colleague.CheckAsync("ready-audit-moderated", "Plan EHCP-10234");
        await colleague.GoToAsync("EHC plan audits");
        await Assertions.Expect(page.Locator(".ready-audits")).ToContainTextAsync("Moderated");
        await colleague.CheckAsync("ready-audits", "Audits of EHC plans");
        var workbook = await page.RunAndWaitForDownloadAsync(() => page.GetByRole(AriaRole.Link, new() { Name = "Download all of it" }).ClickAsync());
        Assert.Equal("audits.xlsx", workbook.SuggestedFilename);
    }

    private static async Task LeaveAsync(Visit director)
    {
        await director.Page.GetByRole(AriaRole.Link, new() { Name = "Sign out" }).ClickAsync();
        await director.PressAsync("Sign out");
        await director.Page.GotoAsync("/getting-ready/audits");
        await Assertions.Expect(director.Page.GetByRole(AriaRole.Button, new() { Name = "Send me a link" })).ToBeVisibleAsync();
    }

    private static LocalDate Today => TestPresent.Today;

    private static async Task FillDateAsync(IPage page, string legend, LocalDate date)
    {
        var group = page.GetByRole(AriaRole.Group, new() { Name = legend });
        await group.GetByLabel("Day", new() { Exact = true }).FillAsync(date.Day.ToString(CultureInfo.InvariantCulture));
        await group.GetByLabel("Month", new() { Exact = true }).FillAsync(date.Month.ToString(CultureInfo.InvariantCulture));
        await group.GetByLabel("Year", new() { Exact = true }).FillAsync(date.Year.ToString(CultureInfo.InvariantCulture));
    }

    /// <summary>One of the area's people at a window of their own.</summary>
    private sealed class Visit(Window window, int width, bool javaScript, Outbox outbox) : IAsyncDisposable
    {
        public IPage Page => window.Page;

        /// <summary>Waits for the page with this heading, and looks at it.</summary>
        public async Task CheckAsync(string name, string heading)
        {
            await Assertions.Expect(Page.GetByRole(AriaRole.Heading, new() { Name = heading, Exact = true, Level = 1 })).ToBeVisibleAsync();
            if (javaScript)
            {
                await window.CheckAsync(name);
            }
        }

        public Task PressAsync(string button) => Page.GetByRole(AriaRole.Button, new() { Name = button, Exact = true }).ClickAsync();

        /// <summary>By the menu, which a narrow window with JavaScript keeps behind a button.</summary>
        public async Task GoToAsync(string section)
        {
            if (javaScript && width == Window.Telephone)
            {
                await PressAsync("Menu");
            }

            await Page.GetByRole(AriaRole.Navigation).GetByRole(AriaRole.Link, new() { Name = section, Exact = true }).ClickAsync();
        }

        /// <summary>Opens the link in the e-mail to an address, which the host sends after its answer.</summary>
        public async Task ComeInAsync(string address)
        {
            var start = Stopwatch.GetTimestamp();
            SentMail? mail;
            while ((mail = outbox.Read().LastOrDefault(mail => mail.To == address && mail.Text.Contains("/getting-ready/enter", StringComparison.Ordinal))) is null)
            {
                Assert.True(Stopwatch.GetElapsedTime(start) < Chromium.Timeout, $"No link came to {address}.");
                await Page.GotoAsync("/getting-ready/sign-in?done=sent");
            }

            await Page.GotoAsync(new Uri(Regex.Match(mail.Text, @"https?://\S+/getting-ready/enter\S+").Value.TrimEnd('>', ')', '.')).PathAndQuery);
            await PressAsync("Continue");
            await Assertions.Expect(Page.GetByRole(AriaRole.Heading, new() { Name = "Getting ready for an inspection" })).ToBeVisibleAsync();
        }

        /// <summary>From the first section to the last: its first criterion as told, the others met.</summary>
        public async Task GradeEverySectionAsync(string first)
        {
            do
            {
                await Assertions.Expect(Page.Locator(".govuk-radios").First).ToBeVisibleAsync();
                var criteria = await Page.Locator(".govuk-radios").AllAsync();
                await criteria[0].GetByLabel(first, new() { Exact = true }).CheckAsync();
                await Page.GetByLabel("Comment").First.FillAsync("It is not said how the views were gathered");
                foreach (var criterion in criteria.Skip(1))
                {
                    await criterion.GetByLabel("Met", new() { Exact = true }).CheckAsync();
                }
            }
            while (await GoOnAsync());

            await PressAsync("Save");
            await Assertions.Expect(Page.GetByText("The section has been saved")).ToBeVisibleAsync();
        }

        public ValueTask DisposeAsync() => window.DisposeAsync();

        private async Task<bool> GoOnAsync()
        {
            var further = Page.GetByRole(AriaRole.Button, new() { Name = "Save and go on" });
            if (await further.CountAsync() == 0)
            {
                return false;
            }

            var heading = await Page.Locator("h1").TextContentAsync();
            await further.ClickAsync();
            await Assertions.Expect(Page.Locator("h1")).Not.ToHaveTextAsync(heading!);
            return true;
        }
    }
}
