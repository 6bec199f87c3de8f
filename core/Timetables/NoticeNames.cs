using AreaSend.Core.Inspections;

namespace AreaSend.Core.Timetables;

/// <summary>Names of notices in words, from the names of their templates and from their keys.</summary>
public static class NoticeNames
{
    /// <summary><c>annex-a-reminder</c> as "Annex A reminder".</summary>
    public static string Show(string template) =>
        template.Replace("annex-a", "annex A", StringComparison.Ordinal).Replace("lano", "LANO", StringComparison.Ordinal).Replace('-', ' ')
            .Replace("self ", "self-", StringComparison.Ordinal).Replace("revisit", "re-visit", StringComparison.Ordinal).Capital();

    /// <summary>"Annex A reminder, to the director of children's services".</summary>
    public static string Show(string template, RecipientRole to) => $"{Show(template)}, to the {to.Show()}";

    /// <summary>The same, of a notice that was raised.</summary>
    public static string Show(NoticeRaised notice) => Show(notice.Template, notice.To);
}
