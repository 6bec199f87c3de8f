using AreaSend.Core.Calendars;
using AreaSend.Services.Programme;
using AreaSend.Web.Components.Forms;
using NodaTime;

namespace AreaSend.Web.Programme;

/// <summary>What somebody typed about a monitoring visit under the framework for children's services.</summary>
internal sealed class VisitForm
{
    public DateParts First { get => field ??= new(); set; }

    /// <summary>Left empty for a visit of one day.</summary>
    public DateParts Last { get => field ??= new(); set; }

    /// <summary>The visit that was meant, or null after saying at each field what to put right.</summary>
    public PastActivity? Read(IReadOnlyList<PastActivity> known, FormErrors errors)
    {
        var first = First.Read("Form.First", "First day of the visit", errors);
        var last = Last.IsEmpty ? first : Last.Read("Form.Last", "Last day of the visit", errors);
        if (last < first)
        {
            errors.Add("Form.Last.Day", "Last day of the visit must be the same as or after the first day");
        }
        else if (last > first?.PlusDays(LongestVisit))
        {
            errors.Add("Form.Last.Day", $"A visit of more than {LongestVisit} days is none. Enter each visit by itself");
        }
        else if (Weekend("Form.First.Day", "First", first, errors) | (!Last.IsEmpty && Weekend("Form.Last.Day", "Last", last, errors)))
        {
            return null;
        }
        else if (known.Any(past => past.Kind == ActivityKind.Ilacs && past.Starts <= last && past.Ends >= first))
        {
            errors.Add("Form.First.Day", "A visit on these days is recorded already");
        }

        return errors.Any ? null : new PastActivity(ActivityKind.Ilacs, first, last, Result: null, Published: null, ActivitySource.ByHand);
    }

    private const int LongestVisit = 14;

    // Visits are on working days: a Saturday is a slip of the calendar.
    private static bool Weekend(string field, string which, LocalDate? day, FormErrors errors)
    {
        if (day?.DayOfWeek is not (IsoDayOfWeek.Saturday or IsoDayOfWeek.Sunday))
        {
            return false;
        }

        errors.Add(field, $"{which} day of the visit must be from Monday to Friday; {LondonTime.Show(day.Value)} is not");
        return true;
    }
}
