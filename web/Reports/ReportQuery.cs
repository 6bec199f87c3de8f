using System.Globalization;
using AreaSend.Core.Calendars;
using AreaSend.Services.Reports;
using AreaSend.Web.Components;
using AreaSend.Web.Components.Forms;
using Microsoft.AspNetCore.WebUtilities;
using NodaTime;

namespace AreaSend.Web.Reports;

/// <summary>What the reports are narrowed to; it stands in the address.</summary>
/// <param name="Scope">What they look at.</param>
internal sealed record ReportQuery(ReportScope Scope)
{
    public const string Path = "/reports";

    /// <summary>Reads the address. What is not understood is left out, and a date that is none is named in <paramref name="errors"/>.</summary>
    public static ReportQuery Read(IQueryCollection query, FormErrors errors)
    {
        var (from, to) = (Day(query, "From", "First day", errors), Day(query, "To", "Last day", errors));
        if (to < from)
        {
            errors.Add("To.Day", "Last day must be the first day or a later one");
            to = null;
        }

        return new(new ReportScope(query.Words("region"), query.Words("kind"), from, to));
    }

    /// <summary>A date as it was typed.</summary>
    public static DateParts Typed(IQueryCollection query, string name) => new() { Day = query[$"{name}.Day"], Month = query[$"{name}.Month"], Year = query[$"{name}.Year"] };

    /// <summary>The address of reports like these, below <paramref name="path"/>.</summary>
    public string Address(string path = Path, string? part = null)
    {
        var fields = new Dictionary<string, string?> { ["region"] = Scope.Region, ["kind"] = Scope.Kind, ["part"] = part };
        foreach (var (name, day) in new[] { ("From", Scope.From), ("To", Scope.To) })
        {
            fields[$"{name}.Day"] = day?.Day.ToString(CultureInfo.InvariantCulture);
            fields[$"{name}.Month"] = day?.Month.ToString(CultureInfo.InvariantCulture);
            fields[$"{name}.Year"] = day?.Year.ToString(CultureInfo.InvariantCulture);
        }

        return QueryHelpers.AddQueryString(path, fields.Where(field => field.Value is not null));
    }

    /// <summary>The filters in force, each leading to the reports without it.</summary>
    public IReadOnlyList<PageLink> Selected(Func<string, string> titleOfKind) =>
    [
        .. Scope.Region is { } region ? [new PageLink(region, (this with { Scope = Scope with { Region = null } }).Address())] : Array.Empty<PageLink>(),
        .. Scope.Kind is { } kind ? [new PageLink(titleOfKind(kind), (this with { Scope = Scope with { Kind = null } }).Address())] : Array.Empty<PageLink>(),
        .. Scope.From is { } from ? [new PageLink($"From {LondonTime.ShowShort(from)}", (this with { Scope = Scope with { From = null } }).Address())] : Array.Empty<PageLink>(),
        .. Scope.To is { } to ? [new PageLink($"To {LondonTime.ShowShort(to)}", (this with { Scope = Scope with { To = null } }).Address())] : Array.Empty<PageLink>(),
    ];

    private static LocalDate? Day(IQueryCollection query, string name, string what, FormErrors errors) =>
        Typed(query, name) is { IsEmpty: false } typed ? typed.Read(name, what, errors) : null;
}
