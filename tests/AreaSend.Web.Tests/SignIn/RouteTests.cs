using System.Net;
using AreaSend.Web.Security;
using AreaSend.Web.SignIn;
using AreaSend.Web.Tests.Shell;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Components.Endpoints;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace AreaSend.Web.Tests.SignIn;

/// <summary>Who may open what: a row a route. A route that nobody has put into this table fails.</summary>
public sealed class RouteTests(EmptyStoreHost host) : IClassFixture<EmptyStoreHost>
{
    internal const string Anybody = "anybody";
    private const string AnyRole = "any role";
    private const string Officer = "the nominated officer";
    private const string Leader = "a leader or the forum";
    private const string AreasPeople = "the area's own people";

    /// <summary>All routes, for tests about all of them.</summary>
    internal static IEnumerable<string> Patterns => Table.Keys;

    /// <summary>Who may open a route.</summary>
    internal static string WhoMayOpen(string pattern) => Table[pattern];

    /// <summary>Whether a route is opened with a role, and not by a link into a room.</summary>
    internal static bool IsForRoles(string pattern) => Table[pattern] is not (Anybody or Officer or Leader or AreasPeople);

    private static readonly Dictionary<string, string> Table = new(StringComparer.Ordinal)
    {
        ["/"] = AnyRole,
        ["/access-log"] = Policies.Administrator,
        ["/access-log.csv"] = Policies.Administrator,
        ["/accessibility"] = Anybody,
        ["/areas"] = AnyRole,
        ["/areas/boards"] = AnyRole,
        ["/areas/national"] = AnyRole,
        ["/areas/{Code}"] = AnyRole,
        ["/areas/{Code}/school-holidays/add"] = Policies.Coordinator,
        ["/areas/{Code}/school-holidays/{Id:long}/remove"] = Policies.Coordinator,
        ["/areas/{Key}/contacts/add"] = Policies.Coordinator,
        ["/areas/{Key}/contacts/{Id:guid}"] = Policies.Coordinator,
        ["/areas/{Key}/contacts/{Id:guid}/remove"] = Policies.Coordinator,
        ["/calendar"] = AnyRole,
        ["/calendar/by-hand"] = AnyRole,
        ["/calendar/by-hand/decide"] = Policies.EveryRegion,
        ["/calendar/by-hand/{Id:guid}/undo"] = Policies.EveryRegion,
        ["/calendar/explain"] = AnyRole,
        ["/calendar/feeds"] = AnyRole,
        ["/feeds/{seal}.ics"] = Anybody,
        ["/calendar/what-if"] = AnyRole,
        ["/failure/{Status:int}"] = Anybody,
        ["/getting-ready"] = AreasPeople,
        ["/getting-ready/accessibility"] = Anybody,
        ["/getting-ready/audits"] = AreasPeople,
        ["/getting-ready/audits.xlsx"] = AreasPeople,
        ["/getting-ready/audits/begin"] = AreasPeople,
        ["/getting-ready/audits/{Id:guid}"] = AreasPeople,
        ["/getting-ready/audits/{Id:guid}/finish"] = AreasPeople,
        ["/getting-ready/audits/{Id:guid}/moderate"] = AreasPeople,
        ["/getting-ready/audits/{Id:guid}/remove"] = AreasPeople,
        ["/getting-ready/audits/{Id:guid}/sections/{Key}"] = AreasPeople,
        ["/getting-ready/check-list"] = AreasPeople,
        ["/getting-ready/check-list/{Key:guid}"] = AreasPeople,
        ["/getting-ready/enter"] = Anybody,
        ["/getting-ready/help"] = Anybody,
        ["/getting-ready/items/{Key}"] = AreasPeople,
        ["/getting-ready/people"] = AreasPeople,
        ["/getting-ready/people/add"] = AreasPeople,
        ["/getting-ready/people/{Id:guid}/new-link"] = AreasPeople,
        ["/getting-ready/people/{Id:guid}/remove"] = AreasPeople,
        ["/getting-ready/practice"] = AreasPeople,
        ["/getting-ready/privacy"] = Anybody,
        ["/getting-ready/sign-in"] = Anybody,
        ["/getting-ready/sign-out"] = AreasPeople,
        ["/getting-ready/steps/{Key}"] = AreasPeople,
        ["/help"] = Anybody,
        ["/help/inspectors"] = Anybody,
        ["/inspections"] = AnyRole,
        ["/inspections/plan"] = Policies.Coordinator,
        ["/inspections/plan/import"] = Policies.Coordinator,
        ["/inspections/{Id:guid}"] = AnyRole,
        ["/inspections/{Id:guid}/documents"] = Policies.Documents,
        ["/inspections/{Id:guid}/documents/{Document:guid}"] = Policies.Documents,
        ["/inspections/{Id:guid}/documents/{Document:guid}/take"] = Policies.Documents,
        ["/inspections/{Id:guid}/engine"] = AnyRole,
        ["/inspections/{Id:guid}/history"] = AnyRole,
        ["/inspections/{Id:guid}/notices"] = AnyRole,
        ["/inspections/{Id:guid}/notices/{Key}"] = AnyRole,
        ["/inspections/{Id:guid}/note"] = Policies.Coordinator,
        ["/inspections/{Id:guid}/papers/{Key}/put"] = Policies.Coordinator,
        ["/inspections/{id:guid}/papers/{document:guid}/file"] = Policies.Documents,
        ["/lano/papers/{document:guid}/file"] = Officer,
        ["/lano/papers/{Document:guid}"] = Officer,
        ["/lano/papers/{Key}/hand-in"] = Officer,
        ["/leaders/papers/{Document:guid}"] = Leader,
        ["/leaders/papers/{Key}/hand-in"] = Leader,
        ["/inspections/{id:guid}/documents.zip"] = Policies.Documents,
        ["/leaders/papers/{document:guid}/file"] = Leader,
        ["/inspections/{Id:guid}/people/coordinator"] = Policies.Coordinator,
        ["/inspections/{Id:guid}/people"] = AnyRole,
        ["/inspections/{Id:guid}/people/lead"] = Policies.Coordinator,
        ["/inspections/{Id:guid}/people/new-link"] = Policies.Coordinator,
        ["/inspections/{Id:guid}/people/team"] = Policies.Coordinator,
        ["/inspections/{Id:guid}/people/team/{Member:guid}"] = Policies.Coordinator,
        ["/inspections/{Id:guid}/people/withdraw-access"] = Policies.Coordinator,
        ["/inspections/{Id:guid}/record/{Key}"] = Policies.Coordinator,
        ["/inspections/{Id:guid}/tracking"] = Policies.LeadInspector,
        ["/keeping"] = Policies.Administrator,
        ["/keeping/batches/{Id:guid}"] = Policies.Administrator,
        ["/keeping/inspections/{Id:guid}"] = Policies.Administrator,
        ["/keeping/people"] = Policies.Administrator,
        ["/keeping/people/held.zip"] = Policies.Administrator,
        ["/lano"] = Officer,
        ["/leaders"] = Leader,
        ["/leaders/accessibility"] = Anybody,
        ["/leaders/calendar/{seal}.ics"] = Anybody,
        ["/leaders/enter"] = Anybody,
        ["/leaders/help"] = Anybody,
        ["/leaders/privacy"] = Anybody,
        ["/leaders/sign-in"] = Anybody,
        ["/leaders/sign-out"] = Leader,
        ["/lano/accessibility"] = Anybody,
        ["/lano/documents/{Document:guid}"] = Officer,
        ["/lano/enter"] = Anybody,
        ["/lano/help"] = Anybody,
        ["/lano/items/{*Item}"] = Officer,
        ["/lano/privacy"] = Anybody,
        ["/lano/receipts"] = Officer,
        ["/lano/selection"] = Officer,
        ["/lano/send"] = Officer,
        ["/lano/sent/{Key:guid}"] = Officer,
        ["/lano/sign-in"] = Anybody,
        ["/lano/sign-out"] = Officer,
        ["/privacy"] = Anybody,
        ["/programme"] = AnyRole,
        ["/programme.csv"] = AnyRole,
        ["/programme.xlsx"] = AnyRole,
        ["/programme/history"] = AnyRole,
        ["/programme/history.csv"] = AnyRole,
        ["/programme/propose"] = AnyRole,
        ["/programme/load"] = AnyRole,
        ["/programme/quarters"] = AnyRole,
        ["/programme/{Code}"] = AnyRole,
        ["/programme/{Code}/bring-forward"] = Policies.Coordinator,
        ["/programme/{Code}/bring-forward/{Id:guid}/withdraw"] = Policies.Coordinator,
        ["/programme/{Code}/history/{Id:guid}/remove"] = Policies.Coordinator,
        ["/programme/{Code}/ilacs-visit"] = Policies.Coordinator,
        ["/publication"] = AnyRole,
        ["/publication/hold"] = Policies.Coordinator,
        ["/publication/{Id:guid}/lift"] = Policies.Coordinator,
        ["/sandbox/clock"] = Policies.EveryRegion,
        ["/sandbox/fill"] = Policies.EveryRegion,
        ["/sandbox/outbox"] = Policies.Coordinator,
        ["/sandbox/outbox/{File}"] = Policies.Coordinator,
        ["/sandbox/outbox/{file}/html"] = Policies.Coordinator,
        ["/sandbox/patterns"] = AnyRole,
        ["/sandbox/patterns/form"] = AnyRole,
        ["/reports"] = AnyRole,
        ["/reports.csv"] = AnyRole,
        ["/reports.xlsx"] = AnyRole,
        ["/schedule"] = AnyRole,
        ["/schedule/months"] = AnyRole,
        ["/schedule.xlsx"] = AnyRole,
        ["/search"] = AnyRole,
        ["/sign-in"] = Anybody,
        ["/_framework/opaque-redirect"] = AnyRole,
        ["/{**path:file}"] = AnyRole,
        ["/health"] = Anybody,
        ["/lano/calendar/{seal}.ics"] = Anybody,
        ["/health/live"] = Anybody,
        ["/health/ready"] = Anybody,
        ["/inspections/{Id:guid}/correct/{Seq:int}/{Key}"] = Policies.Coordinator,
        ["/inspections/{id:guid}/documents/{document:guid}/file"] = Policies.Documents,
        ["/inspections/{id:guid}/documents/{document:guid}/findings.xlsx"] = Policies.Documents,
        ["/lano/uploads/{document:guid}"] = Officer,
        ["/lano/documents/{document:guid}/findings.xlsx"] = Officer,
        ["/lano/templates/{file}"] = Officer,
        ["/worklist.csv"] = AnyRole,
    };

    [Fact]
    public void Routes_OfTheHost_AreTheRowsOfTheTable()
    {
        var routes = Routes().Select(Pattern).Distinct().Order(StringComparer.Ordinal);

        Assert.Equal(Table.Keys.Order(StringComparer.Ordinal), routes);
    }

    [Fact]
    public void Routes_EachOne_NeedWhatTheTableSays()
    {
        Assert.All(Routes(), route => Assert.Equal((Pattern(route), Table[Pattern(route)]), (Pattern(route), Needs(route))));
    }

    [Theory]
    [InlineData(Role.Coordinator)]
    [InlineData(Role.LeadInspector)]
    [InlineData(Role.Inspector)]
    [InlineData(Role.Reader)]
    [InlineData(Role.Administrator)]
    public async Task Get_EachRoute_ByARole_IsAnsweredAsTheTableSays(Role role)
    {
        var visitor = await host.VisitorAsync(role);
        foreach (var (pattern, who) in Table.Where(row => row.Value is not (Anybody or Officer or Leader or AreasPeople)))
        {
            var answer = await visitor.Client.GetAsync(Address(pattern));
            var mayOpen = who == AnyRole || Policies.Table[who].Contains(role);

            Assert.True(mayOpen == (answer.StatusCode != HttpStatusCode.Forbidden), $"{pattern} as {role}: {answer.StatusCode}");
        }
    }

    [Fact]
    public async Task Get_EachRoute_WithoutARole_LetsNobodyIn()
    {
        var nobody = host.NewVisitor();
        foreach (var (pattern, who) in Table.Where(row => row.Value != Anybody))
        {
            var answer = await nobody.Client.GetAsync(Address(pattern));

            Assert.True(answer.StatusCode == HttpStatusCode.Redirect, $"{pattern}: {answer.StatusCode}");
            Assert.StartsWith(who switch { Officer => "/lano", Leader => "/leaders/sign-in", AreasPeople => "/getting-ready/sign-in", _ => "/sign-in" }, new Uri(HostAddress, answer.Headers.Location!).AbsolutePath, StringComparison.Ordinal);
        }
    }

    /// <summary>The rooms in which areas get ready let no role in, whichever: each is sent to ask for a link like everybody else.</summary>
    [Theory]
    [InlineData(Role.Coordinator)]
    [InlineData(Role.LeadInspector)]
    [InlineData(Role.Inspector)]
    [InlineData(Role.Reader)]
    [InlineData(Role.Administrator)]
    public async Task Get_EachRouteOfARoomForGettingReady_ByARole_AsksForALink(Role role)
    {
        var visitor = await host.VisitorAsync(role);
        foreach (var pattern in Table.Where(row => row.Value == AreasPeople).Select(row => row.Key))
        {
            var answer = await visitor.Client.GetAsync(Address(pattern));

            Assert.Equal((pattern, HttpStatusCode.Redirect, "/getting-ready/sign-in"), (pattern, answer.StatusCode, new Uri(HostAddress, answer.Headers.Location!).AbsolutePath));
        }
    }

    private static readonly Uri HostAddress = new("http://localhost/");

    private IEnumerable<RouteEndpoint> Routes() => host.Get<IEnumerable<EndpointDataSource>>().SelectMany(source => source.Endpoints).OfType<RouteEndpoint>()
        .Where(route => route.Metadata.GetMetadata<Microsoft.AspNetCore.StaticAssets.StaticAssetDescriptor>() is null)
        .Where(route => route.Metadata.GetMetadata<HttpMethodMetadata>() is not { } methods || methods.HttpMethods.Contains(HttpMethods.Get));

    private static string Pattern(RouteEndpoint route) => $"/{route.RoutePattern.RawText!.TrimStart('/')}";

    private static string Needs(RouteEndpoint route) =>
        route.Metadata.GetMetadata<IAllowAnonymous>() is not null ? Anybody
        : route.Metadata.GetOrderedMetadata<IAuthorizeData>().Select(needs => needs.Policy).LastOrDefault() is not { } policy ? AnyRole
        : policy == AreaSend.Web.SignInLinks.GuestPortal.Officers ? Officer
        : policy == AreaSend.Web.SignInLinks.GuestPortal.Leaders ? Leader
        : policy == AreaSend.Web.GettingReady.ReadySignIn.Name ? AreasPeople
        : policy;

    // Something of each kind that is nowhere: who may open a page is found out before what stands on it.
    internal static string Address(string pattern) => string.Join('/', pattern.Split('/').Select(part => part.StartsWith('{')
        ? part.Contains("guid", StringComparison.Ordinal) ? "0199a0f0-0000-7000-8000-000000000000" : part.Contains("int", StringComparison.Ordinal) ? "404" : "888"
        : part));
}
