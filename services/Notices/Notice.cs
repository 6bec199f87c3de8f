using AreaSend.Core.Calendars;
using AreaSend.Core.Inspections;
using AreaSend.Core.Notices;
using AreaSend.Core.Timetables;
using NodaTime;

namespace AreaSend.Services.Notices;

/// <summary>What a template writes from: the request, read the way a notice speaks.</summary>
public sealed class Notice
{
    private readonly NoticeRequest request;
    private readonly NoticeSubject subject;

    internal Notice(NoticeRequest request, NoticeOptions links)
    {
        this.request = request;
        subject = new NoticeSubject(request);
        Links = links;
    }

    /// <summary>What stands outside this site.</summary>
    public NoticeOptions Links { get; }

    /// <summary>The role it goes to.</summary>
    public RecipientRole To => request.To;

    /// <summary>The recipient's own name.</summary>
    public string RecipientName => request.RecipientName;

    /// <summary>Name of the local area.</summary>
    public string Area => request.AreaName;

    /// <summary>Name of the integrated care board.</summary>
    public string Icb => request.IcbName;

    /// <summary>The case as it stood when the notice was raised.</summary>
    public InspectionCase Case => request.Case;

    /// <summary>Who signs it.</summary>
    public string Sender => NoticeMailboxes.IsFromCqc(request.Template, To) ? NoticeMailboxes.Cqc : NoticeMailboxes.Ofsted;

    /// <summary>It is meant for the nominated officer, and comes to the director because there is none yet.</summary>
    public bool WantsLano => To == RecipientRole.Dcs && Case.Lano is null && NoticeMatrix.Rows.Any(row =>
        row.Template == request.Template
        && row.To.Contains(RecipientRole.Lano)
        && (!row.To.Contains(RecipientRole.Dcs) || row.Template == "annex-a-overdue"));

    /// <summary>Where the recipient finds the inspection on this site; null for those who have no door to it.</summary>
    public Uri? Site => To switch
    {
        RecipientRole.Lano => request.SignIn ?? Page("lano"),
        RecipientRole.LeadInspector => Page($"inspections/{request.Inspection}"),
        _ => null,
    };

    /// <summary>Where a nominated officer asks for a link.</summary>
    public Uri NewLink => Page("lano/sign-in");

    /// <summary>N, happened or planned.</summary>
    public string NotificationDay => $"{LondonTime.Show(request.Plan.NotificationDay)} (fixed)";

    /// <summary>The steps that the notice is about.</summary>
    public IReadOnlyList<PlannedStep> About => subject.Steps();

    /// <summary>The report may be read by anyone. Before that nothing is said that would give its outcome away.</summary>
    public bool IsPublished => Case.Met.ContainsKey(Steps.Publication);

    /// <summary>The dates that moved, in words that do not give the outcome of an unpublished report away.</summary>
    public IReadOnlyList<MovedDateInWords> Moved => MovedDateInWords.Of(this, MovingFact);

    /// <summary>What moved dates.</summary>
    public Fact MovingFact => subject.Fact<Fact>(fact => fact is InspectionResumed or DeadlineOverridden or CalendarChanged or PublicationHeld or PublicationHoldLifted) ?? throw Lacks("a fact that moves dates");

    /// <summary>The step with this key, or null where the outcome rules it out.</summary>
    public PlannedStep? Step(string key) => request.Plan.Find(key);

    /// <summary>When a step is due, and how certain that is: <c>Tuesday 9 September 2025, 11am (fixed)</c>.</summary>
    public string When(string key) => Step(key) is { } step ? When(step) : "no date";

    /// <inheritdoc cref="When(string)"/>
    public static string When(PlannedStep step) => step.DueDate is not { } date
        ? step.Held ? "no date while a complaint is open" : "no date yet"
        : $"{Day(step, date)} ({Certain(step)})";

    internal static string Certain(PlannedStep step) => step.Certainty == Certainty.Fixed ? "fixed" : "forecast";

    /// <summary>A date of a step, with the clock time of its rule: <c>Tuesday 9 September 2025, 11am</c>.</summary>
    public static string Day(PlannedStep step, LocalDate date) =>
        LondonTime.Show(date) + (step.Definition.Due.By is { } time ? $", {LondonTime.Show(time)}" : "");

    /// <summary>When a step is due, without its certainty, for subjects: the body says it in full.</summary>
    internal string Date(string key) => Step(key) is { DueDate: { } date } step ? Day(step, date) : "a date to come";

    /// <summary>The deadline that the notice is about, after a word; nothing where it is about none.</summary>
    internal string AboutDate(string word) => About is [{ DueDate: { } date } step, ..] ? $"{word} {Day(step, date)}" : "";

    /// <summary>The day on which something happened.</summary>
    public static string On(Fact fact) => LondonTime.Show(fact.On);

    /// <summary>The fact that the notice was raised for, or the last of its kind.</summary>
    /// <exception cref="InvalidOperationException">The case has none: the notice is not owed, and a preview has to foresee the fact first.</exception>
    public TFact Fact<TFact>()
        where TFact : Fact => Find<TFact>() ?? throw Lacks(typeof(TFact).Name);

    /// <summary>The fact that the notice was raised for, or the last of its kind; null when there is none.</summary>
    public TFact? Find<TFact>()
        where TFact : Fact => subject.Fact<TFact>();

    private InvalidOperationException Lacks(string fact) => new($"The notice {request.Template} tells of {fact}, and the case has none.");

    private Uri Page(string path) => new($"{request.SiteAddress.ToString().TrimEnd('/')}/{path}");
}
