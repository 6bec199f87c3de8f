using AreaSend.Services.GettingReady;
using AreaSend.Services.Mail;
using AreaSend.Web.Components.Forms;

namespace AreaSend.Web.GettingReady;

/// <summary>What somebody typed about a step.</summary>
internal sealed class StepForm
{
    public string? Standing { get; set; }

    public string? Owner { get; set; }

    public string? Evidence { get; set; }

    public DateParts ReviewOn { get => field ??= new(); set; }

    /// <summary>What stands there now, to fill the form with.</summary>
    public static StepForm Of(StepState state) => new()
    {
        Standing = state.Standing.ToString(),
        Owner = state.Row?.Owner,
        Evidence = state.Row?.Evidence,
        ReviewOn = state.Row?.ReviewOn is { } day ? DateParts.Of(day) : new DateParts(),
    };

    /// <summary>What was meant, or null after saying at each field what to put right.</summary>
    public StepEntry? Read(ReadyStep step, FormErrors errors)
    {
        if (!Enum.TryParse<StepStanding>(Standing, out var standing) || !Enum.IsDefined(standing))
        {
            errors.Add("Form.Standing", "Select how far the step has come");
        }

        var owner = errors.OptionalText("Form.Owner", Owner, "a name or post");
        var evidence = errors.OptionalText("Form.Evidence", Evidence, "evidence", RequiredText.Passage);
        if (standing == StepStanding.InPlace && evidence.Length == 0)
        {
            errors.Add("Form.Evidence", "Enter what shows that the step is in place");
        }

        var review = ReviewOn.IsEmpty ? null : ReviewOn.Read("Form.ReviewOn", "Review date", errors);
        return errors.Any ? null : new StepEntry(step, standing, owner, evidence, review);
    }
}

/// <summary>Reads what need not be there.</summary>
internal static class OptionalTexts
{
    /// <summary>
    /// The text without the spaces around it and without what cannot be seen; a sentence goes to <paramref name="errors"/> when there is too much.
    /// </summary>
    public static string OptionalText(this FormErrors errors, string name, string? text, string what, int longest = RequiredText.Line) =>
        VisibleText.Of(text ?? "").Length == 0 ? "" : errors.Text(name, text, what, longest);
}
