namespace AreaSend.Core.Timetables;

/// <summary>How a refusal speaks of a step.</summary>
/// <param name="Already">It is done: <c>The draft report has already been shared</c>. The day is added.</param>
/// <param name="Happened">When it was done: <c>The draft report was shared</c>. The day is added.</param>
/// <param name="NotYet">It is not done, and what follows from that or what to do, in whole sentences.</param>
public sealed record StepWords(string Already, string Happened, string NotYet)
{
    /// <summary>For what is <c>shared</c>, <c>published</c>, <c>confirmed</c> and recorded as such.</summary>
    /// <param name="what">With a capital: <c>The draft report</c>.</param>
    /// <param name="done">What was done with it: <c>shared</c>.</param>
    public static StepWords Of(string what, string done) =>
        new($"{what} has already been {done}", $"{what} was {done}", $"{what} has not been {done} yet. Record that first.");
}

/// <summary>A step that leaves no more room for another.</summary>
/// <param name="Step">Key of the step that closes it.</param>
/// <param name="Consequence">What cannot be done any more, to stand after the day; null where that the closing step is done says enough.</param>
public sealed record Closure(string Step, string? Consequence = null);
