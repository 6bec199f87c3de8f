using AreaSend.Core.Calendars;
using AreaSend.Core.Inspections;
using AreaSend.Core.Rules;
using AreaSend.Services.Uploads;
using AreaSend.Web.Inspections;
using AreaSend.Web.Reading;
using NodaTime;

namespace AreaSend.Web.Documents;

/// <summary>All that an inspection asks for and all that came in, as its officer and its inspectors see it.</summary>
/// <param name="Items">In the order of the timetable and the handbook.</param>
/// <param name="Documents">All versions, the latest first.</param>
public sealed record AnnexAOverview(IReadOnlyList<AskedItem> Items, IReadOnlyList<Document> Documents)
{
    public int Outstanding => Items.Count(item => item.Standing.IsOutstanding);

    public int Overdue => Items.Count(item => item.Standing.State == ItemState.Overdue);

    public int BeingChecked => Items.Count(item => item.Standing.State == ItemState.BeingChecked);

    /// <summary>What stopped being owed before it came.</summary>
    public int NotReceived => Items.Count(item => item.Standing.State == ItemState.NotReceived);

    public int Answered => Items.Count - Outstanding - NotReceived;

    /// <summary>By deadline; what has nothing outstanding comes last.</summary>
    public IReadOnlyList<DeadlineGroup> Groups =>
    [
        .. Items.GroupBy(item => item.Standing.Step.Due)
            .Select(group => new DeadlineGroup(group.Key, [.. group.OrderBy(item => !item.Standing.IsOutstanding)]))
            .OrderBy(group => group.Outstanding == 0)
            .ThenBy(group => group.Due ?? Instant.MaxValue),
    ];

    public AskedItem? Find(string key) => Items.FirstOrDefault(item => item.Key == key);

    /// <summary>Names of the items that a document answers.</summary>
    public IReadOnlyList<string> NamesOf(Document document) => [.. document.Items.Select(key => Find(key)?.Name ?? key)];

    /// <summary>Why a list was taken with its errors; null for other documents.</summary>
    public string? ReasonTaken(Document document) =>
        (Items.SelectMany(item => item.Standing.Uploads).FirstOrDefault(upload => upload.Document == document.Id)?.Decision as ListTakenAsItIs)?.Reason;

    public IReadOnlyList<Document> For(string item) => [.. Documents.Where(document => document.Items.Contains(item))];
}

/// <summary>What is due at one moment, outstanding first.</summary>
/// <param name="Due">The deadline; null while there is none.</param>
/// <param name="Items">The items.</param>
public sealed record DeadlineGroup(Instant? Due, IReadOnlyList<AskedItem> Items)
{
    public int Outstanding => Items.Count(item => item.Standing.IsOutstanding);

    public string Heading => Due is { } due ? $"Due {LondonTime.Show(due)}" : "No deadline yet";

    public string Summary => Outstanding > 0 ? $"{Outstanding} of {Items.Count} outstanding"
        : Items.Count(item => item.Standing.State == ItemState.NotReceived) is var missing and > 0 ? $"{missing} of {Items.Count} not received"
        : $"all {Items.Count} answered";
}

/// <summary>Reads overviews for pages.</summary>
internal sealed class AnnexAOverviews(DocumentUploads uploads)
{
    public async Task<AnnexAOverview> OfAsync(InspectionView view, CancellationToken cancellation = default) => new(
        [.. ItemStanding.All(view.Case, view.Plan, view.Now).Select(standing => AskedItem.Of(view.Case, standing))],
        await uploads.ListAsync(view.Id, cancellation));
}
