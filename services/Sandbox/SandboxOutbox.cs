using System.Text.RegularExpressions;
using AreaSend.Services.Areas;
using AreaSend.Services.Deliveries;
using AreaSend.Services.GettingReady;
using AreaSend.Services.Mail;
using AreaSend.Services.Store;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using MimeKit;
using NodaTime;

namespace AreaSend.Services.Sandbox;

/// <summary>The e-mails that the sandbox has written instead of sending them, to be read in the browser.</summary>
public sealed partial class SandboxOutbox(IOptions<MailOptions> options, StoreDatabase database)
{
    /// <summary>The newest e-mails, newest first.</summary>
    /// <param name="most">How many.</param>
    /// <param name="cancellation">Gives up.</param>
    public async Task<IReadOnlyList<WrittenMail>> NewestAsync(int most, CancellationToken cancellation = default)
    {
        if (!Directory.Exists(options.Value.Folder))
        {
            return [];
        }

        var found = new List<WrittenMail>();
        foreach (var file in Directory.EnumerateFiles(options.Value.Folder, "*.eml"))
        {
            await using var content = File.OpenRead(file);
            var headers = new MimeMessage(await new MimeParser(content).ParseHeadersAsync(cancellation));
            if (!IsOfARoom(headers))
            {
                found.Add(WrittenMail.Of(Path.GetFileName(file), headers));
            }
        }

        return [.. (await SeenAsync(found, cancellation)).OrderByDescending(mail => mail.At).ThenBy(mail => mail.File, StringComparer.Ordinal).Take(most)];
    }

    /// <summary>One e-mail whole; null when there is none of that name.</summary>
    /// <param name="file">The name of its file.</param>
    /// <param name="cancellation">Gives up.</param>
    public async Task<WrittenMail?> FindAsync(string file, CancellationToken cancellation = default)
    {
        if (!FileName().IsMatch(file) || Path.Combine(options.Value.Folder, file) is var path && !File.Exists(path))
        {
            return null;
        }

        await using var content = File.OpenRead(path);
        var message = await MimeMessage.LoadAsync(content, cancellation);
        return IsOfARoom(message) ? null
            : (await SeenAsync([WrittenMail.Of(file, message) with { Text = message.TextBody, Html = message.HtmlBody }], cancellation)).SingleOrDefault();
    }

    /// <summary>Those that whoever asks sees: somebody who is limited to regions the e-mails about their inspections alone.</summary>
    private async Task<IReadOnlyList<WrittenMail>> SeenAsync(IReadOnlyList<WrittenMail> mails, CancellationToken cancellation)
    {
        if (!Sight.Current.IsLimited)
        {
            return mails;
        }

        await using var context = database.Open();
        var seen = (await context.Inspections.Select(row => row.Id).ToListAsync(cancellation)).ToHashSet();
        return [.. mails.Where(mail => mail.Key is { } key && MailKey.Read(key) is { } about && seen.Contains(about.Inspection))];
    }

    // Not even in the sandbox does a role see anything of the rooms in which areas get ready.
    private static bool IsOfARoom(MimeMessage message) =>
        message.Headers[EmlMessage.KeyHeader]?.EndsWith(ReadyMail.KeyEnding, StringComparison.Ordinal) == true;

    // What the folder's sender writes, and no path.
    [GeneratedRegex(@"\A[A-Za-z0-9_~-][A-Za-z0-9._~-]{0,250}\.eml\z")]
    private static partial Regex FileName();
}

/// <summary>An e-mail of the sandbox.</summary>
/// <param name="File">The name of its file.</param>
/// <param name="At">When it was written, by the sandbox's clock.</param>
/// <param name="From">Who it comes from.</param>
/// <param name="To">Who it is for.</param>
/// <param name="Subject">Its subject.</param>
public sealed record WrittenMail(string File, Instant At, string From, string To, string Subject)
{
    /// <summary>The key that its mail service would know it by; null where it has none.</summary>
    public string? Key { get; init; }

    /// <summary>Its plain text; null in a list.</summary>
    public string? Text { get; init; }

    /// <summary>Its HTML part; null in a list.</summary>
    public string? Html { get; init; }

    internal static WrittenMail Of(string file, MimeMessage message) =>
        new(file, Instant.FromDateTimeOffset(message.Date), message.From.ToString(), message.To.ToString(), message.Subject ?? "")
        {
            Key = message.Headers[EmlMessage.KeyHeader],
        };
}
