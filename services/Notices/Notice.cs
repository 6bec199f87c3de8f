using AreaSend.Core.Calendars;
using AreaSend.Core.Inspections;
using AreaSend.Core.Notices;
using AreaSend.Core.Rules;
using AreaSend.Core.Timetables;
using NodaTime;

namespace AreaSend.Services.Notices;

/// <summary>What a template writes from: the request, read the way a notice speaks.</summary>
public sealed class Notice
{
    private const string NotBefore = "not before ";

    private readonly NoticeRequest _request;

    internal Notice(NoticeRequest request, NoticeOptions links)
    {
        _request = request;
        Links = links;
    }

    /// <summary>What stands outside this site.</summary>
    public NoticeOptions Links { get; }

    /// <summary>The role that it is written for: a deputy reads what the officer reads.</summary>
    public RecipientRole To => _request.To.InWhosePlace();

    /// <summary>The role it goes to.</summary>
    public RecipientRole Recipient => _request.To;

    /// <summary>It goes to a deputy, beside what goes to the officer; invitations and links are each their own.</summary>
    public bool IsCopy => To != Recipient && !CarriesLink;

    /// <summary>The recipient's own name.</summary>
    public string RecipientName => _request.RecipientName;

    /// <summary>Name of the local area.</summary>
    public string Area => _request.AreaName;

    /// <summary>Name of the integrated care board.</summary>
    public string Icb => _request.IcbName;

    /// <summary>The case as the notice tells it.</summary>
    public InspectionCase Case => _request.Case;

    /// <summary>What the inspection is called, before "of" its area: <c>area SEND inspection</c>.</summary>
    public string Inspection => Case.Type.Name;

    /// <summary>What it is called when it has been named: <c>inspection</c>, <c>visit</c>.</summary>
    public string Noun => Case.Type.Noun;

    /// <summary>What it ends in, for a sentence: <c>report</c>, <c>letter</c>.</summary>
    public string Product => Case.Type.Product.Show();

    /// <summary>What is said of a report, said of what this inspection ends in.</summary>
    public string Say(string words) => Case.Type.Product.Say(words);

    /// <summary>Who leads the inspection; null while nobody is named.</summary>
    public LeadInspector? Lead => _request.Lead;

    /// <summary>Who leads it for the Care Quality Commission; null while nobody is named.</summary>
    public LeadInspector? CqcLead => _request.CqcLead;

    /// <summary>Name of who coordinates it; null while nobody does.</summary>
    public string? Coordinator => _request.Coordinator;

    /// <summary>How to reach the lead inspector, for a sentence: <c>call the lead inspector, Zoë Example, on 0300 000 0000</c>.</summary>
    public string ReachLead => Lead switch
    {
        { Telephone: { } number } lead => $"call the lead inspector, {lead.Name}, on {number}",
        { } lead => $"reply to this e-mail and ask that the lead inspector, {lead.Name}, call you",
        null => "reply to this e-mail and ask that an inspector call you",
    };

    /// <summary>Who signs it.</summary>
    public string Sender => NoticeMailboxes.NameOf(_request.Line?.From ?? Actor.Ofsted);

    /// <summary>It is meant for the nominated officer, and comes to the director because there is none yet.</summary>
    public bool WantsLano => To == RecipientRole.Dcs && Case.Lano is null && NoticeMatrix.Of(Case).Any(row =>
        row.Template == _request.Template && row.To.Contains(RecipientRole.Lano) && !row.To.Contains(RecipientRole.Dcs));

    /// <summary>Where the recipient finds the inspection on this site; null for those who cannot sign in to it.</summary>
    public Uri? Site => To switch
    {
        RecipientRole.Lano => _request.SignIn ?? Page("lano"),
        RecipientRole.LeadInspector => Page($"inspections/{_request.Inspection}"),
        _ => null,
    };

    /// <summary>Where a leader or the forum follows the inspection; null for everybody else.</summary>
    public Uri? LeadersPage => RecipientRoles.Leaders.Contains(To) ? _request.SignIn ?? Page("leaders") : null;

    /// <summary>The e-mail is one that brings its recipient a link of their own, or shows where it would stand.</summary>
    public bool CarriesLink => _request.Line is { CarriesLink: true } row && row.To.Contains(To);

    /// <summary>Where the recipient asks for a link.</summary>
    public Uri NewLink => Page(To == RecipientRole.Lano ? "lano/sign-in" : "leaders/sign-in");

    /// <summary>The day on which it should have been sent, where it is written on a later one; null for what goes out in time.</summary>
    public LocalDate? LateSince => LateNotices.IsLate(_request.RaisedAt, _request.Now) ? LondonTime.DateOf(_request.RaisedAt) : null;

    /// <summary>It repeats an e-mail of an earlier day.</summary>
    public bool IsAgain => _request.IsAgain && LateSince is not null;

    /// <summary>The London day on which it is written.</summary>
    public LocalDate Today => LondonTime.DateOf(_request.Now);

    /// <summary>N, happened or planned.</summary>
    public LocalDate NotificationDay => _request.Plan.NotificationDay;

    /// <summary>The steps that the notice is about; a notice without any (a preview) is about the next deadline that is open.</summary>
    public IReadOnlyList<PlannedStep> About => [.. Planned(_request.About.Count > 0 ? _request.About : Foreseen())];

    /// <summary>What of Annex A is overdue at the moment of writing: a late notice speaks of all of it at once.</summary>
    public IReadOnlyList<PlannedStep> Overdue => LateSince is null
        ? About
        : [.. Planned(Case.Asks.Steps.Concat(Case.Annex.Extra.Keys)).Where(step => Passed(step) && IsOwed(step))];

    /// <summary>The invitation leaves at the same moment, and lists what of Annex A is outstanding: two e-mails do not carry one list.</summary>
    public bool IsListedInInvitation =>
        _request.Alongside.Any(other => NoticeTemplates.Find(other, Case.Type.Key)?.Component == typeof(Templates.LanoInvitation));

    /// <summary>The report may be read by anyone. Before that nothing is said that would give its outcome away.</summary>
    public bool IsPublished => Case.Met.ContainsKey(Steps.Publication);

    /// <summary>Whether what a paper is the paper of came after its deadline.</summary>
    public bool IsLate(PaperFiled filed) => PaperKind.Find(filed.Paper) is { } kind && HandIn.CameLate(Case, _request.Plan, kind);

    /// <summary>Where a paper is for those whose it is, at the beginning of a sentence; null where none is on the site and none is on its way there.</summary>
    public string? OnSite(PaperKind kind)
    {
        List<PaperState> states = [.. FiledPaper.All(Case).Where(paper => paper.Kind == kind && kind.Readers.Contains(To)).Select(paper => paper.State)];
        return states.Contains(PaperState.Given) ? $"It is on the site, on your page of the {Noun}"
            : states.Contains(PaperState.BeingChecked) ? $"It comes to the site, on your page of the {Noun}, as soon as it has been checked"
            : null;
    }

    /// <summary>The dates that moved, in words that do not give the outcome of an unpublished report away.</summary>
    public IReadOnlyList<MovedDateInWords> Moved => MovedDateInWords.Of(this, MovingFact);

    /// <summary>What moved dates.</summary>
    public Fact MovingFact =>
        Find<Fact>(fact => MovedDates.Kinds.Contains(fact.GetType()))
        ?? throw Lacks("a fact that moves dates");

    /// <summary>The step with this key, or null where the outcome rules it out.</summary>
    public PlannedStep? Step(string key) => _request.Plan.Find(key);

    /// <summary>Whether a step's deadline has passed when the notice is written. During a pause none passes.</summary>
    public bool Passed(PlannedStep step) => step.Due <= (Case.Paused?.HappenedAt ?? _request.Now);

    /// <inheritdoc cref="Passed(PlannedStep)"/>
    public bool Passed(string key) => Step(key) is { } step && Passed(step);

    /// <summary>Whether the on-site days are over, for what a late notice says of them.</summary>
    public bool IsOver => Case.HasHappened(Anchor.OnSiteEnds);

    /// <summary>What of these steps is still owed: it is outstanding, and has not stopped being owed with the on-site days.</summary>
    public bool IsOwed(PlannedStep step) => Case.Outstanding(step.Key).Any() && !Case.NotReceived.ContainsKey(step.Key);

    /// <summary>How many working days the edition gives for a step, for a sentence: <c>35 working days</c>.</summary>
    /// <exception cref="InvalidOperationException">The kind of inspection counts none for it.</exception>
    public string WorkingDays(string key) => Case.Rows.FirstOrDefault(row => row.Key == key)?.Due is WorkingDaysAfter { Count: var count }
        ? WorkingDayCalendar.InWords(count)
        : throw new InvalidOperationException($"No working days are counted for '{key}'.");

    /// <summary>Whether a step lies ahead: it is not done, can be done, and its day has not passed.</summary>
    public bool LiesAhead(string key) => Step(key) is { Met: null, DueDate: not null } step && !Passed(step) && !step.IsClosedIn(Case);

    /// <summary>
    /// By when somebody who reads this can still do something: <c>by Tuesday 9 September 2025, 11am (fixed)</c>; where that has passed,
    /// <c>as soon as possible (it was due by …)</c>, and in a late e-mail a day that can still be met.
    /// </summary>
    public string By(string key) => Step(key) is not { } step ? "by a date to come" : By(step);

    /// <inheritdoc cref="By(string)"/>
    public string By(PlannedStep step) => step.DueDate is not { } date ? $"by {When(step)}"
        : StillBy(step) is { } day ? $"as soon as possible, and by {Day(step, day)} at the latest (it was due by {Day(step, date)})"
        : Passed(step) ? $"as soon as possible (it was due by {Day(step, date)})"
        : When(step) is var when && (when.StartsWith("by ", StringComparison.Ordinal) || when.StartsWith(NotBefore, StringComparison.Ordinal)) ? when
        : $"by {when}";

    /// <summary>
    /// When a step is due, and how certain that is: <c>Tuesday 9 September 2025, 11am (fixed)</c>; <c>by Thursday 16 October 2025</c> where the handbook sets
    /// the last day.
    /// </summary>
    public string When(string key) => Step(key) is { } step ? When(step) : "no date";

    /// <inheritdoc cref="When(string)"/>
    public string When(PlannedStep step) => step.DueDate is not { } date
        ? step.Held ? "no date while a complaint is open" : "no date yet"
        : IsStopped(step) ? $"a date that we tell you when the {Noun} goes on"
        : Dated(step, date);

    /// <summary>During a pause nothing that is open has a date that can be told: it is given back the days that it had left (¶ 80).</summary>
    internal bool IsStopped(PlannedStep step) => Case.Paused is not null && step is { Met: null, Definition.Due: not MonthsAfter } && !Passed(step);

    /// <summary>When a step is due, for a table of dates: what is done or past says so instead of its certainty.</summary>
    public string Stands(PlannedStep step) => step switch
    {
        { Met: { } met } => $"{LondonTime.Show(LondonTime.DateOf(met.At))} (done)",
        { DueDate: { } date } when StillBy(step) is { } day => $"by {Day(step, day)} at the latest (it was due by {Day(step, date)})",
        { DueDate: { } date } when Passed(step) => $"{Day(step, date)} (passed)",
        _ => When(step),
    };

    /// <summary>
    /// What a late e-mail asks for in place of an hour that has passed: the next working day at that hour, as the handbook gives from the notification on
    /// (¶ 84). Null where nothing passed, and where the area could not meet it either.
    /// </summary>
    private LocalDate? StillBy(PlannedStep step) =>
        LateSince is not null && step is { Met: null, Definition: { Actor: Actor.LocalArea, Due.By: not null } }
            && Passed(step) && !IsOver && Case.Paused is null
            ? _request.Plan.Calendar.Plus(Today, 1)
            : null;

    /// <summary>A date of a step with its certainty.</summary>
    internal static string Dated(PlannedStep step, LocalDate date) =>
        step is { NotBefore: true, Met: null } && date == step.DueDate
            ? $"{NotBefore}{Day(step, date)}{(step.Certainty == Certainty.Fixed ? "" : " (forecast)")}"
        : IsLastDay(step) && step.Met is null
            ? $"by {Day(step, date)}{(step.Certainty == Certainty.Fixed ? "" : " (forecast)")}"
            : $"{Day(step, date)} ({(step.Certainty == Certainty.Fixed ? "fixed" : "forecast")})";

    /// <summary>What inspectorates do within a time of the handbook's (¶ 20, 136 to 138): its date is the last day, not the day.</summary>
    private static bool IsLastDay(PlannedStep step) =>
        step.Definition is { DoneBy: DoneBy.Record, Actor: Actor.Ofsted or Actor.OfstedAndCqc } or { Due: MonthsAfter };

    /// <summary>A date of a step, with the clock time of its rule: <c>Tuesday 9 September 2025, 11am</c>.</summary>
    public static string Day(PlannedStep step, LocalDate date) => Day(step.Definition, date);

    /// <summary>A date of a row, with the clock time of its rule.</summary>
    internal static string Day(StepDefinition row, LocalDate date) => LondonTime.Show(date) + (row.Due.By is { } time ? $", {LondonTime.Show(time)}" : "");

    /// <summary>When a step is due, without its certainty, for subjects: the body says it in full.</summary>
    internal string Date(string key) => Step(key) is { DueDate: { } date } step && !IsStopped(step) ? Day(step, date) : "a date to come";

    /// <summary>The deadline that the notice is about, after a word; nothing where it is about none, or several.</summary>
    internal string AboutDate(string word) =>
        About is [{ DueDate: { } date } step, ..] about && about.All(other => other.Due == step.Due) ? $"{word} {Day(step, date)}" : "";

    /// <summary>The day on which something happened.</summary>
    public static string On(Fact fact) => LondonTime.Show(fact.On);

    /// <summary>The pause that an inspection went on after.</summary>
    public InspectionPaused? PauseBefore(InspectionResumed resumed) =>
        Case.Events.Select(recorded => recorded.Event).TakeWhile(happened => !ReferenceEquals(happened, resumed)).OfType<InspectionPaused>().LastOrDefault();

    /// <summary>The fact that the notice was raised for, or the last of its kind.</summary>
    /// <exception cref="InvalidOperationException">The case has none: the notice is not owed, and a preview has to foresee the fact first.</exception>
    public TFact Fact<TFact>()
        where TFact : Fact => Find<TFact>() ?? throw Lacks(typeof(TFact).Name);

    /// <summary>The fact that the notice was raised for, or the last of its kind; null when there is none.</summary>
    public TFact? Find<TFact>(Func<TFact, bool>? such = null)
        where TFact : Fact => Facts(such).FirstOrDefault() ?? Case.Events.Select(recorded => recorded.Event).OfType<TFact>().LastOrDefault(such ?? (_ => true));

    /// <summary>The facts that the notice was raised for, in order; the last of their kind, where it was raised for none.</summary>
    /// <exception cref="InvalidOperationException">The case has none.</exception>
    public IReadOnlyList<TFact> All<TFact>()
        where TFact : Fact => Facts<TFact>(such: null).ToList() is { Count: > 0 } facts ? facts : [Fact<TFact>()];

    private IEnumerable<TFact> Facts<TFact>(Func<TFact, bool>? such)
        where TFact : Fact =>
        _request.Because.Where(seq => seq <= Case.Events.Count).Select(seq => Case.Events[seq - 1].Event).OfType<TFact>().Where(such ?? (_ => true));

    private IEnumerable<PlannedStep> Planned(IEnumerable<string> keys) =>
        keys.Select(_request.Plan.Find).OfType<PlannedStep>().Where(step => step.DueDate is not null);

    private IEnumerable<string> Foreseen()
    {
        var rows = NoticeMatrix.Of(Case).Where(row => row.Template == _request.Template);
        List<PlannedStep> open = [.. Planned(rows.SelectMany(row => row.StepsIn(Case)).Distinct()).Where(step => step.Met is null)];
        return open.Where(step => step.Due == open.Min(other => other.Due)).Select(step => step.Key);
    }

    private InvalidOperationException Lacks(string fact) => new($"The notice {_request.Template} tells of {fact}, and the case has none.");

    private Uri Page(string path) => new($"{_request.SiteAddress.ToString().TrimEnd('/')}/{path}");
}
