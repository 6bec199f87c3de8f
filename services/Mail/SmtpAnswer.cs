using MailKit.Net.Smtp;

namespace AreaSend.Services.Mail;

/// <summary>
/// Reads a mail server's refusals. Its own words often repeat the address, so only their number is kept. From 500 on they are for good, below that for now.
/// </summary>
internal static class SmtpAnswer
{
    public static MailResult Read(SmtpCommandException answer) => ((int)answer.StatusCode, answer.ErrorCode) switch
    {
        ( < 500 and var now, _) => new MailResult.TryLater($"The mail server cannot take the e-mail at the moment ({now})."),
        (var code, SmtpErrorCode.SenderNotAccepted) => new MailResult.Refused(
            $"The mail server does not let us send from this mailbox ({code}). Check AreaSend:Mail:OfstedFrom and :CqcFrom, and who may send from them."),
        (var code, SmtpErrorCode.RecipientNotAccepted) => new MailResult.Refused(
            $"The mail server refused the recipient's address ({code}). Check it among the contacts, then send the notice again."),
        (var code, _) => new MailResult.Refused($"The mail server refused the e-mail ({code})."),
    };

    /// <param name="answer">What the server said; null when it said nothing of use.</param>
    public static MailResult OfSignIn(SmtpCommandException? answer) => answer is { StatusCode: var code } && (int)code < 500
        ? new MailResult.TryLater($"The mail server cannot let us sign in at the moment ({(int)code}).")
        : new MailResult.Refused("The mail server does not know the user or the password. Check AreaSend:Mail:Smtp:User and :Password.");
}
