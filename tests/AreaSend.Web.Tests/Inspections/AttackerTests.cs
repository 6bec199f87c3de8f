using System.Net;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using AreaSend.Testing;
using AreaSend.Web.Security;
using AreaSend.Web.SignIn;
using AreaSend.Web.Tests.Shell;

namespace AreaSend.Web.Tests.Inspections;

/// <summary>Somebody who sends what no page offers them.</summary>
public sealed class AttackerTests(ConsoleFactory host) : IClassFixture<ConsoleFactory>
{
    private const string Markup = "<script>alert(1)</script>\"'><img src=x onerror=alert(1)>";

    [Theory]
    [InlineData("{0}/record/withdrawn", "record")]
    [InlineData("{0}/notices/notification%3Adcs", "again")]
    [InlineData("{0}/notices/notification%3Adcs", "served")]
    [InlineData("/inspections/plan", "plan")]
    [InlineData("/areas/888/contacts/add", "contact")]
    [InlineData("/calendar", "refresh")]
    [InlineData("/calendar/by-hand/decide", "decide")]
    [InlineData("/sandbox/clock", "clock")]
    public async Task Post_CoordinatorsFormAsLeadInspector_IsRefusedAndRecordsNothing(string address, string form)
    {
        var course = await new InspectionCourse(host).PlannedAsync(notified: true);
        var before = await course.RecordedByPeopleAsync();
        var visitor = await host.NewVisitor().AsAsync(Role.LeadInspector);

        var answer = await PostAsync(visitor, string.Format(null, address, course.Address), form);

        Assert.True(answer.StatusCode is HttpStatusCode.Forbidden or HttpStatusCode.BadRequest, $"The answer was {answer.StatusCode}.");
        Assert.Equal(before, await course.RecordedByPeopleAsync());
    }

    [Fact]
    public async Task Post_WithoutToken_IsRefusedAndRecordsNothing()
    {
        var course = await new InspectionCourse(host).PlannedAsync(notified: true);
        var before = await course.RecordedByPeopleAsync();
        var visitor = await host.NewVisitor().AsAsync(Role.Coordinator);

        var answer = await visitor.Client.PostAsync($"{course.Address}/record/withdrawn", new FormUrlEncodedContent(Withdrawal("record")));

        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        Assert.Equal(before, await course.RecordedByPeopleAsync());
    }

    [Theory]
    [InlineData("paused", "")]
    [InlineData("paused", "/history")]
    [InlineData("deferral-asked", "/history")]
    public async Task Get_AReason_IsShownAsText(string action, string page)
    {
        var course = await new InspectionCourse(host).PlannedAsync(notified: true);
        var visitor = await host.NewVisitor().AsAsync(Role.Coordinator);
        var preview = await visitor.PostAsync($"{course.Address}/record/{action}", [.. Today(), ("Form.Reason", Markup)]);
        var recorded = await course.ConfirmAsync(visitor, action, [.. Today(), ("Form.Reason", Markup)]);

        var shown = await visitor.OpenAsync(course.Address + page);

        Assert.Equal(HttpStatusCode.Redirect, recorded.StatusCode);
        AssertIsText(await Visitor.ReadAsync(preview));
        AssertIsText(shown);
        Assert.Contains("<script>alert(1)</script>", shown.QuerySelector("main")!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Post_HowANoticeWasServed_IsShownAsText()
    {
        var course = await (await new InspectionCourse(host).PlannedAsync(notified: true)).SentAsync();
        var visitor = await host.NewVisitor().AsAsync(Role.Coordinator);

        (string, string)[] typed = [.. Day("Form.On"), ("Form.How", Markup)];
        AssertIsText(await Visitor.ReadAsync(await visitor.SendAsync($"{course.Address}/notices/notification%3Adcs", "served", typed)));
        await visitor.SendAsync($"{course.Address}/notices/notification%3Adcs", "served", [.. typed, ("Form.Intent", "confirm")]);
        var shown = await visitor.OpenAsync($"{course.Address}/history");

        AssertIsText(shown);
        Assert.Contains("<script>alert(1)</script>", shown.QuerySelector("main")!.TextContent, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("/calendar?year=soon")]
    [InlineData("/sandbox/clock?since=then")]
    [InlineData("/inspections?page=99999999999999999999&phase=none&sort=9")]
    [InlineData("/?By.Day=31&By.Month=2&By.Year=2027&standing=99")]
    [InlineData("/calendar/explain?Start.Day=1&Start.Month=1&Start.Year=2027&Count=2147483647")]
    [InlineData("/calendar/what-if?On.Day=1&On.Month=2&On.Year=9999&Called=x")]
    public async Task Get_AnAddressThatNobodyWrote_IsAPageAllTheSame(string address)
    {
        var visitor = await host.NewVisitor().AsAsync(Role.Coordinator);

        Assert.Equal(HttpStatusCode.OK, (await visitor.Client.GetAsync(address)).StatusCode);
    }

    [Theory]
    [InlineData("\0", 1)] // no text
    [InlineData("x", 5_000_000)] // no reason
    public async Task Post_WhatNoFormCanHold_SaysWhatToDo(string typed, int times)
    {
        var course = await new InspectionCourse(host).PlannedAsync(notified: true);
        var visitor = await host.NewVisitor().AsAsync(Role.Coordinator);

        var answer = await visitor.PostAsync($"{course.Address}/record/paused", ("Form.Reason", string.Concat(Enumerable.Repeat(typed, times))));

        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.StatusCode);
        Assert.Contains("Go back, type it anew", (await Visitor.ReadAsync(answer)).QuerySelector("main")!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Get_RecordedThatIsNoAction_PutsNoWordsOnThePage()
    {
        var course = await new InspectionCourse(host).PlannedAsync();
        var visitor = await host.NewVisitor().AsAsync(Role.Coordinator);

        var page = await visitor.OpenAsync($"{course.Address}?recorded=Send+your+password+to+attacker");

        Assert.Null(page.QuerySelector(".govuk-notification-banner"));
    }

    private static void AssertIsText(IHtmlDocument page)
    {
        Assert.DoesNotContain(page.QuerySelectorAll("script"), script => script.TextContent.Contains("alert", StringComparison.Ordinal));
        Assert.Empty(page.QuerySelectorAll("[onerror]"));
    }

    private static (string, string)[] Today() => Day("Form.Day");

    private static (string, string)[] Day(string name)
    {
        var today = TestPresent.Today;
        return [($"{name}.Day", $"{today.Day}"), ($"{name}.Month", $"{today.Month}"), ($"{name}.Year", $"{today.Year}")];
    }

    private static Dictionary<string, string> Withdrawal(string form) => new()
    {
        ["_handler"] = form,
        ["Form.Reason"] = "Because I can",
        ["Form.Intent"] = "confirm",
        ["Form.Step"] = "next",
    };

    // With a token of their own, from a page that they may see.
    private static async Task<HttpResponseMessage> PostAsync(Visitor visitor, string address, string form, params (string Name, string Value)[] typed)
    {
        var page = await visitor.OpenAsync(SignInPage.Path);
        var fields = Withdrawal(form);
        fields["__RequestVerificationToken"] = page.QuerySelector<IHtmlInputElement>("input[name=__RequestVerificationToken]")!.Value;
        foreach (var (name, value) in typed)
        {
            fields[name] = value;
        }

        return await visitor.Client.PostAsync(address, new FormUrlEncodedContent(fields));
    }
}
