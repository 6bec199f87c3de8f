using AreaSend.Core.Calendars;
using AreaSend.Core.Inspections;
using AreaSend.Web.Components.Forms;

namespace AreaSend.Web.Inspections.Actions;

/// <summary>What somebody answered to record an action, in the words of the questions, for a last look before it is confirmed.</summary>
internal static class AnswersInWords
{
    /// <summary>In the order of the form; answers that were found good.</summary>
    public static IEnumerable<(string Question, string Answer)> InWords(this RecordForm form, InspectionAction action, InspectionView view) =>
        from answer in All(form, view)
        where action.Fields.HasFlag(answer.Field) && !string.IsNullOrWhiteSpace(answer.Words)
        select (answer.Question, answer.Words);

    /// <summary><c>2</c> as "2: inconsistent experiences and outcomes"; null for what is no outcome.</summary>
    public static string? OutcomeOf(string? number) => number switch
    {
        "1" => $"1: {new Outcome.TypicallyPositive().Show()}",
        "2" => $"2: {new Outcome.Inconsistent().Show()}",
        "3" => $"3: {new Outcome.WidespreadFailings("").Show()}",
        _ => null,
    };

    private static IEnumerable<(AskFor Field, string Question, string? Words)> All(RecordForm form, InspectionView view) =>
    [
        (AskFor.Person, "Officer's name", form.Name),
        (AskFor.Person, "E-mail address", form.Email),
        (AskFor.Items, "Items", string.Join('\n', (form.Items ?? []).Select(item => ItemWords.Show(item, view.Case.Edition.AnnexA)))),
        (AskFor.Children, "Children and young people", form.Children),
        (AskFor.Outcome, "Outcome", OutcomeOf(form.Outcome)),
        (AskFor.Outcome, "Principal authority", form.Outcome != "3" ? null : form.Separate == "yes" ? $"{form.PrincipalAuthority}, told in its own right" : form.PrincipalAuthority),
        (AskFor.Link, "Web address", form.Link),
        (AskFor.Missing, "What the plan lacks", form.Missing),
        (AskFor.Deadline, "Deadline", form.Step is null ? null : view.Plan.Find(form.Step)?.Definition.Title),
        (AskFor.Deadline, "New date", Date(form.Due)),
        (AskFor.Decision, "Deferral granted", form.Granted == "yes" ? "Yes" : "No"),
        (AskFor.Day, "When it happened", Moment(form)),
        (AskFor.Reason, "Why", form.Reason),
    ];

    private static string? Moment(RecordForm form) => Date(form.Day) is { } day ? string.IsNullOrWhiteSpace(form.Time) ? day : $"{day}, {form.Time.Trim()}" : null;

    private static string? Date(DateParts parts) => parts.Read("Form.Date", "Date", new FormErrors()) is { } date ? LondonTime.Show(date) : null;
}
