using System.Globalization;
using AreaSend.Core.Calendars;
using AreaSend.Services.Programme;
using AreaSend.Web.Components;
using Microsoft.AspNetCore.WebUtilities;
using NodaTime;
using NodaTime.Text;

namespace AreaSend.Web.Schedule;

/// <summary>Which part of the schedule is shown; it stands in the address.</summary>
/// <param name="From">A day of its first week or month; null for today.</param>
/// <param name="Region">The Ofsted region.</param>
/// <param name="Lead">The name of a lead inspector.</param>
/// <param name="Page">The page of its inspections, from 1; 0 for all on one, as for the wall.</param>
public sealed record ScheduleQuery(LocalDate? From, string? Region, string? Lead, int Page = 1)
{
    public const string Weeks = "/schedule";
    public const string Months = "/schedule/months";

    private const string All = "all";

    public static ScheduleQuery Read(IQueryCollection query) => new(
        LocalDatePattern.Iso.Parse(query["from"].ToString()) is { Success: true, Value: var day } && CanBeCounted(day) ? day : null,
        query.Words("region"),
        query.Words("lead"),
        query["page"] == All ? 0 : int.TryParse(query["page"], CultureInfo.InvariantCulture, out var page) ? Math.Max(1, page) : 1);

    /// <summary>Whether it shows the inspection.</summary>
    public bool Shows(Scheduled inspection) => (Region is null || inspection.Area.Region == Region) && (Lead is null || inspection.Leads.Has(Lead));

    /// <summary>The address of a schedule like this.</summary>
    public string Address(string path) => QueryHelpers.AddQueryString(path, new Dictionary<string, string?>
    {
        ["from"] = From is { } day ? LocalDatePattern.Iso.Format(day) : null,
        ["region"] = Region,
        ["lead"] = Lead,
        ["page"] = Page switch { 0 => All, 1 => null, var page => page.ToString(CultureInfo.InvariantCulture) },
    }.Where(field => field.Value is not null));

    /// <summary>The filters in force, each leading to the schedule without it.</summary>
    public IReadOnlyList<PageLink> Selected(string path) =>
    [
        .. Region is { } region ? [new PageLink(region, (this with { Region = null, Page = 1 }).Address(path))] : Array.Empty<PageLink>(),
        .. Lead is { } lead ? [new PageLink(lead, (this with { Lead = null, Page = 1 }).Address(path))] : Array.Empty<PageLink>(),
    ];

    // A year from an address may be any; centuries away there is neither a schedule nor a calendar.
    private static bool CanBeCounted(LocalDate day) => day.Year is >= 2000 and < 2100;
}
