using System.Collections.Concurrent;
using System.Net;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using System.Text.RegularExpressions;
using AngleSharp.Html.Dom;
using AreaSend.Core.Calendars;
using AreaSend.Core.Inspections;
using AreaSend.Core.Rules;
using AreaSend.Services.Checkpoints;
using AreaSend.Services.Engine;
using AreaSend.Services.Inspections;
using AreaSend.Services.Mail;
using AreaSend.Services.Sandbox;
using AreaSend.Services.Store;
using AreaSend.Services.Uploads;
using AreaSend.Testing;
using AreaSend.Web.Tests.Lano;
using AreaSend.Web.Tests.Shell;
using AreaSend.Web.Tests.SignIn;
using Azure.Storage.Blobs;
using Microsoft.EntityFrameworkCore;
using MimeKit.Utils;

namespace AreaSend.Web.Tests.Replicas;

/// <summary>
/// Two consoles on one PostgreSQL, outside the sandbox and with the settings of <c>deploy/compose.yaml</c>. For a minute one of them is killed as soon as both
/// have listened for a second, while people sign in, ask for documents, name officers and send files through whichever answers.
/// <para>
/// Held is: what was answered is there; what people did once is there once, however often they had to press the button; nobody who was in is put out; each
/// notice is raised once, recorded as sent once, and sent. What may be doubled is an e-mail, in one case: the mail server has said that it took it, and the
/// console dies before PostgreSQL has that in writing. Nobody knows then, and a notice that may not have gone is worse than one that went twice. So each kill
/// can double what the victim's workers had in hand and no more, and a second copy is the same message, with the same Message-ID.
/// </para>
/// </summary>
public sealed partial class CampaignTests(PostgresServer server, ITestOutputHelper output)
{
    private static readonly TimeSpan ForSoLong = TimeSpan.FromMinutes(1);
    private static readonly TimeSpan BetweenKills = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan BetweenActs = TimeSpan.FromMilliseconds(100);
    private static readonly TimeSpan WaitTimeout = TimeSpan.FromMinutes(2);

    // The notification of the second week's inspections is sent at 9am, in the midst of it.
    private static readonly Instant Begins = LondonTime.At(new LocalDate(2025, 9, 15), new LocalTime(8, 59, 45));
    private static readonly LocalDate FirstWeek = new(2025, 9, 22);
    private static readonly LocalDate SecondWeek = new(2025, 9, 29);

    [Fact]
    public async Task Kill_OneOfTwoAfterTheOther_LosesNothingAndDoublesNothing()
    {
        var settings = new StoreSettings(StoreProvider.Postgres, await server.CreateDatabaseAsync());
        await using var replicas = await TwoReplicas.PrepareAsync(settings.ConnectionString);
        await using var store = await ThrowawayStore.OpenOnAsync(settings);
        var underWay = await UnderWayAsync(store);
        var ahead = await Task.WhenAll(((string[])["302", "372", "880"]).Select(area => store.PlannedAsync(SecondWeek, area)));
        var before = store.Mail.Sent.Select(mail => mail.Key).ToHashSet();
        var mails = replicas.Mail.ReadToEndAsync();
        var clock = ShiftedClock.Showing(Begins);
        await replicas.StartAsync(clock.Behind);

        var pat = replicas.NewPerson();
        Assert.Equal("/", await pat.SignInAsync("pat"));
        var officers = new List<Officer>();
        foreach (var (inspection, link) in underWay)
        {
            var officer = replicas.NewPerson();
            Assert.Equal(HttpStatusCode.Redirect, (await officer.Visitor.PostAsync(link.PathAndQuery)).StatusCode);
            officers.Add(new Officer(inspection, officer));
        }

        using var minute = new CancellationTokenSource(ForSoLong);
        var coordinator = new CoordinatorAtWork(pat, [.. underWay.Select(each => each.Inspection)], ahead);
        var signedIn = 0;
        var work = Task.WhenAll(
        [
            UntilAsync(coordinator.NextAsync, minute.Token),
            .. officers.Select(officer => UntilAsync(officer.SendAsync, minute.Token)),
            UntilAsync(async number => signedIn += await SignInAsync(replicas, (string[])["lee", "ines", "remi", "ada"], number), minute.Token),
        ]);
        var kills = await KillAsync(replicas, minute.Token);
        await work;
        var now = await QuietAsync(store, clock);
        output.WriteLine($"{kills} kills; {coordinator.Asked.Count} documents asked for, {coordinator.Named.Count} officers named, {officers.Sum(officer => officer.Sent.Count)} files sent, {signedIn} sign-ins");

        Assert.True(await pat.IsInAsync(), "Nobody was put out.");
        Assert.All(officers, officer => Assert.Equal(HttpStatusCode.OK, officer.Client.GetAsync("/lano").Result.StatusCode));
        replicas.Mail.End();
        await HoldsAsync(store, [.. underWay.Select(each => each.Inspection), .. ahead], coordinator, officers, replicas.Storage);
        await MailsHoldAsync(store, before, await mails, kills * new EngineOptions().Workers, now);
    }

    /// <summary>Inspections whose officers have their links, on the morning of the campaign; everything until then has been done and sent.</summary>
    private static async Task<IReadOnlyList<(Guid Inspection, Uri Link)>> UnderWayAsync(ThrowawayStore store)
    {
        await store.Get<SandboxContacts>().SeedAsync();
        var underWay = new List<(Guid, Uri)>();
        foreach (var area in (string[])["888", "202", "301"])
        {
            var inspection = await store.PlannedAsync(FirstWeek, area);
            underWay.Add((inspection, new("about:blank")));
        }

        await store.PassTimeAsync(Begins - Duration.FromHours(2));
        for (var number = 0; number < underWay.Count; number++)
        {
            var (inspection, _) = underWay[number];
            Assert.IsType<Recording.Recorded>(await store.Inspections.NominateLanoAsync(inspection, Recorder.Coordinator, new Mailbox("Fictional Officer", $"lano.{number}@example.org")));
            await store.DrainAsync();
            underWay[number] = (inspection, new Uri(Link().Match(store.Mail.Sent.Last(mail => mail.Key.Contains("lano-invitation", StringComparison.Ordinal)).Text).Value));
        }

        await store.PassTimeAsync(Begins);
        return underWay;
    }

    /// <summary>Does one thing after the other until time is up; what was begun is finished, and one thing is done in any case.</summary>
    private static async Task UntilAsync(Func<int, Task> act, CancellationToken end)
    {
        for (var number = 0; number == 0 || !end.IsCancellationRequested; number++)
        {
            await act(number);

            // The machine has two replicas to start as well.
            await Task.Delay(BetweenActs, CancellationToken.None);
        }
    }

    /// <summary>One after the other, until time is up. Both run in the end.</summary>
    private static async Task<int> KillAsync(TwoReplicas replicas, CancellationToken end)
    {
        var kills = 0;
        while (!end.IsCancellationRequested)
        {
            await Task.Delay(BetweenKills, CancellationToken.None);
            await replicas.KillAsync(kills % 2);
            await replicas.StartAsync(kills++ % 2);
        }

        return kills;
    }

    /// <summary>Somebody signs in from the beginning until they are in: a code works once, and whoever's answer was lost begins again.</summary>
    private static async Task<int> SignInAsync(TwoReplicas replicas, string[] people, int number)
    {
        while (true)
        {
            var person = replicas.NewPerson();
            try
            {
                if (await person.SignInAsync(people[number % people.Length]) == "/" && await person.IsInAsync())
                {
                    return 1;
                }
            }
            catch (HttpRequestException)
            {
                // The replica died under it.
            }
        }
    }

    /// <summary>Until nothing is left to do.</summary>
    private static async Task<Instant> QuietAsync(ThrowawayStore store, IClock clock)
    {
        using var timeout = new CancellationTokenSource(WaitTimeout);
        while (true)
        {
            var now = clock.GetCurrentInstant();
            await using var context = store.Database.Open();
            if ((await store.Get<EngineWork>().DueAsync(now, timeout.Token)).Count == 0
                && !await context.Set<Document>().AnyAsync(document => document.State == DocumentState.Arrived || document.State == DocumentState.Scanned, timeout.Token))
            {
                return now;
            }

            await Task.Delay(BetweenKills, timeout.Token);
        }
    }

    private static async Task HoldsAsync(ThrowawayStore store, IReadOnlyList<Guid> inspections, CoordinatorAtWork coordinator, IReadOnlyList<Officer> officers, string storage)
    {
        Assert.Empty((await new ChainVerifier(store.Database).VerifyAsync()).Broken);
        var events = new Dictionary<Guid, IReadOnlyList<InspectionEvent>>();
        foreach (var inspection in inspections)
        {
            events[inspection] = [.. (await store.Inspections.FindAsync(inspection))!.Case.Events.Select(recorded => recorded.Event)];
        }

        var all = events.Values.SelectMany(each => each).ToList();
        Assert.Equal(coordinator.Asked.Order(StringComparer.Ordinal), all.OfType<ExtraItemAsked>().Select(asked => asked.Title).Order(StringComparer.Ordinal));
        Assert.All(coordinator.Named, inspection => Assert.Single(events[inspection].OfType<LanoNominated>()));
        Assert.All(events.Values, each => Assert.Single(each.OfType<Notified>()));

        await using var context = store.Database.Open();
        var documents = await context.Set<Document>().AsNoTracking().Where(document => document.State != DocumentState.Expected).ToListAsync();
        var kept = new BlobContainerClient(storage, DocumentBlobs.Accepted);
        foreach (var officer in officers)
        {
            var theirs = documents.Where(document => document.Inspection == officer.Inspection).ToList();
            Assert.Equal(officer.Sent.Keys.Order(StringComparer.Ordinal), theirs.Select(document => document.FileName).Order(StringComparer.Ordinal));
            foreach (var document in theirs)
            {
                Assert.Equal((DocumentState.Accepted, Convert.ToHexStringLower(SHA256.HashData(officer.Sent[document.FileName]))), (document.State, document.Sha256));
                Assert.Equal(officer.Sent[document.FileName], (await kept.GetBlobClient(document.AcceptedBlob).DownloadContentAsync()).Value.Content.ToArray());
                Assert.Single(events[officer.Inspection].OfType<UploadArrived>(), arrived => arrived.Document == document.Id);
                Assert.Single(events[officer.Inspection].OfType<UploadAccepted>(), accepted => accepted.Document == document.Id);
            }
        }

        Assert.Equal(officers.Sum(officer => officer.Sent.Count), kept.GetBlobs().Count());
    }

    private async Task MailsHoldAsync(ThrowawayStore store, HashSet<string> before, IReadOnlyList<JsonElement> mails, int mostDoubled, Instant now)
    {
        await using var context = store.Database.Open();
        var notices = await context.Notices.AsNoTracking().ToListAsync();
        Assert.All(notices.Where(notice => notice.RaisedAt <= now), notice => Assert.Equal(NoticeState.Sent, notice.State));
        foreach (var inspection in notices.Select(notice => notice.Inspection).Distinct())
        {
            var events = (await store.Inspections.FindAsync(inspection))!.Case.Events.Select(recorded => recorded.Event).ToList();
            var keys = notices.Where(notice => notice.Inspection == inspection).Select(notice => notice.Key).Order(StringComparer.Ordinal).ToList();
            Assert.Equal(keys, events.OfType<NoticeRaised>().Select(notice => notice.Key).Order(StringComparer.Ordinal));
            Assert.Equal(keys, events.OfType<NoticeSent>().Select(notice => notice.Key).Order(StringComparer.Ordinal));
        }

        var copies = mails.GroupBy(KeyOf).ToList();
        var owed = notices.Select(notice => notice.MailKey).Except(before).ToHashSet();
        Assert.Empty(owed.Except(copies.Select(copy => copy.Key)));
        Assert.Empty(copies.Select(copy => copy.Key).Except(owed));
        Assert.All(copies, copy => Assert.Single(
            copy.Select(mail => (mail.GetProperty("messageId").GetString(), mail.GetProperty("subject").GetString(), mail.GetProperty("envelope").GetRawText())).Distinct()));
        var doubled = copies.Sum(copy => copy.Count() - 1);
        output.WriteLine($"{mails.Count} e-mails, {doubled} of them a second copy");
        Assert.InRange(doubled, 0, mostDoubled);
    }

    // A long key is folded and encoded, as headers are.
    internal static string KeyOf(JsonElement mail) => Rfc2047.DecodeText(Encoding.ASCII.GetBytes(
        mail.GetProperty("headers").EnumerateArray().Single(header => header.GetProperty("name").GetString() == "x-areasend-key").GetProperty("value").GetString()!));

    /// <summary>An address as often as it takes until it is answered: what one looks at can be looked at again.</summary>
    private static async Task<IHtmlDocument> LookAsync(Visitor visitor, string address)
    {
        while (true)
        {
            try
            {
                return await visitor.OpenAsync(address);
            }
            catch (HttpRequestException)
            {
                // The replica died under it.
            }
        }
    }

    /// <summary>The answer to something that was sent; null where the replica died under it, and nobody knows what became of it.</summary>
    private static async Task<HttpResponseMessage?> AnswerAsync(Func<Task<HttpResponseMessage>> send)
    {
        try
        {
            return await send();
        }
        catch (HttpRequestException)
        {
            return null;
        }
    }

    [GeneratedRegex("http[^ ]*/lano/enter\\?link=[A-Za-z0-9_-]{43}")]
    internal static partial Regex Link();

    /// <summary>Sends files, one after the other; where no answer comes, the same form again.</summary>
    private sealed class Officer(Guid inspection, PersonAtBrowser person)
    {
        public Guid Inspection => inspection;

        public HttpClient Client => person.Client;

        public ConcurrentDictionary<string, byte[]> Sent { get; } = new();

        public async Task SendAsync(int number)
        {
            var (name, content) = ($"paper-{number}.txt", Encoding.UTF8.GetBytes($"What we do well, plainly fictional: {inspection} {number}."));
            Sent[name] = content;
            var page = await LookAsync(person.Visitor, "/lano/send");
            HttpResponseMessage? answer;
            while ((answer = await AnswerAsync(() => PortalHost.PostFilesAsync(person.Visitor, page, ["1.3"], (name, content)))) is null)
            {
            }

            Assert.True(answer.StatusCode == HttpStatusCode.Redirect && answer.Headers.Location!.ToString().StartsWith("/lano/sent/", StringComparison.Ordinal), $"{answer.StatusCode}");
        }
    }

    /// <summary>Asks for documents of inspections that are under way, and names the officers of those that have just been notified.</summary>
    private sealed class CoordinatorAtWork(PersonAtBrowser person, IReadOnlyList<Guid> underWay, IReadOnlyList<Guid> ahead)
    {
        private static readonly (string, string)[] Due = [("Form.Due.Day", "18"), ("Form.Due.Month", "9"), ("Form.Due.Year", "2025")];

        public List<string> Asked { get; } = [];

        public List<Guid> Named { get; } = [];

        public async Task NextAsync(int number)
        {
            await AskAsync(underWay[number % underWay.Count], $"Fictional paper {number}.");
            if (Named.Count < ahead.Count)
            {
                await NameAsync(ahead[Named.Count]);
            }
        }

        /// <summary>Where no answer comes, or somebody else was first, one looks whether it is there.</summary>
        private async Task AskAsync(Guid inspection, string title)
        {
            Asked.Add(title);
            var address = $"/inspections/{inspection}/documents";
            while (true)
            {
                var page = await LookAsync(person.Visitor, address);
                if (page.QuerySelector("main")!.TextContent.Contains(title, StringComparison.Ordinal))
                {
                    return;
                }

                if (await AnswerAsync(() => person.Visitor.SendAsync(address, page, "ask", [("Form.Title", title), ("Form.Reason", "Fictional reason."), .. Due])) is { StatusCode: HttpStatusCode.Redirect })
                {
                    return;
                }
            }
        }

        /// <summary>Where no answer comes, one presses <em>Confirm</em> again, and is told that it had been recorded, or shown it anew.</summary>
        private async Task NameAsync(Guid inspection)
        {
            var address = $"/inspections/{inspection}/record/lano-nominated";
            var page = await LookAsync(person.Visitor, address);
            if (page.QuerySelector("main form[method=post] [name='Form.Name']") is null)
            {
                return; // Its leaders have not been notified yet.
            }

            Named.Add(inspection);
            (string, string)[] typed = [("Form.Name", "Fictional Officer"), ("Form.Email", $"lano.of.{Named.Count}@example.org")];
            while (true)
            {
                var isPreview = page.QuerySelector("main form[method=post] [name='Form.Previewed']") is not null;
                var answer = await AnswerAsync(() => person.Visitor.SendAsync(address, page, isPreview ? [("Form.Intent", "confirm")] : [.. typed, .. Happened]));
                if (answer is null)
                {
                    continue;
                }

                if (answer.StatusCode == HttpStatusCode.Redirect)
                {
                    return;
                }

                page = await Visitor.ReadAsync(answer);
                if (page.QuerySelector(".govuk-error-summary") is { } errors)
                {
                    Assert.Contains("so nothing was recorded a second time", errors.TextContent, StringComparison.Ordinal);
                    return;
                }
            }
        }

        private static IEnumerable<(string, string)> Happened => [("Form.Day.Day", "15"), ("Form.Day.Month", "9"), ("Form.Day.Year", "2025")];
    }
}
