using MimeKit;

namespace AreaSend.Browser.Tests.Journeys;

/// <summary>An e-mail that has left: a file in the folder that the host writes to.</summary>
/// <param name="Key">Its key: the notice's, after the inspection's identifier.</param>
internal sealed record SentMail(string Key, string To, string Subject, string Text)
{
    /// <summary>The notice and the role, <c>draft-shared:dcs</c>.</summary>
    public bool Is(string template, string role) => Key.Contains($":{template}:{role}", StringComparison.Ordinal);
}

/// <summary>The folder of <c>.eml</c> files, read as a mail program reads it.</summary>
internal sealed class Outbox(string folder)
{
    public IReadOnlyList<SentMail> Read() =>
        Directory.Exists(folder) ? [.. Directory.EnumerateFiles(folder, "*.eml").Order(StringComparer.Ordinal).Select(Open)] : [];

    /// <summary>Where the notice of this name to this role went, for each time it was sent.</summary>
    public IReadOnlyList<string> AddressesOf(string template, string role) => [.. Read().Where(mail => mail.Is(template, role)).Select(mail => mail.To)];

    private static SentMail Open(string file)
    {
        var message = MimeMessage.Load(file);
        return new SentMail(message.Headers["X-AreaSend-Key"]!, message.To.Mailboxes.Single().Address, message.Subject!, Lines.Plain(message.TextBody!));
    }
}

/// <summary>Text as a reader sees it, whatever ends its lines.</summary>
internal static class Lines
{
    public static string Plain(string text) => string.Join('\n', text.ReplaceLineEndings("\n").Split('\n').Select(line => line.TrimEnd())).Trim();
}
