using AreaSend.Core;
using AreaSend.Core.Inspections;
using AreaSend.Core.Timetables;
using AreaSend.Services.Areas;
using AreaSend.Services.Mail;
using AreaSend.Web.Components.Forms;
using NodaTime;
using NodaTime.Text;

namespace AreaSend.Web.Planning;

/// <summary>What somebody typed to plan an inspection.</summary>
internal sealed class PlanForm : GroundsForm
{
    public const string Commit = "plan";
    public const string FollowsOutcome = "outcome";
    public const string AtDiscretion = "discretion";

    public string? Area { get; set; }

    /// <summary>Key of the kind of inspection; a full one where nothing was chosen.</summary>
    public string? Kind { get; set; }

    /// <summary>The answers of a kind that asks what a kind before it in the list asks too, by its key: a browser sends both.</summary>
    public Dictionary<string, GroundsForm> Of { get => field ??= []; set; }

    /// <summary>Ticked where the areas that were typed are meant to stand in the place of those on record.</summary>
    public string[]? Replaces { get; set; }

    public DateParts OnSite { get => field ??= new(); set; }

    /// <summary>Left empty for the kind's own number of days.</summary>
    public DateParts OnSiteEnds { get => field ??= new(); set; }

    public string? LeadName { get; set; }

    public string? LeadEmail { get; set; }

    public string? LeadTelephone { get; set; }

    /// <summary>Which button was pressed.</summary>
    public string? Intent { get; set; }

    /// <summary>The plan whose preview was on the page, so that nobody commits to what they have not seen.</summary>
    public string? Previewed { get; set; }

    /// <summary>The inspection's identifier to be, so that a form sent twice plans one inspection.</summary>
    public Guid? Id { get; set; }

    /// <summary>The name before those of the fields that ask for the grounds of a kind.</summary>
    public static string NameOf(InspectionType kind, IEnumerable<InspectionType> kinds) =>
        IsFirstToAsk(kind, kinds) ? "Form" : $"Form.{nameof(Of)}[{kind.Key}]";

    /// <summary>The answers of a kind.</summary>
    public GroundsForm AnswersOf(InspectionType kind, IEnumerable<InspectionType> kinds)
    {
        if (IsFirstToAsk(kind, kinds))
        {
            return this;
        }

        if (!Of.TryGetValue(kind.Key, out var answers))
        {
            Of[kind.Key] = answers = new();
        }

        return answers;
    }

    private static bool IsFirstToAsk(InspectionType kind, IEnumerable<InspectionType> kinds) =>
        kinds.FirstOrDefault(other => other.Result == kind.Result)?.Key == kind.Key;

    /// <summary>What was meant, or null after saying at each field what to put right.</summary>
    /// <param name="kinds">The kinds of inspection that there are: what each asks for follows from how its result is formed.</param>
    /// <param name="errors">Where it is said.</param>
    public PlanRequest? Read(IReadOnlyList<InspectionType> kinds, FormErrors errors)
    {
        var area = LocalAuthorities.Find(Area ?? "");
        if (area is null)
        {
            errors.Add("Form.Area", "Select a local area");
        }
        else if (Sight.Current.WhyNot(area.Code) is { } outside)
        {
            errors.Add("Form.Area", outside.TrimEnd('.'));
        }

        var kind = kinds.Count == 1 ? kinds[0] : kinds.FirstOrDefault(kind => kind.Key == (Kind ?? InspectionKind.Full));
        if (kind is null)
        {
            errors.Add("Form.Kind", "Select the kind of inspection");
        }

        var onSite = OnSite.Read("Form.OnSite", "First on-site day", errors);
        var ends = OnSiteEnds.IsEmpty ? null : OnSiteEnds.Read("Form.OnSiteEnds", "Last on-site day", errors);
        var lead = ReadLead(errors);
        var telephone = errors.Telephone("Form.LeadTelephone", LeadTelephone);
        var (monitoring, revisit) = kind is null ? (null, null) : ReadGrounds(kind, NameOf(kind, kinds), AnswersOf(kind, kinds), errors);
        return errors.Any ? null : new PlanRequest(area!, kind!.Key, onSite!.Value, ends, lead, telephone)
        {
            Monitoring = monitoring, Revisit = revisit,
        };
    }

    private static (MonitoringAnswer? Monitoring, RevisitGrounds? Revisit) ReadGrounds(
        InspectionType kind, string name, GroundsForm answers, FormErrors errors) => kind.Result switch
        {
            ResultForm.PriorityAreas => (ReadMonitoring(kind, name, answers, errors), null),
            ResultForm.Weaknesses => (null, ReadRevisit(name, answers, errors)),
            _ => (null, null),
        };

    private static MonitoringAnswer ReadMonitoring(InspectionType kind, string name, GroundsForm answers, FormErrors errors)
    {
        var what = kind.Title.Small().WithArticle();
        if (answers.Grounds is not (FollowsOutcome or AtDiscretion))
        {
            errors.Add($"{name}.{nameof(Grounds)}", $"Select why there is {what}");
        }

        var reason =
            answers.Grounds == AtDiscretion
                ? errors.Text($"{name}.{nameof(Reason)}", answers.Reason, $"the reason for {what} that no outcome demands,", RequiredText.Passage)
                : null;
        return new MonitoringAnswer(reason, Lines.Of(answers.PriorityAreas));
    }

    private static RevisitGrounds? ReadRevisit(string name, GroundsForm answers, FormErrors errors) =>
        answers.StatementFit.Read($"{name}.{nameof(StatementFit)}", "Day on which the written statement of action was declared fit for purpose", errors) is { } day
            ? new RevisitGrounds(day, Lines.Of(answers.Weaknesses))
            : null;

    private Mailbox? ReadLead(FormErrors errors) =>
        string.IsNullOrWhiteSpace(LeadName) && string.IsNullOrWhiteSpace(LeadEmail) && string.IsNullOrWhiteSpace(LeadTelephone)
            ? null
            : new Mailbox(
                errors.Text("Form.LeadName", LeadName, "the lead inspector's name"),
                errors.Address("Form.LeadEmail", LeadEmail, "the lead inspector's e-mail address"));
}

/// <summary>The same, read and found good.</summary>
/// <param name="Area">The local area.</param>
/// <param name="Kind">Key of the kind of inspection.</param>
/// <param name="OnSiteStarts">S, the first on-site day.</param>
/// <param name="OnSiteEnds">E, the last on-site day, where it is not the usual one.</param>
/// <param name="Lead">The lead inspector, where known.</param>
/// <param name="LeadTelephone">The number on which the area can call them, where known.</param>
public sealed record PlanRequest(LocalAuthority Area, string Kind, LocalDate OnSiteStarts, LocalDate? OnSiteEnds, Mailbox? Lead, string? LeadTelephone)
{
    /// <summary>Of a monitoring inspection: why there is one; null for other kinds.</summary>
    public MonitoringAnswer? Monitoring { get; init; }

    /// <summary>Of a re-visit: what it looks at; null for other kinds.</summary>
    public RevisitGrounds? Revisit { get; init; }

    /// <summary>Tells one plan from another, for <see cref="PlanForm.Previewed"/>.</summary>
    public string Mark =>
        $"{Area.Code} {Kind} {LocalDatePattern.Iso.Format(OnSiteStarts)} {OnSiteEnds:uuuu-MM-dd} {Lead?.Name} {Lead?.Address} {LeadTelephone} {Monitoring?.Reason} {string.Join(' ', Monitoring?.Areas ?? Revisit?.Weaknesses ?? [])} {Revisit?.StatementFit:uuuu-MM-dd}".Trim();
}

/// <summary>Why somebody plans a monitoring inspection.</summary>
/// <param name="Reason">At discretion: why; null where an outcome demands it.</param>
/// <param name="Areas">What it looks at, as far as it was typed.</param>
public sealed record MonitoringAnswer(string? Reason, IReadOnlyList<string> Areas);
