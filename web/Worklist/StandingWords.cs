using AreaSend.Core.Rules;

namespace AreaSend.Web.Worklist;

/// <summary>How pressing something is, in words.</summary>
internal static class StandingWords
{
    public static string Show(this Standing standing) => standing switch
    {
        Standing.NotServed => "Not served",
        Standing.Overdue => "Overdue",
        Standing.DueToday => "Due today",
        Standing.Waiting => "Waiting for a decision",
        Standing.Upcoming => "In the next 5 working days",
        _ => throw new ArgumentOutOfRangeException(nameof(standing), standing, null),
    };
}
