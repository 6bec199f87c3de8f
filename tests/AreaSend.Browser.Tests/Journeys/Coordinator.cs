using System.Diagnostics;
using System.Text.RegularExpressions;
using AreaSend.Core.Rules;

namespace AreaSend.Browser.Tests.Journeys;

/// <summary>A coordinator at a browser, on a console of their own: does with its pages what a person does, and reads from them what a person reads.</summary>
internal sealed class Coordinator(Window window, ConsoleHost host, string inspection = "") : IAsyncDisposable
{
    public IPage Page => window.Page;

    public Window Window => window;

    public Outbox Outbox { get; } = new(host.Outbox);

    /// <summary>Address of the page of the inspection that was planned last.</summary>
    public string Inspection { get; private set; } = inspection;

    /// <summary>The same person at the same window, on another inspection.</summary>
    public Coordinator On(string other) => new(window, host, other);

    public static async Task<Coordinator> ArriveAsync(Chromium chromium, ConsoleHost host, bool javaScript = true, int width = Window.Wide)
    {
        var window = await chromium.OpenOnAsync(host.Address, width, javaScript);
        await window.PickRoleAsync("Coordinator");
        return new Coordinator(window, host);
    }

    public async Task PreviewPlanAsync(string area, string onSite, params Answer[] answers)
    {
        await Page.GotoAsync("/inspections/plan");
        await FillAsync([Answers.Chosen("Local area", area), Answers.Dated("First on-site day", onSite), .. answers]);
        await PressAsync("Preview");
        await Assertions.Expect(Page.GetByRole(AriaRole.Button, new() { Name = "Plan this inspection" }).First).ToBeVisibleAsync();
    }

    public async Task CommitPlanAsync()
    {
        await PressAsync("Plan this inspection");
        await Page.WaitForURLAsync("**/inspections/*?recorded=planned");
        Inspection = new Uri(Page.Url).AbsolutePath;
    }

    public async Task PlanAsync(string area, string onSite, params Answer[] answers)
    {
        await PreviewPlanAsync(area, onSite, answers);
        await CommitPlanAsync();
    }

    /// <summary>Moves the sandbox's clock to 9am on a day; all that falls due on the way is done.</summary>
    public async Task MoveClockToAsync(string date)
    {
        await Page.GotoAsync("/sandbox/clock");
        await FillAsync([Answers.Dated("To a date", date)]);
        await PressAsync("Move to this date");
        await Page.WaitForURLAsync("**/sandbox/clock?since=*");
    }

    /// <summary>Fills in the form of an action and reads what it would do.</summary>
    public async Task<Foretold> AskAsync(string action, params Answer[] answers)
    {
        await Page.GotoAsync(Inspection);
        await Page.GetByRole(AriaRole.Link, new() { Name = action, Exact = true }).ClickAsync();
        await FillAsync(answers);
        await PressAsync("Continue");
        await Assertions.Expect(Page.GetByRole(AriaRole.Button, new() { NameRegex = new Regex("^Confirm: ") })).ToBeVisibleAsync();
        return await Foretold.ReadAsync(Page);
    }

    /// <summary>Records an action, and holds the console to what it foretold: each date, and each e-mail word for word.</summary>
    public async Task<Foretold> RecordAsync(string action, params Answer[] answers)
    {
        var foretold = await AskAsync(action, answers);
        await Page.GetByRole(AriaRole.Button, new() { NameRegex = new Regex("^Confirm: ") }).ClickAsync();
        await Page.WaitForURLAsync("**/inspections/*?recorded=*");
        var timetable = await TimetableOnPage.ReadAsync(Page);
        Assert.All(foretold.Dates, date => Assert.Equal((date.WillBe, date.CertaintyThen), (timetable[date].Date, timetable[date].Certainty)));
        await UntilAsync($"what \"{action}\" foretold has been sent", () => Task.FromResult(Unsent(foretold).Count == 0));
        return foretold;
    }

    public async Task<TimetableOnPage> TimetableAsync()
    {
        await Page.GotoAsync(Inspection);
        return await TimetableOnPage.ReadAsync(Page);
    }

    /// <summary>Looks at a page again and again until something is so; what the engine does in the background takes a moment.</summary>
    public async Task UntilAsync(string what, Func<Task<bool>> isSo)
    {
        var start = Stopwatch.GetTimestamp();
        while (!await isSo())
        {
            Assert.True(Stopwatch.GetElapsedTime(start) < Chromium.Timeout, $"It did not come about that {what}.");
            await Page.ReloadAsync();
        }
    }

    public async Task PressAsync(string button) => await Page.GetByRole(AriaRole.Button, new() { Name = button, Exact = true }).First.ClickAsync();

    public async Task FillAsync(IEnumerable<Answer> answers)
    {
        foreach (var answer in answers)
        {
            await answer(Page);
        }
    }

    public ValueTask DisposeAsync() => window.DisposeAsync();

    private List<ForetoldMail> Unsent(Foretold foretold)
    {
        var sent = Outbox.Read();
        return [.. foretold.Mails.Where(mail => !sent.Any(mail.Became))];
    }
}
