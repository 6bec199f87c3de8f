using AreaSend.Core.Programme;
using AreaSend.Services.Programme;
using AreaSend.Web.Components.Forms;
using NodaTime;

namespace AreaSend.Web.Programme;

/// <summary>What somebody typed about a decision of the regional director.</summary>
internal sealed class BringForwardForm
{
    public string? What { get; set; }

    public DateParts Decided { get => field ??= new(); set; }

    public DateParts DueBy { get => field ??= new(); set; }

    public string? Reason { get; set; }

    /// <summary>The decision that was meant, or null after saying at each field what to put right.</summary>
    /// <param name="standing">The area as it stands now.</param>
    /// <param name="today">Nothing has been decided after it.</param>
    /// <param name="errors">Where sentences go.</param>
    public (ProgrammedKind Kind, LocalDate Decided, LocalDate DueBy, string Reason)? Read(AreaStanding standing, LocalDate today, FormErrors errors)
    {
        if (!Enum.TryParse<ProgrammedKind>(What, out var kind) || !Enum.IsDefined(kind))
        {
            errors.Add("Form.What", "Select which inspection it is about");
        }

        var decided = Decided.Read("Form.Decided", "Day of the decision", errors);
        var by = DueBy.Read("Form.DueBy", "Last day for the inspection", errors);
        var reason = errors.Text("Form.Reason", Reason, "the reason that the regional director gives,", RequiredText.Passage);
        if (decided > today)
        {
            errors.Add("Form.Decided.Day", "Day of the decision must be today or in the past");
        }

        if (by < decided)
        {
            errors.Add("Form.DueBy.Day", "Last day for the inspection must be the same as or after the day of the decision");
        }
        else if (by >= DueAnyway(standing, kind))
        {
            errors.Add(
                "Form.DueBy.Day",
                $"The {kind.Show().ToLowerInvariant()} is due by {Core.Calendars.LondonTime.Show(DueAnyway(standing, kind)!.Value)} anyway. Enter an earlier day");
        }

        return errors.Any ? null : (kind, decided!.Value, by!.Value, reason);
    }

    private static LocalDate? DueAnyway(AreaStanding standing, ProgrammedKind kind) =>
        kind == ProgrammedKind.Full ? standing.Programme.DueBy : standing.Programme.MonitoringBy;
}
