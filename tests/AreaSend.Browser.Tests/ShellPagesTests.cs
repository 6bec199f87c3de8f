namespace AreaSend.Browser.Tests;

/// <summary>Each page of the shell on a desk and on a telephone: nothing refused by the content security policy, nothing that axe finds, nothing that scrolls sideways.</summary>
public class ShellPagesTests(Chromium chromium, CoordinatorsWindows windows) : IClassFixture<CoordinatorsWindows>
{
    public static TheoryData<string, int> Pages => new MatrixTheoryData<string, int>(
        ["/", "/sign-in", "/help", "/help/inspectors", "/accessibility", "/privacy", "/sandbox/patterns", "/sandbox/patterns?done=example", "/sandbox/patterns/form", "/nowhere", "/failure/403", "/failure/500"],
        [Window.Wide, Window.Telephone]);

    [Theory]
    [MemberData(nameof(Pages))]
    public Task Page_IsSoundAtBothWidths(string address, int width) => windows[width].GoAndCheckAsync(address);

    [Fact]
    public async Task Page_WithAFault_IsFoundOut()
    {
        // Arrange
        var window = windows[Window.Wide];
        await window.GoAndCheckAsync("/help");
        await window.Page.EvaluateAsync("document.documentElement.removeAttribute('lang')");

        // Act
        var found = await Assert.ThrowsAnyAsync<Exception>(() => window.CheckAsync("fault"));

        // Assert
        Assert.Contains("html-has-lang", found.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("/")]
    [InlineData("/sandbox/patterns")]
    [InlineData("/sandbox/patterns/form")]
    public async Task Page_WithoutJavaScript_ShowsTheWholeMenu(string address)
    {
        // Arrange
        await using var window = await chromium.OpenAsAsync("Coordinator", Window.Telephone, javaScript: false);

        // Act
        await window.Page.GotoAsync(address);

        // Assert
        foreach (var section in (string[])["Worklist", "Inspections", "Plan an inspection", "Areas", "Programme", "Calendar", "Clock"])
        {
            await Assertions.Expect(window.Page.GetByRole(AriaRole.Link, new() { Name = section, Exact = true }).First).ToBeVisibleAsync();
        }
    }

    [Fact]
    public async Task Fonts_AreNoneOfGovUk()
    {
        // Arrange
        var page = windows[Window.Wide].Page;
        await page.GotoAsync("/sandbox/patterns");

        // Act
        var families = await page.EvaluateAsync<string[]>("[...new Set([...document.querySelectorAll('body, body *')].map(e => getComputedStyle(e).fontFamily))]");

        // Assert
        Assert.DoesNotContain(families, family => family.Contains("GDS", StringComparison.Ordinal));
    }
}
