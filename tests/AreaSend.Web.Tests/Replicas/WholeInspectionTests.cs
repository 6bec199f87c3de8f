using System.Net;
using System.Text.Json;
using System.Text.RegularExpressions;
using AreaSend.Core.Inspections;
using AreaSend.Core.Rules;
using AreaSend.Core.Timetables;
using AreaSend.Services.Engine;
using AreaSend.Services.Inspections;
using AreaSend.Services.Mail;
using AreaSend.Services.Sandbox;
using AreaSend.Services.Store;
using AreaSend.Services.Uploads;
using AreaSend.Services.Uploads.Ingesting;
using AreaSend.Testing;
using AreaSend.Web.Tests.Lano;
using AreaSend.Web.Tests.SignIn;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using NodaTime.Testing;

namespace AreaSend.Web.Tests.Replicas;

/// <summary>
/// A full inspection with outcome 3, from its planning to its published plan, outside the sandbox: real people sign in, a file goes through real storage, and each
/// e-mail goes through a real mail server by STARTTLS and is read back as a mail program reads it.
/// </summary>
public sealed partial class WholeInspectionTests(PostgresServer server)
{
    private static readonly byte[] Paper = "What we do well, plainly fictional."u8.ToArray();

    // What the officer sends as a file; what else comes in is recorded.
    private const string Sent = "1.3";

    [Fact]
    public async Task Inspection_WithOutcome3_OutsideTheSandbox_IsLivedThroughAndToldByMail()
    {
        // Arrange
        await using var around = await TwoReplicas.PrepareAsync(await server.CreateDatabaseAsync());
        var clock = new FakeClock(ThrowawayStore.Start);
        var settings = around.Environment.ToDictionary(setting => setting.Key.Replace("__", ":"), setting => setting.Value);
        await using var host = new SignedInHost(around.Provider, settings, TwoReplicas.Site) { Clock = clock };
        var pat = await host.SignedInAsync("pat");
        var lee = await host.SignedInAsync("lee");
        await new SandboxContacts(host.Database).SeedAsync();
        await host.Services.GetRequiredService<DocumentBlobs>().PrepareAsync([TwoReplicas.Site.ToString()]);
        var store = host.Services.GetRequiredService<InspectionStore>();
        var planned = await store.PlanAsync("888", InspectionKind.Full, new LocalDate(2025, 9, 22), Recorder.Coordinator, new Mailbox("Lee Fictional", "lee@example.org"));
        var id = Assert.IsType<Recording.Recorded>(planned).Inspection.Id;
        var invited = new TaskCompletionSource<Uri>(TaskCreationOptions.RunContinuationsAsynchronously);
        var reading = around.Mail.ReadToEndAsync(mail =>
        {
            if (CampaignTests.KeyOf(mail).Contains("lano-invitation", StringComparison.Ordinal))
            {
                invited.TrySetResult(new Uri(CampaignTests.Link().Match(mail.GetProperty("text").GetString()!).Value));
            }
        });

        // Act
        foreach (var act in WholeInspection.Acts)
        {
            var loaded = (await store.FindAsync(id))!;
            await PassTimeAsync(host, clock, act.At(loaded.Plan));
            if (act.Name == $"item {Sent}")
            {
                await SendAsync(host, id, await invited.Task, lee);
                continue;
            }

            var recording = act.Fact is null
                ? await store.NominateLanoAsync(id, Recorder.Coordinator, new Mailbox("Fictional Officer", "lano@example.org"))
                : await store.RecordAsync(id, Recorder.Coordinator, (@case, _, now) => act.Fact(@case, now));
            Assert.True(recording is Recording.Recorded, $"{act.Name}: {recording}");
        }

        await PassTimeAsync(host, clock, clock.GetCurrentInstant() + Duration.FromDays(40));
        around.Mail.End();
        var mails = await reading;

        // Assert
        var @case = (await store.FindAsync(id))!.Case;
        Assert.IsType<Outcome.WidespreadFailings>(@case.Outcome);
        Assert.Contains("priority action plan", (await pat.Visitor.OpenAsync($"/inspections/{id}")).Body!.TextContent, StringComparison.OrdinalIgnoreCase);
        await AssertAreDrawnWholeAsync(pat, $"/inspections/{id}");
        await using var context = host.Database.Open();
        var notices = await context.Notices.AsNoTracking().ToListAsync();
        Assert.Equal(@case.RaisedNotices.Keys.Order(StringComparer.Ordinal), notices.Select(notice => notice.Key).Order(StringComparer.Ordinal));
        Assert.All(notices, notice => Assert.Equal(NoticeState.Sent, notice.State));
        Assert.Equal(notices.Select(notice => notice.MailKey).Order(StringComparer.Ordinal), mails.Select(CampaignTests.KeyOf).Order(StringComparer.Ordinal));
        Assert.All(mails, IsWhatALeaderMayGet);
        foreach (var template in (string[])["notification", "lano-invitation", "draft-shared", "final-shared", "complaint-received", "published", "plan-returned", "plan-confirmed"])
        {
            Assert.Contains(notices, notice => notice.Template == template);
        }
    }

    /// <summary>The officer comes in by the link that the e-mail held, sends a file, and the lead inspector reads the same bytes.</summary>
    private static async Task SendAsync(SignedInHost host, Guid id, Uri link, PersonAtBrowser lee)
    {
        var officer = host.NewPerson();
        Assert.Equal(HttpStatusCode.Redirect, (await officer.Visitor.PostAsync(link.PathAndQuery)).StatusCode);
        Assert.StartsWith("/lano/sent/", (await PortalHost.PostFilesAsync(officer.Visitor, [Sent], ("plan.txt", Paper))).Headers.Location!.ToString(), StringComparison.Ordinal);
        var document = Assert.Single(await host.Services.GetRequiredService<DocumentUploads>().ListAsync(id));
        var decided = await host.Services.GetRequiredService<Ingestion>().IngestAsync(document.Id);
        Assert.Equal(DocumentState.Accepted, decided!.State);

        var read = await lee.Client.GetAsync($"/inspections/{id}/documents/{document.Id}/file");
        Assert.Equal(Paper, await read.Content.ReadAsByteArrayAsync());
    }

    /// <summary>However soon PostgreSQL answers each of the questions of a page, it is drawn when all have been answered.</summary>
    private static async Task AssertAreDrawnWholeAsync(PersonAtBrowser pat, string inspection)
    {
        string[] pages = ["", "/documents", "/history", "/notices", "/people"];
        foreach (var page in pages.SelectMany(page => Enumerable.Repeat(inspection + page, 20)))
        {
            Assert.Equal(HttpStatusCode.OK, (await pat.Client.GetAsync(page)).StatusCode);
        }
    }

    private static void IsWhatALeaderMayGet(JsonElement mail)
    {
        var (text, html) = (mail.GetProperty("text").GetString()!, mail.GetProperty("html").GetString()!);
        var to = Assert.Single(mail.GetProperty("envelope").GetProperty("to").EnumerateArray()).GetString()!;
        var headers = mail.GetProperty("headers").EnumerateArray().Select(header => header.GetProperty("name").GetString()).ToHashSet();

        Assert.True(mail.GetProperty("encrypted").GetBoolean());
        Assert.Equal(SmtpServer.User, mail.GetProperty("user").GetString());
        Assert.NotEmpty(mail.GetProperty("subject").GetString()!);
        Assert.True(text.Length > 100 && html.Contains("<p", StringComparison.Ordinal), "Both parts.");
        Assert.Equal(0, mail.GetProperty("attachments").GetInt32());
        Assert.Superset(new HashSet<string?> { "auto-submitted", "date", "from", "message-id", "to", "x-areasend-key" }, headers);
        Assert.Contains(mail.GetProperty("envelope").GetProperty("from").GetString(), (string[])["ofsted@example.org", "cqc@example.org"]);
        Assert.Equal([to], mail.GetProperty("to").EnumerateArray().Select(one => one.GetProperty("address").GetString()));
        Assert.All(
            Address().Matches(text + html).Select(match => match.Value),
            address => Assert.Contains(address, (string[])[to, "ofsted@example.org", "cqc@example.org", "lee@example.org"]));
        Assert.DoesNotContain("plan.txt", text + html, StringComparison.Ordinal);
    }

    /// <summary>Lets time pass as it does: the clock stops at each moment at which something falls due, until that has been done.</summary>
    private static async Task PassTimeAsync(SignedInHost host, FakeClock clock, Instant until)
    {
        var (runner, work) = (host.Services.GetRequiredService<DueWorkRunner>(), host.Services.GetRequiredService<EngineWork>());
        while (true)
        {
            do
            {
                // The host's own engine may have some of it in hand.
                await runner.RunAsync(clock.GetCurrentInstant());
            }
            while ((await work.DueAsync(clock.GetCurrentInstant())).Count > 0);

            if (await work.NextByClockAsync() is not { } next || next > until)
            {
                break;
            }

            clock.Reset(Instant.Max(next, clock.GetCurrentInstant()));
        }

        clock.Reset(Instant.Max(until, clock.GetCurrentInstant()));
    }

    [GeneratedRegex(@"[\w.+-]+@[\w-]+(\.[\w-]+)+")]
    private static partial Regex Address();
}
