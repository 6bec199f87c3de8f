using System.Globalization;
using AreaSend.Core.Calendars;
using AreaSend.Core.Timetables;
using AreaSend.Services.Staff;
using AreaSend.Web.Components;
using AreaSend.Web.Components.Forms;
using Microsoft.AspNetCore.WebUtilities;
using NodaTime;

namespace AreaSend.Web.Worklist;

/// <summary>What the worklist is narrowed to; it stands in the address, so that a narrowed list can be kept and shared.</summary>
/// <param name="Whose"><see cref="Mine"/>, <see cref="Everybody"/>, <see cref="Nobody"/> or the identifier of a coordinator; null for mine, if anything
/// is.</param>
/// <param name="Lead">The name of a lead inspector.</param>
/// <param name="Region">The Ofsted region.</param>
/// <param name="Phase">How far they have come.</param>
/// <param name="Part">Why they are on the list.</param>
/// <param name="By">With something that is due by this day, or has no day.</param>
/// <param name="Page">The page, from 1.</param>
public sealed record WorklistFilter(string? Whose, string? Lead, string? Region, InspectionPhase? Phase, WorkPart? Part, LocalDate? By, int Page = 1)
{
    public const string Mine = "mine";
    public const string Everybody = "all";
    public const string Nobody = "nobody";

    /// <summary>Reads the address. What is not understood is left out, and a date that is none is named in <paramref name="errors"/>.</summary>
    public static WorklistFilter Read(IQueryCollection query, FormErrors errors)
    {
        var by = ByAsTyped(query);
        return new WorklistFilter(
            Text(query["whose"]),
            Text(query["lead"]),
            Text(query["region"]),
            Named<InspectionPhase>(query["phase"]),
            Named<WorkPart>(query["standing"]),
            by.IsEmpty ? null : by.Read("By", "Due by", errors),
            int.TryParse(query["page"], CultureInfo.InvariantCulture, out var page) ? Math.Max(1, page) : 1);
    }

    public static DateParts ByAsTyped(IQueryCollection query) =>
        new() { Day = query["By.Day"], Month = query["By.Month"], Year = query["By.Year"] };

    /// <summary>For somebody who has said nothing about whose inspections they want: their own, if they have any.</summary>
    public WorklistFilter For(StaffMember? person, IEnumerable<WorkRow> rows) =>
        Whose is not null ? this : this with { Whose = person is not null && rows.Any(row => row.IsOf(person)) ? Mine : Everybody };

    /// <summary>Whether the list shows it.</summary>
    /// <param name="row">The inspection.</param>
    /// <param name="person">Who looks; null where nobody is known by name.</param>
    public bool Shows(WorkRow row, StaffMember? person) =>
        (Whose switch
        {
            null or Everybody => true,
            Mine => person is not null && row.IsOf(person),
            Nobody => row.Coordinator is null,
            _ => row.Coordinator?.Id.ToString() == Whose,
        })
        && (Lead is null || row.Leads.Has(Lead))
        && (Region is null || row.Area?.Region == Region)
        && (Phase is null || row.Inspection.Row.Phase == Phase)
        && (Part is not { } part || row.Parts.Contains(part))
        && (By is null || row.Owed.Any(IsDueBy));

    /// <summary>Whether a file of the list holds this duty of an inspection that it shows.</summary>
    public bool Shows(WorklistItem item) => (Part is null || WorkParts.Of(item) == Part) && (By is null || IsDueBy(item));

    /// <summary>Whether the list shows it: a concern has a region at most.</summary>
    public bool Shows(WorklistConcern concern) =>
        Phase is null && Part is null && Lead is null && (Region is null || concern.Region is null || concern.Region == Region);

    /// <summary>The address of a list with this filter, below <paramref name="path"/>.</summary>
    public string Address(string path) => QueryHelpers.AddQueryString(path, new Dictionary<string, string?>
    {
        ["whose"] = Whose,
        ["lead"] = Lead,
        ["region"] = Region,
        ["phase"] = Phase?.ToString(),
        ["standing"] = Part?.ToString(),
        ["By.Day"] = By?.Day.ToString(CultureInfo.InvariantCulture),
        ["By.Month"] = By?.Month.ToString(CultureInfo.InvariantCulture),
        ["By.Year"] = By?.Year.ToString(CultureInfo.InvariantCulture),
        ["page"] = Page == 1 ? null : Page.ToString(CultureInfo.InvariantCulture),
    }.Where(field => field.Value is not null));

    /// <summary>The filters in force beside whose they are, each leading to the list without it.</summary>
    public IReadOnlyList<PageLink> Selected(string path)
    {
        var first = this with { Page = 1 };
        return
        [
            .. Lead is { } lead ? [new PageLink(lead, (first with { Lead = null }).Address(path))] : Array.Empty<PageLink>(),
            .. Region is { } region ? [new PageLink(region, (first with { Region = null }).Address(path))] : Array.Empty<PageLink>(),
            .. Phase is { } phase ? [new PageLink(PhaseWords.Show(phase), (first with { Phase = null }).Address(path))] : Array.Empty<PageLink>(),
            .. Part is { } part ? [new PageLink(part.Show(), (first with { Part = null }).Address(path))] : Array.Empty<PageLink>(),
            .. By is { } by ? [new PageLink($"By {LondonTime.ShowShort(by)}", (first with { By = null }).Address(path))] : Array.Empty<PageLink>(),
        ];
    }

    private bool IsDueBy(WorklistItem item) => item.Duty.DueDate is null || item.Duty.DueDate <= By;

    private static T? Named<T>(string? name)
        where T : struct, Enum => Enum.TryParse<T>(name, out var value) && Enum.IsDefined(value) ? value : null;

    private static string? Text(string? value) => string.IsNullOrWhiteSpace(value) ? null : value;
}
