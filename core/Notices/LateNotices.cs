using AreaSend.Core.Calendars;
using AreaSend.Core.Inspections;
using AreaSend.Core.Timetables;
using NodaTime;

namespace AreaSend.Core.Notices;

/// <summary>What becomes of notices that could not be sent at their time, because nobody could be written to, or the mail service took nothing.</summary>
public static class LateNotices
{
    private const string Correction = "correction";

    /// <summary>Whether a notice raised at one moment is late at another: another London day has begun.</summary>
    public static bool IsLate(Instant raisedAt, Instant now) => LondonTime.DateOf(now) > LondonTime.DateOf(raisedAt);

    /// <summary>
    /// Why a notice must not be sent any more, late or not: what it tells of has been corrected since it was raised, or another officer named. Null when it
    /// still may.
    /// </summary>
    public static string? WhyWrong(InspectionCase @case, NoticeRaised raised) =>
        raised.To == RecipientRole.DeputyLano && @case.Deputy is null ? "The officer has no deputy any more."
        : IsOfAnEarlierOfficer(@case, raised) ? "Another officer has been named since, and is written to by a notice of their own."
        : raised.Because?.Any(seq => !ReferenceEquals(@case.Events[seq - 1].Event, @case.Recorded[seq - 1].Event)) == true && raised.Template != Correction
            ? "What it tells of has been corrected since."
            : null;

    /// <summary>Why a late notice is not sent any more, in a sentence; null when it still has to be.</summary>
    /// <param name="case">The case as it stands now.</param>
    /// <param name="plan">Its timetable.</param>
    /// <param name="raised">The notice.</param>
    /// <param name="seq">Position of the event that raised it.</param>
    /// <param name="now">The present moment.</param>
    public static string? WhyNoLonger(InspectionCase @case, Timetable plan, NoticeRaised raised, int seq, Instant now)
    {
        var because = raised.Because?[0] ?? 0;
        if (@case.EndedBy is { } end && !(because > 0 && ReferenceEquals(@case.Events[because - 1].Event, end)))
        {
            return "The inspection has ended, so it has no point any more.";
        }

        if (NoticeMatrix.LineOf(@case, raised) is not { } row)
        {
            return null;
        }

        return row.Lapses(new Lateness(@case, plan, because, now)) ? "What it tells of has been overtaken, so it has no point any more."
            : row.When is not AboutDeadlines trigger ? null
            : Settled(@case, plan, raised.About ?? [], trigger, now) ?? Told(@case, raised, seq);
    }

    private static bool IsOfAnEarlierOfficer(InspectionCase @case, NoticeRaised raised) =>
        RecipientRoles.Officers.Contains(raised.To)
        && raised.Because?.LastOrDefault(seq => Names(@case.Events[seq - 1].Event, raised.To)) is > 0 and var named
        && @case.Events.Skip(named).Any(recorded => Names(recorded.Event, raised.To));

    private static bool Names(InspectionEvent happened, RecipientRole officer) =>
        officer == RecipientRole.Lano ? happened is LanoNominated : happened is DeputyNamed;

    private static string? Settled(InspectionCase @case, Timetable plan, IReadOnlyList<string> about, AboutDeadlines trigger, Instant now)
    {
        List<PlannedStep> unmet = [.. about.Select(plan.Find).OfType<PlannedStep>().Where(step => step.Met is null)];
        List<PlannedStep> open = [.. unmet.Where(step => !@case.NotReceived.ContainsKey(step.Key) && !step.IsClosedIn(@case))];
        return !@case.IsRunning ? "The inspection is paused, and what was due has no date until it goes on."
            : unmet.Count == 0 ? "What it asks for has been done."
            : open.Count == 0 ? "What it asks for is not owed any more."
            : trigger is AtDeadline or DayAfterDeadline && open.All(step => step.Due > now) ? "The deadline has been moved since, and lies ahead."
            : trigger is WorkingDaysBefore or HoursBefore && open.All(step => step.Due is { } due && due <= now) ? "The deadline that it reminds of has passed."
            : null;
    }

    /// <summary>
    /// The recipient is notified only now, and the notification says what is open; or another notice of the kind was sent late, and said the same.
    /// </summary>
    private static string? Told(InspectionCase @case, NoticeRaised raised, int seq)
    {
        var notification = @case.RaisedNotices.Values.FirstOrDefault(other => other.To == raised.To && IsNotification(@case, other));
        if (notification is not null && !@case.Events.Take(seq).Any(recorded => Serves(recorded.Event, notification.Key)))
        {
            return "The notification itself was late, and says what is open.";
        }

        var later = from recorded in @case.Events.Skip(seq)
                    where recorded.Event is NoticeSent
                    let other = @case.RaisedNotices.GetValueOrDefault(((NoticeSent)recorded.Event).Key)
                    where other is not null && other.To == raised.To && other.Template == raised.Template && other.Key != raised.Key
                    where WasLate(@case, other, recorded.RecordedAt)
                    select other;
        return later.Any() ? "A later notice has said the same." : null;
    }

    private static bool Serves(InspectionEvent happened, string key) =>
        (happened is NoticeSent sent && sent.Key == key) || (happened is NoticeServedOtherwise served && served.Key == key);

    private static bool IsNotification(InspectionCase @case, NoticeRaised notice) =>
        NoticeMatrix.LineOf(@case, notice) is { Statutory: true, When: WhenRecorded { Kinds: [var kind] } } && kind == typeof(Notified);

    private static bool WasLate(InspectionCase @case, NoticeRaised notice, Instant sentAt) =>
        @case.Events.FirstOrDefault(recorded => ReferenceEquals(recorded.Event, notice)) is { } raised && IsLate(raised.RecordedAt, sentAt);
}
