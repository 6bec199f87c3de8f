using System.Text.Json;
using System.Text.Json.Nodes;
using AreaSend.Core.Inspections;
using AreaSend.Core.Rules;
using AreaSend.Core.Timetables;
using AreaSend.Functions.Hosting;
using AreaSend.Functions.Orchestrations;
using AreaSend.Functions.Tests.Engine;
using AreaSend.Functions.Triggers;
using AreaSend.Services.Deliveries;
using AreaSend.Services.Engine;
using AreaSend.Services.Engine.Durable;
using AreaSend.Services.Mail;
using AreaSend.Services.Sandbox;
using AreaSend.Services.Store;
using AreaSend.Testing;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Azure.Functions.Worker;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace AreaSend.Functions.Tests.Triggers;

/// <summary>The app's interface, and its description of it.</summary>
public class HttpTests(PostgresServer server)
{
    private const string Console = "0198f000-0000-7000-8000-00000000c0de";

    private static readonly LocalDate OnSite = new(2025, 9, 22);
    private static readonly JsonNode Description = JsonNode.Parse(typeof(OpenApi).Assembly.GetManifestResourceStream("openapi.json")!)!;

    [Fact]
    public async Task Status_OrchestrationAtWork_IsTheEnginesViewBesideTheCases()
    {
        await using var store = await OpenAsync();
        var id = await store.PlannedAsync(OnSite);
        await using var host = await DurableHost.StartAsync(store);
        await host.Client.StartOrNudgeAsync(id, CancellationToken.None);
        await host.StatusAsync(id);

        var report = Assert.IsType<StatusReport>(Assert.IsType<OkObjectResult>(await StatusAsync(store, host, id)).Value);

        Assert.Equal(("Running", new CustomStatus("Planned", "Director of children's services notified", "Monday 8 September 2025, 9am", "fixed")), (report.Engine!.RuntimeStatus, report.Engine.Status));
        Assert.Equal((id, "888", "Planned", "2025-09-08", report.Engine.Status, false, "2025-09-08T09:00:00+01:00", "2025-09-01T08:00:00+01:00", null),
            (report.Case.Inspection, report.Case.Area, report.Case.Phase, report.Case.NextDue, report.Case.Status, report.Case.Ended, report.Case.WakeAt, report.Case.LastAdvanced,
                report.Case.Problem));
        AssertDescribed(report, "StatusReport");
    }

    [Fact]
    public async Task Status_NoOrchestrationYet_IsTheCaseAlone()
    {
        await using var store = await OpenAsync();
        var id = await store.PlannedAsync(OnSite);
        await using var host = await DurableHost.StartAsync(store);

        var report = Assert.IsType<StatusReport>(Assert.IsType<OkObjectResult>(await StatusAsync(store, host, id)).Value);

        Assert.Null(report.Engine);
        AssertDescribed(report, "StatusReport");
    }

    [Fact]
    public async Task Status_NoSuchInspection_Is404WithASentence()
    {
        await using var store = await OpenAsync();
        await using var host = await DurableHost.StartAsync(store);
        var nobody = Guid.Parse("0198f000-0000-7000-8000-000000000000");

        var refusal = Assert.IsType<Refusal>(Assert.IsType<NotFoundObjectResult>(await StatusAsync(store, host, nobody)).Value);

        Assert.Equal("There is no inspection 0198f000-0000-7000-8000-000000000000.", refusal.Because);
    }

    /// <summary>The header is App Service's, and can be believed only while App Service takes it off what comes from outside.</summary>
    [Theory]
    [InlineData("true", Console, Console, true)]
    [InlineData("True", Console, "0198F000-0000-7000-8000-00000000C0DE", true)]
    [InlineData("true", Console, "0198f000-0000-7000-8000-000000000bad", false)]
    [InlineData("true", Console, null, false)]
    [InlineData("false", Console, Console, false)]
    [InlineData(null, Console, Console, false)]
    [InlineData("true", null, Console, false)]
    [InlineData("true", "", "", false)]
    public async Task StatusForConsole_WhoAsks_IsKnownByItsIdentity(string? switchedOn, string? expected, string? principal, bool answered)
    {
        await using var store = await OpenAsync();
        var id = await store.PlannedAsync(OnSite);
        await using var host = await DurableHost.StartAsync(store);
        var settings = new ConfigurationBuilder()
            .AddInMemoryCollection([new(ConsoleCaller.CallerKey, expected), new(ConsoleCaller.SwitchedOnKey, switchedOn)])
            .Build();
        var request = new DefaultHttpContext().Request;
        if (principal is not null)
        {
            request.Headers[ConsoleCaller.PrincipalHeader] = principal;
        }

        var answer = await new StatusForConsole(new CaseViews(store.Database, Editions.Shipped), new ConsoleCaller(settings)).Run(request, id, host.Client, CancellationToken.None);

        Assert.Equal(answered, answer is OkObjectResult { Value: StatusReport report } && report.Inspection == id);
        Assert.Equal(!answered, answer is UnauthorizedResult);
    }

    [Theory]
    [InlineData("", 1, 50, 4, "301 888 370 302")]
    [InlineData("?area=888", 1, 50, 1, "888")]
    [InlineData("?phase=withdrawn", 1, 50, 1, "302")]
    [InlineData("?ended=false&pageSize=2", 1, 2, 3, "301 888")]
    [InlineData("?ended=false&pageSize=2&page=2", 2, 2, 3, "370")]
    [InlineData("?page=9", 9, 50, 4, "")]
    public async Task List_FilterAndPage_AreThoseByFirstOnSiteDay(string query, int page, int size, int total, string areas)
    {
        await using var store = await OpenAsync();
        foreach (var (area, weeks) in new[] { ("370", 2), ("888", 1), ("302", 3), ("301", 0) })
        {
            var id = await store.PlannedAsync(OnSite.PlusWeeks(weeks), area);
            if (area == "302")
            {
                await store.Inspections.RecordAsync(id, Recorder.Coordinator, (_, _, now) => new InspectionWithdrawn(now, "A fictional reason"));
            }
        }

        var found = Assert.IsType<CasePage>(Assert.IsType<OkObjectResult>(await ListAsync(store, query)).Value);

        Assert.Equal((page, size, total, areas), (found.Page, found.PageSize, found.Total, string.Join(' ', found.Inspections.Select(inspection => inspection.Area))));
        AssertDescribed(found, "CasePage");
    }

    [Theory]
    [InlineData("?phase=asleep", "phase is one of Planned, Notified, Fieldwork, OnSite, Drafting, DraftShared, FinalShared, Published, Complete, Paused, Deferred, Withdrawn.")]
    [InlineData("?ended=perhaps", "ended is true or false.")]
    [InlineData("?page=0", "page is a number from 1 to 10000, pageSize from 1 to 200.")]
    [InlineData("?pageSize=201", "page is a number from 1 to 10000, pageSize from 1 to 200.")]
    [InlineData("?page=-1", "page is a number from 1 to 10000, pageSize from 1 to 200.")]
    public async Task List_NotUnderstood_Is400WithASentence(string query, string because)
    {
        await using var store = await OpenAsync();

        var refusal = Assert.IsType<Refusal>(Assert.IsType<BadRequestObjectResult>(await ListAsync(store, query)).Value);

        Assert.Equal(because, refusal.Because);
    }

    // The description names every way in that the app offers, and no other, with the key that each needs.
    [Fact]
    public void OpenApi_Operations_AreTheAppsOwn()
    {
        var offered =
            from type in typeof(OpenApi).Assembly.GetTypes()
            from method in type.GetMethods()
            from parameter in method.GetParameters()
            let trigger = parameter.GetCustomAttributes(typeof(HttpTriggerAttribute), false).Cast<HttpTriggerAttribute>().SingleOrDefault()
            where trigger is not null && type != typeof(OpenApi)
            select $"{trigger.Methods!.Single()} /{trigger.Route!.Replace(":guid", "")} {trigger.AuthLevel}";
        var described =
            from path in Description["paths"]!.AsObject()
            from operation in path.Value!.AsObject()
            select $"{operation.Key} {path.Key} {(operation.Value!["security"] is null ? AuthorizationLevel.Function : AuthorizationLevel.Anonymous)}";

        Assert.Equal(offered.Order(StringComparer.Ordinal), described.Order(StringComparer.Ordinal));
        Assert.Equal(Enum.GetNames<InspectionPhase>(), Schema("Phase")["enum"]!.AsArray().Select(name => name!.GetValue<string>()));
    }

    [Theory]
    [InlineData("genuine", 204)]
    [InlineData("forged", 401)]
    [InlineData("malformed", 400)]
    [InlineData("too large", 413)]
    public async Task EmailEvents_Post_IsAnsweredByWhatItIs(string how, int status)
    {
        using var sendGrid = new SendGridEvents();
        using var stranger = new SendGridEvents();
        await using var store = await ThrowawayStore.OpenAsync(StoreProvider.Sqlite, server, services =>
        {
            services.AddDeliveryEvents();
            services.Configure<MailOptions>(options => options.SendGrid.WebhookPublicKey = sendGrid.PublicKey);
        });
        await store.Get<SandboxContacts>().SeedAsync();
        var id = await store.NotifiedAsync(OnSite);
        await store.DrainAsync();
        var bounce = SendGridEvents.Event("e1", $"{id}:notification:dcs", "bounce", store.Now);
        var (body, signature, timestamp) = how switch
        {
            "genuine" => sendGrid.Post(store.Now, bounce, bounce),
            "forged" => stranger.Post(store.Now, bounce),
            "malformed" => sendGrid.Sign(store.Now, "{}"u8.ToArray()),
            _ => sendGrid.Sign(store.Now, new byte[EventWebhook.LargestBody + 1]),
        };
        var request = new DefaultHttpContext().Request;
        request.Body = new MemoryStream(body);
        request.Headers[EventWebhook.SignatureHeader] = signature;
        request.Headers[EventWebhook.TimestampHeader] = timestamp;

        var answer = await new EmailEvents(store.Get<EventWebhook>()).Run(request, CancellationToken.None);

        Assert.Equal(status, Assert.IsType<StatusCodeResult>(answer).StatusCode);
        var loaded = (await store.Inspections.FindAsync(id))!;
        Assert.Equal(status == 204, loaded.Inspection.Owed(store.Now)[0].Standing == Standing.NotServed);
        Assert.Equal(status == 204 ? 1 : 0, loaded.Case.Events.Count(recorded => recorded.Event is NoticeUndeliverable));
    }

    [Theory]
    [InlineData("Bearer a-fictional-token", "permanent-failure", 204)]
    [InlineData("Bearer a-fictional-token", "malformed", 400)]
    [InlineData("Bearer a-fictional-token", "too large", 413)]
    [InlineData("Bearer another-token", "permanent-failure", 401)]
    public async Task NotifyReceipts_Post_IsAnsweredByWhatItIs(string authorization, string how, int status)
    {
        await using var store = await ThrowawayStore.OpenAsync(StoreProvider.Sqlite, server, services =>
        {
            services.AddDeliveryEvents();
            services.Configure<MailOptions>(options => options.GovukNotify.CallbackToken = "a-fictional-token");
        });
        await store.Get<SandboxContacts>().SeedAsync();
        var id = await store.NotifiedAsync(OnSite);
        await store.DrainAsync();
        var request = new DefaultHttpContext().Request;
        request.Headers.Authorization = authorization;
        request.Body = new MemoryStream(how switch
        {
            "malformed" => "[]"u8.ToArray(),
            "too large" => new byte[NotifyCallback.LargestBody + 1],
            _ => JsonSerializer.SerializeToUtf8Bytes(new { id = "1", reference = $"{id}:notification:dcs", status = how }),
        });

        var answer = await new NotifyReceipts(store.Get<NotifyCallback>()).Run(request, CancellationToken.None);

        Assert.Equal(status, Assert.IsType<StatusCodeResult>(answer).StatusCode);
        Assert.Equal(status == 204, (await store.NoticeAsync(id, "notification:dcs")).State == NoticeState.Dead);
    }

    private static Task<IActionResult> StatusAsync(ThrowawayStore store, DurableHost host, Guid id) =>
        new InspectionStatus(new CaseViews(store.Database, Editions.Shipped)).Run(new DefaultHttpContext().Request, id, host.Client, CancellationToken.None);

    private static Task<IActionResult> ListAsync(ThrowawayStore store, string query)
    {
        var request = new DefaultHttpContext().Request;
        request.QueryString = new QueryString(query);
        return new Inspections(new CaseViews(store.Database, Editions.Shipped)).Run(request, CancellationToken.None);
    }

    private Task<ThrowawayStore> OpenAsync() => ThrowawayStore.OpenAsync(StoreProvider.Sqlite, server);

    /// <summary>What is served has every property that the description requires, and none that it does not name.</summary>
    private static void AssertDescribed(object served, string schema) =>
        AssertDescribed(JsonSerializer.SerializeToNode(served, served.GetType(), StatusReport.Json), Schema(schema), schema);

    private static void AssertDescribed(JsonNode? served, JsonNode schema, string where)
    {
        schema = schema["$ref"] is { } reference ? Schema(reference.GetValue<string>().Split('/')[^1]) : schema["anyOf"]?[0] is { } first ? Schema(first["$ref"]!.GetValue<string>().Split('/')[^1]) : schema;
        if (served is JsonArray array)
        {
            Assert.All(array, item => AssertDescribed(item, schema["items"]!, $"{where}[]"));
        }
        else if (served is JsonObject @object)
        {
            Assert.All(schema["required"]?.AsArray() ?? [], name => Assert.True(@object.ContainsKey(name!.GetValue<string>()), $"{where} lacks {name}"));
            foreach (var (name, value) in @object)
            {
                Assert.True(schema["properties"]![name] is not null, $"{where}.{name} is not described");
                AssertDescribed(value, schema["properties"]![name]!, $"{where}.{name}");
            }
        }
    }

    private static JsonNode Schema(string name) => Description["components"]!["schemas"]![name]!;
}
