using System.Globalization;
using System.Net;
using AreaSend.Core.Calendars;
using AreaSend.Core.Inspections;
using AreaSend.Web.SignIn;
using AreaSend.Web.Tests.Shell;

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

        var answer = await visitor.PostAsync(address, [.. Today(), ("Form.Outcome", "3"), ("Form.PrincipalAuthority", "Lancashire County Council"), ("Form.Confirmed", "true")]);

        Assert.Equal(HttpStatusCode.Redirect, answer.StatusCode);
        Assert.EndsWith($"{course.Address}?recorded=final-shared", answer.Headers.Location!.ToString(), StringComparison.Ordinal);
        var outcome = Assert.IsType<Outcome.WidespreadFailings>((await course.CaseAsync()).Outcome);
        Assert.Equal("Lancashire County Council", outcome.PrincipalAuthority);
    }

    public static TheoryData<string, string, string, string> Refusals => new()
    {
        // action, field, what was typed, sentence
        { "final-shared", "Form.Outcome", "", "Select the outcome" },
        { "final-shared", "Form.Outcome", "3", "Name the principal authority" },
        { "deadline", "Form.Reason", "", "Enter a reason" },
        { "withdrawn", "Form.Reason", " ", "Enter a reason" },
        { "lano-nominated", "Form.Email", "nobody", "Enter an e-mail address in the correct format" },
        { "lano-nominated", "Form.Time", "elevenish", "Enter the time like 10:30am" },
    };

    [Theory]
    [MemberData(nameof(Refusals))]
    public async Task Post_WhatIsNotGood_SaysAtTheFieldWhatToDo(string action, string field, string typed, string sentence)
    {
        var course = await new InspectionCourse(host).DraftSharedAsync();
        var visitor = await host.NewVisitor().AsAsync(Role.Coordinator);

        var page = await Visitor.ReadAsync(await visitor.PostAsync($"{course.Address}/record/{action}", [.. Today(), (field, typed)]));

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
        var today = LondonTime.DateOf(SystemClock.Instance.GetCurrentInstant());
        return [("Form.Day.Day", Number(today.Day)), ("Form.Day.Month", Number(today.Month)), ("Form.Day.Year", Number(today.Year))];
    }

    private static string Number(int number) => number.ToString(CultureInfo.InvariantCulture);
}
