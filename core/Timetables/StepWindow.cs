namespace AreaSend.Core.Timetables;

/// <summary>A span of days that begins with a step.</summary>
/// <param name="Key">What calendar programs know it by, beside the keys of steps: <c>window-surveys</c>. Never changed.</param>
/// <param name="Title">What goes on: <c>Surveys are open</c>.</param>
/// <param name="Until">Key of the step that ends it; a kind of inspection without that step has no such span.</param>
public sealed record StepWindow(string Key, string Title, string Until)
{
    /// <summary>It ends on the day before that step, which begins something else.</summary>
    public bool EndsTheDayBefore { get; init; }
}
