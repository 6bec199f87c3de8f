using AreaSend.Core.Timetables;
using AreaSend.Web.Components;
using Microsoft.AspNetCore.WebUtilities;

namespace AreaSend.Web.InspectionList;

/// <summary>Which inspections are listed, in which order and which page of them; it stands in the address.</summary>
/// <param name="Text">Part of the name or the whole code of the area.</param>
/// <param name="Region">The Ofsted region.</param>
/// <param name="Phase">How far they have come.</param>
/// <param name="Sort">The order.</param>
/// <param name="Page">The page, from 1.</param>
internal sealed record ListQuery(string? Text, string? Region, InspectionPhase? Phase, ListSort Sort, int Page)
{
    /// <summary>Whether it narrows the list at all.</summary>
    public bool Narrows => Text is not null || Region is not null || Phase is not null;

    public static ListQuery Read(IQueryCollection query) => new(
        query.Words("text"),
        query.Words("region"),
        Enum.TryParse<InspectionPhase>(query["phase"], out var phase) && Enum.IsDefined(phase) ? phase : null,
        Enum.TryParse<ListSort>(query["sort"], out var sort) && Enum.IsDefined(sort) ? sort : ListSort.NextDue,
        int.TryParse(query["page"], out var page) ? Math.Max(1, page) : 1);

    /// <summary>The address of a list like this.</summary>
    public string Address()
    {
        var query = new Dictionary<string, string?>
        {
            ["text"] = Text,
            ["region"] = Region,
            ["phase"] = Phase?.ToString(),
            ["sort"] = Sort == ListSort.NextDue ? null : Sort.ToString(),
            ["page"] = Page == 1 ? null : Page.ToString(System.Globalization.CultureInfo.InvariantCulture),
        };
        return QueryHelpers.AddQueryString("/inspections", query.Where(field => field.Value is not null));
    }
}

/// <summary>The order of the list.</summary>
internal enum ListSort
{
    /// <summary>What falls due first comes first; what has ended comes last.</summary>
    NextDue,

    /// <summary>The latest on-site week first.</summary>
    OnSite,
}
