namespace AreaSend.Web.Inspections.Notices;

/// <summary>Names of notices in words.</summary>
internal static class TemplateWords
{
    /// <summary><c>annex-a-reminder</c> as "Annex A reminder".</summary>
    public static string Show(string template)
    {
        var words = template.Replace("annex-a", "annex A", StringComparison.Ordinal).Replace("lano", "LANO", StringComparison.Ordinal).Replace('-', ' ');
        return char.ToUpperInvariant(words[0]) + words[1..];
    }
}
