using AngleSharp.Dom;
using AreaSend.Core.Calendars;
using AreaSend.Core.Rules;
using AreaSend.Core.Timetables;
using AreaSend.Services.Engine;
using AreaSend.Services.Engine.Durable;
using AreaSend.Services.Store;
using AreaSend.Testing;
using AreaSend.Web.Tests.Shell;
using Microsoft.AspNetCore.Http;
using Microsoft.EntityFrameworkCore;
using NodaTime.Text;

namespace AreaSend.Web.Tests.Inspections;

/// <summary>The engine's page asks the engine that is configured, and shows what it says: the same from either.</summary>
public sealed class EnginePageTests : IAsyncLifetime
{
    private const string Dashboard = "https://dashboard.example.org/taskhubs/inspections";

    private readonly EmptyStoreHost _embedded = new();
    private EmptyStoreHost _durable = null!;
    private HttpStub _functions = null!;
    private RequestDelegate _answer = context => throw new InvalidOperationException("Nobody is expected.");

    public async ValueTask InitializeAsync()
    {
        _functions = await HttpStub.StartAsync(context => _answer(context));
        _durable = new EmptyStoreHost
        {
            Settings = new Dictionary<string, string>
            {
                ["AreaSend:Engine"] = "DurableFunctions",
                ["AreaSend:Functions:Address"] = _functions.Address.AbsoluteUri,
                ["AreaSend:Functions:Key"] = "fictional-key",
                ["AreaSend:Functions:Dashboard"] = Dashboard,
                ["AreaSend:Functions:QueueConnectionString"] = "UseDevelopmentStorage=true",
            },
        };
    }

    [Fact]
    public async Task Get_EitherEngine_ShowsTheSameState()
    {
        var (inEmbedded, inDurable) = (await AdvancedAsync(_embedded), await AdvancedAsync(_durable));
        _answer = await OrchestrationAsync(inDurable, "Running");

        var one = await RowsAsync(_embedded, inEmbedded);
        var other = await RowsAsync(_durable, inDurable);

        Assert.Equal(inDurable.ToString(), other["Instance"]);
        Assert.Equal("Durable Task dashboard: look for the instance there", other["Dashboard"]);
        Assert.Equal(Engine(one), Engine(other));
        Assert.Equal(
            ["Asleep until its next wake", "Planned", "Director of children's services notified, Monday 8 September 2025, 9am (fixed)", "Monday 8 September 2025, 9am", "Monday 1 September 2025, 8am"],
            Engine(one));
        Assert.Equal("fictional-key", _functions.Requests.Single().Headers["x-functions-key"]);
        Assert.Equal($"/api/inspections/{inDurable}/status", _functions.Requests.Single().Path);
    }

    [Fact]
    public async Task Get_OrchestrationIsBehind_ShowsWhatItSaysAndThatTheStoreIsRight()
    {
        var id = await AdvancedAsync(_durable);
        _answer = await OrchestrationAsync(id, "Running", new CustomStatus("Notified", "Surveys open", "Tuesday 9 September 2025", "forecast"));

        var page = await OpenAsync(_durable, id);

        Assert.Contains("goes by an earlier state than the store", Warning(page), StringComparison.Ordinal);
        Assert.Equal(["Notified", "Planned"], page.QuerySelectorAll(".govuk-summary-list__row").Where(row => Key(row) == "Phase").Select(Value));
        Assert.Equal(Dashboard, page.QuerySelector($"a[href^='{Dashboard}']")!.GetAttribute("href"));
    }

    [Theory]
    [InlineData("Failed", "Failed; it is tried again", "The orchestration stopped")]
    [InlineData(null, "Unknown to the engine", "There is no orchestration yet")]
    public async Task Get_OrchestrationIsNotAtWork_SaysWhatHappensNext(string? runtime, string status, string problem)
    {
        var id = await AdvancedAsync(_durable);
        _answer = await OrchestrationAsync(id, runtime);

        var page = await OpenAsync(_durable, id);

        Assert.Equal(status, Rows(page)["Status"]);
        Assert.Contains(problem, Warning(page), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(401, "does not accept the key")]
    [InlineData(503, "answered 503")]
    [InlineData(200, "gave an answer that cannot be read")]
    public async Task Get_AppRefuses_SaysWhyAndWhatIsNotKnown(int code, string problem)
    {
        var id = await AdvancedAsync(_durable);
        _answer = context =>
        {
            context.Response.StatusCode = code;
            context.Response.ContentType = "application/json";
            return context.Response.WriteAsync("{");
        };

        var page = await OpenAsync(_durable, id);

        Assert.Contains(problem, Warning(page), StringComparison.Ordinal);
        Assert.Equal(["The engine does not answer", "not known", "not known", "not known", "not known"], Engine(Rows(page)));
    }

    /// <summary>In Azure the console has no key: it asks with a token of its own identity, made for the Functions app alone.</summary>
    [Theory]
    [InlineData(200, "")]
    [InlineData(401, "does not know this host by its identity")]
    public async Task Get_WithAnAudience_AsksByIdentityAndWithoutAKey(int code, string problem)
    {
        var identity = new FictionalIdentity();
        await using var console = new EmptyStoreHost
        {
            Settings = new Dictionary<string, string>(_durable.Settings) { ["AreaSend:Functions:Audience"] = "api://areasend-functions", ["AreaSend:Functions:Key"] = "" },
            Identity = identity,
        };
        var id = await AdvancedAsync(console);
        _answer = context =>
        {
            context.Response.StatusCode = code;
            return context.Response.WriteAsJsonAsync(new { });
        };

        var page = await OpenAsync(console, id);

        var asked = _functions.Requests.Single();
        Assert.Equal($"/api/console/inspections/{id}/status", asked.Path);
        Assert.Equal("Bearer fictional-token", asked.Headers["Authorization"]);
        Assert.False(asked.Headers.ContainsKey("x-functions-key"));
        Assert.Equal(["api://areasend-functions/.default"], identity.Scopes);
        Assert.Contains(problem, page.Body!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Get_AppUnreachable_StillShowsWhatTheStoreHas()
    {
        var id = await AdvancedAsync(_durable);
        await _functions.DisposeAsync();

        var page = await OpenAsync(_durable, id);

        Assert.Contains("The Functions app cannot be reached", Warning(page), StringComparison.Ordinal);
        Assert.Equal(["not known", "Planned"], page.QuerySelectorAll(".govuk-summary-list__row").Where(row => Key(row) == "Phase").Select(Value));
    }

    public async ValueTask DisposeAsync()
    {
        await _embedded.DisposeAsync();
        await _durable.DisposeAsync();
        await _functions.DisposeAsync();
    }

    /// <summary>Planned, and looked at once by an engine's step.</summary>
    private static async Task<Guid> AdvancedAsync(EmptyStoreHost host)
    {
        var id = await host.PlannedAsync();
        await host.Get<InspectionAdvance>().AdvanceAsync(id, host.Clock.GetCurrentInstant());
        return id;
    }

    /// <summary>What the Functions app answers, from the same store as it would.</summary>
    private async Task<RequestDelegate> OrchestrationAsync(Guid id, string? runtime, CustomStatus? known = null)
    {
        await using var context = _durable.Get<StoreDatabase>().Open();
        var row = await context.Inspections.AsNoTracking().SingleAsync(row => row.Id == id);
        var status = CustomStatus.Of(row, _durable.Get<Editions>());
        var report = new StatusReport(
            id,
            runtime is null ? null : new OrchestrationView(runtime, new DateTimeOffset(2025, 9, 1, 7, 0, 0, TimeSpan.Zero), known ?? status),
            new CaseView(id, row.Area, "2025-09-22", row.Phase.ToString(), LocalDatePattern.Iso.Format(row.NextDue!.Value), status, row.Ended, LondonTime.Iso(row.WakeAt!.Value),
                LondonTime.Iso(row.LastAdvanced!.Value), Problem: null));
        return context => context.Response.WriteAsJsonAsync(report, StatusReport.Json);
    }

    private static async Task<IDocument> OpenAsync(EmptyStoreHost host, Guid id) => await (await host.CoordinatorAsync()).OpenAsync($"/inspections/{id}/engine");

    private static async Task<IReadOnlyDictionary<string, string>> RowsAsync(EmptyStoreHost host, Guid id) => Rows(await OpenAsync(host, id));

    // The engine's own rows come first.
    private static Dictionary<string, string> Rows(IDocument page) =>
        page.QuerySelectorAll(".govuk-summary-list__row").DistinctBy(Key).ToDictionary(Key, Value);

    private static IEnumerable<string> Engine(IReadOnlyDictionary<string, string> rows) =>
        [rows["Status"], rows["Phase"], rows["Next step"], rows["Next wake"], rows["Last advance"]];

    private static string Key(IElement row) => row.QuerySelector(".govuk-summary-list__key")!.TextContent.Trim();

    private static string Value(IElement row) => row.QuerySelector(".govuk-summary-list__value")!.TextContent.Trim();

    private static string Warning(IDocument page) => page.QuerySelector(".govuk-warning-text")!.TextContent;
}
