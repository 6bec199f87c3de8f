using System.Net;
using AngleSharp.Dom;
using AreaSend.Core.Inspections;
using AreaSend.Core.Timetables;
using AreaSend.Services.Areas;
using AreaSend.Services.Inspections;
using AreaSend.Services.Staff;
using AreaSend.Testing;
using AreaSend.Web.Feeds;
using AreaSend.Web.Hosting;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using NodaTime;

namespace AreaSend.Web.Tests.SignIn;

/// <summary>Regions that a real provider limits somebody to, and takes back or sets later.</summary>
public sealed class RegionSignInTests : SignInTest
{
    private static readonly Dictionary<string, string> AmongTheRoles = new()
    {
        ["AreaSend:SignIn:ClientSecret"] = SignInProvider.Secret, ["AreaSend:SignIn:RegionClaim"] = "roles", ["AreaSend:SignIn:RegionPrefix"] = "Region.",
    };

    public static TheoryData<string[], string[]?, string?> Claims => new()
    {
        { ["Coordinator"], ["North West"], "888" },
        { ["Coordinator"], ["NorthWest", "London"], "202 888" },
        { ["Coordinator", "Reader"], ["North West"], "888" },
        { ["Reader"], ["North West"], "888" },
        { ["Coordinator"], null, "202 888" },
        { ["Coordinator"], ["Nroth West"], "" },
        { ["Coordinator"], ["North West", ""], "" },
        { ["Coordinator"], [], "202 888" }, // A list without a region limits nobody.
    };

    [Theory]
    [MemberData(nameof(Claims))]
    public async Task SignIn_WithRegions_SeesTheirInspectionsAlone(string[] roles, string[]? named, string? areas)
    {
        await PlanAsync(Host);
        Provider.Have(new Dictionary<string, MadeUpPerson> { ["nor"] = new("Nor Fictional", roles) { Regions = named } });

        Assert.Equal(areas, await AreasAsync(await Host.SignedInAsync("nor")));
    }

    /// <summary>Entra ID has app roles to give, and no claim of one's own without more ado.</summary>
    [Theory]
    [InlineData("Coordinator Region.NorthWest", "888")]
    [InlineData("Coordinator region.London Region.NorthWest", "202 888")]
    [InlineData("Coordinator Region.", "")]
    [InlineData("Coordinator", "202 888")]
    public async Task SignIn_WithRegionsAmongTheRoles_SeesTheirInspectionsAlone(string roles, string areas)
    {
        await using var host = new SignedInHost(Provider, AmongTheRoles);
        await PlanAsync(host);
        Provider.Have(new Dictionary<string, MadeUpPerson> { ["nor"] = new("Nor Fictional", roles.Split(' ')) });

        Assert.Equal(areas, await AreasAsync(await host.SignedInAsync("nor")));
    }

    [Fact]
    public async Task SignIn_WithARegionThatThereIsNot_IsToldWhyNothingIsSeen()
    {
        Provider.Have(new Dictionary<string, MadeUpPerson> { ["nor"] = new("Nor Fictional", ["Coordinator"]) { Regions = ["Nroth <West>"] } });

        var page = await (await Host.SignedInAsync("nor")).Visitor.OpenAsync("/");

        Assert.Contains(
            "Your account is limited to “Nroth <West>”, which AreaSend does not know as a region, so you see no inspection.", page.Body!.TextContent, StringComparison.Ordinal);
        Assert.Contains("no region that AreaSend knows", page.QuerySelector(".masthead__role")!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Session_LimitSetLater_HoldsWithinMinutesForPagesAndCalendars()
    {
        // Arrange
        var (lancashire, camden) = await PlanAsync(Host);
        Provider.Have(new Dictionary<string, MadeUpPerson> { ["nor"] = new("Nor Fictional", ["Coordinator"]) });
        var nor = await Host.SignedInAsync("nor");
        var addresses = await FeedsAsync(nor, camden, lancashire);
        Assert.Equal([true, true], await ShowAsync(addresses));
        Provider.Have(new Dictionary<string, MadeUpPerson> { ["nor"] = new("Nor Fictional", ["Coordinator"]) { Regions = ["North West"] } });

        // Act
        Host.Time.Advance(TimeSpan.FromMinutes(6));

        // Assert
        Assert.Equal("888", await AreasAsync(nor));
        Assert.Equal(HttpStatusCode.Forbidden, (await nor.Client.GetAsync($"/inspections/{camden}")).StatusCode);
        Assert.Equal([false, true], await ShowAsync(addresses));
    }

    [Fact]
    public async Task Session_LimitTakenAway_EndsWithinMinutes()
    {
        await PlanAsync(Host);
        var nor = await Host.SignedInAsync("nor");
        Assert.Equal("888", await AreasAsync(nor));
        Provider.Have(new Dictionary<string, MadeUpPerson> { ["nor"] = new("Nor Fictional", ["Coordinator"]) });

        Host.Time.Advance(TimeSpan.FromMinutes(6));

        Assert.Equal("202 888", await AreasAsync(nor));
    }

    [Fact]
    public async Task Assign_ACoordinatorWhoDoesNotSeeTheArea_IsNotOffered()
    {
        var (lancashire, camden) = await PlanAsync(Host);
        await Host.SignedInAsync("nor");
        var pat = (await Host.SignedInAsync("pat")).Visitor;

        async Task<string> OfferedAsync(Guid inspection) =>
            string.Join(", ", (await pat.OpenAsync($"/inspections/{inspection}/people/coordinator")).QuerySelectorAll("main .govuk-radios__label").Select(label => label.TextContent.Trim()));

        Assert.Equal("Nor Fictional, Pat Fictional, Nobody", await OfferedAsync(lancashire));
        Assert.Equal("Pat Fictional, Nobody", await OfferedAsync(camden));
    }

    /// <summary>What an administrator reads and confirms is of the whole country.</summary>
    [Fact]
    public async Task Administrator_WithALimit_IsNotLetInToWhatIsOfEveryRegion()
    {
        Provider.Have(new Dictionary<string, MadeUpPerson> { ["ada"] = new("Ada Fictional", ["Administrator"]) { Regions = ["London"] } });
        var ada = await Host.SignedInAsync("ada");

        foreach (var address in (string[])["/access-log", "/access-log.csv", "/keeping", "/keeping/people"])
        {
            Assert.Equal((address, HttpStatusCode.Forbidden), (address, (await ada.Client.GetAsync(address)).StatusCode));
        }
    }

    [Fact]
    public void Settings_RegionsAmongTheRolesWithoutAPrefix_AreRefused()
    {
        var settings = new SignInOptions { Authority = "https://id.example.org", ClientId = "areasend", ClientSecret = "secret", RegionClaim = "roles" };

        Assert.Contains("set AreaSend:SignIn:RegionPrefix", Assert.Single(settings.Faults()), StringComparison.Ordinal);
    }

    private static async Task<(Guid Lancashire, Guid Camden)> PlanAsync(SignedInHost host)
    {
        var ids = new List<Guid>();
        foreach (var area in (string[])["888", "202"])
        {
            ids.Add(Assert.IsType<Recording.Recorded>(await host.Services.GetRequiredService<InspectionStore>().PlanAsync(
                area, InspectionKind.Full, TestPresent.Today.PlusWeeks(16).With(DateAdjusters.NextOrSame(IsoDayOfWeek.Wednesday)), Recorder.Coordinator)).Inspection.Id);
        }

        return (ids[0], ids[1]);
    }

    private static async Task<string> AreasAsync(PersonAtBrowser person) => string.Join(
        ' ',
        (await person.Visitor.OpenAsync("/inspections")).QuerySelectorAll("main tbody th a")
            .Select(link => LocalAuthorities.All.Single(area => area.DisplayName == link.TextContent).Code).Order(StringComparer.Ordinal));

    private static async Task<IReadOnlyList<string>> FeedsAsync(PersonAtBrowser person, params Guid[] inspections)
    {
        var addresses = new List<string>();
        foreach (var inspection in inspections)
        {
            var page = await person.Visitor.OpenAsync($"/calendar/feeds?inspection={inspection}");
            addresses.Add(new Uri(page.QuerySelector("main p.address a")!.GetAttribute("href")!).PathAndQuery);
        }

        return addresses;
    }

    private async Task<IReadOnlyList<bool>> ShowAsync(IEnumerable<string> addresses)
    {
        var shown = new List<bool>();
        foreach (var address in addresses)
        {
            shown.Add((await Host.NewPerson().Client.GetStringAsync(address)).Contains("BEGIN:VEVENT", StringComparison.Ordinal));
        }

        return shown;
    }
}
