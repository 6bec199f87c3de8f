using System.Globalization;
using AreaSend.Services.Areas;
using AreaSend.Web.Components;
using Microsoft.AspNetCore.WebUtilities;

namespace AreaSend.Web.Areas;

/// <summary>Which areas are listed, and which page of them; it stands in the address.</summary>
/// <param name="Text">Part of a name, or a whole code.</param>
/// <param name="Region">The Ofsted region.</param>
/// <param name="Incomplete">Only those of whose contacts some are missing or malformed.</param>
/// <param name="Letter">The first letter of the name.</param>
/// <param name="Page">The page, from 1.</param>
internal sealed record AreaQuery(string? Text, string? Region, bool Incomplete, char? Letter, int Page)
{
    /// <summary>What stands in the address for areas whose contacts are incomplete.</summary>
    public const string IncompleteContacts = "incomplete";

    /// <summary>A to Z.</summary>
    public static IReadOnlyList<char> Letters { get; } = [.. Enumerable.Range('A', 26).Select(letter => (char)letter)];

    public static AreaQuery Read(IQueryCollection query) => new(
        query.Words("text"),
        query.Words("region"),
        query["contacts"] == IncompleteContacts,
        query["letter"].ToString() is [var letter] && Letters.Contains(char.ToUpperInvariant(letter)) ? char.ToUpperInvariant(letter) : null,
        int.TryParse(query["page"], CultureInfo.InvariantCulture, out var page) ? Math.Max(1, page) : 1);

    /// <summary>The name that an area is looked for under: Bristol stands under B, though it is read "City of Bristol".</summary>
    public static string SortName(LocalAuthority area) => area.Name;

    /// <summary>The letter that an area stands under.</summary>
    public static char LetterOf(LocalAuthority area) => char.ToUpperInvariant(SortName(area)[0]);

    /// <summary>Whether it shows the area, as far as its own words say.</summary>
    public bool Shows(LocalAuthority area) =>
        (Text is null || AreaSearch.IsMeant(area, Text))
        && (Region is null || area.Region == Region)
        && (Letter is null || LetterOf(area) == Letter);

    /// <summary>The address of a list like this.</summary>
    public string Address() => QueryHelpers.AddQueryString("/areas", new Dictionary<string, string?>
    {
        ["text"] = Text,
        ["region"] = Region,
        ["contacts"] = Incomplete ? IncompleteContacts : null,
        ["letter"] = Letter?.ToString(),
        ["page"] = Page == 1 ? null : Page.ToString(CultureInfo.InvariantCulture),
    }.Where(field => field.Value is not null));

    /// <summary>The filters in force, each leading to the list without it.</summary>
    public IEnumerable<PageLink> Selected()
    {
        var first = this with { Page = 1 };
        if (Text is { } text)
        {
            yield return new PageLink($"“{text}”", (first with { Text = null }).Address());
        }

        if (Region is { } region)
        {
            yield return new PageLink(region, (first with { Region = null }).Address());
        }

        if (Incomplete)
        {
            yield return new PageLink("Missing or malformed", (first with { Incomplete = false }).Address());
        }

        if (Letter is { } letter)
        {
            yield return new PageLink($"Under {letter}", (first with { Letter = null }).Address());
        }
    }
}
