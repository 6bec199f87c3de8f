using AreaSend.Services.Mail;
using AreaSend.Services.Store;

namespace AreaSend.Web.Inspections.Notices;

/// <summary>What has become of a notice, in words: once the mail service has taken it, what it says of the delivery.</summary>
internal static class NoticeStates
{
    public static string Show(OutboxNotice notice) => notice.State switch
    {
        NoticeState.Waiting => "To be sent",
        NoticeState.NoAddress => "No address",
        NoticeState.HeldBack => "Held back",
        NoticeState.Sent => notice.Delivery switch
        {
            DeliveryKind.Delivered => "Delivered",
            DeliveryKind.Deferred => "Sent, delivery delayed",
            DeliveryKind.Spam => "Delivered, marked as spam",
            _ => notice.AnswerLost ? "Sent, perhaps twice" : "Sent",
        },
        NoticeState.Dead => "Not delivered",
        NoticeState.ServedOtherwise => "Served otherwise",
        NoticeState.Lapsed => "Not sent any more",
        _ => throw new ArgumentOutOfRangeException(nameof(notice), notice.State, null),
    };

    /// <summary>The colour of its tag, which only repeats the word.</summary>
    public static string? Colour(OutboxNotice notice) => notice switch
    {
        { State: NoticeState.Sent, Delivery: DeliveryKind.Deferred or DeliveryKind.Spam } => "yellow",
        { State: NoticeState.Sent, AnswerLost: true } => "yellow",
        { State: NoticeState.Sent } => "green",
        { State: NoticeState.ServedOtherwise } => "teal",
        { State: NoticeState.HeldBack } => "yellow",
        { State: NoticeState.Lapsed } => "grey",
        { State: NoticeState.NoAddress or NoticeState.Dead } => "red",
        _ => null,
    };
}
