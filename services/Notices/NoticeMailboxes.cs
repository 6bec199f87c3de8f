using AreaSend.Core.Timetables;
using AreaSend.Services.Mail;
using Microsoft.Extensions.Options;

namespace AreaSend.Services.Notices;

/// <summary>Which mailbox a notice comes from.</summary>
public sealed class NoticeMailboxes(IOptions<MailOptions> options)
{
    /// <summary>The mailbox of who sends it: CQC's own, and Ofsted's for everybody else.</summary>
    public Mailbox Of(Actor sender) => new(NameOf(sender), sender == Actor.Cqc ? options.Value.CqcFrom : options.Value.OfstedFrom);

    internal const string Ofsted = "Ofsted";

    internal const string Cqc = "Care Quality Commission";

    internal static string NameOf(Actor sender) => sender == Actor.Cqc ? Cqc : Ofsted;
}
