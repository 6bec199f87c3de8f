using System.Linq.Expressions;
using System.Reflection;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;

namespace AreaSend.Services.Store;

/// <summary>
/// The one place that says which rows somebody sees who is limited to some areas. Every table that says of which area or of which inspection a row is gets a
/// filter that the database applies, whoever asks and for whatever page: no reader has to think of it, and none that is written later can forget it.
/// </summary>
internal static class RowsSeen
{
    private const string Area = "Area";
    private const string Inspection = "Inspection";

    private static readonly MethodInfo ByAreaOf = Method(nameof(ByArea));
    private static readonly MethodInfo ByInspectionOf = Method(nameof(ByInspection));

    /// <summary>Limits all tables that can be.</summary>
    public static void Limit(ModelBuilder model, StoreContext context)
    {
        foreach (var table in model.Model.GetEntityTypes().ToList())
        {
            if (FilterOf(table, context) is { } filter)
            {
                model.Entity(table.ClrType).HasQueryFilter(filter);
            }
        }
    }

    /// <summary>What rows of a table are seen; null for one that is nobody's: it says of no row where it belongs.</summary>
    private static LambdaExpression? FilterOf(IMutableEntityType table, StoreContext context) =>
        table.FindProperty(Area) is { } area && area.ClrType == typeof(string) ? Filter(ByAreaOf, table, context)
        : table.FindProperty(Inspection) is { } inspection && (Nullable.GetUnderlyingType(inspection.ClrType) ?? inspection.ClrType) == typeof(Guid)
            ? Filter(ByInspectionOf, table, context)
        : null;

    private static LambdaExpression Filter(MethodInfo filter, IMutableEntityType table, StoreContext context) =>
        (LambdaExpression)filter.MakeGenericMethod(table.ClrType).Invoke(null, [context])!;

    // What is above all areas, such as a national contact, everybody sees.
    private static Expression<Func<TRow, bool>> ByArea<TRow>(StoreContext context)
        where TRow : class => row => EF.Property<string?>(row, Area) == null || context.AreasSeen.Contains(EF.Property<string>(row, Area));

    private static Expression<Func<TRow, bool>> ByInspection<TRow>(StoreContext context)
        where TRow : class => row => EF.Property<Guid?>(row, Inspection) == null
            || context.Inspections.Select(inspection => (Guid?)inspection.Id).Contains(EF.Property<Guid?>(row, Inspection));

    private static MethodInfo Method(string name) => typeof(RowsSeen).GetMethod(name, BindingFlags.NonPublic | BindingFlags.Static)!;
}
