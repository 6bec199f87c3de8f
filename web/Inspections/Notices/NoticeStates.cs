using AreaSend.Services.Store;

namespace AreaSend.Web.Inspections.Notices;

/// <summary>What has become of a notice, in words.</summary>
internal static class NoticeStates
{
    public static string Show(NoticeState state) => state switch
    {
        NoticeState.Waiting => "To be sent",
        NoticeState.NoAddress => "No address",
        NoticeState.Sent => "Sent",
        NoticeState.Dead => "Not delivered",
        NoticeState.ServedOtherwise => "Served otherwise",
        _ => throw new ArgumentOutOfRangeException(nameof(state), state, null),
    };

    /// <summary>The colour of its tag, which only repeats the word.</summary>
    public static string? Colour(NoticeState state) => state switch
    {
        NoticeState.Sent => "green",
        NoticeState.ServedOtherwise => "teal",
        NoticeState.NoAddress or NoticeState.Dead => "red",
        _ => null,
    };
}
