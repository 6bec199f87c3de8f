using System.Net;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using AreaSend.Web.Sandbox.Patterns;
using AreaSend.Web.Security;
using AreaSend.Web.SignIn;

namespace AreaSend.Web.Tests.Shell;

/// <summary>The worked example stands for every form: errors keep what was typed, success goes to another address.</summary>
public class FormPostTests(ConsoleFactory factory) : IClassFixture<ConsoleFactory>
{
    [Fact]
    public async Task Post_WithErrors_ShowsThemAtTheirFieldsAndKeepsWhatWasTyped()
    {
        // Arrange
        var visitor = await factory.NewVisitor().AsAsync(Role.Coordinator);

        // Act
        var answer = await visitor.PostAsync(
            ExampleFormPage.Path,
            ("Form.Area", "SB"), ("Form.AskedOn.Day", "31"), ("Form.AskedOn.Month", ""), ("Form.AskedOn.Year", "2026"), ("Form.Reason", " "), ("Form.Tell", "board"), ("Form.Tell", "forum"));

        // Assert
        var page = await Visitor.ReadAsync(answer);
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        Assert.StartsWith("Error: ", page.Title);
        var links = page.QuerySelectorAll(".govuk-error-summary a");
        Assert.Equal(["Date they asked must include a month", "Enter the reason they gave", "Select yes if they need an answer today"], links.Select(link => link.TextContent));
        Assert.All(links, link => Assert.NotNull(page.QuerySelector(link.GetAttribute("href")!)));
        Assert.Equal("SB", page.QuerySelector<IHtmlSelectElement>("#Form-Area")!.Value);
        Assert.Equal("31", page.QuerySelector<IHtmlInputElement>("#Form-AskedOn-Day")!.Value);
        Assert.Equal(["board", "forum"], page.QuerySelectorAll<IHtmlInputElement>("input[name='Form.Tell']").Where(box => box.IsChecked).Select(box => box.Value));
        Assert.Contains("govuk-input--error", page.QuerySelector("#Form-AskedOn-Month")!.ClassName);
        Assert.DoesNotContain("govuk-input--error", page.QuerySelector("#Form-AskedOn-Year")!.ClassName);
        Assert.Contains("Enter the reason they gave", page.QuerySelector("#Form-Reason-error")!.TextContent);
    }

    [Fact]
    public async Task Post_Good_RedirectsToAPageThatSaysItIsDone()
    {
        // Arrange
        var visitor = await factory.NewVisitor().AsAsync(Role.Coordinator);

        // Act
        var answer = await visitor.PostAsync(
            ExampleFormPage.Path,
            ("Form.Area", "SB"), ("Form.AskedOn.Day", "6"), ("Form.AskedOn.Month", "Jan"), ("Form.AskedOn.Year", "2026"), ("Form.Reason", "Snow"), ("Form.Urgent", "no"));

        // Assert
        Assert.Equal(HttpStatusCode.Redirect, answer.StatusCode);
        var page = await visitor.OpenAsync(answer.Headers.Location!.ToString());
        Assert.Contains("would have been saved", page.QuerySelector(".govuk-notification-banner--success")!.TextContent);
    }
}
