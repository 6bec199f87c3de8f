using AreaSend.Core.Calendars;
using AreaSend.Core.Inspections;
using AreaSend.Core.Timetables;
using NodaTime;

namespace AreaSend.Core.Rules;

/// <summary>What the report chain and the plan that follows it ask for besides the order of their steps (¶ 136 to 150).</summary>
internal static class ReportRules
{
    /// <summary>Why no fact of a kind can be recorded now, whatever it says.</summary>
    public static string? WhyNotNow(InspectionCase @case, Timetable plan, Type kind, Instant now) => kind switch
    {
        _ when kind == typeof(ComplaintWasResolved) => ResolvedNow(@case, plan),
        _ when kind == typeof(ReportPublished) => StepOrder.WhyNotNow(@case, kind) ?? Held(plan) ?? Blocked(@case, plan, LondonTime.DateOf(now)),
        _ when OfPlans.Contains(kind) => NoSuchPlan(@case, kind) ?? StepOrder.WhyNotNow(@case, kind),
        _ => StepOrder.WhyNotNow(@case, kind),
    };

    public static string? WhyNot(InspectionCase @case, Timetable plan, Fact fact) => fact switch
    {
        ComplaintWasResolved => StepOrder.NotBefore(@case, fact, plan.Marking(Anchor.ComplaintWindowCloses)!.Key),
        FinalReportShared final => StepOrder.WhyNot(@case, final) ?? Result(@case, final),
        ReportPublished published =>
            StepOrder.WhyNot(@case, published) ?? Blocked(@case, plan, fact.On) ?? NoAddress(published.Link, @case.Type.Product.Show()),
        PlanPublished published => StepOrder.WhyNot(@case, published) ?? (string.IsNullOrEmpty(published.Link) ? null : NoAddress(published.Link, "plan")),
        RevisitLetterShared letter => StepOrder.WhyNot(@case, letter) ?? OfRevisit(@case, letter),
        SupportDiscussed { With.Count: 0 } => "Select who took part: the DfE, NHS England or both.",
        SupportDiscussed talk => StepOrder.WhyNot(@case, talk) ?? TalkedBefore(@case, talk),
        PlanReturned returned => StepOrder.WhyNot(@case, fact) ?? FactRules.NeedsReason(returned.Missing),
        _ => StepOrder.WhyNot(@case, fact),
    };

    private static readonly HashSet<Type> OfPlans = [typeof(PlanReceived), typeof(PlanReturned), typeof(PlanWasConfirmed), typeof(PlanPublished)];

    private static string? Result(InspectionCase @case, FinalReportShared final) => (@case.Type.Result, final.Outcome) switch
    {
        (ResultForm.Outcome, null) => "Choose outcome 1, 2 or 3.",
        (ResultForm.PriorityAreas, null) => OfMonitoring(@case, final),
        (not ResultForm.Outcome, not null) => $"{@case.Type.Title.Small().WithArticle().Capital()} has no outcome. Leave it out.",
        _ => null,
    };

    private static string? OfMonitoring(InspectionCase @case, FinalReportShared final)
    {
        var areas = @case.Grounds?.Matters ?? [];
        return final.Monitoring is not { } result || !result.Areas.Select(area => area.Area).SequenceEqual(areas)
                ? $"Say for each of these whether effective action has been taken: {string.Join("; ", areas)}."
            : result.Plan is { Name: var name } && string.IsNullOrWhiteSpace(name)
                ? $"Name the principal authority: a priority action plan is required, and the {@case.Type.Product.Show()} says who makes it{PlanCites(@case)}."
            : NotForward(@case, result.NextFullBy) is { } late ? late
            : result.NextFullBy <= final.On
                ? $"The next full inspection is brought forward to {LondonTime.Show(result.NextFullBy!.Value)}, and the letter was shared on {LondonTime.Show(final.On)}. Choose a later day."
            : null;
    }

    // The row of the plan does not stand in the inspection yet: nothing has required it.
    private static string PlanCites(InspectionCase @case) =>
        @case.Type.Steps.FirstOrDefault(row => row.MetBy == typeof(PlanReceived))?.Cites.InBrackets() ?? "";

    // The report was published after the last on-site day, from which the next full inspection is due; so what lies later than this lies later than that.
    private static string? NotForward(InspectionCase @case, LocalDate? by) =>
        @case.Grounds is MonitoringGrounds { FollowsReportOf: { } published }
        && @case.Edition.Cycle.MonthsToNextFull.TryGetValue(3, out var months)
        && by > published.PlusMonths(months)
            ? $"{LondonTime.Show(by.Value)} brings nothing forward: after outcome 3 the next full inspection is due within {months / 12} years anyway, at the latest by {LondonTime.Show(published.PlusMonths(months))}. Choose an earlier day, or leave it out."
            : null;

    private static string? TalkedBefore(InspectionCase @case, SupportDiscussed talk) =>
        talk.With.Intersect(@case.SupportTalks).Select(partner => partner.Show()).ToList() is { Count: > 0 } again
            ? $"The discussion with {string.Join(" and ", again)} has already been recorded. Select only whoever has not been recorded yet."
            : null;

    private static string? OfRevisit(InspectionCase @case, RevisitLetterShared letter) =>
        letter.Progress.Select(progress => progress.Weakness).SequenceEqual(@case.Grounds?.Matters ?? []) ? null
            : $"Say for each of these whether sufficient progress has been made: {string.Join("; ", @case.Grounds?.Matters ?? [])}.";

    private static string? ResolvedNow(InspectionCase @case, Timetable plan) =>
        @case.Resolution is { } earlier ? $"The complaint has already been resolved, on {LondonTime.Show(earlier.On)}."
        : plan.Marking(Anchor.ComplaintWindowCloses) is { } window ? StepOrder.NotDone(@case, window.Key)
        : "This kind of inspection has no complaint, so none can be resolved.";

    // ¶ 138: nothing is published while a complaint is looked into, nor before the last day for one.
    private static string? Held(Timetable plan) =>
        plan.Marking(Anchor.Published) is { Held: true } ? "A complaint holds publication. Record its resolution first." : null;

    private static string? Blocked(InspectionCase @case, Timetable plan, LocalDate on) => PublicationHoldRules.Blocks(@case, on) ?? Window(@case, plan, on);

    private static string? Window(InspectionCase @case, Timetable plan, LocalDate on) =>
        plan.Marking(Anchor.ComplaintWindowCloses)?.DueDate is { } lastDay && on <= lastDay && @case.Complaint is null
            ? $"The local area may complain until the end of {LondonTime.Show(lastDay)}. The {@case.Type.Product.Show()} cannot be published before that."
            : null;

    // What is recorded here is given to those outside as a link: it has to be one that a browser opens as a page.
    private static string? NoAddress(string address, string what) =>
        WebAddress.IsOne(address) ? null : $"Give the web address at which the {what} can be read, beginning with https://.";

    private static string? NoSuchPlan(InspectionCase @case, Type kind) =>
        !@case.Rows.Any(row => row.MetBy == kind || row.ReopenedBy == kind) ? null
        : @case.RowOf(Anchor.FinalShared) is { } final && StepOrder.NotDone(@case, final.Key) is { } notYet ? notYet
        : @case.Authority is not null ? null
        : @case.Outcome is not { } outcome ? $"The {@case.Type.Product.Show()} requires no priority action plan, so none can be recorded."
        : kind != typeof(PlanPublished) ? $"Outcome {outcome.Number} asks for no priority action plan; record when the strategic plan is published."
        : null;
}
