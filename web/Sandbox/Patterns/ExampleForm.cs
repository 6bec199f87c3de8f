using AreaSend.Web.Components.Forms;
using NodaTime;

namespace AreaSend.Web.Sandbox.Patterns;

/// <summary>What somebody typed into the worked example: text, as it came, so that it can be shown again.</summary>
internal sealed class ExampleForm
{
    public string? Area { get; set; }

    public DateParts AskedOn { get => field ??= new(); set; }

    public string? Reason { get; set; }

    public string? Urgent { get; set; }

    public string[]? Tell { get; set; }

    /// <summary>What was meant, or null after saying at each field what to put right.</summary>
    public ExampleRequest? Read(FormErrors errors)
    {
        if (string.IsNullOrWhiteSpace(Area))
        {
            errors.Add("Form.Area", "Select an area");
        }

        var askedOn = AskedOn.Read("Form.AskedOn", "Date they asked", errors);
        if (string.IsNullOrWhiteSpace(Reason))
        {
            errors.Add("Form.Reason", "Enter the reason they gave");
        }

        if (Urgent is not ("yes" or "no"))
        {
            errors.Add("Form.Urgent", "Select yes if they need an answer today");
        }

        return errors.Any ? null : new ExampleRequest(Area!, askedOn!.Value, Reason!, Urgent == "yes", Tell ?? []);
    }
}

/// <summary>The same, read and found good: what a page would hand on to be done.</summary>
internal sealed record ExampleRequest(string Area, LocalDate AskedOn, string Reason, bool Urgent, IReadOnlyList<string> Tell);
