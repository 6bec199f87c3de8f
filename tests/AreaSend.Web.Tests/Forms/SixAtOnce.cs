using System.Net;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using AreaSend.Web.Tests.Shell;

namespace AreaSend.Web.Tests.Forms;

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
}

/// <summary>Sends one form six times at once, as an impatient finger or a proxy does.</summary>
internal static class SixAtOnce
{
    private const int Times = 6;

    /// <summary>One is recorded; the other five say so in a sentence.</summary>
    public static async Task AssertRecordsOnceAsync(FilledForm form)
    {
        var before = await form.Recorded();
        var answers = await Task.WhenAll(Enumerable.Range(0, Times).Select(_ => form.Who.Client.PostAsync(form.Address, new FormUrlEncodedContent(form.Fields))));

        Assert.Equal(before + 1, await form.Recorded());
        var told = 0;
        foreach (var answer in answers)
        {
            told += await SaysThatNothingWasRecordedAsync(form, answer) ? 1 : 0;
        }

        Assert.Equal(Times - 1, told);
    }

    /// <summary>Without the version it was shown for, nothing is recorded.</summary>
    public static async Task AssertNeedsItsVersionAsync(FilledForm form)
    {
        var before = await form.Recorded();

        var answer = await form.Who.Client.PostAsync(form.Address, new FormUrlEncodedContent(form.WithoutVersion.Fields));

        Assert.NotEqual(HttpStatusCode.InternalServerError, answer.StatusCode);
        Assert.Equal(before, await form.Recorded());
    }

    private static async Task<bool> SaysThatNothingWasRecordedAsync(FilledForm form, HttpResponseMessage answer)
    {
        var page = answer.StatusCode == HttpStatusCode.Redirect
            ? await form.Who.OpenAsync(answer.Headers.Location!.ToString())
            : await Visitor.ReadAsync(answer);
        var words = string.Concat(page.QuerySelectorAll(".govuk-error-summary, .govuk-notification-banner, .govuk-warning-text").Select(part => part.TextContent));
        return Told.Any(sentence => words.Contains(sentence, StringComparison.Ordinal));
    }

    // What the console says to whoever came second: in each there is that it has been done, or that something has changed, and what to do.
    private static readonly string[] Told =
    [
        "so nothing was recorded", "nothing was planned a second time", "had been removed already", "so nothing was done", "so it was not moved again",
        "is already on its way", "You have already answered", "have already been selected", "Only a list that was refused", "since you opened the page",
    ];
}
