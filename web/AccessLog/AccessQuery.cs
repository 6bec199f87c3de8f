using System.Globalization;
using AreaSend.Core.Calendars;
using AreaSend.Core.Inspections;
using AreaSend.Services.Uploads;
using AreaSend.Web.Components;
using AreaSend.Web.Components.Forms;
using Microsoft.AspNetCore.WebUtilities;
using NodaTime;

namespace AreaSend.Web.AccessLog;

/// <summary>Which lines of the access log are shown, and which page of them; it stands in the address.</summary>
/// <param name="Text">Part of the name or the whole code of the area.</param>
/// <param name="Role">The role that looked.</param>
/// <param name="What">What was done: one of the words of <see cref="AccessRecord"/>.</param>
/// <param name="From">The first day, in London.</param>
/// <param name="To">The last day, in London.</param>
/// <param name="Page">The page, from 1.</param>
internal sealed record AccessQuery(string? Text, RecorderRole? Role, string? What, LocalDate? From, LocalDate? To, int Page)
{
    /// <summary>Reads the address. What is not understood is left out, and a date that is none is named in <paramref name="errors"/>.</summary>
    public static AccessQuery Read(IQueryCollection query, FormErrors errors) => new(
        string.IsNullOrWhiteSpace(query["text"]) ? null : query["text"].ToString().Trim(),
        Enum.TryParse<RecorderRole>(query["role"], out var role) && Enum.IsDefined(role) ? role : null,
        AccessWords.Deeds.ContainsKey(query["what"].ToString()) ? query["what"].ToString() : null,
        DayAsTyped(query, "From") is { IsEmpty: false } from ? from.Read("From", "First day", errors) : null,
        DayAsTyped(query, "To") is { IsEmpty: false } to ? to.Read("To", "Last day", errors) : null,
        int.TryParse(query["page"], out var page) ? Math.Max(1, page) : 1);

    /// <summary>A date as it was typed.</summary>
    public static DateParts DayAsTyped(IQueryCollection query, string name) =>
        new()
        {
            Day = query[$"{name}.Day"],
            Month = query[$"{name}.Month"],
            Year = query[$"{name}.Year"],
        };

    /// <summary>The address of a list like this, below <paramref name="path"/>.</summary>
    public string Address(string path)
    {
        var query = new Dictionary<string, string?>
        {
            ["text"] = Text,
            ["role"] = Role?.ToString(),
            ["what"] = What,
            ["page"] = Page == 1 ? null : Page.ToString(CultureInfo.InvariantCulture),
        };
        foreach (var (name, day) in ((string, LocalDate?)[])[("From", From), ("To", To)])
        {
            query[$"{name}.Day"] = day?.Day.ToString(CultureInfo.InvariantCulture);
            query[$"{name}.Month"] = day?.Month.ToString(CultureInfo.InvariantCulture);
            query[$"{name}.Year"] = day?.Year.ToString(CultureInfo.InvariantCulture);
        }

        return QueryHelpers.AddQueryString(path, query.Where(field => field.Value is not null));
    }

    /// <summary>The filters in force, each leading to the list without it.</summary>
    public IEnumerable<PageLink> Selected(string path)
    {
        var first = this with { Page = 1 };
        (string? Words, AccessQuery Without)[] filters =
        [
            (Text is null ? null : $"“{Text}”", first with { Text = null }),
            (Role?.Show(), first with { Role = null }),
            (What is null ? null : AccessWords.Deeds[What], first with { What = null }),
            (From is { } from ? $"From {LondonTime.ShowShort(from)}" : null, first with { From = null }),
            (To is { } to ? $"To {LondonTime.ShowShort(to)}" : null, first with { To = null }),
        ];
        return filters.Where(filter => filter.Words is not null).Select(filter => new PageLink(filter.Words!, filter.Without.Address(path)));
    }
}
