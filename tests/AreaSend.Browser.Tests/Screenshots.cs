using Microsoft.Playwright;

namespace AreaSend.Browser.Tests;

/// <summary>Pictures of the pages, in the folder that AREASEND_SCREENSHOTS names, or else in a temporary one.</summary>
internal static class Screenshots
{
    private static readonly string Folder = Environment.GetEnvironmentVariable("AREASEND_SCREENSHOTS") is { Length: > 0 } named
        ? named
        : Path.Combine(Path.GetTempPath(), "areasend-screenshots");

    public static Task TakeAsync(IPage page, string name, int width) => page.ScreenshotAsync(new PageScreenshotOptions
    {
        Path = Path.Combine(Folder, $"{FileName(name)}-{width}.png"),
        FullPage = true,
    });

    private static string FileName(string name)
    {
        var plain = new string([.. name.Select(letter => char.IsAsciiLetterOrDigit(letter) ? letter : '-')]).Trim('-');
        return plain.Length == 0 ? "home" : plain;
    }
}
