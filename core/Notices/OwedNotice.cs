using AreaSend.Core.Inspections;
using AreaSend.Core.Timetables;
using NodaTime;

namespace AreaSend.Core.Notices;

/// <summary>A notice that is or will be owed.</summary>
/// <param name="Key">Unique within the inspection: template, role, and the occurrence or the deadline it is about. It is compared and never taken
/// apart.</param>
/// <param name="Line">The line of the matrix that makes it owed.</param>
/// <param name="To">The role it goes to.</param>
/// <param name="Moment">From when it is owed.</param>
/// <param name="Series">Notices of one series about one deadline: if several moments have passed, only the last is sent.</param>
/// <param name="UselessFrom">When the deadline has passed, a reminder of it is not sent any more; null for notices that keep their use.</param>
/// <param name="About">Keys of the steps it is about; empty for what tells of a fact.</param>
/// <param name="Because">Positions of the facts that it tells of, the first first; empty for what is about a deadline.</param>
public sealed record OwedNotice(
    string Key,
    NoticeRow Line,
    RecipientRole To,
    Instant Moment,
    string Series,
    Instant? UselessFrom,
    IReadOnlyList<string> About,
    IReadOnlyList<int> Because)
{
    /// <summary>Name of the notice.</summary>
    public string Template => Line.Template;

    /// <summary>Keys of the notices that would have gone out at the same moment with the same table, and are part of this one.</summary>
    public IReadOnlyList<string> Covers { get; init; } = [];

    /// <summary>The event that puts it into the outbox.</summary>
    public NoticeRaised Raise() => new(Key, Template, To)
    {
        About = About.Count == 0 ? null : About,
        Because = Because.Count == 0 ? null : Because,
        Covers = Covers.Count == 0 ? null : Covers,
    };

    /// <summary>One notice in place of several to one role: the first of them, about the steps of all.</summary>
    internal static OwedNotice Together(IEnumerable<OwedNotice> notices)
    {
        List<OwedNotice> all = [.. notices.OrderBy(notice => notice.Moment)];
        return all.Count == 1 ? all[0] : all[0] with
        {
            About = [.. all.SelectMany(notice => notice.About).Distinct()],
            Covers = [.. all.Skip(1).Select(notice => notice.Key)],
        };
    }
}
