using AreaSend.Core.Calendars;
using AreaSend.Lists;
using AreaSend.Lists.Files;
using AreaSend.Lists.Tracking;
using AreaSend.Services.Store;
using AreaSend.Services.Uploads.Lists;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace AreaSend.Services.Uploads.Tracking;

/// <summary>Reads those whom the accepted lists name, from storage, one row at a time.</summary>
public sealed class AcceptedLists(StoreDatabase database, DocumentBlobs blobs, IClock clock)
{
    /// <summary>Everyone on the latest accepted version of each list, list 1 first, and the documents that were read.</summary>
    internal async Task<(IReadOnlyList<Guid> Documents, CandidateRoll Roll)> ReadAsync(Guid inspection, CancellationToken cancellation)
    {
        var roll = new CandidateRoll();
        var documents = new List<Guid>();
        foreach (var (document, wanted) in await LatestAsync(inspection, cancellation))
        {
            await using var file = await DownloadAsync(document, cancellation);
            var reading = PersonListReader.Check(
                file,
                document.FileName,
                LondonTime.DateOf(clock.GetCurrentInstant()),
                wanted,
                roll.Add,
                cancellation);
            foreach (var report in reading.Reports.Where(report => report.HidesAges))
            {
                roll.ForgetAges(report.List);
            }

            documents.Add(document.Id);
        }

        return (documents, roll);
    }

    /// <summary>For each list the version that was accepted last; a book with both is read once.</summary>
    private async Task<IReadOnlyList<(Document Document, PersonList? Wanted)>> LatestAsync(Guid inspection, CancellationToken cancellation)
    {
        await using var context = database.Open();
        var readings = await (
            from document in context.Set<Document>().AsNoTracking()
            join reading in context.Set<ListReadingRow>() on document.Id equals reading.Document
            where document.Inspection == inspection && document.State == DocumentState.Accepted
            orderby document.DecidedAt descending
            select new { document, reading.List }).ToListAsync(cancellation);
        return
        [
            .. readings
                .GroupBy(row => row.List)
                .Select(list => list.First())
                .OrderBy(row => row.List)
                .GroupBy(row => row.document.Id)
                .Select(book => (book.First().document, book.Count() == 1 ? book.First().List : (PersonList?)null)),
        ];
    }

    private async Task<FileStream> DownloadAsync(Document document, CancellationToken cancellation)
    {
        var file = TemporaryCopy.Create();
        try
        {
            var blob = await blobs.AcceptedAsync(document.AcceptedBlob!, cancellation);
            await blob.DownloadToAsync(file, cancellation);
            file.Position = 0;
            return file;
        }
        catch
        {
            await file.DisposeAsync();
            throw;
        }
    }
}
