using AreaSend.Core.Calendars;
using AreaSend.Services.Work;
using AreaSend.Web.Components.Forms;
using NodaTime;

namespace AreaSend.Web.Inspections.Work;

/// <summary>What somebody typed into the form for a note.</summary>
internal sealed class NoteForm
{
    private const int WeeksAhead = 26;

    public string? Words { get; set; }

    /// <summary>Left empty by who only notes something.</summary>
    public DateParts Until { get => field ??= new(); set; }

    /// <summary>The note and the day of return that were meant; null after saying at each field what to put right.</summary>
    public (string? Words, LocalDate? Until)? Read(LocalDate today, FormErrors errors)
    {
        var words = string.IsNullOrWhiteSpace(Words) ? null : errors.Text("Form.Words", Words, "a note", WorkNote.Longest);
        var until = Until.IsEmpty ? null : Until.Read("Form.Until", "Day on which it comes back", errors);
        if (until <= today)
        {
            errors.Add("Form.Until.Day", "Day on which it comes back must be in the future");
        }
        else if (until > today.PlusWeeks(WeeksAhead))
        {
            errors.Add("Form.Until.Day", $"Day on which it comes back must be {LondonTime.Show(today.PlusWeeks(WeeksAhead))} or before");
        }
        else if (words is null && until is null && !errors.Any)
        {
            errors.Add("Form.Words", "Enter a note, or the day on which the inspection comes back");
        }

        return errors.Any ? null : (words, until);
    }
}
