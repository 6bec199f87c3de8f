using System.Globalization;
using System.Text;
using AreaSend.Services.Storage;
using AreaSend.Services.Store;
using Microsoft.Extensions.Options;
using NodaTime;

namespace AreaSend.Services.Mail;

/// <summary>Writes each e-mail as a file that any mail program opens. The file is named after the key: a repeat replaces it.</summary>
internal sealed class EmlFolderSender(IOptions<MailOptions> options, IClock clock) : IMailSender
{
    public async Task<MailResult> SendAsync(Mail mail, CancellationToken cancellation)
    {
        if (!AddressForm.IsWellFormed(mail.To.Address))
        {
            return AddressForm.Refusal;
        }

        try
        {
            var name = FileName(mail.Key);
            await WriteAsync(mail, options.Value.Folder, name, cancellation);
            return new MailResult.Accepted(name);
        }
        catch (Exception problem) when (problem is IOException or UnauthorizedAccessException)
        {
            return new MailResult.TryLater($"The outbox folder cannot be written to: {problem.Message}");
        }
    }

    /// <summary>Whole or not at all: a reader never sees half a file, and a crash leaves none under the name.</summary>
    private async Task WriteAsync(Mail mail, string outbox, string name, CancellationToken cancellation)
    {
        PrivateFolder.Make(outbox);
        var temporary = Path.Combine(outbox, $".{Guid.NewGuid():N}.tmp");
        try
        {
            await using (var file = new FileStream(temporary, FileMode.CreateNew, FileAccess.Write))
            {
                await EmlMessage.Of(mail, clock.GetCurrentInstant()).WriteToAsync(file, cancellation);
                file.Flush(flushToDisk: true);
            }

            File.Move(temporary, Path.Combine(outbox, name), overwrite: true);
        }
        finally
        {
            File.Delete(temporary);
        }
    }

    // Reversible, so that two keys never share a file.
    private static string FileName(string key)
    {
        var name = new StringBuilder(key.Length + 4);
        foreach (var letter in key)
        {
            _ = letter switch
            {
                ':' => name.Append('_'),
                _ when char.IsAsciiLetterOrDigit(letter) || letter is '-' or '.' => name.Append(letter),
                _ => name.Append(CultureInfo.InvariantCulture, $"~{(int)letter:x4}"),
            };
        }

        return name.Append(".eml").ToString();
    }
}
