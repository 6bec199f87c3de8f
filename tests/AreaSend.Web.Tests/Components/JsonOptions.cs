using System.Text.Json;

namespace AreaSend.Web.Tests.Components;

/// <summary>Reads a fixture's options by path, "hint.text"; null where there is no such option.</summary>
internal static class JsonOptions
{
    public static JsonElement? At(this JsonElement element, string path)
    {
        foreach (var name in path.Split('.'))
        {
            if (element.ValueKind != JsonValueKind.Object || !element.TryGetProperty(name, out element))
            {
                return null;
            }
        }

        return element;
    }

    public static string? Text(this JsonElement element, string path) => element.At(path)?.ToString();

    public static bool Flag(this JsonElement element, string path) => element.At(path)?.ValueKind == JsonValueKind.True;

    public static IReadOnlyList<JsonElement> List(this JsonElement element, string path) => element.At(path) is { } list ? [.. list.EnumerateArray()] : [];
}
