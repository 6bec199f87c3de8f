using AreaSend.Core.Calendars;
using AreaSend.Core.Inspections;
using AreaSend.Core.Timetables;
using NodaTime;

namespace AreaSend.Core.Rules;

/// <summary>
/// Which corrections can be made: of what people recorded, to what could have been recorded in its place, with all that was recorded after it still true.
/// </summary>
public static class CorrectionRules
{
    // What machines record, and what has a way of its own to be undone: naming another officer, setting another date, lifting a hold.
    private static readonly HashSet<Type> NotCorrected =
    [
        typeof(Notified), typeof(LanoNominated), typeof(DeputyNamed), typeof(LanoLinkAsked), typeof(LeaderLinkAsked),
        typeof(UploadArrived), typeof(UploadScanned), typeof(UploadAccepted), typeof(UploadRefused),
        typeof(ListTakenAsItIs), typeof(ExtraItemAsked), typeof(ItemsAsked), typeof(ItemNotHeld), typeof(DeadlineOverridden),
        typeof(CalendarChanged), typeof(NotReceived),
        typeof(PublicationHeld), typeof(PublicationHoldLifted), typeof(FactCorrected), typeof(PaperFiled), typeof(PaperAccepted), typeof(PaperRefused),
        typeof(DisposedOf), typeof(KeptForLonger), typeof(KeptNoLonger),
    ];

    /// <summary>Whether a fact is one that is corrected in this way.</summary>
    public static bool CanBeCorrected(RecordedEvent recorded) =>
        recorded is { Event: Fact fact, By.Role: not (RecorderRole.Engine or RecorderRole.Ingestion) } && !NotCorrected.Contains(fact.GetType());

    /// <summary>Why a correction cannot be recorded, in a sentence; null when it can.</summary>
    /// <param name="case">The case as it stands, without it.</param>
    /// <param name="plan">Its timetable.</param>
    /// <param name="correction">The correction.</param>
    /// <param name="now">The present moment.</param>
    public static string? WhyNot(InspectionCase @case, Timetable plan, FactCorrected correction, Instant now)
    {
        if (correction.Corrects < 1 || correction.Corrects > @case.Recorded.Count || !CanBeCorrected(@case.Recorded[correction.Corrects - 1]))
        {
            return "That is not something that can be corrected here. Choose an entry of the history that offers it.";
        }

        var (recorded, stands) = (@case.Recorded[correction.Corrects - 1].Event, @case.Events[correction.Corrects - 1].Event);
        return correction.Instead is { } other && other.GetType() != recorded.GetType() ? "A correction says the same kind of thing as what was recorded."
            : correction.Instead is null
                ? (
                    stands is DidNotHappen
                        ? "That has already been taken back."
                        : FactRules.NeedsReason(correction.Reason) ?? HangsOn(@case, plan, correction, now))
            : stands.Equals(correction.Instead) ? "That is what is recorded. Change what was wrong, or say that it did not happen."
            : FactRules.NeedsReason(correction.Reason) ?? HangsOn(@case, plan, correction, now);
    }

    /// <summary>
    /// Lives through it all again with what is right: the first thing that could not have been recorded then is what has to be corrected before.
    /// </summary>
    private static string? HangsOn(InspectionCase @case, Timetable plan, FactCorrected correction, Instant now)
    {
        var right = Corrections.Apply([.. @case.Recorded, new RecordedEvent(@case.Recorded.Count + 1, now, Recorder.Unknown, correction)]);
        var before = InspectionCase.From(right.Take(correction.Corrects - 1), @case.Edition);
        foreach (var recorded in right.Skip(correction.Corrects - 1).Take(@case.Recorded.Count - correction.Corrects + 1))
        {
            var isIt = recorded.Seq == correction.Corrects;
            if (WhyNotThen(before, plan, recorded, isIt ? now : recorded.RecordedAt, isIt) is { } because)
            {
                return isIt ? because
                    : $"“{TitleOf(@case, (Fact)recorded.Event)}” of {LondonTime.Show(((Fact)recorded.Event).On)} hangs on it. Correct that first{(correction.Instead is null ? ", or take it back together with this" : "")}.";
            }

            before = before.With([recorded]);
        }

        return null;
    }

    /// <summary>
    /// The entries that people made and that could not have been made if a fact had not happened, or had happened otherwise: they are corrected first, or
    /// taken back together with it. In order; empty where nothing hangs on it.
    /// </summary>
    /// <param name="case">The case as it stands.</param>
    /// <param name="plan">Its timetable.</param>
    /// <param name="corrects">Position of the fact that was wrong.</param>
    /// <param name="instead">What happened; null when nothing did.</param>
    /// <param name="now">The present moment.</param>
    public static IReadOnlyList<RecordedEvent> HangingOn(InspectionCase @case, Timetable plan, int corrects, Fact? instead, Instant now)
    {
        var correction = new FactCorrected(now, corrects, instead, GoesWith(@case, corrects), "", []);
        var right = Corrections.Apply([.. @case.Recorded, new RecordedEvent(@case.Recorded.Count + 1, now, Recorder.Unknown, correction)]);
        var (before, hanging, gone) = (InspectionCase.From(right.Take(corrects), @case.Edition), new List<RecordedEvent>(), new HashSet<int>());
        foreach (var recorded in right.Skip(corrects).Take(@case.Recorded.Count - corrects))
        {
            if (!gone.Contains(recorded.Seq) && WhyNotThen(before, plan, recorded, recorded.RecordedAt) is not null)
            {
                hanging.Add(recorded);
                gone.UnionWith(GoesWith(@case, recorded.Seq).Append(recorded.Seq));
            }

            before = before.With([gone.Contains(recorded.Seq) ? recorded with { Event = new DidNotHappen() } : recorded]);
        }

        return hanging;
    }

    // Why a fact that people recorded could not have been recorded after what is known to have come before it.
    private static string? WhyNotThen(InspectionCase before, Timetable plan, RecordedEvent recorded, Instant at, bool isAsked = false) =>
        recorded.Event is Fact fact && (isAsked || CanBeCorrected(recorded)) ? FactRules.WhyNot(before, Timetable.Plan(before, plan.Calendar), fact, at) : null;

    private static string TitleOf(InspectionCase @case, Fact fact) => fact switch
    {
        ItemReceived received => $"{ItemWords.Short(received.Item)} received",
        PlanReturned => "Priority action plan sent back",
        ComplaintReceived => "Complaint received",
        ComplaintWasResolved => "Complaint resolved",
        InspectionPaused => "Paused",
        InspectionResumed => "Resumed",
        DeferralAsked => "Deferral asked for",
        DeferralDecided => "Deferral decided",
        InspectionWithdrawn => "Withdrawn",
        SupportDiscussed => "Support discussed",
        _ => @case.Type.Steps.FirstOrDefault(row => row.MetBy == fact.GetType())?.Title ?? "An entry of the history",
    };

    /// <summary>The correction of a fact, with the dates that it moves: for the preview before it is recorded, and for the record itself.</summary>
    /// <param name="case">The case as it stands.</param>
    /// <param name="plan">Its timetable.</param>
    /// <param name="corrects">Position of the fact that was wrong.</param>
    /// <param name="instead">What happened; null when nothing did.</param>
    /// <param name="reason">Why.</param>
    /// <param name="now">The present moment.</param>
    /// <param name="withWhatHangsOnIt">Whether what hangs on a fact that did not happen is taken back together with it.</param>
    public static FactCorrected Of(
        InspectionCase @case, Timetable plan, int corrects, Fact? instead, string reason, Instant now, bool withWhatHangsOnIt = false)
    {
        IEnumerable<int> hanging = withWhatHangsOnIt && instead is null
            ? HangingOn(@case, plan, corrects, instead, now).SelectMany(recorded => GoesWith(@case, recorded.Seq).Prepend(recorded.Seq))
            : [];
        var fact = new FactCorrected(now, corrects, instead, [.. GoesWith(@case, corrects).Union(hanging).Order()], reason, []);

        // What cannot be has no dates: the rules say why not.
        if (WhyNot(@case, plan, fact, now) is not null)
        {
            return fact;
        }

        var after = @case.With(fact, now, Recorder.Unknown);
        return fact with { Moved = Moved(@case, plan, after, Timetable.Plan(after, plan.Calendar)) };
    }

    /// <summary>
    /// Open steps that have other dates; those that only now are steps of it, as the plan that another outcome asks for is in place of the one before; and
    /// those that are steps of it no more, whose dates fall away.
    /// </summary>
    private static IReadOnlyList<MovedDate> Moved(InspectionCase was, Timetable before, InspectionCase @is, Timetable after) =>
    [
        .. Timetable.Moved(before, after),
        .. from step in after.Steps
        where step.Met is null && step.DueDate is not null && before.Find(step.Key) is null
        let former = before.Steps.FirstOrDefault(other =>
            other.Definition.UntilPublished is { } title && title == step.Definition.UntilPublished && after.Find(other.Key) is null)
        select new MovedDate(step.Key, former?.DueDate, step.DueDate),
        .. from step in before.Steps
        where step is { Met: null, DueDate: not null } && after.Find(step.Key) is null
        select new MovedDate(step.Key, step.DueDate, null),
        .. NextFull(was, @is),
    ];

    // The day that a monitoring inspection's letter gives the next full inspection is no step of it: that is planned as one of its own (¶ 173).
    private static IEnumerable<MovedDate> NextFull(InspectionCase was, InspectionCase @is) =>
        was.Monitoring?.NextFullBy is var old && @is.Monitoring?.NextFullBy is var right && old != right
            ? [new MovedDate(Steps.NextFullInspection, old, right)]
            : [];

    // What came at once and by itself when the fact was recorded, as dissemination does with publication.
    private static IReadOnlyList<int> GoesWith(InspectionCase @case, int corrects)
    {
        var marks = corrects >= 1 && corrects <= @case.Recorded.Count && @case.Recorded[corrects - 1].Event is Fact wrong
            ? @case.Type.Steps.FirstOrDefault(row => row.MetBy == wrong.GetType())?.Marks
            : null;
        return marks is null ? [] :
        [
            .. from row in @case.Type.Steps
               where row is { ByClock.Hour: null, MetBy: not null } && row.Due.Anchor == marks
               from recorded in @case.Recorded
               where recorded.Seq > corrects && recorded.Event.GetType() == row.MetBy
               select recorded.Seq,
        ];
    }
}
