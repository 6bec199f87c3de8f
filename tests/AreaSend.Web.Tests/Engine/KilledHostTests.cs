using System.Text.RegularExpressions;
using AreaSend.Core.Inspections;
using AreaSend.Core.Timetables;
using AreaSend.Services.BankHolidays;
using AreaSend.Services.Checkpoints;
using AreaSend.Services.Engine;
using AreaSend.Services.Inspections;
using AreaSend.Services.Publication;
using AreaSend.Services.Sandbox;
using AreaSend.Services.Store;
using AreaSend.Services.Store.Calendars;
using AreaSend.Testing;
using Microsoft.EntityFrameworkCore;
using NodaTime.Testing;

namespace AreaSend.Web.Tests.Engine;

/// <summary>The host is killed with SIGKILL at random instants of a whole inspection, and started again each time.</summary>
public partial class KilledHostTests(ITestOutputHelper output)
{
    private const int Kills = 20;

    // From before the request has arrived to after it has been answered.
    private const int LongestLife = 60;

    [Fact]
    public async Task Kill_AtRandomInstants_LosesNoEventAndDoublesNoNotice()
    {
        var seed = Random.Shared.Next();
        output.WriteLine($"Seed {seed}");
        using var folder = new HostFolder(hasTables: false);
        var acknowledged = await LiveThroughAsync(folder, new Random(seed));

        var database = new StoreDatabase(StoreSettings.SqliteFile(folder.Settings["AreaSend:Store:File"]));
        await using var context = database.Open();
        var id = await context.Inspections.Select(row => row.Id).SingleAsync();
        var loaded = (await InspectionsOf(database).FindAsync(id))!;
        Assert.Empty((await new ChainVerifier(database).VerifyAsync()).Broken);
        Assert.Equal(acknowledged, Enumerable.Range(0, WholeInspection.Acts.Count).Select(act => HostBackdoor.Recorded(loaded.Case, act)!.Value));

        var events = loaded.Case.Events.Select(@event => @event.Event).ToList();
        var raised = events.OfType<NoticeRaised>().Select(notice => notice.Key).ToList();
        Assert.Equal(raised.Distinct(), raised);
        Assert.Equal(raised.Order(), events.OfType<NoticeSent>().Select(notice => notice.Key).Order());
        Assert.Equal(await ExpectedAsync(), raised.Select(WithoutOccurrence).Order());

        var notices = await context.Notices.AsNoTracking().ToListAsync();
        Assert.Equal(raised.Order(), notices.Select(notice => notice.Key).Order());
        var files = Directory.GetFiles(folder.Settings["AreaSend:Mail:Folder"], "*.eml").Select(Path.GetFileName);
        Assert.Equal(notices.Select(notice => notice.ProviderId).Order(), files.Order());
    }

    /// <summary>Asks for one act after the other, each until it is answered; answers what the host said is recorded.</summary>
    private async Task<List<(int Seq, string Kind)>> LiveThroughAsync(HostFolder folder, Random random)
    {
        var clock = ShiftedClock.Showing(ThrowawayStore.Start);
        string[] requests = [.. Enumerable.Range(0, WholeInspection.Acts.Count).SelectMany(act => new[] { $"time?act={act}", $"act?act={act}" }), $"time?act={WholeInspection.Acts.Count}"];
        var killedAt = Enumerable.Range(0, requests.Length).OrderBy(_ => random.Next()).Take(Kills).ToHashSet();
        var answers = new List<(int, string)>();
        var host = await HostProcess.StartAsync(folder, clock);
        try
        {
            for (var number = 0; number < requests.Length; number++)
            {
                if (killedAt.Contains(number))
                {
                    await KillDuringAsync(host, requests[number], random.Next(LongestLife));
                    host = await HostProcess.StartAsync(folder, clock);
                }

                var answer = await host.Client.PostAsync($"/back-door/{requests[number]}", null);
                var said = await answer.EnsureSuccessStatusCode().Content.ReadAsStringAsync();
                if (said.Split(' ') is [var seq, var kind])
                {
                    answers.Add((int.Parse(seq, System.Globalization.CultureInfo.InvariantCulture), kind));
                }
            }
        }
        finally
        {
            host.Dispose();
        }

        return answers;
    }

    private async Task KillDuringAsync(HostProcess host, string request, int afterMilliseconds)
    {
        var asked = host.Client.PostAsync($"/back-door/{request}", null);
        using var instant = new CancellationTokenSource(afterMilliseconds);
        var passed = new TaskCompletionSource();
        await using var _ = instant.Token.Register(() => passed.TrySetResult());
        await passed.Task;
        output.WriteLine($"Killed {afterMilliseconds} ms into {request}; it had {(asked.IsCompleted ? "" : "not ")}been answered");
        await host.KillAsync();
        await asked.ContinueWith(answered => answered.Exception, TaskScheduler.Default);
    }

    /// <summary>To read what the host wrote; nothing is recorded, so its clock can stand still.</summary>
    private static InspectionStore InspectionsOf(StoreDatabase database)
    {
        var (calendars, editions, signal, clock) = (new CalendarLibrary(database), Editions.Shipped, new ChangeSignal(), new FakeClock(ThrowawayStore.Start));
        var stream = new EventStream(calendars, editions);
        var recording = new FactRecording(database, stream, clock, signal);
        return new InspectionStore(database, stream, calendars, editions, recording, PublicationHolds.OfPlannedAsync, clock, signal);
    }

    /// <summary>The notices of the same inspection on a host that nobody kills.</summary>
    private static async Task<IEnumerable<string>> ExpectedAsync()
    {
        await using var store = await ThrowawayStore.OpenAsync();
        await store.Get<SandboxContacts>().SeedAsync();
        var id = await store.LiveThroughAsync(new LocalDate(2025, 9, 22));
        await store.PassTimeAsync(store.Now + Duration.FromDays(40));
        return [.. (await store.Inspections.FindAsync(id))!.Case.RaisedNotices.Keys.Select(WithoutOccurrence).Order()];
    }

    // The occurrence is the position of the fact, and that differs with what was recorded in between.
    private static string WithoutOccurrence(string key) => Occurrence().Replace(key, "");

    [GeneratedRegex(@":\d+$")]
    private static partial Regex Occurrence();
}
