using AreaSend.Core.Calendars;
using AreaSend.Core.Inspections;
using AreaSend.Core.Rules;
using AreaSend.Core.Timetables;
using AreaSend.Services.Inspections;
using AreaSend.Services.Store;
using AreaSend.Web.Components.Forms;
using AreaSend.Web.Inspections.History;
using AreaSend.Web.Reading;
using NodaTime;

namespace AreaSend.Web.Inspections.Actions;

/// <summary>Mends one entry of the history: it happened otherwise, or it did not happen. It asks what the action asked that recorded it, and why.</summary>
internal sealed class CorrectFact : InspectionAction
{
    /// <summary>Last parts of the page's address, for what happened otherwise and what did not happen.</summary>
    public const string Otherwise = "otherwise";
    public const string NotAtAll = "did-not-happen";

    private static readonly PassageQuestion Because = new(
        "Correction",
        "Why is it corrected? This is what those who were told of it are told",
        "why it is corrected")
    {
        Short = "What those are told who were told of it",
        Hint =
            "Read by: whoever has had an e-mail about it or about a date that moves now; and everybody with a role here, in the history. Name no child, young person or member of staff, and nothing that the report finds",
    };

    // The one answer to whether what hangs on the entry is taken back with it.
    private const string Yes = "yes";
    private const string Others = "Others";

    private readonly RecordedEvent _wrong;
    private readonly InspectionAction? _recordedBy;

    private CorrectFact(RecordedEvent wrong, InspectionAction? recordedBy, string what)
        : base(
            recordedBy is null ? NotAtAll : Otherwise,
            recordedBy is null ? $"Take back: {what}" : $"Correct: {what}",
            recordedBy is null
                ? "It is taken back; whoever had been told of it is told so"
                : "It is corrected; whoever had been told of it is told what is right")
    {
        (_wrong, _recordedBy) = (wrong, recordedBy);
    }

    /// <summary>The correction of one entry; null where the entry is not one that can be corrected in this way.</summary>
    /// <param name="view">The inspection.</param>
    /// <param name="seq">Position of the entry.</param>
    /// <param name="key"><see cref="Otherwise"/> or <see cref="NotAtAll"/>.</param>
    public static CorrectFact? Of(InspectionView view, int seq, string key)
    {
        if (view.Case.Recorded.ElementAtOrDefault(seq - 1) is not { } wrong || !CorrectionRules.CanBeCorrected(wrong))
        {
            return null;
        }

        var what = EventSentence.Of(wrong.Event, view.Case.Edition, view.Case.RaisedNotices, view.Case.Type).Title;
        return key switch
        {
            NotAtAll => new CorrectFact(wrong, recordedBy: null, what),
            Otherwise when All.FirstOrDefault(action => action.Records == wrong.Event.GetType()) is { } action => new CorrectFact(wrong, action, what),
            _ => null,
        };
    }

    /// <summary>Whether an entry can be mended by saying what happened otherwise: there is one action that records its kind.</summary>
    public static bool CanSayOtherwise(RecordedEvent recorded) => All.Any(action => action.Records == recorded.Event.GetType());

    /// <summary>The banner, by the key in the address.</summary>
    public static string? DoneWords(string? key) => key switch
    {
        Otherwise => "The entry is corrected; whoever had been told of it is told what is right",
        NotAtAll => "The entry is taken back; whoever had been told of it is told so",
        _ => null,
    };

    public override int? PaperOf => _wrong.Seq;

    public override string? WhyNot(InspectionView view) => null;

    public override IEnumerable<(string Name, string Value)> AnswersOf(Fact fact, InspectionCase @case) => [];

    public override IReadOnlyList<Question> Asks(InspectionView view) =>
    [
        .. from question in _recordedBy?.Asks(view) ?? []
           where question.Name != Reasons.Private.Name
           select AsRecorded(question, view),
        .. _recordedBy is null && HangingOn(view, instead: null) is { Count: > 0 } hanging
            ? [new ChoicesQuestion(Others, "Other entries hang on it", What: null, [new Choice(Yes, $"Take back as well: {string.Join("; ", hanging.Select(entry => Name(view, entry)))}")])
                {
                    Hint = "They could not have been recorded without it. To put one of them right instead, correct it first",
                    Short = "Other entries",
                }]
            : Array.Empty<Question>(),
        Because,
        Reasons.Private,
    ];

    /// <summary>The entries that could not have been recorded with what is answered, in order.</summary>
    public IReadOnlyList<RecordedEvent> HangingOn(Answers answers) => HangingOn(answers.View, Instead(answers, answers.View.Case, answers.View.Plan));

    /// <summary>An entry as the history tells it, with its day.</summary>
    public static string Name(InspectionView view, RecordedEvent entry) =>
        $"{EventSentence.Of(entry.Event, view.Case.Edition, view.Case.RaisedNotices, view.Case.Type).Title}, {LondonTime.ShowShort(((Fact)entry.Event).On)}";

    /// <summary>Where an entry is corrected.</summary>
    public static string AddressOf(InspectionView view, RecordedEvent entry) => view.Address($"correct/{entry.Seq}/{(CanSayOtherwise(entry) ? Otherwise : NotAtAll)}");

    private IReadOnlyList<RecordedEvent> HangingOn(InspectionView view, Fact? instead) =>
        CorrectionRules.HangingOn(view.Case, view.Plan, _wrong.Seq, instead, view.Now);

    /// <summary>The answers as they stand recorded: whoever puts one of them right does not have to type the others anew.</summary>
    public Answers Fill(Answers answers)
    {
        if (_recordedBy is not { } action)
        {
            return answers;
        }

        var (stands, recorded) = (Stands(answers.View.Case), new List<(string Name, string Value)>());
        foreach (var question in action.Asks(answers.View))
        {
            recorded.AddRange(question switch
            {
                DateQuestion { IsToday: true } day => DateQuestion.AnswersOf(day.Name, stands.On),
                TimeQuestion time => [(time.Name, TimeQuestion.AsTyped(stands.HappenedAt))],
                _ => [],
            });
        }

        return answers with
        {
            RecordedAt = stands.HappenedAt,
            Recorded = recorded.Concat(action.AnswersOf(stands, answers.View.Case)).ToLookup(answer => answer.Name, answer => answer.Value),
        };
    }

    // As it was corrected last; what was taken back, as it was recorded.
    private Fact Stands(InspectionCase @case) => @case.Events[_wrong.Seq - 1].Event as Fact ?? (Fact)_wrong.Event;

    // What came in is on no list of what is outstanding; and it is one item that is put right.
    private Question AsRecorded(Question question, InspectionView view) => question switch
    {
        FileQuestion file => file with { Hint = $"A paper that was put to the entry is withdrawn with this correction: choose the right one here. {file.Hint}" },
        ChoicesQuestion items when Stands(view.Case) is ItemReceived { Item: var item } => new ChoiceQuestion(
            items.Name, "Which item is in?", "the item that came in", [new Choice(item, ItemWords.Show(item, view.Case)), .. items.Choices]),
        _ => question,
    };

    protected override IReadOnlyList<BuildFact> Facts(Answers answers) =>
    [
        (@case, plan, now) =>
            CorrectionRules.Of(
                @case, plan, _wrong.Seq, Instead(answers, @case, plan), answers.Text(Because.Name), now, answers[Others] == Yes),
    ];

    // A reason that is put right does not pause or withdraw anew: what is recorded as it happens, and not with a day, keeps its moment. Of going on there is
    // nothing else to say: what was taken back stands again as it was.
    private Fact? Instead(Answers answers, InspectionCase @case, Timetable plan) => Stands(@case) switch
    {
        _ when _recordedBy is null => null,
        InspectionResumed resumed => resumed,
        var stands => _recordedBy.Request(answers).Facts[0](@case, plan, stands.HappenedAt),
    };

    protected override EventSentence? Told(InspectionEvent happened, FrameworkEdition edition) => null;
}
