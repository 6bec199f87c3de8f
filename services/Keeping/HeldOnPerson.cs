using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using AreaSend.Core;
using AreaSend.Core.Inspections;
using AreaSend.Services.Areas;
using AreaSend.Services.BankHolidays;
using AreaSend.Services.Mail;
using AreaSend.Services.Programme;
using AreaSend.Services.Publication;
using AreaSend.Services.SignInLinks;
using AreaSend.Services.Staff;
using AreaSend.Services.Store;
using AreaSend.Services.Uploads;
using AreaSend.Services.Work;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using NodaTime;
using NodaTime.Serialization.SystemTextJson;

namespace AreaSend.Services.Keeping;

/// <summary>
/// Everything held on one person, on request: a director, an officer, somebody of the inspectorates. What an area's people have in their room for getting ready
/// is not among it; they see it there, and nobody else does. Each time that it is taken out stands in the access log.
/// </summary>
public sealed class HeldOnPerson(StoreDatabase database, IOptions<MailOptions> mail, IClock clock)
{
    private const int Fewest = 3;
    private const int MostFound = 200;

    private static readonly JsonSerializerOptions Json =
        new JsonSerializerOptions(JsonSerializerDefaults.Web) { WriteIndented = true }.ConfigureForNodaTime(DateTimeZoneProviders.Tzdb);

    /// <summary>The entries whose name holds these words, or whose address is this.</summary>
    /// <param name="words">Part of a name, or a whole address; less than three letters find nothing.</param>
    /// <param name="cancellation">Gives up.</param>
    public async Task<IReadOnlyList<HeldEntry>> SearchAsync(string words, CancellationToken cancellation = default)
    {
        var meant = words.Trim().ToLowerInvariant();
        return meant.Length < Fewest ? [] : [.. (await AllAsync(cancellation))
            .Where(entry => entry.Name.Contains(meant, StringComparison.OrdinalIgnoreCase) || meant.Equals(entry.Address, StringComparison.OrdinalIgnoreCase))
            .OrderBy(entry => entry.Name, StringComparer.OrdinalIgnoreCase)
            .ThenBy(entry => entry.Key, StringComparer.Ordinal)
            .Take(MostFound)];
    }

    /// <summary>All that is held under these entries, and under their addresses; that it was taken out is logged first.</summary>
    /// <param name="keys">The entries (<see cref="HeldEntry.Key"/>).</param>
    /// <param name="by">Who takes it out.</param>
    /// <param name="cancellation">Gives up.</param>
    /// <returns>Null where there is no such entry.</returns>
    public async Task<HeldFile?> ExportAsync(IReadOnlyCollection<string> keys, Recorder by, CancellationToken cancellation = default)
    {
        var entries = (await AllAsync(cancellation)).Where(entry => keys.Contains(entry.Key)).ToList();
        if (entries.Count == 0)
        {
            return null;
        }

        var subject = Subject.Of(entries);
        await using var context = database.Open();
        await LogAsync(context, subject, by, cancellation);
        var notices = await NoticesAsync(context, subject, cancellation);
        var json = new Dictionary<string, object>
        {
            ["takenOutAt"] = clock.GetCurrentInstant(),
            ["entries"] = entries,
            ["contacts"] = await context.Contacts.AsNoTracking().Where(row => subject.Ids.Contains(row.Id)).ToListAsync(cancellation),
            ["people"] = await context.People.AsNoTracking().Where(row => subject.Ids.Contains(row.Id)).ToListAsync(cancellation),
            ["staff"] = await context.Set<StaffMember>().AsNoTracking().Where(row => subject.Ids.Contains(row.Id)).ToListAsync(cancellation),
            ["links"] = await context.Set<GuestLink>().AsNoTracking().Where(row => subject.Ids.Contains(row.Person))
                .Select(row => new { row.Inspection, row.Person, row.MadeAt, row.ExpiresAt, row.EndedAt, row.End }).ToListAsync(cancellation),
            ["sessions"] = await context.Set<GuestSession>().AsNoTracking().Where(row => subject.Ids.Contains(row.Person))
                .Select(row => new { row.Inspection, row.Person, row.BeganAt, row.ExpiresAt, row.EndedAt }).ToListAsync(cancellation),
            ["staffSessions"] = await context.Set<StaffSession>().AsNoTracking().Where(row => subject.Ids.Contains(row.Person))
                .Select(row => new { row.Person, row.BeganAt, row.ExpiresAt }).ToListAsync(cancellation),
            ["teams"] = await context.Set<TeamMember>().AsNoTracking().Where(row => subject.Ids.Contains(row.Staff)).ToListAsync(cancellation),
            ["coordinates"] = await context.Set<Assignment>().AsNoTracking()
                .Where(row => row.Coordinator != null && subject.Ids.Contains(row.Coordinator.Value))
                .Select(row => new { row.Inspection, row.Coordinator, row.At }).ToListAsync(cancellation),
            ["notices"] = notices,
            ["deliveries"] = (await context.NoticeDeliveries.AsNoTracking().Where(row => row.Address != null).ToListAsync(cancellation))
                .Where(row => subject.IsAt(row.Address)),
            ["documentsSent"] = await context.Set<Document>().AsNoTracking()
                .Where(row => row.Person != null && subject.Ids.Contains(row.Person.Value))
                .Select(row => new { row.Inspection, row.Id, row.FileName, row.Items, row.ArrivedAt, row.Size, row.Sha256, State = row.State.ToString() })
                .ToListAsync(cancellation),
            ["accessLog"] = await context.Set<AccessRecord>().AsNoTracking()
                .Where(row => (row.Person != null && subject.Ids.Contains(row.Person.Value)) || (row.About != null && subject.Ids.Contains(row.About.Value)))
                .Select(row => new { row.Id, row.Inspection, row.Document, row.What, Role = row.Role.ToString(), row.Person, row.About, row.At })
                .ToListAsync(cancellation),
            ["recorded"] = await RecordedAsync(context, subject, cancellation),
            ["notes"] = await NotesAsync(context, subject, cancellation),
            ["notAmongIt"] = "What an area's own people wrote in their room for getting ready is seen there by them alone, and is no part of this.",
        };
        return new HeldFile(JsonSerializer.SerializeToUtf8Bytes(json, Json), await MailsAsync(notices, cancellation));
    }

    private async Task<IReadOnlyList<HeldEntry>> AllAsync(CancellationToken cancellation)
    {
        await using var context = database.Open();
        var contacts = await context.Contacts.AsNoTracking().ToListAsync(cancellation);
        var people = await context.People.AsNoTracking().Where(row => row.Email != "").ToListAsync(cancellation);
        var staff = await context.Set<StaffMember>().AsNoTracking().ToListAsync(cancellation);
        var written = await context.Notices.AsNoTracking().Where(row => row.RecipientAddress != null)
            .Select(row => new { row.RecipientName, row.RecipientAddress }).Distinct().ToListAsync(cancellation);
        var areas = await context.Inspections.AsNoTracking().ToDictionaryAsync(row => row.Id, row => row.Area, cancellation);
        return
        [
            .. from row in contacts
               let place = row.Area is { } area ? NameOf(area) : "national"
               select new HeldEntry($"contact:{row.Id}", row.Name, row.Email, $"{row.Role.Show().Capital()}, {place}"),
            .. from row in people
               let place = NameOf(areas.GetValueOrDefault(row.Inspection, "?"))
               select new HeldEntry($"person:{row.Id}", row.Name, row.Email, $"{row.Role.Show().Capital()} of an inspection of {place}"),
            .. from row in staff select new HeldEntry($"staff:{row.Id}", row.Name, row.Email, "Somebody who has signed in"),
            .. from row in written
               let mark = Mark(row.RecipientName, row.RecipientAddress!)
               select new HeldEntry($"written:{mark}", row.RecipientName ?? "", row.RecipientAddress, "Somebody who has been written to"),
        ];
    }

    private async Task LogAsync(StoreContext context, Subject subject, Recorder by, CancellationToken cancellation)
    {
        var inspections = await context.People.AsNoTracking()
            .Where(row => subject.Ids.Contains(row.Id))
            .ToDictionaryAsync(row => row.Id, row => (Guid?)row.Inspection, cancellation);
        var now = clock.GetCurrentInstant();
        context.Set<AccessRecord>().AddRange(subject.Ids.DefaultIfEmpty().Select(id => new AccessRecord
        {
            Inspection = inspections.GetValueOrDefault(id),
            What = AccessRecord.HeldOnPerson,
            Role = by.Role,
            Person = by.Person,
            About = id == Guid.Empty ? null : id,
            At = now,
        }));
        await context.SaveChangesAsync(cancellation);
    }

    private static async Task<List<OutboxNotice>> NoticesAsync(StoreContext context, Subject subject, CancellationToken cancellation) =>
        (await context.Notices.AsNoTracking().Where(row => row.RecipientAddress != null).ToListAsync(cancellation))
            .FindAll(row => subject.IsAt(row.RecipientAddress));

    // Who recorded something stands in each table as text: a role and the person.
    private static async Task<IReadOnlyList<object>> RecordedAsync(StoreContext context, Subject subject, CancellationToken cancellation)
    {
        var recorded = new List<object>();
        foreach (var id in subject.Ids)
        {
            var ending = id.ToString("D");
            recorded.AddRange(await context.Events.AsNoTracking().Where(row => row.By.EndsWith(ending)).OrderBy(row => row.RecordedAt)
                .Select(row => new { row.Inspection, row.Seq, row.RecordedAt, row.Kind, row.Payload }).ToListAsync(cancellation));
        }

        recorded.AddRange(
            from row in await context.Set<Assignment>().AsNoTracking().ToListAsync(cancellation)
            where subject.Did(row.By)
            select new { row.Inspection, RecordedAt = row.At, Kind = "assignment" });
        recorded.AddRange(
            from row in await context.Set<RegionalDecision>().AsNoTracking().ToListAsync(cancellation)
            where subject.Did(row.By) || subject.Did(row.WithdrawnBy)
            select new { row.Area, row.RecordedAt, Kind = "regional-decision", row.Reason });
        recorded.AddRange(
            from row in await context.Set<HistoryEntry>().AsNoTracking().ToListAsync(cancellation)
            where subject.Did(row.By) || subject.Did(row.RemovedBy)
            select new { row.Area, row.RecordedAt, Kind = "history-entry" });
        recorded.AddRange(
            from row in await context.Set<BankHolidayDecision>().AsNoTracking().ToListAsync(cancellation)
            where subject.Did(row.By)
            select new { RecordedAt = row.DecidedAt, Kind = "bank-holiday", row.Reason });
        recorded.AddRange(
            from row in await context.Set<PublicationHold>().AsNoTracking().ToListAsync(cancellation)
            where subject.Did(row.By)
            select new { RecordedAt = row.SetAt, Kind = "publication-hold", row.Reason, row.PrivateReason });
        recorded.AddRange(
            from row in await context.Set<DisposalBatch>().AsNoTracking().ToListAsync(cancellation)
            where subject.Did(row.By)
            select new { RecordedAt = row.ConfirmedAt, Kind = "disposal-confirmed", row.Rule, row.Reason });
        return recorded;
    }

    // Notes and private reasons that the person wrote, or that name the person.
    private static async Task<IReadOnlyList<object>> NotesAsync(StoreContext context, Subject subject, CancellationToken cancellation) =>
    [
        .. (await context.Set<WorkNote>().AsNoTracking().ToListAsync(cancellation)).Where(row => subject.Did(row.By) || subject.IsNamedIn(row.Words))
            .Select(row => new { row.Inspection, row.At, row.Words, WrittenByThePerson = subject.Did(row.By) }),
        .. (await context.PrivateReasons.AsNoTracking().ToListAsync(cancellation)).Where(row => subject.IsNamedIn(row.Words))
            .Select(row => new { row.Inspection, row.Seq, row.Words }),
    ];

    private async Task<IReadOnlyDictionary<string, byte[]>> MailsAsync(IEnumerable<OutboxNotice> notices, CancellationToken cancellation)
    {
        var mails = new Dictionary<string, byte[]>();
        foreach (var file in notices.Select(notice => notice.ProviderId).OfType<string>().Where(name => name.EndsWith(".eml", StringComparison.Ordinal)).Distinct())
        {
            var path = Path.Combine(mail.Value.Folder, Path.GetFileName(file));
            if (File.Exists(path))
            {
                mails[Path.GetFileName(file)] = await File.ReadAllBytesAsync(path, cancellation);
            }
        }

        return mails;
    }

    private static string NameOf(string area) => LocalAuthorities.Find(area)?.DisplayName ?? area;

    // No address in an address of a page.
    private static string Mark(string? name, string address) =>
        Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes($"{name}\n{address.ToLowerInvariant()}")))[..32];

    private sealed record Subject(IReadOnlyList<Guid> Ids, IReadOnlySet<string> Addresses, IReadOnlyList<string> Names)
    {
        // A name that short stands in many a word.
        private const int ShortestName = 5;

        public static Subject Of(IReadOnlyList<HeldEntry> entries) => new(
            [.. entries.Select(entry => entry.Key.Split(':')).Where(key => key[0] != "written").Select(key => Guid.Parse(key[1]))],
            entries.Select(entry => entry.Address).OfType<string>().Where(address => address.Length > 0).ToHashSet(StringComparer.OrdinalIgnoreCase),
            [.. entries.Select(entry => entry.Name).Where(name => name.Length >= ShortestName).Distinct()]);

        public bool IsAt(string? address) => address is not null && Addresses.Contains(address);

        public bool Did(Recorder? by) => by?.Person is { } person && Ids.Contains(person);

        public bool IsNamedIn(string? words) =>
            words is not null && Names.Concat(Addresses).Any(name => words.Contains(name, StringComparison.OrdinalIgnoreCase));
    }
}
