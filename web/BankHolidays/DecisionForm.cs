using AreaSend.Core.Calendars;
using AreaSend.Services.BankHolidays;
using AreaSend.Web.Components.Forms;
using NodaTime;

namespace AreaSend.Web.BankHolidays;

/// <summary>What somebody typed to proclaim, move or cancel a bank holiday.</summary>
internal sealed class DecisionForm
{
    public const string Commit = "commit";

    public DateParts Day { get => field ??= new(); set; }

    public string? Act { get; set; }

    public string? Name { get; set; }

    public DateParts NewDay { get => field ??= new(); set; }

    public string? Reason { get; set; }

    /// <summary>Which button was pressed.</summary>
    public string? Intent { get; set; }

    /// <summary>What the preview on the page showed, so that nobody confirms what they have not seen.</summary>
    public string? Previewed { get; set; }

    /// <summary>The decision's identifier to be, so that a form sent twice decides once.</summary>
    public Guid? Id { get; set; }

    /// <summary>What was meant, or null after saying at each field what to put right.</summary>
    /// <param name="held">The bank holidays in force: one that is moved or cancelled keeps its name.</param>
    /// <param name="errors">Where sentences go.</param>
    public BankHolidayRequest? Read(BankHolidaySet held, FormErrors errors)
    {
        var day = Day.Read("Form.Day", "Day", errors);
        if (!Enum.TryParse<BankHolidayAct>(Act, out var act) || !Enum.IsDefined(act))
        {
            errors.Add("Form.Act", "Select what happens to that day");
        }

        var newDay = Act == nameof(BankHolidayAct.Move) ? NewDay.Read("Form.NewDay", "New day", errors) : null;
        var name = Act == nameof(BankHolidayAct.Proclaim) ? errors.Text("Form.Name", Name, "what it is called") : day is { } on ? held.On(on)?.Name ?? "" : "";
        var reason = errors.Text("Form.Reason", Reason, "a reason", RequiredText.Passage);
        return errors.Any ? null : new BankHolidayRequest(Id ?? Guid.CreateVersion7(), act, day!.Value, newDay, name, reason);
    }

    /// <summary>Tells one decision from another, for <see cref="Previewed"/>.</summary>
    public static string Mark(BankHolidayRequest request, string version) =>
        $"{request.Act} {request.Day:uuuu-MM-dd} {request.NewDay:uuuu-MM-dd} {request.Name} {version}";
}
