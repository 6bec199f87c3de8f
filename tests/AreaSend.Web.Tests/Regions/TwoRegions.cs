using System.IO.Compression;
using System.Text;
using AreaSend.Core.Calendars;
using AreaSend.Core.Inspections;
using AreaSend.Core.Programme;
using AreaSend.Core.Rules;
using AreaSend.Services.Inspections;
using AreaSend.Services.Mail;
using AreaSend.Services.Programme;
using AreaSend.Services.Publication;
using AreaSend.Services.Staff;
using AreaSend.Services.Store;
using AreaSend.Services.Work;
using AreaSend.Web.Tests.Shell;
using NodaTime;

namespace AreaSend.Web.Tests.Regions;

/// <summary>
/// A host with an inspection in the North West and one in London, each with all that people record beside it. Every name that belongs to the one in London
/// has the word <c>Faraway</c> in it, so that it is known wherever it is shown.
/// </summary>
public sealed class TwoRegions : IAsyncLifetime
{
    public const string Mark = "faraway";
    public const string OwnArea = "888";
    public const string OtherArea = "202";
    public const string OtherName = "Camden";

    internal EmptyStoreHost Host { get; } = new();

    public Guid Own { get; private set; }

    public Guid Other { get; private set; }

    public async ValueTask InitializeAsync()
    {
        (Own, Other) = (await FillAsync(OwnArea, "Nearby"), await FillAsync(OtherArea, "Faraway"));
        await Host.AdvanceAsync(LondonTime.At(new LocalDate(2025, 9, 9), new LocalTime(12, 0)));
        foreach (var (id, word) in ((Guid, string)[])[(Own, "nearby"), (Other, Mark)])
        {
            Assert.IsType<Recording.Recorded>(await Host.Get<InspectionStore>().NominateLanoAsync(id, Recorder.Coordinator, new Mailbox($"{word} Officer", $"officer@{word}.example.org")));
        }

        await Host.AdvanceAsync(LondonTime.At(new LocalDate(2025, 9, 10), new LocalTime(12, 0)));
    }

    public ValueTask DisposeAsync()
    {
        Host.Dispose();
        return ValueTask.CompletedTask;
    }

    private async Task<Guid> FillAsync(string area, string word)
    {
        var id = await Host.PlannedAsync(area, isLed: false);
        await Host.Get<ContactBook>().NameLeadAsync(id, new Mailbox($"{word} Lead", $"lead@{word}.example.org"));
        foreach (var role in (RecipientRole[])[RecipientRole.Dcs, RecipientRole.Icb, RecipientRole.Pcf])
        {
            await Host.Get<ContactBook>().SaveAsync(new Contact
            {
                Id = Guid.CreateVersion7(), Area = area, Role = role, Name = $"{word} {role}", Email = $"{role}@{word}.example.org", From = new LocalDate(2022, 1, 1),
            });
        }

        await Host.Get<WorkBook>().NoteAsync(id, $"{word} note", snoozedUntil: null, Recorder.Coordinator, shown: null);
        Assert.True(await Host.Get<ProgrammeBook>().DecideAsync(
            area, ProgrammedKind.Monitoring, new LocalDate(2025, 8, 4), new LocalDate(2026, 6, 1), $"{word} decision", Recorder.Coordinator, shown: null));
        await Host.Get<SchoolHolidays>().AddAsync(area, new($"{word} holidays", new LocalDate(2025, 9, 22), new LocalDate(2025, 9, 26)), shown: null);
        var hold = new HoldRequest(Guid.CreateVersion7(), HoldScope.Inspection, Region: null, id, new LocalDate(2026, 1, 12), $"{word} hold");
        Assert.Null(await Host.Get<PublicationHolds>().HoldAsync(hold, Recorder.Coordinator, (await Host.Get<PublicationHolds>().PreviewAsync(hold)).Mark));
        return id;
    }

    /// <summary>What an answer says: of a workbook or an archive, what is in it.</summary>
    public static async Task<string> WordsOfAsync(HttpResponseMessage answer)
    {
        var bytes = await answer.Content.ReadAsByteArrayAsync();
        if (bytes is not [(byte)'P', (byte)'K', ..])
        {
            return Encoding.UTF8.GetString(bytes);
        }

        var words = new StringBuilder();
        await using var archive = new ZipArchive(new MemoryStream(bytes));
        foreach (var entry in archive.Entries)
        {
            using var reader = new StreamReader(await entry.OpenAsync());
            words.Append(entry.FullName).Append(await reader.ReadToEndAsync());
        }

        return words.ToString();
    }
}
