using AreaSend.Core.Notices;
using AreaSend.Core.Timetables;
using AreaSend.Services.Mail;
using Microsoft.Extensions.Options;

namespace AreaSend.Services.Notices;

/// <summary>Which mailbox a notice comes from.</summary>
public sealed class NoticeMailboxes(IOptions<MailOptions> options)
{
    /// <summary>The sender's own (<see cref="NoticeMatrix.SenderOf"/>).</summary>
    public Mailbox From(string template, RecipientRole to) => IsFromCqc(template, to)
        ? new Mailbox(Cqc, options.Value.CqcFrom)
        : new Mailbox(Ofsted, options.Value.OfstedFrom);

    internal const string Ofsted = "Ofsted";

    internal const string Cqc = "Care Quality Commission";

    internal static bool IsFromCqc(string template, RecipientRole to) => NoticeMatrix.SenderOf(new NoticeKey(template, to)) == Actor.Cqc;
}
