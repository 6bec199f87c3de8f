using Microsoft.Playwright;

namespace AreaSend.Browser.Tests;

/// <summary>Pictures of the pages, in the folder that AREASEND_SCREENSHOTS names; without it none are taken.</summary>
internal static class Screenshots
{
    private static readonly string? Folder = Environment.GetEnvironmentVariable("AREASEND_SCREENSHOTS") is { Length: > 0 } named ? named : null;

    public static async Task TakeAsync(IPage page, string name, int width)
    {
        if (Folder is not null)
        {
            await page.ScreenshotAsync(new PageScreenshotOptions { Path = Path.Combine(Folder, $"{FileName(name)}-{width}.png"), FullPage = true });
        }
    }

    private static string FileName(string name)
    {
        var plain = new string([.. name.Select(letter => char.IsAsciiLetterOrDigit(letter) ? letter : '-')]).Trim('-');
        return plain.Length == 0 ? "home" : plain;
    }
}
