using AreaSend.Core.Timetables;
using AreaSend.Web.Components.Forms;

namespace AreaSend.Web.Areas;

/// <summary>What somebody typed about a school holiday.</summary>
internal sealed class HolidayForm
{
    public string? Name { get; set; }

    public DateParts From { get => field ??= new(); set; }

    public DateParts To { get => field ??= new(); set; }

    /// <summary>The holiday that was meant, or null after saying at each field what to put right.</summary>
    public SchoolHoliday? Read(FormErrors errors)
    {
        var name = errors.Text("Form.Name", Name, "what the holiday is called");
        var from = From.Read("Form.From", "First day of the holiday", errors);
        var to = To.Read("Form.To", "Last day of the holiday", errors);
        if (to < from)
        {
            errors.Add("Form.To.Day", "Last day of the holiday must be the same as or after the first day");
        }

        return errors.Any ? null : new SchoolHoliday(name, from!.Value, to!.Value);
    }
}
