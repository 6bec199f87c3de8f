using System.Net;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using AngleSharp.Html.Parser;
using AreaSend.Web.Security;
using AreaSend.Web.SignIn;

namespace AreaSend.Web.Tests.Shell;

/// <summary>Somebody at a browser without JavaScript: opens pages, fills in the form on a page and sends it.</summary>
internal sealed class Visitor(HttpClient client)
{
    public HttpClient Client => client;

    public async Task<Visitor> AsAsync(Role role)
    {
        var answer = await PostAsync(SignInPage.Path, ("Form.Role", role.ToString()));
        Assert.Equal(HttpStatusCode.Redirect, answer.StatusCode);
        return this;
    }

    /// <summary>As a coordinator who sees one region alone.</summary>
    public async Task<Visitor> OfRegionAsync(string region)
    {
        var answer = await PostAsync(SignInPage.Path, ("Form.Role", SignInPage.OfOneRegion), ("Form.Region", region));
        Assert.Equal(HttpStatusCode.Redirect, answer.StatusCode);
        return this;
    }

    public async Task<IHtmlDocument> OpenAsync(string address) => await ReadAsync(await client.GetAsync(address));

    /// <summary>Opens a page and sends its form, hidden fields and token included, with these values typed in.</summary>
    public async Task<HttpResponseMessage> PostAsync(string address, params (string Name, string Value)[] typed)
    {
        var page = await OpenAsync(address);
        var hidden = page.QuerySelectorAll<IHtmlInputElement>("main form[method=post] input[type=hidden]").Select(input => (Name: input.Name!, input.Value));
        return await client.PostAsync(address, new FormUrlEncodedContent(hidden.Concat(typed).Select(field => KeyValuePair.Create(field.Name, field.Value))));
    }

    /// <summary>Sends the form on a page that is already open, with its hidden fields and with these values typed in.</summary>
    public Task<HttpResponseMessage> SendAsync(string address, IHtmlDocument page, params (string Name, string Value)[] typed)
    {
        var hidden = page.QuerySelectorAll<IHtmlInputElement>("main form[method=post] input[type=hidden]").Select(input => (Name: input.Name!, input.Value));
        return client.PostAsync(address, new FormUrlEncodedContent(hidden.Concat(typed).Select(field => KeyValuePair.Create(field.Name, field.Value))));
    }

    /// <summary>Opens a page and sends the one of its forms that has this name.</summary>
    public async Task<HttpResponseMessage> SendAsync(string address, string form, params (string Name, string Value)[] typed) =>
        await SendAsync(address, await OpenAsync(address), form, typed);

    /// <summary>Sends the one form of a page that has this name.</summary>
    public Task<HttpResponseMessage> SendAsync(string address, IHtmlDocument page, string form, params (string Name, string Value)[] typed)
    {
        var sent = page.QuerySelectorAll<IHtmlFormElement>("form[method=post]").Single(one => one.QuerySelector($"input[name=_handler][value='{form}']") is not null);
        var hidden = sent.QuerySelectorAll<IHtmlInputElement>("input[type=hidden]").Select(input => (Name: input.Name!, input.Value));
        return client.PostAsync(address, new FormUrlEncodedContent(hidden.Concat(typed).Select(field => KeyValuePair.Create(field.Name, field.Value))));
    }

    /// <summary>Opens a page and sends a file, "Form.File", with the one of its forms that has this name.</summary>
    public async Task<HttpResponseMessage> SendFileAsync(string address, string form, string content)
    {
        var page = await OpenAsync(address);
        var sent = page.QuerySelectorAll<IHtmlFormElement>("form[method=post]").Single(one => one.QuerySelector($"input[name=_handler][value='{form}']") is not null);
        using var posted = new MultipartFormDataContent();
        foreach (var input in sent.QuerySelectorAll<IHtmlInputElement>("input[type=hidden]"))
        {
            posted.Add(new StringContent(input.Value), input.Name!);
        }

        posted.Add(new StringContent(content), "Form.File", "file.csv");
        return await client.PostAsync(address, posted);
    }

    public static async Task<IHtmlDocument> ReadAsync(HttpResponseMessage answer) => new HtmlParser().ParseDocument(await answer.Content.ReadAsStringAsync());
}
