using AreaSend.Core.Inspections;
using AreaSend.Core.Rules;
using AreaSend.Services.BankHolidays;
using AreaSend.Services.Inspections;
using AreaSend.Services.Mail;
using AreaSend.Services.Store;
using AreaSend.Services.Store.Calendars;
using AreaSend.Testing;
using Microsoft.AspNetCore.Http;
using Xunit;

namespace AreaSend.Conformance;

/// <summary>One inspection of one store, for an act to act on.</summary>
public sealed record Stage(ThrowawayStore Store, IEngineRun Engine, Guid Inspection, string Area)
{
    private static readonly Recorder By = Recorder.Coordinator;
    private static readonly Guid Leader = Guid.Parse("01990000-aaaa-7000-8000-000000000001");

    public async Task RecordAsync(Func<Instant, Fact> fact) => Expect(await Store.Inspections.RecordAsync(Inspection, By, (_, _, now) => fact(now)));

    /// <summary>A deadline, or the day that planning set, moved by hand.</summary>
    public async Task MoveAsync(string step, LocalDate due) =>
        Expect(await Store.Inspections.RecordAsync(Inspection, Recorder.Coordinator, (@case, plan, now) => DateMoves.Override(@case, plan, step, due, "Agreed with the area", now)));

    public async Task ResumeAsync() =>
        Expect(await Store.Inspections.RecordAsync(Inspection, Recorder.Coordinator, (@case, plan, now) => DateMoves.Resume(@case, plan, now)));

    public async Task ReceiveAsync(IEnumerable<string> items)
    {
        foreach (var item in items)
        {
            await RecordAsync(now => new ItemReceived(now, item));
        }
    }

    public async Task NominateAsync() =>
        Expect(await Store.Inspections.NominateLanoAsync(Inspection, By, new Mailbox("Fictional Officer", $"officer.{Area}@example.org")));

    /// <summary>Something is recorded with its paper, which passed every check while the form was looked over.</summary>
    public async Task RecordWithAsync(PaperKind kind, Func<Instant, Fact> fact) => Expect(await Store.Inspections.RecordAsync(
        Inspection, By, [(_, _, now) => fact(now), .. Papers(kind, Guid.CreateVersion7())], shown: null));

    /// <summary>
    /// Somebody of the area hands a paper in, as their room does: where it records that it came, that comes first. The checks take or refuse it before an engine
    /// looks, so that each finds the same.
    /// </summary>
    public async Task HandInAsync(PaperKind kind, RecorderRole role, bool isRefused = false)
    {
        var (loaded, document) = ((await Store.Inspections.FindAsync(Inspection))!, Guid.CreateVersion7());
        var by = new Recorder(role, role == RecorderRole.Lano ? loaded.Case.Lano : Leader);
        List<BuildFact> facts = HandIn.Records(loaded.Case, loaded.Plan, kind, Store.Now) ? [(_, _, now) => HandIn.Came(kind, now)] : [];
        BuildFact decided = isRefused
            ? (_, _, now) => new PaperRefused(now, document, "malware", "It is infected. Scan it and hand it in again.") : Papers(kind, document)[1];
        Expect(await Store.Inspections.RecordAsync(Inspection, by, [.. facts, Papers(kind, document)[0], decided], shown: null));
    }

    private static BuildFact[] Papers(PaperKind kind, Guid document) =>
    [
        (@case, _, now) => new PaperFiled(now, document, kind.Key, FiledPaper.FactsOf(@case, kind).Last().Seq),
        (_, _, now) => new PaperAccepted(now, document, 100, new string('0', 64)),
    ];

    /// <summary>In one store the same day is proclaimed once, however many inspections meet it.</summary>
    public async Task ProclaimAsync(LocalDate day, string name)
    {
        var current = await Store.Get<CalendarLibrary>().CurrentAsync();
        var request = new BankHolidayRequest(Guid.NewGuid(), BankHolidayAct.Proclaim, day, NewDay: null, name, "Proclaimed by the King in Council.");
        if (current.Calendar.IsWorkingDay(day) && await Store.Get<BankHolidaysByHand>().DecideAsync(request, By, current.Version) is { } because)
        {
            throw new InvalidOperationException(because);
        }
    }

    /// <summary>The bank holidays are asked for, and a real server answers with these.</summary>
    public async Task RefreshAsync(string bankHolidays)
    {
        await using var feed = await HttpStub.StartAsync(context => context.Response.WriteAsync(bankHolidays));
        await Engine.RefreshAsync(feed.Address);
        Assert.Single(feed.Requests);
        Assert.Empty(await Store.Get<BankHolidayBook>().AlarmsAsync());
    }

    public async Task RemoveContactAsync(RecipientRole role)
    {
        var book = Store.Get<ContactBook>();
        foreach (var contact in (await book.OfAsync(Area)).Where(contact => contact.Role == role))
        {
            await book.RemoveAsync(contact);
        }
    }

    public Task AddContactAsync(RecipientRole role) => Store.Get<ContactBook>().SaveAsync(new Contact
    {
        Id = Guid.NewGuid(), Area = Area, Role = role, Name = "Fictional Successor", Email = $"successor.{Area}@example.org", From = new LocalDate(2025, 1, 1),
    });

    private static void Expect(Recording recording)
    {
        if (recording is Recording.Refused refused)
        {
            throw new InvalidOperationException(refused.Because);
        }
    }
}
