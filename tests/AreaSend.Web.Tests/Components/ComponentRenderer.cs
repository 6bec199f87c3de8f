using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Web;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging.Abstractions;

namespace AreaSend.Web.Tests.Components;

/// <summary>Renders one component to HTML, as a page would.</summary>
internal static class ComponentRenderer
{
    public static async Task<string> RenderAsync<TComponent>(Dictionary<string, object?> parameters)
        where TComponent : IComponent
    {
        await using var services = new ServiceCollection().BuildServiceProvider();
        await using var renderer = new HtmlRenderer(services, NullLoggerFactory.Instance);
        return await renderer.Dispatcher.InvokeAsync(async () =>
            (await renderer.RenderComponentAsync<TComponent>(ParameterView.FromDictionary(parameters))).ToHtmlString());
    }

    /// <summary>What stands between the tags of a component.</summary>
    public static RenderFragment Markup(string? html) => builder => builder.AddMarkupContent(0, html ?? "");

    public static RenderFragment Words(string? text) => builder => builder.AddContent(0, text);
}
