using AreaSend.Core.Calendars;
using AreaSend.Core.Inspections;
using AreaSend.Core.Notices;
using AreaSend.Core.Timetables;
using NodaTime;

namespace AreaSend.Core.Rules;

/// <summary>What is owed now, by whom: the one answer behind the worklist, the inspection's page, the reminders and the engine.</summary>
internal static class Duties
{
    /// <summary>The next fact that the clock itself brings about and that has not been recorded; null when there is none by now.</summary>
    public static Fact? ClockFact(InspectionCase @case, Timetable plan, Instant now)
    {
        var next = ClockMoments(@case, plan, now).Where(moment => moment.At <= now).OrderBy(moment => moment.At).FirstOrDefault();
        return next.Fact?.Invoke(now);
    }

    /// <summary>The notices that are owed by now and have not been raised. Of a series whose moments have passed, only the last.</summary>
    public static IReadOnlyList<OwedNotice> Notices(InspectionCase @case, Timetable plan, IReadOnlyList<OwedNotice> foreseen, Instant now) =>
    [
        .. foreseen
            .Where(notice => notice.Moment <= now && (notice.UselessFrom is null || now < notice.UselessFrom))
            .GroupBy(notice => notice.Series)
            .Select(series => series.MaxBy(notice => notice.Moment)!)
            .Where(notice => !@case.RaisedNotices.ContainsKey(notice.Key) && !IsOvertaken(@case, plan, notice, now))
            .GroupBy(notice => notice.Line.OfAnnexA ? $"{notice.Template}:{notice.To}" : notice.Key)
            .Select(OwedNotice.Together)
            .OrderBy(notice => notice.Moment),
    ];

    // What has ended, or happened again, before anybody looked: a pause is not told once the inspection goes on.
    private static bool IsOvertaken(InspectionCase @case, Timetable plan, OwedNotice notice, Instant now) =>
        notice.Because is [var fact, ..] && notice.Line.Lapses(new Lateness(@case, plan, fact, now));

    /// <summary>The next moment at which the clock brings anything about; null when only a person can move the inspection on.</summary>
    public static Instant? NextWake(InspectionCase @case, Timetable plan, IReadOnlyList<OwedNotice> foreseen, Instant now)
    {
        var moments = ClockMoments(@case, plan, now).Select(moment => moment.At)
            .Concat(foreseen.Where(notice => !@case.RaisedNotices.ContainsKey(notice.Key)).Select(notice => notice.Moment))
            .Where(moment => moment > now)
            .ToList();
        return moments.Count == 0 ? null : moments.Min();
    }

    /// <summary>What people owe, most pressing first: notices to serve, deadlines past, today's and to come, decisions that wait.</summary>
    public static IReadOnlyList<Duty> Owed(InspectionCase @case, Timetable plan, Instant now)
    {
        var unserved = from notice in @case.UnservedNotices
                       let raised = @case.RaisedNotices[notice.Key]
                       orderby NoticeMatrix.IsStatutory(@case, raised) descending
                       select OfNotice(@case, raised, Standing.NotServed, notice.Value, since: null);
        var doubtful = from notice in @case.DoubtfulNotices
                       where !@case.UnservedNotices.ContainsKey(notice.Key)
                       select OfNotice(@case, @case.RaisedNotices[notice.Key], Standing.Waiting, notice.Value.Because, notice.Value.Since);
        var owed = @case.IsRunning && !@case.IsComplete ? StepsOwed(@case, plan, now).Concat(Waiting(@case, plan)) : [];
        return [.. unserved.Concat(doubtful).Concat(owed).OrderBy(duty => duty.Standing).ThenBy(duty => duty.Due ?? duty.Since)];
    }

    private static Duty OfNotice(InspectionCase @case, NoticeRaised notice, Standing standing, string because, Instant? since) =>
        new(standing, NoticeMatrix.SenderOf(@case, notice), $"{NoticeNames.Show(notice)}: {because}", null, null, null, since, notice.Key);

    private static IEnumerable<Duty> StepsOwed(InspectionCase @case, Timetable plan, Instant now)
    {
        var today = LondonTime.DateOf(now);
        return from step in plan.Steps
               where step is { Met: null, Held: false, Certainty: Certainty.Fixed, DueDate: not null, Definition.DoneBy: DoneBy.Record }
               where !@case.NotReceived.ContainsKey(step.Key)
               where !@case.Asks.IsMetByItems(step.Key) || @case.Outstanding(step.Key).Any()
               let standing = step.Due <= now ? Standing.Overdue : step.DueDate == today ? Standing.DueToday : Standing.Upcoming
               select new Duty(standing, step.Definition.Actor, What(@case, step), step.Key, step.DueDate, step.Due);
    }

    /// <summary>
    /// The step that comes next, whoever takes it: of what lies after the furthest moment that the clock has brought about. What is overdue from before
    /// stands among what is owed. Null when nothing comes any more.
    /// </summary>
    public static PlannedStep? Next(InspectionCase @case, Timetable plan)
    {
        var steps = plan.Steps.ToList();
        var reached = steps.FindLastIndex(step => step is { Met: not null, Definition.DoneBy: DoneBy.Clock });

        // What only passes with its day is nobody's next task.
        bool IsOpen(PlannedStep step) =>
            step is { Met: null, Held: false, DueDate: not null } && step.Definition.DoneBy != DoneBy.Passing && !@case.NotReceived.ContainsKey(step.Key);
        return steps.Skip(reached + 1).Where(IsOpen).MinBy(step => step.Due) ?? steps.Where(IsOpen).MinBy(step => step.Due);
    }

    private static IEnumerable<Duty> Waiting(InspectionCase @case, Timetable plan)
    {
        if (@case.PendingDeferral is { } asked)
        {
            yield return new Duty(
                Standing.Waiting,
                Actor.Ofsted,
                "Deferral asked for; arrangements go on until it is decided",
                null,
                null,
                null,
                asked.HappenedAt);
        }

        // ¶ 138.
        foreach (var step in plan.Steps.Where(step => step is { Held: true, Met: null }))
        {
            yield return new Duty(
                Standing.Waiting,
                Actor.Ofsted,
                "Complaint to be resolved; it holds publication",
                step.Key,
                null,
                null,
                @case.Complaint!.HappenedAt);
        }

        foreach (var step in plan.Steps)
        {
            if (step is { Met: null, Definition: { Due: NoDate { Waiting: var what }, After: { } before } } && @case.Met.TryGetValue(before, out var since))
            {
                yield return new Duty(Standing.Waiting, step.Definition.Actor, what, step.Key, null, null, since.At);
            }
        }
    }

    /// <summary>
    /// The day from which something is late: the one after which it was due; of what came in and was sent back later than that, the day on which it was, since
    /// until then it lay with others.
    /// </summary>
    public static LocalDate? LateSince(InspectionCase @case, Duty duty) =>
        duty is { Standing: Standing.Overdue, DueDate: { } due }
            ? @case.ReturnedPlan is { } returned && @case.Rows.Any(row => row.Key == duty.Step && row.ReopenedBy == typeof(PlanReturned))
                ? LocalDate.Max(due, returned.On)
                : due
            : null;

    private static string What(InspectionCase @case, PlannedStep step)
    {
        var outstanding = @case.Outstanding(step.Key).Count();
        return step.Definition.ReopenedBy is not null && @case.ReturnedPlan is { } returned
            ? $"{step.Definition.Title}; sent back on {LondonTime.Show(returned.On)}"
            : step.Definition.MetBy == typeof(SupportDiscussed) && @case.SupportTalks.Count > 0
                ? $"{step.Definition.Title}: {string.Join(", ", SupportPartners.All.Except(@case.SupportTalks).Select(partner => partner.Show()))} outstanding"
            : outstanding == 0 ? step.Definition.Title : $"{step.Definition.Title}: {outstanding} outstanding";
    }

    /// <summary>
    /// What happens by itself on its day. Notification and dissemination happen when they are carried out; the rest at its hour, however late it is recorded.
    /// </summary>
    private static IEnumerable<(Instant At, Func<Instant, Fact> Fact)> ClockMoments(InspectionCase @case, Timetable plan, Instant now)
    {
        if (!@case.IsRunning)
        {
            yield break;
        }

        if (@case.Notification is null)
        {
            yield return (NotificationMoment(@case.Edition, plan, now), at => new Notified(at));
            yield break;
        }

        foreach (var step in plan.Steps)
        {
            if (step is not { Met: null, Definition.ByClock: { } clock })
            {
                continue;
            }

            if (clock.Hour is { } hour && step.DueDate is { } date)
            {
                var at = LondonTime.At(date, hour);
                yield return (at, _ => clock.Fact(at));
            }
            else if (clock.Hour is null && plan.Marking(step.Definition.Due.Anchor)?.Met is { } cause)
            {
                yield return (cause.At, clock.Fact);
            }
        }

        if (Unmet(@case, plan) is { Count: > 0 } unmet)
        {
            yield return (unmet[0].At, _ => NotReceivedOf(@case, unmet));
        }
    }

    /// <summary>
    /// The steps that stop being owed, and when, the earliest first. A document that is being checked holds its step: it may answer it yet.
    /// </summary>
    private static List<(Instant At, PlannedStep Step)> Unmet(InspectionCase @case, Timetable plan) =>
    [
        .. from step in plan.Steps
           where step is { Met: null, DueDate: not null, Definition.OwedUntil: not null } && !@case.NotReceived.ContainsKey(step.Key)
           where !@case.Outstanding(step.Key).Any(item => @case.Annex.UploadsFor(item).Any(upload => upload.Decision is null))
           let until = plan.Marking(step.Definition.OwedUntil!)?.Met
           where until is not null
           let at = Instant.Max(until.At, step.Due!.Value)
           orderby at
           select (at, step),
    ];

    private static NotReceived NotReceivedOf(InspectionCase @case, IReadOnlyList<(Instant At, PlannedStep Step)> unmet)
    {
        List<string> steps = [.. unmet.Where(one => one.At == unmet[0].At).Select(one => one.Step.Key)];
        return new NotReceived(unmet[0].At, steps, [.. steps.SelectMany(@case.Outstanding)]);
    }

    /// <summary>When it is missed, because nothing ran that day, leaders are notified as soon as something does: but N is a working day.</summary>
    private static Instant NotificationMoment(FrameworkEdition edition, Timetable plan, Instant now)
    {
        var due = plan.Notification.Due!.Value;
        var today = LondonTime.DateOf(now);
        return now <= due || plan.Calendar.IsWorkingDay(today)
            ? due
            : LondonTime.At(plan.Calendar.NextOrSame(today), edition.Hours.Start);
    }
}
