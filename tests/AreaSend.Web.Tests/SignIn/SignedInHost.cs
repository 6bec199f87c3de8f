using System.Net;
using AreaSend.Services.Store;
using AreaSend.Testing;
using AreaSend.Web.Tests.Shell;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Mvc.Testing;
using Microsoft.AspNetCore.Mvc.Testing.Handlers;
using Microsoft.AspNetCore.TestHost;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace AreaSend.Web.Tests.SignIn;

/// <summary>The real host in memory, whose people sign in with a real provider, and a clock of sessions that the test moves on.</summary>
public sealed class SignedInHost(SignInProvider provider, IReadOnlyDictionary<string, string>? settings = null, Uri? site = null) : WebApplicationFactory<Program>
{
    /// <summary>Where the host in memory is, as its visitors have it.</summary>
    public static readonly Uri Site = new("http://localhost/");

    private readonly HostFolder _folder = new();

    /// <summary>The clock of inspections, where it is not the machine's.</summary>
    internal IClock? Clock { get; init; }

    /// <summary>The sessions' clock.</summary>
    internal MovableTime Time { get; } = new();

    internal StoreDatabase Database => Services.GetRequiredService<StoreDatabase>();

    /// <summary>Somebody at a browser of their own who has not signed in.</summary>
    internal PersonAtBrowser NewPerson() => WithCookies(new CookieContainer());

    /// <summary>The same browser, sent to this host instead of another.</summary>
    internal PersonAtBrowser WithCookiesOf(PersonAtBrowser other) => WithCookies(other.Cookies);

    private PersonAtBrowser WithCookies(CookieContainer cookies) => new(CreateDefaultClient(site ?? Site, new CookieContainerHandler(cookies)), provider.Address, cookies);

    /// <summary>Somebody who has signed in as one of the provider's people.</summary>
    internal async Task<PersonAtBrowser> SignedInAsync(string subject)
    {
        var person = NewPerson();
        Assert.Equal("/", await person.SignInAsync(subject));
        return person;
    }

    protected override void ConfigureWebHost(IWebHostBuilder builder)
    {
        Dictionary<string, string> mine = new()
        {
            ["AreaSend:SignIn:Authority"] = provider.Address.ToString().TrimEnd('/'),
            ["AreaSend:SignIn:ClientId"] = "areasend",
        };
        foreach (var (name, value) in _folder.Settings.Concat(mine).Concat(settings ?? new Dictionary<string, string> { ["AreaSend:SignIn:ClientSecret"] = SignInProvider.Secret }))
        {
            builder.UseSetting(name, value);
        }

        builder.ConfigureServices(TestPresent.Give);
        builder.ConfigureTestServices(services =>
        {
            services.Replace(ServiceDescriptor.Singleton<TimeProvider>(Time));
            if (Clock is { } clock)
            {
                services.Replace(ServiceDescriptor.Singleton(clock));
            }
        });
    }

    protected override void Dispose(bool disposing)
    {
        base.Dispose(disposing);
        if (disposing)
        {
            _folder.Dispose();
        }
    }
}

/// <summary>The machine's clock, and as much ahead of it as a test says.</summary>
internal sealed class MovableTime : TimeProvider
{
    private TimeSpan _ahead;

    public void Advance(TimeSpan by) => _ahead += by;

    public override DateTimeOffset GetUtcNow() => base.GetUtcNow() + _ahead;
}

/// <summary>A browser between the host in memory and the provider, which listens on a port: it follows redirects from one to the other.</summary>
internal sealed class PersonAtBrowser(HttpClient site, Uri provider, CookieContainer cookies)
{
    private readonly HttpClient _elsewhere = new(new HttpClientHandler { AllowAutoRedirect = false, UseCookies = true, CookieContainer = new CookieContainer() });

    public Visitor Visitor { get; } = new(site);

    public HttpClient Client => site;

    public CookieContainer Cookies => cookies;

    /// <summary>The last address that the provider sent this browser back to.</summary>
    public Uri? Callback { get; private set; }

    /// <summary>Signs in as one of the provider's people.</summary>
    /// <returns>The address at which the console lets them in, or says why not.</returns>
    public async Task<string> SignInAsync(string subject, string from = "/") => await ReturnAsync(await ToProviderAsync(subject, from));

    /// <summary>As far as the address with the code, which has not been opened yet.</summary>
    public async Task<Uri> ToProviderAsync(string subject, string from = "/")
    {
        var answer = await site.GetAsync($"/sign-in/start?from={Uri.EscapeDataString(from)}");
        for (var step = 0; step < 10; step++)
        {
            if (answer.StatusCode is HttpStatusCode.OK)
            {
                // The provider asks who it is.
                var address = answer.RequestMessage!.RequestUri!;
                answer = await _elsewhere.GetAsync(new Uri($"{address.GetLeftPart(UriPartial.Path)}/{subject}"));
                continue;
            }

            Assert.Contains(answer.StatusCode, (HttpStatusCode[])[HttpStatusCode.Redirect, HttpStatusCode.SeeOther]);
            var next = new Uri(answer.RequestMessage!.RequestUri!, answer.Headers.Location!);
            if (next.Authority != provider.Authority)
            {
                return Callback = next;
            }

            answer = await _elsewhere.GetAsync(next);
        }

        throw new InvalidOperationException("The provider sends the browser round in circles.");
    }

    /// <summary>Opens the address with the code.</summary>
    /// <returns>Where the console goes on from there.</returns>
    public async Task<string> ReturnAsync(Uri callback)
    {
        var answer = await site.GetAsync(callback);
        Assert.Equal(HttpStatusCode.Redirect, answer.StatusCode);
        return answer.Headers.Location!.IsAbsoluteUri ? answer.Headers.Location.PathAndQuery : answer.Headers.Location.OriginalString;
    }

    /// <summary>Whether the console shows its worklist, or asks to sign in.</summary>
    public async Task<bool> IsInAsync() => (await site.GetAsync("/")).StatusCode == HttpStatusCode.OK;

    /// <summary>Follows a chain of redirects at the provider, signing out included.</summary>
    public async Task<string> FollowAsync(HttpResponseMessage answer)
    {
        var next = answer.Headers.Location!;
        var page = await _elsewhere.GetAsync(next);
        return $"{(int)page.StatusCode} {next.GetLeftPart(UriPartial.Path)}";
    }
}
