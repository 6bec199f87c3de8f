using System.Net;
using AreaSend.Core.Inspections;
using AreaSend.Services.Engine;
using AreaSend.Services.Inspections;
using AreaSend.Services.Sandbox;
using AreaSend.Services.Store.Calendars;
using AreaSend.Services.Uploads;
using AreaSend.Testing;
using AreaSend.Web.Security;
using AreaSend.Web.SignIn;
using AreaSend.Web.Tests.Shell;
using Azure.Storage.Blobs;
using Microsoft.Extensions.DependencyInjection;

namespace AreaSend.Web.Tests.Engine;

/// <summary>The console where the Functions app is the engine: what it still has to do itself.</summary>
public sealed class DurableConsoleTests(AzuriteServer azurite) : IClassFixture<AzuriteServer>
{
    private static readonly KeyValuePair<string, string>[] Durable =
    [
        new("AreaSend:Engine", "DurableFunctions"),
        new("AreaSend:Functions:Address", "http://localhost:7071"),
        new("AreaSend:Functions:QueueConnectionString", "UseDevelopmentStorage=true"),
        new("AreaSend:Functions:CatchUpTimeout", "00:00:00"),
    ];

    // In Azure the template makes them; an emulator's account is empty.
    [Fact]
    public async Task Start_AccountReachedByConnectionString_MakesTheContainersThatOfficersSendTo()
    {
        await using var host = new ConsoleFactory();
        Set(host.Settings, [.. Durable, new("AreaSend:Blobs:ConnectionString", await azurite.ConnectionStringAsync())]);

        host.NewVisitor();

        var quarantine = new BlobContainerClient(await azurite.ConnectionStringAsync(), DocumentBlobs.Quarantine);
        using var timeout = new CancellationTokenSource(TimeSpan.FromMinutes(2));
        while (!await quarantine.ExistsAsync(timeout.Token))
        {
            await Task.Delay(50, timeout.Token);
        }
    }

    [Fact]
    public async Task Clock_AppIsDown_StopsAndSaysWhatToDo()
    {
        await using var host = new ConsoleFactory();
        Set(host.Settings, Durable);
        await host.Services.GetRequiredService<Services.Inspections.InspectionStore>().PlanAsync("888", Core.Timetables.InspectionKind.Full, await OnSiteAsync(host), Recorder.Coordinator);
        var visitor = await host.NewVisitor().AsAsync(Role.Coordinator);

        var answer = await visitor.PostAsync("/sandbox/clock", ("Form.To.Day", ""), ("Form.To.Month", ""), ("Form.To.Year", ""), ("Form.Step", "next"));

        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        Assert.Contains("Start the Functions app", (await Visitor.ReadAsync(answer)).QuerySelector(".govuk-error-summary")!.TextContent, StringComparison.Ordinal);
    }

    private static async Task<NodaTime.LocalDate> OnSiteAsync(ConsoleFactory host)
    {
        var calendar = (await host.Services.GetRequiredService<Services.Store.Calendars.CalendarLibrary>().CurrentAsync()).Calendar;
        var today = Core.Calendars.LondonTime.DateOf(host.Services.GetRequiredService<SandboxClock>().GetCurrentInstant());
        return calendar.Plus(calendar.NextOrSame(today), 15);
    }

    private static void Set(IDictionary<string, string> settings, KeyValuePair<string, string>[] values)
    {
        foreach (var (name, value) in values)
        {
            settings[name] = value;
        }
    }
}
