using System.Globalization;
using System.Net;
using AreaSend.Core.Calendars;
using AreaSend.Core.Inspections;
using AreaSend.Testing;
using AreaSend.Web.Inspections;
using AreaSend.Web.Inspections.Actions;
using AreaSend.Web.Reading;
using AreaSend.Web.Security;
using AreaSend.Web.SignIn;
using AreaSend.Web.Tests.Shell;
using Microsoft.Extensions.DependencyInjection;

namespace AreaSend.Web.Tests.Inspections;

public sealed class RecordPageTests(ConsoleFactory host) : IClassFixture<ConsoleFactory>
{
    [Fact]
    public async Task Post_FirstTime_ShowsWhatItWillDoAndRecordsNothing()
    {
        var course = await new InspectionCourse(host).DraftSharedAsync();
        var visitor = await host.NewVisitor().AsAsync(Role.Coordinator);

        var page = await Visitor.ReadAsync(await visitor.PostAsync($"{course.Address}/record/final-shared", [.. Today(), ("Form.Outcome", "3"), ("Form.PrincipalAuthority", "Lancashire County Council")]));

        var text = page.QuerySelector("main")!.TextContent;
        Assert.Contains("Local area may complain", text, StringComparison.Ordinal);
        Assert.Contains("Final shared, to the director of children's services", text, StringComparison.Ordinal);
        Assert.Contains(page.QuerySelectorAll("main button"), button => button.TextContent.Contains("Confirm", StringComparison.Ordinal));
        Assert.DoesNotContain((await course.CaseAsync()).Events, recorded => recorded.Event is FinalReportShared);
    }

    [Fact]
    public async Task Post_Confirmed_RecordsAndGoesBackToTheInspection()
    {
        var course = await new InspectionCourse(host).DraftSharedAsync();
        var visitor = await host.NewVisitor().AsAsync(Role.Coordinator);
        var address = $"{course.Address}/record/final-shared";

        var preview = await Visitor.ReadAsync(await visitor.PostAsync(address, [.. Today(), ("Form.Outcome", "3"), ("Form.PrincipalAuthority", "Lancashire County Council")]));

        var answer = await visitor.SendAsync(address, preview, Confirmed, Known);

        Assert.Equal(HttpStatusCode.Redirect, answer.StatusCode);
        Assert.Contains($"{course.Address}?recorded=final-shared&mails=", answer.Headers.Location!.ToString(), StringComparison.Ordinal);
        var outcome = Assert.IsType<Outcome.WidespreadFailings>((await course.CaseAsync()).Outcome);
        Assert.Equal("Lancashire County Council", outcome.PrincipalAuthority);
    }

    [Fact]
    public async Task Post_FirstTime_ShowsTheAnswersForALastLook()
    {
        var course = await new InspectionCourse(host).DraftSharedAsync();
        var visitor = await host.NewVisitor().AsAsync(Role.Coordinator);

        var page = await Visitor.ReadAsync(await visitor.PostAsync($"{course.Address}/record/final-shared", [.. Today(), ("Form.Outcome", "3"), ("Form.PrincipalAuthority", "Lancashire County Council")]));

        var answers = page.QuerySelectorAll("main .govuk-summary-list__row").ToDictionary(row => row.QuerySelector("dt")!.TextContent, row => row.QuerySelector("dd")!.TextContent.Trim());
        Assert.Equal("3: widespread or systemic failings", answers["Outcome"]);
        Assert.Equal("Lancashire County Council", answers["Principal authority"]);
        Assert.Equal(LondonTime.Show(TestPresent.Today), answers["When it happened"]);
    }

    [Fact]
    public async Task Post_ConfirmedUnseen_ShowsWhatItWillDoAndRecordsNothing()
    {
        var course = await new InspectionCourse(host).DraftSharedAsync();
        var visitor = await host.NewVisitor().AsAsync(Role.Coordinator);

        var page = await Visitor.ReadAsync(await visitor.PostAsync($"{course.Address}/record/comments-received", [.. Today(), Confirmed]));

        Assert.Contains("Confirm: record comments on the draft", page.QuerySelector("main form")!.TextContent, StringComparison.Ordinal);
        Assert.DoesNotContain((await course.CaseAsync()).Events, recorded => recorded.Event is CommentsReceived);
    }

    [Fact]
    public async Task Post_ConfirmedTwice_RecordsOnce()
    {
        var course = await new InspectionCourse(host).PlannedAsync(notified: true);
        var visitor = await host.NewVisitor().AsAsync(Role.Coordinator);
        var address = $"{course.Address}/record/lano-nominated";
        var preview = await Visitor.ReadAsync(await visitor.PostAsync(address, [.. Today(), ("Form.Name", "Fictional Officer"), ("Form.Email", "officer@example.org")]));

        await visitor.SendAsync(address, preview, Confirmed);
        var again = await Visitor.ReadAsync(await visitor.SendAsync(address, preview, Confirmed));

        Assert.Contains("so nothing was recorded a second time", again.QuerySelector(".govuk-error-summary")!.TextContent, StringComparison.Ordinal);
        Assert.Single((await course.CaseAsync()).Events, recorded => recorded.Event is LanoNominated);
    }

    [Fact]
    public async Task Post_ConfirmedAfterAnotherCoordinatorPaused_ShowsWhatItWouldDoNow()
    {
        var course = await new InspectionCourse(host).DraftSharedAsync();
        var (first, second) = (await host.NewVisitor().AsAsync(Role.Coordinator), await host.NewVisitor().AsAsync(Role.Coordinator));
        var address = $"{course.Address}/record/final-shared";
        var preview = await Visitor.ReadAsync(await second.PostAsync(address, [.. Today(), ("Form.Outcome", "1")]));
        await course.ConfirmAsync(first, "paused", ("Form.Reason", "Flood"));

        var page = await Visitor.ReadAsync(await second.SendAsync(address, preview, Confirmed));

        Assert.Contains("This inspection has changed", page.QuerySelector("main .govuk-warning-text")!.TextContent, StringComparison.Ordinal);
        Assert.Null((await course.CaseAsync()).Outcome);
        Assert.Equal(HttpStatusCode.Redirect, (await second.SendAsync(address, page, Confirmed, Known)).StatusCode);
    }

    [Fact]
    public async Task Post_WhatAnotherCoordinatorHasRecorded_SaysSoAndLeadsBack()
    {
        var course = await new InspectionCourse(host).DraftSharedAsync();
        var (first, second) = (await host.NewVisitor().AsAsync(Role.Coordinator), await host.NewVisitor().AsAsync(Role.Coordinator));
        var preview = await Visitor.ReadAsync(await second.PostAsync($"{course.Address}/record/comments-received", Today()));
        await course.ConfirmAsync(first, "comments-received", Today());

        var page = await Visitor.ReadAsync(await second.SendAsync($"{course.Address}/record/comments-received", preview, Confirmed));

        Assert.Contains("so nothing was recorded a second time", page.QuerySelector(".govuk-error-summary")!.TextContent, StringComparison.Ordinal);
        Assert.Contains(page.QuerySelectorAll("main a"), link => link.TextContent == "Back to the inspection");
    }

    [Fact]
    public async Task Post_Change_ShowsTheQuestionsWithWhatWasTyped()
    {
        var course = await new InspectionCourse(host).DraftSharedAsync();
        var visitor = await host.NewVisitor().AsAsync(Role.Coordinator);
        var address = $"{course.Address}/record/paused";
        var preview = await Visitor.ReadAsync(await visitor.PostAsync(address, ("Form.Reason", "Flood at the civic centre")));

        var page = await Visitor.ReadAsync(await visitor.SendAsync(address, preview, ("Form.Intent", "change")));

        Assert.Equal("Flood at the civic centre", page.QuerySelector("textarea")!.TextContent);
        Assert.Null(page.QuerySelector(".govuk-error-summary"));
    }

    [Fact]
    public async Task Post_FinalReportBeforeTheCommentsAreIn_AsksForATickAndSaysWhy()
    {
        var course = await new InspectionCourse(host).DraftSharedAsync();
        var visitor = await host.NewVisitor().AsAsync(Role.Coordinator);
        var address = $"{course.Address}/record/final-shared";
        var preview = await Visitor.ReadAsync(await visitor.PostAsync(address, [.. Today(), ("Form.Outcome", "1")]));

        var unticked = await Visitor.ReadAsync(await visitor.SendAsync(address, preview, Confirmed));

        Assert.Contains("“Local area comments on the draft” is not recorded, and may come until the end of", preview.QuerySelector("main .govuk-warning-text")!.TextContent, StringComparison.Ordinal);
        Assert.Contains("Tick that you know what the page warns of", unticked.QuerySelector(".govuk-error-summary")!.TextContent, StringComparison.Ordinal);
        Assert.Null((await course.CaseAsync()).Outcome);
        Assert.Equal(HttpStatusCode.Redirect, (await visitor.SendAsync(address, unticked, Confirmed, Known)).StatusCode);
    }

    [Fact]
    public async Task Post_PrivateReason_IsKeptForInspectoratesAndStandsInNoMail()
    {
        var course = await new InspectionCourse(host).PlannedAsync(notified: true);
        var visitor = await host.NewVisitor().AsAsync(Role.Coordinator);
        var address = $"{course.Address}/record/paused";
        var form = await visitor.OpenAsync(address);
        var preview = await Visitor.ReadAsync(await visitor.SendAsync(address, form, ("Form.Reason", "The inspection stands still"), ("Form.PrivateReason", "The lead is unwell")));

        var answer = await visitor.SendAsync(address, preview, Confirmed);

        Assert.Contains("Parent Carer Forum", form.QuerySelector("#Form-Reason-hint")!.TextContent, StringComparison.Ordinal);
        Assert.Contains("stands in no e-mail", form.QuerySelector("#Form-PrivateReason-hint")!.TextContent, StringComparison.Ordinal);
        Assert.DoesNotContain(preview.QuerySelectorAll(".notice__text"), mail => mail.TextContent.Contains("unwell", StringComparison.Ordinal));
        Assert.Equal(HttpStatusCode.Redirect, answer.StatusCode);
        Assert.Contains("For Ofsted and CQC alone: The lead is unwell", (await visitor.OpenAsync($"{course.Address}/history")).QuerySelector("main")!.TextContent, StringComparison.Ordinal);
        Assert.DoesNotContain((await course.CaseAsync()).Events, recorded => Services.Store.EventJson.Write(recorded.Event).Contains("unwell", StringComparison.Ordinal));
    }

    // Whatever an action says to those outside, there is a place beside it for what is not for them.
    [Fact]
    public async Task Asks_WhateverIsToldOutside_AsksForAPrivateReasonToo()
    {
        var course = await new InspectionCourse(host).PlannedAsync(notified: true);
        var view = (await host.Services.GetRequiredService<InspectionViews>().FindAsync(course.Id))!;

        // The letter about a meeting has no reason: what is asked for is the letter.
        var telling = InspectionAction.All.Where(action => action is not SendMeetingLetter && action.Asks(view).OfType<PassageQuestion>().Any(question => question.What is not null)).ToList();

        Assert.Equal(["plan-returned", "re-plan", "deadline", "deferral-asked", "deferral-decided", "paused", "withdrawn"], telling.Select(action => action.Key));
        Assert.All(telling, action => Assert.Contains(Reasons.Private, action.Asks(view)));
    }

    [Fact]
    public async Task Post_SeveralItems_AreOneActInTheHistory()
    {
        var course = await new InspectionCourse(host).PlannedAsync(notified: true);
        var visitor = await host.NewVisitor().AsAsync(Role.Coordinator);

        var answer = await course.ConfirmAsync(visitor, "items-received", [.. Today(), ("Form.Items", "2.1"), ("Form.Items", "2.2")]);
        var history = await visitor.OpenAsync($"{course.Address}/history");

        Assert.Equal(HttpStatusCode.Redirect, answer.StatusCode);
        Assert.Contains("2 Annex A items received", history.QuerySelector("main")!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Post_Errors_StandInTheOrderOfTheForm()
    {
        var course = await new InspectionCourse(host).PlannedAsync(notified: true);
        var visitor = await host.NewVisitor().AsAsync(Role.Coordinator);

        var page = await Visitor.ReadAsync(await visitor.PostAsync($"{course.Address}/record/lano-nominated", ("Form.Name", ""), ("Form.Email", "")));

        Assert.Equal(["#Form-Name", "#Form-Email", "#Form-Day-Day"], page.QuerySelectorAll(".govuk-error-summary a").Select(link => link.GetAttribute("href")));
    }

    [Fact]
    public async Task Post_AnswerToAForm_IsKeptForTheButtonBack()
    {
        var course = await new InspectionCourse(host).PlannedAsync(notified: true);
        var visitor = await host.NewVisitor().AsAsync(Role.Coordinator);

        var preview = await visitor.PostAsync($"{course.Address}/record/paused", ("Form.Reason", "A flood"));
        var page = await visitor.Client.GetAsync($"{course.Address}/record/paused");

        Assert.False(preview.Headers.CacheControl!.NoStore);
        Assert.True(preview.Headers.CacheControl.NoCache && preview.Headers.CacheControl.Private);
        Assert.True(page.Headers.CacheControl!.NoStore);
    }

    private static (string, string) Confirmed => ("Form.Intent", "confirm");

    private static (string, string) Known => ("Form.Known", "yes");

    public static TheoryData<string, string, string, string> Refusals => new()
    {
        // action, field, what was typed, sentence
        { "final-shared", "Form.Outcome", "", "Select the outcome" },
        { "final-shared", "Form.Outcome", "3", "Name the principal authority" },
        { "deadline", "Form.Reason", "", "Enter a reason" },
        { "withdrawn", "Form.Reason", " ", "Enter a reason" },
        { "withdrawn", "Form.Reason", new string('x', 2001), "Enter a reason of 2,000 characters or fewer: this one has 2,001" },
        { "lano-nominated", "Form.Name", new string('x', 1_000_000), "Enter the officer's name of 200 characters or fewer" },
        { "comments-received", "Form.Day.Day", "32", "must be a real date" },
        { "comments-received", "Form.Day.Year", "0001", "Day it happened must be between 1990 and 2199" },
        { "comments-received", "Form.Day.Year", "9999", "Day it happened must be between 1990 and 2199" },
        { "comments-received", "Form.Day.Year", "2012", "enter that day or a later one" },
        { "comments-received", "Form.Day.Year", "99999", "must include 4 numbers" },
        { "lano-nominated", "Form.Email", "nobody", "Enter an e-mail address in the correct form, like name@example.org" },
        { "lano-nominated", "Form.Time", "elevenish", "Enter the time like 10:30am" },
    };

    [Theory]
    [MemberData(nameof(Refusals))]
    public async Task Post_WhatIsNotGood_SaysAtTheFieldWhatToDo(string action, string field, string typed, string sentence)
    {
        var course = await new InspectionCourse(host).DraftSharedAsync();
        var visitor = await host.NewVisitor().AsAsync(Role.Coordinator);

        var page = await Visitor.ReadAsync(await visitor.PostAsync($"{course.Address}/record/{action}", [.. Today().Where(part => part.Name != field), (field, typed)]));

        Assert.StartsWith("Error: ", page.Title, StringComparison.Ordinal);
        Assert.Contains(sentence, page.QuerySelector(".govuk-error-summary")!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Post_DateInTheFuture_IsRefusedWithASentence()
    {
        var course = await new InspectionCourse(host).DraftSharedAsync();
        var visitor = await host.NewVisitor().AsAsync(Role.Coordinator);

        var page = await Visitor.ReadAsync(await visitor.PostAsync($"{course.Address}/record/comments-received", ("Form.Day.Day", "1"), ("Form.Day.Month", "12"), ("Form.Day.Year", "2028")));

        Assert.Contains("lies in the future", page.QuerySelector(".govuk-error-summary")!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Get_WhatCannotBeRecordedYet_SaysWhy()
    {
        var course = await new InspectionCourse(host).PlannedAsync(notified: true);
        var visitor = await host.NewVisitor().AsAsync(Role.Coordinator);

        var page = await visitor.OpenAsync($"{course.Address}/record/final-shared");

        Assert.Contains("The draft report has not been shared yet", page.QuerySelector("main")!.TextContent, StringComparison.Ordinal);
        Assert.Null(page.QuerySelector("main form"));
    }

    /// <summary>What cannot be seen, and line ends in a line, are taken off before anything is recorded: a name, an address, a reason.</summary>
    [Fact]
    public async Task Post_WhatCannotBeSeen_IsNotRecorded()
    {
        var course = await (await new InspectionCourse(host).PlannedAsync(notified: true)).SentAsync();
        var visitor = await host.NewVisitor().AsAsync(Role.Coordinator);

        var named = await course.ConfirmAsync(
            visitor, "lano-nominated", [.. Today(), ("Form.Name", "Eve\r\nExample\u202E\u200B"), ("Form.Email", "\u202Eeve\u200B@example.org ")]);

        Assert.Equal(HttpStatusCode.Redirect, named.StatusCode);
        var people = (await visitor.OpenAsync($"{course.Address}/people")).QuerySelector("main")!.TextContent;
        Assert.Contains("Eve Example", people, StringComparison.Ordinal);
        Assert.DoesNotContain("Malformed", people, StringComparison.Ordinal);

        await course.SentAsync();
        var paused = await course.ConfirmAsync(visitor, "paused", [.. Today(), ("Form.Reason", "A fictional\u2067 flood\u202E\r\nof the office\u0007")]);

        Assert.Equal(HttpStatusCode.Redirect, paused.StatusCode);
        Assert.Equal("A fictional flood\nof the office", (await course.CaseAsync()).Events.Select(recorded => recorded.Event).OfType<InspectionPaused>().Single().Reason);
    }

    [Fact]
    public async Task Get_NoSuchAction_ReturnsNotFound()
    {
        var course = await new InspectionCourse(host).PlannedAsync();
        var visitor = await host.NewVisitor().AsAsync(Role.Coordinator);

        var answer = await visitor.Client.GetAsync($"{course.Address}/record/shredded");

        Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
    }

    private static (string Name, string Value)[] Today()
    {
        var today = TestPresent.Today;
        return [("Form.Day.Day", Number(today.Day)), ("Form.Day.Month", Number(today.Month)), ("Form.Day.Year", Number(today.Year))];
    }

    private static string Number(int number) => number.ToString(CultureInfo.InvariantCulture);
}
