using System.Text.RegularExpressions;

namespace AreaSend.Browser.Tests.Journeys;

/// <summary>What the confirmation page says that an action will do.</summary>
internal sealed record Foretold(IReadOnlyList<ForetoldDate> Dates, IReadOnlyList<ForetoldMail> Mails)
{
    private const string ReadDates = """
        rows => rows.map(row => [row.cells[0].firstElementChild.textContent,
          row.cells[1].querySelector('time')?.dateTime ?? '', row.cells[1].querySelector('.timetable__certainty')?.textContent ?? '',
          row.cells[2].querySelector('time')?.dateTime ?? '', row.cells[2].querySelector('.timetable__certainty')?.textContent ?? '',
          row.querySelector('.timetable__if')?.textContent ?? ''])
        """;

    private const string ReadMails = "mails => mails.map(mail => [mail.querySelector('summary').textContent, ...[...mail.querySelectorAll('p')].map(line => line.textContent), mail.querySelector('pre').textContent])";

    public ForetoldDate this[string step] => Dates.Single(date => date.Step == step);

    public static async Task<Foretold> ReadAsync(IPage page)
    {
        var dates = await page.GetByRole(AriaRole.Table, new() { Name = "Dates that change" }).Locator("tbody tr").EvaluateAllAsync<string[][]>(ReadDates);
        var mails = await page.Locator("main details.email").EvaluateAllAsync<string[][]>(ReadMails);
        return new Foretold(
            [.. dates.Select(row => new ForetoldDate(row[0].Trim(), row[1], row[2], row[3], row[4]) { If = row[5].Trim() })],
            [.. mails.Select(mail => new ForetoldMail(Tidy(mail[0]), Tidy(mail[1]), Tidy(mail[2]).Replace("Subject: ", "", StringComparison.Ordinal), Lines.Plain(mail[3])))]);
    }

    private static string Tidy(string text) => Regex.Replace(text, @"\s+", " ").Trim();
}

/// <summary>A date before and after, ISO, and whether it is fixed or forecast.</summary>
internal sealed record ForetoldDate(string Step, string Now, string CertaintyNow, string WillBe, string CertaintyThen)
{
    /// <summary>For which outcome it stands, while that is unknown; empty for all.</summary>
    public string If { get; init; } = "";
}

/// <summary>An e-mail before it goes.</summary>
/// <param name="Summary">"Draft shared, to the director of children's services".</param>
/// <param name="To">"To: name, address".</param>
internal sealed record ForetoldMail(string Summary, string To, string Subject, string Text)
{
    /// <summary>Word for word; but a link that signs in is made when the e-mail is sent, and shown to nobody else.</summary>
    public bool Became(SentMail sent) =>
        To.EndsWith($", {sent.To}", StringComparison.Ordinal) && Subject == sent.Subject && WithoutLinks(Text) == WithoutLinks(sent.Text);

    private static string WithoutLinks(string text) => Regex.Replace(text, @"https?://\S+", "");
}
