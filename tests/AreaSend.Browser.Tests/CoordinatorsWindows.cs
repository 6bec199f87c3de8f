namespace AreaSend.Browser.Tests;

/// <summary>A coordinator's two windows, on a desk and on a telephone, for a class that goes from page to page: a window of its own would cost each page more than its check.</summary>
public sealed class CoordinatorsWindows(Chromium chromium) : IAsyncLifetime
{
    private readonly Dictionary<int, Window> _byWidth = [];

    /// <summary>The window of this width, <see cref="Window.Wide"/> or <see cref="Window.Telephone"/>.</summary>
    public Window this[int width] => _byWidth[width];

    public async ValueTask InitializeAsync()
    {
        foreach (var width in (int[])[Window.Wide, Window.Telephone])
        {
            _byWidth[width] = await chromium.OpenAsAsync("Coordinator", width);
        }
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var window in _byWidth.Values)
        {
            await window.DisposeAsync();
        }
    }
}
