namespace AreaSend.Web.Components;

/// <summary>Joins class names, leaving out what is absent.</summary>
internal static class Css
{
    public static string Classes(string first, params ReadOnlySpan<string?> others)
    {
        var classes = first;
        foreach (var other in others)
        {
            classes = string.IsNullOrEmpty(other) ? classes : $"{classes} {other}";
        }

        return classes;
    }
}
