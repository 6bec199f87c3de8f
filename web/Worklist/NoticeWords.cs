using AreaSend.Core.Notices;
using AreaSend.Web.Inspections.Notices;

namespace AreaSend.Web.Worklist;

/// <summary>A notice in words, from its key.</summary>
internal static class NoticeWords
{
    /// <summary><c>annex-a-reminder:dcs:2026-11-24T1100:-2h</c> as "Annex A reminder to the director of children's services".</summary>
    public static string Of(string key)
    {
        var parts = key.Split(':');
        var role = parts.Length < 2 ? null : Enum.GetValues<RecipientRole>().Where(role => role.Key() == parts[1]).Select(role => role.Show()).FirstOrDefault();
        return $"{TemplateWords.Show(parts[0])}{(role is null ? "" : $" to the {role}")}";
    }
}
