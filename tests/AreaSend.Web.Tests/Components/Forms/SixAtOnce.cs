using System.Net;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using AreaSend.Web.Tests.Shell;

namespace AreaSend.Web.Tests.Components.Forms;

/// <summary>A form filled in and about to be confirmed.</summary>
/// <param name="Who">Whose browser it is in.</param>
/// <param name="Address">Where it is posted.</param>
/// <param name="Fields">All that is posted: hidden fields, token, answers, the button pressed.</param>
/// <param name="Recorded">How often what it asks for is in the store.</param>
internal sealed record FilledForm(Visitor Who, string Address, IReadOnlyList<KeyValuePair<string, string>> Fields, Func<Task<int>> Recorded)
{
    /// <summary>The one form of this name on a page, with what was typed.</summary>
    public static FilledForm On(Visitor who, string address, IHtmlDocument page, string form, Func<Task<int>> recorded, params (string Name, string Value)[] typed)
    {
        var sent = page.QuerySelectorAll<IHtmlFormElement>("form[method=post]").Single(one => one.QuerySelector($"input[name=_handler][value='{form}']") is not null);
        var hidden = sent.QuerySelectorAll<IHtmlInputElement>("input[type=hidden]").Select(input => KeyValuePair.Create(input.Name!, input.Value));
        return new FilledForm(who, address, [.. hidden.Concat(typed.Select(field => KeyValuePair.Create(field.Name, field.Value)))], recorded);
    }

    /// <summary>The same form as it would be sent by a program that leaves out what it was shown for.</summary>
    public FilledForm WithoutVersion => this with { Fields = [.. Fields.Where(one => one.Key != "Version")] };

    public Task<HttpResponseMessage> PostAsync() => Who.Client.PostAsync(Address, new FormUrlEncodedContent(Fields));
}

/// <summary>Sends one form six times at once, as an impatient finger or a proxy does.</summary>
internal static class SixAtOnce
{
    private const int Times = 6;

    /// <summary>One is recorded; the other five, and a seventh that comes when all is done, say so in a sentence.</summary>
    public static async Task AssertRecordsOnceAsync(FilledForm form)
    {
        var before = await form.Recorded();
        var answers = await Task.WhenAll(Enumerable.Range(0, Times).Select(_ => form.PostAsync()));
        var late = await form.PostAsync();

        Assert.Equal(before + 1, await form.Recorded());
        var said = new List<string>();
        foreach (var answer in answers.Append(late))
        {
            said.Add(await WordsAsync(form, answer));
        }

        var told = said.Count(words => Told.Any(sentence => words.Contains(sentence, StringComparison.Ordinal)));
        Assert.True(told == Times, $"{told} of {Times} were told that nothing was recorded. They read:\n{string.Join('\n', said)}");
    }

    /// <summary>Without the version it was shown for, nothing is recorded.</summary>
    public static async Task AssertNeedsItsVersionAsync(FilledForm form)
    {
        var before = await form.Recorded();

        var answer = await form.WithoutVersion.PostAsync();

        Assert.NotEqual(HttpStatusCode.InternalServerError, answer.StatusCode);
        Assert.Equal(before, await form.Recorded());
    }

    /// <summary>What stands out on the page that somebody comes to.</summary>
    private static async Task<string> WordsAsync(FilledForm form, HttpResponseMessage answer)
    {
        var page = answer.StatusCode == HttpStatusCode.Redirect
            ? await form.Who.OpenAsync(answer.Headers.Location!.ToString())
            : await Visitor.ReadAsync(answer);
        var words = string.Concat(page.QuerySelectorAll(".govuk-error-summary, .govuk-notification-banner, .govuk-warning-text").Select(part => part.TextContent));
        return $"{(int)answer.StatusCode} {page.Title}: {string.Join(' ', words.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries))}";
    }

    // What the console says to whoever came second: in each there is that it has been done, or that something has changed, and what to do.
    private static readonly string[] Told =
    [
        "so nothing was recorded", "nothing was planned a second time", "had been removed already", "so nothing was done", "so it was not moved again",
        "is already on its way", "You have already answered", "have already been selected", "Only a list that was refused", "since you opened the page",
    ];
}
