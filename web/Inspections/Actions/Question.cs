using System.Globalization;
using AreaSend.Core.Calendars;
using AreaSend.Core.Inspections;
using AreaSend.Core.Rules;
using AreaSend.Web.Components.Forms;
using NodaTime;
using NodaTime.Text;

namespace AreaSend.Web.Inspections.Actions;

/// <summary>A question of an action's form: how it is put, read and shown for a last look. <c>QuestionField.razor</c> draws each kind.</summary>
/// <param name="Name">The field's name, without <c>Form.</c>.</param>
/// <param name="Label">The question.</param>
public abstract record Question(string Name, string Label)
{
    /// <summary>What helps to answer it.</summary>
    public string? Hint { get; init; }

    /// <summary>The question in a few words, beside its answer; null for the question itself.</summary>
    public string? Short { get; init; }

    /// <summary>Name of the field on the page.</summary>
    public string Field => $"Form.{Name}";

    /// <summary>Says at the field what to put right.</summary>
    public abstract void Check(Answers answers, FormErrors errors);

    /// <summary>The answer in words, for a last look; null where there is none.</summary>
    public abstract string? InWords(Answers answers);
}

/// <summary>A line of text.</summary>
/// <param name="Name">The field's name.</param>
/// <param name="Label">The question.</param>
/// <param name="What">What it is, as in "Enter …".</param>
internal sealed record LineQuestion(string Name, string Label, string What) : Question(Name, Label)
{
    public string Type { get; init; } = "text";

    public string? Class { get; init; }

    public string? InputMode { get; init; }

    public int Longest { get; init; } = RequiredText.Line;

    /// <summary>It may be left empty.</summary>
    public bool IsOptional { get; init; }

    public override void Check(Answers answers, FormErrors errors)
    {
        if (IsOptional && answers.Text(Name).Length == 0)
        {
            return;
        }

        if (Type == "email")
        {
            errors.Address(Field, answers[Name], What);
        }
        else if (Type == "url" && answers.Text(Name).Length is > 0 and <= RequiredText.Passage && !WebAddress.IsOne(answers.Text(Name)))
        {
            errors.Add(Field, "Enter a web address in the correct form, like https://www.example.org/report");
        }
        else
        {
            errors.Text(Field, answers[Name], What, Longest);
        }
    }

    public override string? InWords(Answers answers) => answers.Text(Name);
}

/// <summary>How many.</summary>
internal sealed record NumberQuestion(string Name, string Label, string What) : Question(Name, Label)
{
    public override void Check(Answers answers, FormErrors errors)
    {
        if (!int.TryParse(answers[Name], NumberStyles.None, CultureInfo.InvariantCulture, out _))
        {
            errors.Add(Field, $"Enter {What}");
        }
    }

    public override string? InWords(Answers answers) => answers.Text(Name);

    public int Of(Answers answers) => int.Parse(answers[Name]!, CultureInfo.InvariantCulture);
}

/// <summary>A passage of text; <paramref name="What"/> null where it may be left empty.</summary>
internal sealed record PassageQuestion(string Name, string Label, string? What) : Question(Name, Label)
{
    public override void Check(Answers answers, FormErrors errors)
    {
        if (What is not null || answers.Text(Name).Length > 0)
        {
            errors.Text(Field, answers[Name], What ?? "a text", RequiredText.Passage);
        }
    }

    public override string? InWords(Answers answers) => answers.Text(Name);
}

/// <summary>A date.</summary>
/// <param name="Name">The field's name.</param>
/// <param name="Label">The question.</param>
/// <param name="What">What the date is, beginning with a capital.</param>
internal sealed record DateQuestion(string Name, string Label, string What) : Question(Name, Label)
{
    /// <summary>Filled with today to begin with.</summary>
    public bool IsToday { get; init; }

    /// <summary>The day that it is now, where another is asked for: the field is filled with it to begin with.</summary>
    public LocalDate? IsNow { get; init; }

    /// <summary>It may be left empty.</summary>
    public bool IsOptional { get; init; }

    /// <summary>What stands in the field before anything is typed.</summary>
    public DateParts Shown(Answers answers) =>
        answers.Form is null && answers.Date(Name).IsEmpty && (IsNow ?? (IsToday ? answers.Today : null)) is { } day
            ? DateParts.Of(day)
            : answers.Date(Name);

    public override void Check(Answers answers, FormErrors errors)
    {
        if (!IsOptional || !answers.Date(Name).IsEmpty)
        {
            answers.Date(Name).Read(Field, What, errors);
        }
    }

    public override string? InWords(Answers answers) => answers.Date(Name).Read(Field, What, new FormErrors()) is { } date ? LondonTime.Show(date) : null;

    /// <summary>The date; null where none was given.</summary>
    public LocalDate? IfGiven(Answers answers) => answers.Date(Name).IsEmpty ? null : Of(answers);

    /// <summary>A day, as the three answers that it is typed as.</summary>
    public static IEnumerable<(string Name, string Value)> AnswersOf(string name, LocalDate day) =>
        DateParts.Of(day) is var parts ? [($"{name}.Day", parts.Day!), ($"{name}.Month", parts.Month!), ($"{name}.Year", parts.Year!)] : [];

    public LocalDate Of(Answers answers) => answers.Date(Name).Read(Field, What, new FormErrors())!.Value;

    public Instant MomentOf(Answers answers) => answers.MomentOf(Of(answers));
}

/// <summary>A clock time on the day that another question asks for. Left empty, it has just happened.</summary>
internal sealed record TimeQuestion(DateQuestion Day) : Question("Time", "At what time?")
{
    private static readonly LocalTimePattern[] Patterns =
        [.. new[] { "H:mm", "h:mmtt", "htt", "h:mm tt", "h tt", "H.mm", "h.mmtt" }.Select(LocalTimePattern.CreateWithInvariantCulture)];

    private static readonly LocalTimePattern Shown = LocalTimePattern.CreateWithInvariantCulture("h:mmtt");

    public override void Check(Answers answers, FormErrors errors)
    {
        if (answers.Text(Name).Length > 0 && Read(answers) is null)
        {
            errors.Add(Field, "Enter the time like 10:30am or 14:05");
        }
        else if (answers.Text(Name).Length == 0 && answers.Date(Day.Name).Read(Day.Field, Day.What, new FormErrors()) is { } date && date != answers.Today)
        {
            errors.Add(Field, "Enter the time it happened: the deadline has a clock time");
        }
    }

    public override string? InWords(Answers answers) =>
        Read(answers) is { } time
            ? Shown.Format(time).ToLowerInvariant().Replace(":00", "", StringComparison.Ordinal)
            : $"{Shown.Format(answers.Now.InZone(LondonTime.Zone).TimeOfDay).ToLowerInvariant()}, as it has just happened";

    /// <summary>The moment that day and time name together.</summary>
    public Instant MomentOf(Answers answers) =>
        answers.RecordedAt is { } at && LondonTime.DateOf(at) == Day.Of(answers) && answers.Text(Name) == AsTyped(at)
            ? at
            : answers.MomentOf(Day.Of(answers), Read(answers));

    /// <summary>The clock time of a moment, as one would type it.</summary>
    public static string AsTyped(Instant at) => Shown.Format(at.InZone(LondonTime.Zone).TimeOfDay).ToLowerInvariant();

    private LocalTime? Read(Answers answers)
    {
        var typed = answers.Text(Name).Replace("am", "AM", StringComparison.OrdinalIgnoreCase).Replace("pm", "PM", StringComparison.OrdinalIgnoreCase);
        return Patterns.Select(pattern => pattern.Parse(typed)).FirstOrDefault(parsed => parsed.Success)?.Value;
    }
}

/// <summary>One of several answers.</summary>
/// <param name="Name">The field's name.</param>
/// <param name="Label">The question.</param>
/// <param name="What">What to select, as in "Select …".</param>
/// <param name="Choices">The answers.</param>
internal sealed record ChoiceQuestion(string Name, string Label, string What, IReadOnlyList<Choice> Choices) : Question(Name, Label)
{
    /// <summary>Drawn as a list to pull down: many answers.</summary>
    public bool IsList { get; init; }

    public override void Check(Answers answers, FormErrors errors)
    {
        if (Choices.All(choice => choice.Value.Length == 0 || choice.Value != answers[Name]))
        {
            errors.Add(Field, $"Select {What}");
        }
    }

    public override string? InWords(Answers answers) => Choices.FirstOrDefault(choice => choice.Value == answers[Name])?.Text;
}

/// <summary>Any of several answers.</summary>
/// <param name="Name">The field's name.</param>
/// <param name="Label">The question.</param>
/// <param name="What">What to select, as in "Select …"; null where nothing needs to be.</param>
/// <param name="Choices">The answers.</param>
internal sealed record ChoicesQuestion(string Name, string Label, string? What, IReadOnlyList<Choice> Choices) : Question(Name, Label)
{
    public override void Check(Answers answers, FormErrors errors)
    {
        if (What is not null && answers.Many(Name).Count == 0)
        {
            errors.Add(Field, $"Select {What}");
        }
    }

    public override string? InWords(Answers answers) =>
        string.Join('\n', Choices.Where(choice => answers.Many(Name).Contains(choice.Value)).Select(choice => choice.Text));
}
