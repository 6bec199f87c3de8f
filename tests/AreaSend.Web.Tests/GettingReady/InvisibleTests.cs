using System.Text;
using System.Text.RegularExpressions;
using AreaSend.Core.Inspections;
using AreaSend.Services.GettingReady;
using AreaSend.Services.GettingReady.Audits;
using AreaSend.Services.Inspections;
using AreaSend.Services.Mail;
using AreaSend.Services.Store;
using AreaSend.Testing;
using AreaSend.Web.Security;
using AreaSend.Web.SignIn;
using AreaSend.Web.Tests.Shell;
using AreaSend.Web.Tests.SignIn;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.DependencyInjection;

namespace AreaSend.Web.Tests.GettingReady;

/// <summary>
/// Nothing of an area's room for getting ready is to be seen by anybody of the inspectorates: on no page, in no export, feed, e-mail or log, and in no table that these
/// are made from.
/// </summary>
public sealed partial class InvisibleTests : IDisposable
{
    /// <summary>Stands in everything that the area's people type.</summary>
    private const string Mark = "Zzqx";

    private readonly EmptyStoreHost _host = new();

    public void Dispose() => _host.Dispose();

    [Fact]
    public async Task Get_EveryRoute_AsEveryRole_ShowsNothingOfTheRoom()
    {
        // Arrange: an inspection of the area that has come some way, and a room of the same area that is full.
        var inspection = await InspectionAsync();
        await FillAsync();
        var audit = (await _host.Get<ReadyAudits>().OfAsync("888")).Single().Row.Id;

        // Act and assert
        foreach (var role in Enum.GetValues<Role>())
        {
            var visitor = await _host.VisitorAsync(role);
            foreach (var address in RouteTests.Patterns.Where(pattern => !pattern.StartsWith("/health", StringComparison.Ordinal) || role == Role.Reader)
                .SelectMany(pattern => Addresses(pattern, pattern.Contains("/audits/", StringComparison.Ordinal) ? audit : inspection)))
            {
                var answer = await visitor.Client.GetAsync(address);
                var words = Encoding.UTF8.GetString(await answer.Content.ReadAsByteArrayAsync());
                Assert.False(words.Contains(Mark, StringComparison.Ordinal), $"{address} shows {role} something of the room.");
            }
        }
    }

    [Fact]
    public async Task Store_AfterTheRoomIsFull_HoldsItInTablesOfItsOwnAlone()
    {
        await InspectionAsync();
        var before = await RowsAsync();
        await FillAsync();

        var after = await RowsAsync();

        Assert.Contains(after.Keys, table => table.StartsWith("ready_", StringComparison.Ordinal));
        Assert.All(after.Where(table => !table.Key.StartsWith("ready_", StringComparison.Ordinal)), table => Assert.False(table.Value.Contains(Mark, StringComparison.Ordinal), table.Key));
        foreach (var table in (string[])["inspection_events", "notices", "notice_attempts", "access_log", "staff", "people", "contacts"])
        {
            Assert.Equal((table, before[table]), (table, after[table]));
        }
    }

    /// <summary>E-mails of the room go to the area's own people and come from no inspectorate's mailbox, where the answers would be read.</summary>
    [Fact]
    public async Task Mails_OfTheRoom_GoToTheAreasOwnPeopleAlone()
    {
        await FillAsync();

        var folder = _host.Get<Microsoft.Extensions.Options.IOptions<MailOptions>>().Value.Folder;
        foreach (var file in Directory.GetFiles(folder))
        {
            var mail = await MimeKit.MimeMessage.LoadAsync(file);
            Assert.Contains(mail.To.Mailboxes.Single().Address, (string[])["dcs.888@example.org", $"{Mark}@example.org"]);
            Assert.Equal("getting-ready@example.org", mail.From.Mailboxes.Single().Address);
        }
    }

    /// <summary>What no code outside of the room names can be shown by none.</summary>
    [Fact]
    public void Sources_OutsideOfTheRoom_DoNotUseIt()
    {
        // The sandbox's outbox knows the room's e-mails to leave them out; a failure in the room is told within its walls.
        string[] doors = ["services/Sandbox/SandboxOutbox.cs", "web/Program.cs", "web/SignIn/SignInPage.razor", "web/Failures/FailedPortal.cs", "web/Guidance/PrivacyPage.razor", "web/ConsoleExtensions.cs"];

        var users =
            from room in (string[])["core", "files", "lists", "services", "web", "functions", "cli"]
            from file in Directory.EnumerateFiles(Repository.Folder(room), "*.*", SearchOption.AllDirectories)
            where file.EndsWith(".cs", StringComparison.Ordinal) || file.EndsWith(".razor", StringComparison.Ordinal)
            let path = Path.GetRelativePath(Repository.Folder("."), file).Replace('\\', '/')
            where !path.Contains("/obj/", StringComparison.Ordinal) && !path.Contains("/bin/", StringComparison.Ordinal) && !path.Contains("/GettingReady/", StringComparison.Ordinal)
                && !path.Contains("/Migrations/", StringComparison.Ordinal)
            where NameOfTheRoom().IsMatch(File.ReadAllText(file))
            select path;

        Assert.Equal(doors.Order(StringComparer.Ordinal)
            .Where(door => File.Exists(Repository.Folder(door)) && NameOfTheRoom().IsMatch(File.ReadAllText(Repository.Folder(door)))), users.Order(StringComparer.Ordinal));
    }

    [GeneratedRegex(@"\bGettingReady\b|\bReady(?!Async)[A-Z]\w+")]
    private static partial Regex NameOfTheRoom();

    private async Task<Guid> InspectionAsync()
    {
        foreach (var role in (RecipientRole[])[RecipientRole.Dcs, RecipientRole.Icb, RecipientRole.Pcf])
        {
            await _host.EnterAsync("888", role, $"{role.Key()}.888@example.org");
        }

        var id = await _host.PlannedAsync();
        _host.Clock.Reset(Instant.FromUtc(2025, 9, 8, 8, 30));
        await _host.Get<InspectionStore>().RecordAsync(id, Recorder.Coordinator, (_, _, now) => new Notified(now));
        return id;
    }

    private async Task FillAsync()
    {
        var director = await _host.DirectorAsync();
        await director.SendAsync("/getting-ready/people/add", "person", ("Form.Name", $"{Mark} Colleague"), ("Form.Email", $"{Mark}@example.org"));
        foreach (var step in ReadySteps.All)
        {
            await director.SendAsync($"/getting-ready/steps/{step.Key}", "step", ("Form.Standing", "InPlace"), ("Form.Owner", $"{Mark} owner"), ("Form.Evidence", $"{Mark} evidence"));
        }

        foreach (var item in await _host.Get<ReadyItems>().OfAsync("888"))
        {
            var (me, entry) = ((await _host.Get<ReadyAccess>().OfAsync("888"))[0], new ItemEntry(item.Item.Key, IsReady: false, $"{Mark} owner", $"{Mark} folder", null));
            Assert.True(await _host.Get<ReadyItems>().SaveAsync(me, entry, item.Version));
        }

        await director.BeginAuditAsync($"{Mark}-1");
        await director.SendAsync(
            $"/getting-ready/audits/{(await _host.Get<ReadyAudits>().OfAsync("888"))[0].Row.Id}/sections/timeliness", "section",
            [.. AuditVisitors.Answers("timeliness", "PartlyMet", $"{Mark} comment")]);

        Assert.Contains(Mark, (await director.OpenAsync("/getting-ready/audits")).Body!.TextContent, StringComparison.Ordinal);
        Assert.Contains(Mark, (await director.OpenAsync("/getting-ready/practice")).Body!.TextContent, StringComparison.Ordinal);
        Assert.Equal(7, (await director.OpenAsync("/getting-ready")).QuerySelectorAll("tbody tr").Count(row => row.TextContent.Contains(Mark, StringComparison.Ordinal)));
    }

    /// <summary>All that each table holds, as text.</summary>
    private async Task<IReadOnlyDictionary<string, string>> RowsAsync()
    {
        await using var database = new SqliteConnection(_host.Get<StoreSettings>().ConnectionString);
        await database.OpenAsync();
        var tables = new List<string>();
        await foreach (var row in QueryAsync(database, "select name from sqlite_master where type = 'table'"))
        {
            tables.Add(row);
        }

        var rows = new Dictionary<string, string>();
        foreach (var table in tables)
        {
            var text = new StringBuilder();
            await foreach (var row in QueryAsync(database, $"select * from \"{table}\""))
            {
                text.AppendLine(row);
            }

            rows[table] = text.ToString();
        }

        return rows;
    }

    private static async IAsyncEnumerable<string> QueryAsync(SqliteConnection database, string sql)
    {
        await using var command = new SqliteCommand(sql, database);
        await using var reader = await command.ExecuteReaderAsync();
        while (await reader.ReadAsync())
        {
            yield return string.Join('|', Enumerable.Range(0, reader.FieldCount).Select(reader.GetValue));
        }
    }

    // With the real inspection and the real area, so that there is something to be seen.
    private static IEnumerable<string> Addresses(string pattern, Guid inspection)
    {
        var address = Part().Replace(pattern, part => part.Value switch
        {
            "{Key}" when pattern.Contains("/contacts", StringComparison.Ordinal) => "888",
            "{Key}" when pattern.Contains("/record/", StringComparison.Ordinal) => "lano-nominated",
            "{Code}" => "888",
            "{Seq:int}" => "1",
            "{Status:int}" => "404",
            var guid when guid.Contains("guid", StringComparison.Ordinal) => inspection.ToString(),
            _ => "impact",
        });
        return pattern == "/search" ? [$"{address}?q=Colleague", $"{address}?q=@example.org", $"{address}?q=888"] : pattern is "/" or "/inspections" or "/areas" or "/worklist.csv" ? [address, $"{address}?q={Mark}&area=888"] : [address];
    }

    [GeneratedRegex(@"\{[^}]+\}")]
    private static partial Regex Part();
}
