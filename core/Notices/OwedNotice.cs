using NodaTime;

namespace AreaSend.Core.Notices;

/// <summary>A notice that is or will be owed.</summary>
/// <param name="Key">Unique within the inspection: template, role, and the occurrence or the deadline it is about.</param>
/// <param name="Template">Name of the notice.</param>
/// <param name="To">The role it goes to.</param>
/// <param name="Moment">From when it is owed.</param>
/// <param name="Series">Notices of one series about one deadline: if several moments have passed, only the last is sent.</param>
/// <param name="UselessFrom">When the deadline has passed, a reminder of it is not sent any more; null for notices that keep their use.</param>
/// <param name="Steps">The steps it is about.</param>
public sealed record OwedNotice(
    string Key, string Template, RecipientRole To, Instant Moment, string Series, Instant? UselessFrom, IReadOnlyList<string> Steps);
