using System.Globalization;
using AreaSend.Core.Calendars;
using AreaSend.Core.Inspections;
using AreaSend.Core.Notices;
using AreaSend.Core.Timetables;
using AreaSend.Services.Mail;
using AreaSend.Services.Store;
using AreaSend.Web.Components.Forms;
using NodaTime;
using NodaTime.Text;

namespace AreaSend.Web.Inspections.Actions;

/// <summary>What somebody typed to record an action: text, as it came. Which fields count, the action's <see cref="AskFor"/> says.</summary>
public sealed class RecordForm
{
    public const string Confirm = "confirm";
    public const string Change = "change";

    private static readonly LocalTimePattern[] Clock =
        [.. new[] { "H:mm", "h:mmtt", "htt", "h:mm tt", "h tt", "H.mm", "h.mmtt" }.Select(LocalTimePattern.CreateWithInvariantCulture)];

    // The binder leaves null where nothing was posted.
    public DateParts Day { get => field ??= new(); set; }

    public string? Time { get; set; }

    public string? Reason { get; set; }

    public string? Outcome { get; set; }

    public string? PrincipalAuthority { get; set; }

    public string? Separate { get; set; }

    public string? Link { get; set; }

    public string? Missing { get; set; }

    public string? Name { get; set; }

    public string? Email { get; set; }

    public string[]? Items { get; set; }

    public string? Children { get; set; }

    public string? Step { get; set; }

    public DateParts Due { get => field ??= new(); set; }

    public string? Granted { get; set; }

    /// <summary>Which button was pressed: null for the form's own.</summary>
    public string? Intent { get; set; }

    /// <summary>What the preview on the page showed, so that nobody confirms what they have not seen.</summary>
    public string? Previewed { get; set; }

    /// <summary>What was meant, or null after saying at each field what to put right.</summary>
    public RecordRequest? Read(InspectionAction action, InspectionView view, FormErrors errors)
    {
        var at = action.Fields.HasFlag(AskFor.Day) ? ReadMoment(action, view.Now, errors) : view.Now;
        var person = action.Fields.HasFlag(AskFor.Person) ? ReadPerson(errors) : null;
        var named = at is { } since && person is not null ? Person.With(RecipientRole.Lano, person, view.Id, LondonTime.DateOf(since)) : null;
        var facts = at is { } moment ? Facts(action, view, moment, named, errors) : [];
        return errors.Any ? null : new RecordRequest(facts, named);
    }

    private IReadOnlyList<BuildFact> Facts(InspectionAction action, InspectionView view, Instant at, Person? person, FormErrors errors)
    {
        var reason = action.Fields.HasFlag(AskFor.Reason) ? errors.Text("Form.Reason", Reason, "a reason", RequiredText.Passage) : "";
        return action.Key switch
        {
            "lano-nominated" => [(_, _, _) => new LanoNominated(at, person?.Id ?? Guid.Empty)],
            "items-received" => ReadItems(at, errors),
            "children-selected" => ReadChildren(at, errors),
            "draft-shared" => [(_, _, _) => new DraftReportShared(at)],
            "comments-received" => [(_, _, _) => new CommentsReceived(at)],
            "final-shared" => ReadOutcome(at, errors),
            "complaint-received" => [(_, _, _) => new ComplaintReceived(at)],
            "complaint-resolved" => [(_, _, _) => new ComplaintWasResolved(at)],
            "published" => One(errors.Text("Form.Link", Link, "the web address of the report", RequiredText.Passage), link => new ReportPublished(at, link)),
            "plan-received" => [(_, _, _) => new PlanReceived(at)],
            "plan-returned" => One(errors.Text("Form.Missing", Missing, "what the plan lacks", RequiredText.Passage), missing => new PlanReturned(at, missing)),
            "plan-confirmed" => [(_, _, _) => new PlanWasConfirmed(at)],
            "plan-published" => [(_, _, _) => new PlanPublished(at)],
            "deadline" => ReadDeadline(view, reason, errors),
            "deferral-asked" => [(_, _, _) => new DeferralAsked(at, reason)],
            "deferral-decided" => ReadDecision(at, reason, errors),
            "paused" => [(_, _, now) => new InspectionPaused(now, reason)],
            "resumed" => [DateMoves.Resume],
            "withdrawn" => [(_, _, now) => new InspectionWithdrawn(now, reason)],
            _ => throw new InvalidOperationException($"No form reads {action.Key}."),
        };
    }

    private static IReadOnlyList<BuildFact> One(string text, Func<string, Fact> fact) => [(_, _, _) => fact(text)];

    private Instant? ReadMoment(InspectionAction action, Instant now, FormErrors errors)
    {
        var day = Day.Read("Form.Day", "Day it happened", errors);
        var wantsTime = action.Fields.HasFlag(AskFor.Moment);
        LocalTime? time = null;
        if (wantsTime && !string.IsNullOrWhiteSpace(Time))
        {
            time = Clock.Select(pattern => pattern.Parse(Time.Trim().Replace("am", "AM", StringComparison.OrdinalIgnoreCase).Replace("pm", "PM", StringComparison.OrdinalIgnoreCase)))
                .FirstOrDefault(parsed => parsed.Success)?.Value;
            if (time is null)
            {
                errors.Add("Form.Time", "Enter the time like 10:30am or 14:05");
            }
        }

        if (day is not { } date || errors.Any)
        {
            return null;
        }

        // Without a time, today is now, and a past day is taken at noon: only its date counts.
        var today = date == LondonTime.DateOf(now);
        if (wantsTime && time is null && !today)
        {
            errors.Add("Form.Time", "Enter the time it happened: the deadline has a clock time");
            return null;
        }

        return time is { } at ? LondonTime.At(date, at) : today ? now : LondonTime.At(date, new LocalTime(12, 0));
    }

    private Mailbox ReadPerson(FormErrors errors) =>
        new(errors.Text("Form.Name", Name, "the officer's name"), errors.Address("Form.Email", Email, "the officer's e-mail address"));

    private IReadOnlyList<BuildFact> ReadItems(Instant at, FormErrors errors)
    {
        if (Items is not { Length: > 0 })
        {
            errors.Add("Form.Items", "Select at least one item");
            return [];
        }

        return [.. Items.Select(item => (BuildFact)((_, _, _) => new ItemReceived(at, item)))];
    }

    private IReadOnlyList<BuildFact> ReadChildren(Instant at, FormErrors errors)
    {
        if (!int.TryParse(Children, NumberStyles.None, CultureInfo.InvariantCulture, out var children))
        {
            errors.Add("Form.Children", "Enter how many children and young people were selected, like 6");
        }

        return [(_, _, _) => new ChildrenSelected(at, children)];
    }

    private IReadOnlyList<BuildFact> ReadOutcome(Instant at, FormErrors errors)
    {
        if (!int.TryParse(Outcome, NumberStyles.None, CultureInfo.InvariantCulture, out var number))
        {
            errors.Add("Form.Outcome", "Select the outcome");
            return [];
        }

        var authority = number == 3 ? PrincipalAuthority?.Trim() : null;
        if (authority?.Length > RequiredText.Line)
        {
            errors.Text("Form.PrincipalAuthority", authority, "the name of the principal authority");
            return [];
        }

        var outcome = Core.Inspections.Outcome.Of(number, authority, Separate == "yes", out var refusal);
        if (outcome is null)
        {
            errors.Add("Form.PrincipalAuthority", refusal!.TrimEnd('.'));
            return [];
        }

        return [(_, _, _) => new FinalReportShared(at, outcome)];
    }

    private IReadOnlyList<BuildFact> ReadDeadline(InspectionView view, string reason, FormErrors errors)
    {
        var step = InspectionAction.MovableSteps(view.Case, view.Plan).FirstOrDefault(step => step.Key == Step);
        if (step is null)
        {
            errors.Add("Form.Step", "Select the deadline to set");
        }

        var due = Due.Read("Form.Due", "New deadline", errors);
        return errors.Any ? [] : [(@case, plan, now) => DateMoves.Override(@case, plan, step!.Key, due!.Value, reason, now)];
    }

    private IReadOnlyList<BuildFact> ReadDecision(Instant at, string reason, FormErrors errors)
    {
        if (Granted is not ("yes" or "no"))
        {
            errors.Add("Form.Granted", "Select whether the deferral is granted");
        }

        return [(_, _, _) => new DeferralDecided(at, Granted == "yes", reason)];
    }
}

/// <summary>What is to be recorded.</summary>
/// <param name="Facts">In order; mostly one.</param>
/// <param name="Person">The officer, where one is named.</param>
public sealed record RecordRequest(IReadOnlyList<BuildFact> Facts, Person? Person);
