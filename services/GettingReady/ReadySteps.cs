namespace AreaSend.Services.GettingReady;

/// <summary>One of the seven steps of getting ready.</summary>
/// <param name="Key">What addresses and rows call it.</param>
/// <param name="Number">1 to 7.</param>
/// <param name="Title">The step, as something to do.</param>
/// <param name="What">What it comes to, in a few sentences.</param>
/// <param name="Ask">What an inspector may ask about it.</param>
/// <param name="AsksForAudits">It is about the audits of EHC plans, which the room has a place for.</param>
public sealed record ReadyStep(string Key, int Number, string Title, string What, string Ask, bool AsksForAudits = false);

/// <summary>
/// The seven steps by which a local area gets ready: headings and order of the checklist that Invision360 published for local areas on SEND Network, in words
/// of our own and
/// without its products.
/// </summary>
public static class ReadySteps
{
    /// <summary>In their order.</summary>
    public static IReadOnlyList<ReadyStep> All { get; } =
    [
        new("frameworks", 1, "Understand the inspection framework",
            "Those who lead SEND in education, health and care know the framework and handbook: what inspectors evaluate, when you are notified, and what is asked for.",
            "Who has read the framework, and when did you last go through it together?"),
        new("quality-assurance", 2, "Know your quality assurance of EHC plans",
            "Everybody can say how plans are audited, by whom, how often, against which criteria, and what comes of it for the child or young person.",
            "How do you know that your plans are good?", AsksForAudits: true),
        new("evaluation", 3, "Evaluate yourselves, and collect evidence of high quality",
            "You have looked hard at strengths and at what has to get better. The data is about outcomes and shows a course over time, not a single day.",
            "What does your self-evaluation say, and what stands behind it?"),
        new("partnership", 4, "Show that you work as a partnership",
            "Education, health, social care, settings and families contribute to plans and to their quality assurance, and it can be seen who contributed what.",
            "Who else took part in that decision?"),
        new("impact", 5, "Answer the question “so what?”",
            "You can show that better quality assurance led to better plans, and better plans to better outcomes for children and young people.",
            "What is different for children and young people because of it?", AsksForAudits: true),
        new("development-plan", 6, "Have a clear plan for getting better",
            "A development plan says how you answer weaknesses and build on strengths, with owners and dates, and it is kept up.",
            "What will be different in a year, and who sees to it?"),
        new("changes", 7, "Keep up with changes of law and guidance",
            "Somebody watches for changes of legislation, guidance and the framework, and says what they mean here.",
            "What has changed lately, and what did you do about it?"),
    ];

    /// <summary>The step with this key; null when there is none.</summary>
    public static ReadyStep? Find(string key) => All.FirstOrDefault(step => step.Key == key);
}
