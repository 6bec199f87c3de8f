using AreaSend.Core.Programme;
using AreaSend.Services.Areas;
using AreaSend.Services.Programme;
using AreaSend.Web.Components;
using Microsoft.AspNetCore.WebUtilities;

namespace AreaSend.Web.Programme;

/// <summary>Which areas of the programme are listed, and which page of them; it stands in the address.</summary>
/// <param name="Text">Part of the name or the code of the area.</param>
/// <param name="Region">The Ofsted region.</param>
/// <param name="Kind">The kind of inspection that is due.</param>
/// <param name="Basis">What it is due after.</param>
/// <param name="Standing">How it stands.</param>
/// <param name="Page">The page, from 1.</param>
internal sealed record ProgrammeQuery(string? Text, string? Region, ProgrammedKind? Kind, DueBasis? Basis, DueStanding? Standing, int Page)
{
    public const string Path = "/programme";
    public const int PageSize = 25;

    /// <summary>Whether it narrows the list at all.</summary>
    public bool Narrows => Text is not null || Region is not null || Kind is not null || Basis is not null || Standing is not null;

    public static ProgrammeQuery Read(IQueryCollection query) => new(
        query.Words("text"),
        query.Words("region"),
        Named<ProgrammedKind>(query["kind"]),
        Named<DueBasis>(query["after"]),
        Named<DueStanding>(query["standing"]),
        int.TryParse(query["page"], out var page) ? Math.Max(1, page) : 1);

    /// <summary>The areas that are meant, the most pressing first.</summary>
    public IReadOnlyList<AreaStanding> Of(IEnumerable<AreaStanding> areas) =>
    [
        .. from standing in areas
           where (Region is null || standing.Area.Region == Region) && (Text is null || AreaSearch.IsMeant(standing.Area, Text))
           let meant = standing.Due.FirstOrDefault(IsMeant)
           where meant is not null
           orderby meant.Standing, meant.Limit.By, standing.Area.DisplayName
           select standing,
    ];

    /// <summary>The address of a list like this.</summary>
    public string Address(string path = Path) => QueryHelpers.AddQueryString(path, Fields().Where(field => field.Value is not null));

    private bool IsMeant(DueInspection due) =>
        (Kind is null || due.Kind == Kind) && (Basis is null || due.Limit.Basis == Basis) && (Standing is null || due.Standing == Standing);

    private Dictionary<string, string?> Fields() => new()
    {
        ["text"] = Text,
        ["region"] = Region,
        ["kind"] = Kind?.ToString(),
        ["after"] = Basis?.ToString(),
        ["standing"] = Standing?.ToString(),
        ["page"] = Page == 1 ? null : Page.ToString(System.Globalization.CultureInfo.InvariantCulture),
    };

    private static T? Named<T>(string? name)
        where T : struct, Enum => Enum.TryParse<T>(name, out var value) && Enum.IsDefined(value) ? value : null;
}
