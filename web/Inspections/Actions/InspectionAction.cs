using AreaSend.Core.Inspections;
using AreaSend.Core.Rules;
using AreaSend.Core.Timetables;
using AreaSend.Services.Inspections;
using AreaSend.Services.Store;
using AreaSend.Web.Inspections.History;
using AreaSend.Web.Reading;
using NodaTime;

namespace AreaSend.Web.Inspections.Actions;

/// <summary>
/// Something that a coordinator can record on an inspection: when it is offered, what it asks, which facts that becomes, and how they are told. One class each.
/// </summary>
/// <param name="key">Last part of the page's address.</param>
/// <param name="title">What is recorded, as a heading.</param>
/// <param name="done">What is so once it is recorded, for the banner.</param>
internal abstract class InspectionAction(string key, string title, string done)
{
    /// <summary>
    /// Every action, found by being one. They stand as an inspection needs them, and that is where the facts stand that they record
    /// (<see cref="InspectionEvent.PlaceOf"/>): an order of their own would have to be kept beside it.
    /// </summary>
    public static IReadOnlyList<InspectionAction> All { get; } =
    [
        .. from type in typeof(InspectionAction).Assembly.GetTypes()
           where !type.IsAbstract && type.IsSubclassOf(typeof(InspectionAction)) && type != typeof(CorrectFact) // a correction is of one entry
           let action = (InspectionAction)Activator.CreateInstance(type)!
           orderby InspectionEvent.PlaceOf(action.Records!), action.ComesSecond
           select action,
    ];

    public string Key => key;

    /// <summary>The heading, in the words of a kind of inspection.</summary>
    public string Title(InspectionType type) => type.Say(title);

    /// <summary>The banner, in the words of a kind of inspection.</summary>
    public string Done(InspectionType type) => type.Say(done);

    /// <summary>The kind of fact that it records; null for a correction, which records what another action does.</summary>
    public virtual Type? Records => null;

    /// <summary>Another action records the same kind of fact, and is needed before this one.</summary>
    public virtual bool ComesSecond => false;

    /// <summary>Position of the fact that a paper of its form is put to; null for the one that it records.</summary>
    public virtual int? PaperOf => null;

    /// <summary>It moves dates, stops the inspection or ends it; the others record a step of the timetable.</summary>
    public virtual bool ChangesCourse => false;

    /// <summary>The action with this key, or null.</summary>
    public static InspectionAction? Find(string key) => All.FirstOrDefault(action => action.Key == key);

    /// <summary>The actions that may be taken now.</summary>
    public static IEnumerable<InspectionAction> Offered(InspectionView view) => All.Where(action => action.WhyNot(view) is null);

    /// <summary>How a fact is told in the history of an inspection under an edition; null where no action records it.</summary>
    public static EventSentence? Tell(InspectionEvent happened, FrameworkEdition edition) =>
        All.Select(action => action.Told(happened, edition)).FirstOrDefault(sentence => sentence is not null);

    /// <summary>Why it may not be taken now, in a sentence; null when it may.</summary>
    public abstract string? WhyNot(InspectionView view);

    /// <summary>What it asks, in the order of the form.</summary>
    public abstract IReadOnlyList<Question> Asks(InspectionView view);

    /// <summary>What the answers, which have been found good, ask to record.</summary>
    public virtual RecordRequest Request(Answers answers) =>
        new(Facts(answers), Person: null, answers.Text(Reasons.Private.Name) is { Length: > 0 } reason ? reason : null);

    /// <summary>
    /// The answers that a fact was recorded from, by the names of the questions: so that whoever corrects one of them sees all of them.
    /// The day and its time are filled in by <see cref="CorrectFact"/>.
    /// </summary>
    public abstract IEnumerable<(string Name, string Value)> AnswersOf(Fact fact, InspectionCase @case);

    /// <summary>The facts that the answers become.</summary>
    protected abstract IReadOnlyList<BuildFact> Facts(Answers answers);

    /// <summary>How a fact that it records is told; null for others.</summary>
    protected abstract EventSentence? Told(InspectionEvent happened, FrameworkEdition edition);

    /// <summary>A sentence of the history.</summary>
    protected static EventSentence Sentence(string title, params string?[] details) =>
        new(title, [.. details.OfType<string>().Where(detail => detail.Length > 0)], []);
}

/// <summary>An action that records any number of facts of one kind.</summary>
internal abstract class FactsAction<TFact>(string key, string title, string done) : InspectionAction(key, title, done)
    where TFact : Fact
{
    public override Type? Records => typeof(TFact);

    public override string? WhyNot(InspectionView view) => view.Loaded.Inspection.WhyNotNow(typeof(TFact), view.Now);

    public sealed override IEnumerable<(string Name, string Value)> AnswersOf(Fact fact, InspectionCase @case) =>
        fact is TFact mine ? AnswersOf(mine, @case) : [];

    /// <summary>The answers to the questions that are its own, besides the day and its time; none where it asks no others.</summary>
    protected virtual IEnumerable<(string Name, string Value)> AnswersOf(TFact fact, InspectionCase @case) => [];

    /// <summary>How a fact is told.</summary>
    protected abstract EventSentence Told(TFact fact, FrameworkEdition edition);

    protected sealed override EventSentence? Told(InspectionEvent happened, FrameworkEdition edition) => happened is TFact fact ? Told(fact, edition) : null;
}

/// <summary>An action that records one fact, as most do.</summary>
internal abstract class InspectionAction<TFact>(string key, string title, string done) : FactsAction<TFact>(key, title, done)
    where TFact : Fact
{
    protected override IReadOnlyList<BuildFact> Facts(Answers answers) => [(@case, plan, now) => Fact(answers, @case, plan, now)];

    /// <summary>The fact.</summary>
    protected abstract TFact Fact(Answers answers, InspectionCase @case, Timetable plan, Instant now);
}
