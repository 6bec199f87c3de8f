namespace AreaSend.Core.Notices;

/// <summary>What the key of a notice tells of it, such as <c>annex-a-reminder:dcs:2026-11-24T1100:-2h</c>.</summary>
/// <param name="Template">Name of the notice.</param>
/// <param name="To">Whom it goes to; null where the key names no role that is known.</param>
public readonly record struct NoticeKey(string Template, RecipientRole? To)
{
    /// <summary>Reads a key.</summary>
    public static NoticeKey Read(string key)
    {
        var parts = key.Split(':');
        return new NoticeKey(parts[0], parts.Length > 1 && Enum.GetValues<RecipientRole>().Where(role => role.Key() == parts[1]).ToList() is [var to] ? to : null);
    }
}
