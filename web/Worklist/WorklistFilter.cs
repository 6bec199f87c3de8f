using AreaSend.Core.Inspections;
using AreaSend.Core.Rules;
using AreaSend.Core.Timetables;
using AreaSend.Services.Store;
using AreaSend.Web.Components;
using AreaSend.Web.Components.Forms;
using AreaSend.Web.Inspections;
using Microsoft.AspNetCore.WebUtilities;
using NodaTime;

namespace AreaSend.Web.Worklist;

/// <summary>What the worklist is narrowed to; it stands in the address, so that a narrowed list can be kept and shared.</summary>
public sealed record WorklistFilter(string? Region, InspectionPhase? Phase, Standing? Standing, LocalDate? By)
{
    /// <summary>Reads the address. What is not understood is left out, and a date that is none is named in <paramref name="errors"/>.</summary>
    public static WorklistFilter Read(IQueryCollection query, FormErrors errors)
    {
        var by = ByAsTyped(query);
        return new WorklistFilter(
            Text(query["region"]),
            Enum.TryParse<InspectionPhase>(query["phase"], out var phase) && Enum.IsDefined(phase) ? phase : null,
            Enum.TryParse<Standing>(query["standing"], out var standing) && Enum.IsDefined(standing) ? standing : null,
            by.IsEmpty ? null : by.Read("By", "Due by", errors));
    }

    public static DateParts ByAsTyped(IQueryCollection query) =>
        new() { Day = query["By.Day"], Month = query["By.Month"], Year = query["By.Year"] };

    /// <summary>Whether the list shows it.</summary>
    public bool Shows(WorklistItem item) =>
        (Region is null || item.Area?.Region == Region)
        && (Phase is null || item.Row.Phase == Phase)
        && (Standing is null || item.Duty.Standing == Standing)
        && (By is null || item.Duty.DueDate is null || item.Duty.DueDate <= By);

    /// <summary>Whether the list shows it: a concern has a region at most.</summary>
    public bool Shows(WorklistConcern concern) =>
        Phase is null && Standing is null && (Region is null || concern.Region is null || concern.Region == Region);

    /// <summary>The address of a list with this filter, below <paramref name="path"/>.</summary>
    public string Address(string path)
    {
        var query = new Dictionary<string, string?>
        {
            ["region"] = Region,
            ["phase"] = Phase?.ToString(),
            ["standing"] = Standing?.ToString(),
            ["By.Day"] = By?.Day.ToString(System.Globalization.CultureInfo.InvariantCulture),
            ["By.Month"] = By?.Month.ToString(System.Globalization.CultureInfo.InvariantCulture),
            ["By.Year"] = By?.Year.ToString(System.Globalization.CultureInfo.InvariantCulture),
        };
        return QueryHelpers.AddQueryString(path, query.Where(field => field.Value is not null));
    }

    /// <summary>The filters in force, each leading to the list without it.</summary>
    public IReadOnlyList<PageLink> Selected(string path)
    {
        var selected = new List<PageLink>();
        if (Region is not null)
        {
            selected.Add(new PageLink(Region, (this with { Region = null }).Address(path)));
        }

        if (Phase is { } phase)
        {
            selected.Add(new PageLink(PhaseWords.Show(phase), (this with { Phase = null }).Address(path)));
        }

        if (Standing is { } standing)
        {
            selected.Add(new PageLink(standing.Show(), (this with { Standing = null }).Address(path)));
        }

        if (By is { } by)
        {
            selected.Add(new PageLink($"By {Core.Calendars.LondonTime.ShowShort(by)}", (this with { By = null }).Address(path)));
        }

        return selected;
    }

    private static string? Text(string? value) => string.IsNullOrWhiteSpace(value) ? null : value;
}
