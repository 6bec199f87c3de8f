using System.Net;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using AreaSend.Core.Calendars;
using AreaSend.Core.Inspections;
using AreaSend.Core.Timetables;
using AreaSend.Services.Areas;
using AreaSend.Services.BankHolidays;
using AreaSend.Services.Inspections;
using AreaSend.Services.Mail;
using AreaSend.Services.Staff;
using AreaSend.Services.Store;
using AreaSend.Services.Store.Calendars;
using AreaSend.Testing;
using AreaSend.Web.Tests.Shell;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using NodaTime;

namespace AreaSend.Web.Tests.SignIn;

/// <summary>Sign-in against a real provider: who is let in, for how long, and what is refused.</summary>
public sealed class OpenIdSignInTests : SignInTest
{
    [Fact]
    public async Task SignIn_SomebodyWithARole_IsInUnderTheirName()
    {
        var pat = Host.NewPerson();

        var to = await pat.SignInAsync("pat", "/areas?region=north");

        Assert.Equal("/areas?region=north", to);
        var page = await pat.Visitor.OpenAsync("/");
        Assert.Equal("You are: Pat Fictional, Coordinator", page.QuerySelector(".masthead__role")!.TextContent.Trim());
        Assert.NotNull(page.QuerySelector("nav a[href='/inspections/plan']"));
        await using var context = Host.Database.Open();
        var known = Assert.Single(await context.Set<StaffMember>().ToListAsync());
        Assert.Equal(("pat", "Pat Fictional", "pat@example.org"), (known.Subject, known.Name, known.Email));
    }

    /// <summary>Who coordinates or leads something sees that first, and everything on request.</summary>
    [Theory]
    [InlineData("pat", "302", "plans it, and so coordinates it")]
    [InlineData("lee", "301", "leads it, under the address that is on record")]
    [InlineData("ines", "301 302", "has none, and sees all")]
    public async Task Worklist_OfSomebodyWithInspections_IsTheirOwnByDefault(string subject, string areas, string reason)
    {
        var person = await Host.SignedInAsync(subject);
        await Host.SignedInAsync("pat");
        await using (var context = Host.Database.Open())
        {
            var pat = await context.Set<StaffMember>().SingleAsync(member => member.Subject == "pat");
            Assert.True(pat.Coordinates);
            var store = Host.Services.GetRequiredService<InspectionStore>();

            // Notified within two weeks, Christmas or not.
            var calendar = (await Host.Services.GetRequiredService<CalendarLibrary>().CurrentAsync()).Calendar;
            var soon = calendar.NextOrSame(TestPresent.Today.PlusDays(20));
            Assert.IsType<Recording.Recorded>(await store.PlanAsync("301", InspectionKind.Full, soon, Recorder.Coordinator, new Mailbox("Lee Fictional", "LEE@example.org")));
            Assert.IsType<Recording.Recorded>(await store.PlanAsync("302", InspectionKind.Full, soon, new Recorder(RecorderRole.Coordinator, pat.Id)));
        }

        var page = await person.Visitor.OpenAsync("/");
        var all = await person.Visitor.OpenAsync("/?whose=all");

        Assert.True(areas == Areas(page), reason);
        Assert.Equal("301 302", Areas(all));
        static string Areas(IParentNode page) =>
            string.Join(' ', page.QuerySelectorAll(".work__area").Select(area => LocalAuthorities.All.Single(one => one.DisplayName == area.TextContent).Code).Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task SignIn_ASecondTime_IsTheSamePersonUnderTheNewName()
    {
        await Host.SignedInAsync("pat");
        Provider.Have(new Dictionary<string, MadeUpPerson> { ["pat"] = new("Pat Newname", ["Coordinator"]) });

        await Host.SignedInAsync("pat");

        await using var context = Host.Database.Open();
        Assert.Equal("Pat Newname", Assert.Single(await context.Set<StaffMember>().ToListAsync()).Name);
    }

    [Fact]
    public async Task Record_BySomebodySignedIn_IsTheirsInTheHistory()
    {
        var pat = await Host.SignedInAsync("pat");
        var day = LocalDate.FromDateTime(Host.Time.GetUtcNow().UtcDateTime).PlusWeeks(12).With(DateAdjusters.NextOrSame(IsoDayOfWeek.Monday));
        (string, string)[] typed = [("Form.Area", "888"), ("Form.OnSite.Day", $"{day.Day}"), ("Form.OnSite.Month", $"{day.Month}"), ("Form.OnSite.Year", $"{day.Year}")];
        var preview = await Visitor.ReadAsync(await pat.Visitor.PostAsync("/inspections/plan", typed));
        await pat.Visitor.SendAsync("/inspections/plan", preview, "plan", [.. typed, ("Form.Intent", "plan")]);

        await using var context = Host.Database.Open();
        var (row, person) = (Assert.Single(await context.Events.Where(row => row.Kind == "planned").ToListAsync()), Assert.Single(await context.Set<StaffMember>().ToListAsync()));
        Assert.Equal($"Coordinator {person.Id:D}", row.By);
        Assert.DoesNotContain("Pat", row.Payload, StringComparison.Ordinal);
        var history = await pat.Visitor.OpenAsync($"/inspections/{row.Inspection}/history");
        Assert.Contains("Pat Fictional, Coordinator", history.QuerySelector("main")!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task SignIn_SomebodyWithoutARole_IsToldSoAndIsNotIn()
    {
        var noor = Host.NewPerson();

        var to = await noor.SignInAsync("noor");

        Assert.Equal("/sign-in?why=NoRole", to);
        Assert.Contains("it has no role in AreaSend", (await noor.Visitor.OpenAsync(to)).QuerySelector("main")!.TextContent, StringComparison.Ordinal);
        Assert.False(await noor.IsInAsync());
    }

    [Fact]
    public async Task SignIn_ByCertificate_NeedsNoSecret()
    {
        using var key = RSA.Create(2048);
        using var certificate = new CertificateRequest("CN=areasend.example.org", key, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1)
            .CreateSelfSigned(DateTimeOffset.UtcNow.AddDays(-1), DateTimeOffset.UtcNow.AddDays(1));
        using var folder = new TemporaryFolder();
        await File.WriteAllTextAsync(folder.File("console.pem"), $"{certificate.ExportCertificatePem()}\n{key.ExportPkcs8PrivateKeyPem()}\n");
        await using var knowsIt = await SignInProvider.StartAsync(SignedInHost.Site, certificate);
        await using var withCertificate = new SignedInHost(knowsIt, new Dictionary<string, string> { ["AreaSend:SignIn:CertificateFile"] = folder.File("console.pem") });

        var pat = await withCertificate.SignedInAsync("pat");

        withCertificate.Time.Advance(TimeSpan.FromMinutes(6));
        Assert.True(await pat.IsInAsync()); // The renewal proves itself in the same way.
    }

    public static TheoryData<string, Func<PersonAtBrowserOf, Task<string>>> Refused => new()
    {
        { "the same answer a second time", async at => await at.Person.SignInAsync("pat") is "/" ? await at.Person.ReturnAsync(at.Person.Callback!) : "not in" },
        { "an answer to somebody else's question", async at => await at.Other.ReturnAsync(await at.Person.ToProviderAsync("pat")) },
        { "a code of the attacker's own", async at => await at.Person.ReturnAsync(Swap(await at.Person.ToProviderAsync("pat"), await at.Other.ToProviderAsync("lee"))) },
        { "no state", async at => await at.Person.ReturnAsync(Without(await at.Person.ToProviderAsync("pat"), "state")) },
        { "the provider says no", async at => await at.Person.ReturnAsync(new Uri($"{Without(await at.Person.ToProviderAsync("pat"), "code")}&error=access_denied")) },
    };

    [Theory]
    [MemberData(nameof(Refused))]
    public async Task SignIn_WithAnAnswerThatIsNotToThisQuestion_IsRefused(string what, Func<PersonAtBrowserOf, Task<string>> attempt)
    {
        var at = new PersonAtBrowserOf(Host.NewPerson(), Host.NewPerson());

        var to = await attempt(at);

        Assert.True(to == "/sign-in?why=Refused", what);
        Assert.False(await at.Other.IsInAsync());
        Assert.Contains("nobody was signed in", (await at.Other.Visitor.OpenAsync(to)).QuerySelector("main")!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task SignIn_ConsoleThatTheProviderDoesNotKnow_SaysSoAndLetsNobodyIn()
    {
        await using var wrong = new SignedInHost(Provider, new Dictionary<string, string> { ["AreaSend:SignIn:ClientSecret"] = "not its secret" });
        var pat = wrong.NewPerson();

        Assert.Equal("/sign-in?why=Refused", (await pat.ToProviderAsync("pat")).PathAndQuery);
        Assert.False(await pat.IsInAsync());
    }

    [Theory]
    [InlineData(60, true)] // Clocks differ by a little.
    [InlineData(-60, true)]
    [InlineData(-1200, false)] // By our clock the token ended a quarter of an hour ago.
    public async Task SignIn_ClocksApart_IsRefusedOnlyPastTheSkew(int secondsAhead, bool isIn)
    {
        await using var apart = await SignInProvider.StartAsync(SignedInHost.Site, secondsAhead: secondsAhead);
        await using var console = new SignedInHost(apart);

        Assert.Equal(isIn ? "/" : "/sign-in?why=Refused", await console.NewPerson().SignInAsync("pat"));
    }

    [Fact]
    public async Task SignIn_AfterTheProviderHasNewKeys_Works()
    {
        await Host.SignedInAsync("pat");
        await Provider.StopAsync();
        await Provider.StartAgainAsync();
        Host.Time.Advance(TimeSpan.FromMinutes(10));

        // The first answer may be refused, while the host fetches the new keys; then they are known.
        var first = await Host.NewPerson().SignInAsync("lee");

        Assert.True(first == "/" || await Host.NewPerson().SignInAsync("lee") == "/");
    }

    [Fact]
    public async Task SignIn_ProviderAway_SaysSoAndLetsInThoseWhoAreIn()
    {
        var pat = await Host.SignedInAsync("pat");
        await Provider.StopAsync();

        Host.Time.Advance(TimeSpan.FromMinutes(6));
        Assert.True(await pat.IsInAsync());

        Host.Time.Advance(TimeSpan.FromMinutes(10));
        Assert.False(await pat.IsInAsync());
    }

    [Fact]
    public async Task SignIn_ProviderAwayFromTheStart_SaysSo()
    {
        await Provider.StopAsync();

        var answer = await Host.NewPerson().Client.GetAsync("/sign-in/start?from=/areas");

        Assert.Equal("/sign-in?why=Away&from=%2Fareas", answer.Headers.Location!.OriginalString);
    }

    [Fact]
    public async Task Session_RoleTakenAway_EndsWithinMinutes()
    {
        var pat = await Host.SignedInAsync("pat");
        Provider.Have(new Dictionary<string, MadeUpPerson> { ["pat"] = new("Pat Fictional", []) });

        Host.Time.Advance(TimeSpan.FromMinutes(6));

        Assert.False(await pat.IsInAsync());
    }

    [Fact]
    public async Task Session_PersonGone_EndsWithinMinutes()
    {
        var pat = await Host.SignedInAsync("pat");
        Provider.Have(new Dictionary<string, MadeUpPerson> { ["lee"] = new("Lee Fictional", ["LeadInspector"]) });

        Host.Time.Advance(TimeSpan.FromMinutes(6));

        Assert.False(await pat.IsInAsync());
    }

    [Fact]
    public async Task Session_AnotherRole_IsThatRoleWithinMinutes()
    {
        var pat = await Host.SignedInAsync("pat");
        Assert.Equal(HttpStatusCode.OK, (await pat.Client.GetAsync("/inspections/plan")).StatusCode);
        Provider.Have(new Dictionary<string, MadeUpPerson> { ["pat"] = new("Pat Fictional", ["Reader"]) });

        Host.Time.Advance(TimeSpan.FromMinutes(6));

        Assert.True(await pat.IsInAsync());
        Assert.Equal(HttpStatusCode.Forbidden, (await pat.Client.GetAsync("/inspections/plan")).StatusCode);
    }

    [Fact]
    public async Task Session_ManyRequestsAtOnceWhenItIsRenewed_StaysWhole()
    {
        var pat = await Host.SignedInAsync("pat");
        Host.Time.Advance(TimeSpan.FromMinutes(6));

        var answers = await Task.WhenAll(Enumerable.Range(0, 12).Select(_ => pat.Client.GetAsync("/help")));

        Assert.All(answers, answer => Assert.Equal(HttpStatusCode.OK, answer.StatusCode));
        Host.Time.Advance(TimeSpan.FromMinutes(6));
        Assert.True(await pat.IsInAsync()); // A token used twice would have ended it.
    }

    [Fact]
    public async Task Session_NotUsed_EndsAfterAnHour()
    {
        var pat = await Host.SignedInAsync("pat");

        Host.Time.Advance(TimeSpan.FromMinutes(61));

        Assert.False(await pat.IsInAsync());
    }

    [Fact]
    public async Task Session_UsedAllDay_EndsAfterTwelveHours()
    {
        var pat = await Host.SignedInAsync("pat");
        for (var halfHours = 1; halfHours < 24; halfHours++)
        {
            Host.Time.Advance(TimeSpan.FromMinutes(30));
            Assert.True(await pat.IsInAsync(), $"after {halfHours} half hours");
        }

        Host.Time.Advance(TimeSpan.FromMinutes(30));
        Assert.False(await pat.IsInAsync());
    }

    [Fact]
    public async Task SignOut_EndsTheSessionHereAndAtTheProvider()
    {
        var pat = await Host.SignedInAsync("pat");
        var page = await pat.Visitor.OpenAsync("/");
        var token = page.QuerySelector<IHtmlInputElement>("form[action='/sign-out'] input[type=hidden]")!;

        var answer = await pat.Client.PostAsync("/sign-out", new FormUrlEncodedContent([new(token.Name!, token.Value)]));

        Assert.Equal(HttpStatusCode.Redirect, answer.StatusCode);
        Assert.Equal($"200 {Provider.Address}session/end", await pat.FollowAsync(answer));
        Assert.False(await pat.IsInAsync());
        await using var context = Host.Database.Open();
        Assert.Empty(await context.Set<StaffSession>().ToListAsync());
    }

    [Fact]
    public async Task Form_ThatOutlivedItsSession_KeepsWhatWasTyped()
    {
        var pat = await Host.SignedInAsync("pat");
        (string, string)[] typed = [("Form.Name", "Autumn \"half\" term"), ("Form.From.Day", "20"), ("Form.From.Month", "10"), ("Form.From.Year", "2031"), ("Form.To.Day", "24"), ("Form.To.Month", "10"), ("Form.To.Year", "2031")];
        var form = await pat.Visitor.OpenAsync("/areas/888/school-holidays/add");
        Host.Time.Advance(TimeSpan.FromMinutes(90));

        var ended = await pat.Visitor.SendAsync("/areas/888/school-holidays/add", form, typed);

        Assert.Equal(HttpStatusCode.Unauthorized, ended.StatusCode);
        var page = await Visitor.ReadAsync(ended);
        Assert.Equal("Your session has ended", page.QuerySelector("h1")!.TextContent);
        var again = page.QuerySelector<IHtmlFormElement>("main form")!;
        Assert.Equal("/areas/888/school-holidays/add", again.GetAttribute("action"));

        await pat.SignInAsync("pat");
        var sent = await pat.Client.PostAsync(again.GetAttribute("action"), new FormUrlEncodedContent(
            again.QuerySelectorAll<IHtmlInputElement>("input").Select(field => KeyValuePair.Create(field.Name!, field.Value))));
        Assert.Equal(HttpStatusCode.Redirect, sent.StatusCode);
        Assert.Contains("Autumn \"half\" term", (await pat.Visitor.OpenAsync("/areas/888")).QuerySelector("main")!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Form_OfAnotherSite_IsRefusedAfterSigningInAgain()
    {
        var pat = await Host.SignedInAsync("pat");
        Host.Time.Advance(TimeSpan.FromMinutes(90));
        var page = await Visitor.ReadAsync(await pat.Client.PostAsync("/areas/888/school-holidays/add", new FormUrlEncodedContent([new("_handler", "add"), new("Form.Name", "Forged")])));
        var again = page.QuerySelector<IHtmlFormElement>("main form")!;
        await pat.SignInAsync("pat");

        var sent = await pat.Client.PostAsync(again.GetAttribute("action"), new FormUrlEncodedContent(
            again.QuerySelectorAll<IHtmlInputElement>("input").Select(field => KeyValuePair.Create(field.Name!, field.Value))));

        Assert.Equal(HttpStatusCode.BadRequest, sent.StatusCode);
    }

    [Fact]
    public async Task RolePicker_WhereOneSignsIn_GivesNobodyARole()
    {
        var nobody = Host.NewPerson();
        var page = await nobody.Visitor.OpenAsync("/sign-in");

        Assert.Empty(page.QuerySelectorAll("main form"));
        await nobody.Client.PostAsync("/sign-in", new FormUrlEncodedContent([new("_handler", "sign-in"), new("Form.Role", "Coordinator")]));
        Assert.False(await nobody.IsInAsync());
    }

    /// <summary>Two browsers.</summary>
    public sealed record PersonAtBrowserOf
    {
        internal PersonAtBrowserOf(PersonAtBrowser person, PersonAtBrowser other) => (Person, Other) = (person, other);

        internal PersonAtBrowser Person { get; }

        internal PersonAtBrowser Other { get; }
    }

    private static Uri Swap(Uri address, Uri codeOf)
    {
        var code = codeOf.Query.TrimStart('?').Split('&').Single(part => part.StartsWith("code=", StringComparison.Ordinal));
        return new Uri($"{Without(address, "code")}&{code}");
    }

    private static Uri Without(Uri address, string parameter) => new(
        $"{address.GetLeftPart(UriPartial.Path)}?{string.Join('&', address.Query.TrimStart('?').Split('&').Where(part => !part.StartsWith($"{parameter}=", StringComparison.Ordinal)))}");
}
