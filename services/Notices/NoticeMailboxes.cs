using AreaSend.Core.Notices;
using AreaSend.Services.Mail;
using Microsoft.Extensions.Options;

namespace AreaSend.Services.Notices;

/// <summary>Which mailbox a notice comes from.</summary>
public sealed class NoticeMailboxes(IOptions<MailOptions> options)
{
    /// <summary>CQC notifies the chief executive of the integrated care board (¶ 82); every other notice is Ofsted's, for both.</summary>
    public Mailbox From(string template, RecipientRole to) => IsFromCqc(template, to)
        ? new Mailbox(Cqc, options.Value.CqcFrom)
        : new Mailbox(Ofsted, options.Value.OfstedFrom);

    internal const string Ofsted = "Ofsted";

    internal const string Cqc = "Care Quality Commission";

    internal static bool IsFromCqc(string template, RecipientRole to) => template == "notification" && to == RecipientRole.Icb;
}
