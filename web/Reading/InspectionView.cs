using AreaSend.Core.Timetables;
using AreaSend.Services.Areas;
using AreaSend.Services.Inspections;
using AreaSend.Services.Store;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace AreaSend.Web.Reading;

/// <summary>An inspection as its pages need it, at one moment.</summary>
/// <param name="Loaded">The case and its timetable.</param>
/// <param name="Row">Its summary, with the engine's own columns.</param>
/// <param name="AreaName">Name of the local area.</param>
/// <param name="Now">The present moment; in the sandbox, of the sandbox's clock.</param>
public sealed record InspectionView(LoadedInspection Loaded, InspectionRow Row, string AreaName, Instant Now)
{
    public Guid Id => Loaded.Id;

    public InspectionCase Case => Loaded.Case;

    public Timetable Plan => Loaded.Plan;

    /// <summary>The version that a form carries which was shown for this.</summary>
    public string Shown => Loaded.Shown.ToString(System.Globalization.CultureInfo.InvariantCulture);

    /// <summary>Address of the inspection's page, or of one below it.</summary>
    public string Address(string below = "") => $"/inspections/{Id}{(below.Length == 0 ? "" : $"/{below}")}";
}

/// <summary>Reads inspections for pages.</summary>
internal sealed class InspectionViews(InspectionStore inspections, StoreDatabase database, IClock clock)
{
    /// <summary>The inspection, or null when there is none.</summary>
    public async Task<InspectionView?> FindAsync(Guid id, CancellationToken cancellation = default)
    {
        if (await inspections.FindAsync(id, cancellation) is not { } loaded)
        {
            return null;
        }

        await using var context = database.Open();
        var row = await context.Inspections.AsNoTracking().SingleAsync(row => row.Id == id, cancellation);
        return new InspectionView(loaded, row, AreaNames.Of(loaded.Case.Area), clock.GetCurrentInstant());
    }
}

/// <summary>Names of local areas.</summary>
internal static class AreaNames
{
    /// <summary>The name, or the code where the list no longer has it.</summary>
    public static string Of(string code) => LocalAuthorities.Find(code)?.DisplayName ?? code;
}
