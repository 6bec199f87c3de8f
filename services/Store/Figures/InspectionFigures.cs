using System.Text.Json;
using System.Text.Json.Serialization;
using AreaSend.Core.Calendars;
using AreaSend.Core.Inspections;
using AreaSend.Core.Timetables;
using NodaTime;
using NodaTime.Serialization.SystemTextJson;

namespace AreaSend.Services.Store.Figures;

/// <summary>
/// What one inspection adds to reports. It is a pure function of its events and of no moment: what is overdue today is seen from what is still open.
/// </summary>
/// <param name="Steps">What somebody had to do by a day.</param>
/// <param name="Publication">From the last on-site day to the report; null until it is published.</param>
/// <param name="Moves">What moved dates.</param>
/// <param name="Notices">What became of its e-mails.</param>
/// <param name="Result">What the published report found; null until then, and for kinds that find nothing.</param>
/// <param name="Deferral">The deferral that ended it; null where none did.</param>
public sealed record InspectionFigures(
    IReadOnlyList<StepFigure> Steps,
    PublicationFigure? Publication,
    IReadOnlyList<MoveFigure> Moves,
    IReadOnlyList<NoticeFigure> Notices,
    ResultFigure? Result,
    DeferralFigure? Deferral = null)
{
    private static readonly JsonSerializerOptions Json = new JsonSerializerOptions
    {
        Converters = { new JsonStringEnumConverter() }, DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
    }.ConfigureForNodaTime(DateTimeZoneProviders.Tzdb);

    /// <summary>Folds an inspection.</summary>
    public static InspectionFigures Of(LoadedInspection inspection)
    {
        var (@case, plan) = (inspection.Case, inspection.Plan);
        return new(
            [.. plan.Steps.Select(step => StepOf(@case, step)).OfType<StepFigure>()],
            PublicationOf(plan),
            [.. @case.Events.Select(recorded => MoveOf(recorded.Event, @case.Edition)).OfType<MoveFigure>()],
            NoticesOf(@case),
            ResultOf(@case, plan),
            DeferralOf(@case));
    }

    /// <summary>As it is kept.</summary>
    public string Write() => JsonSerializer.Serialize(this, Json);

    /// <summary>Reads <see cref="Write"/>.</summary>
    public static InspectionFigures Read(string text) => JsonSerializer.Deserialize<InspectionFigures>(text, Json)!;

    /// <summary>Appointments and rights pass with their day, and what the engine does is no merit of anybody: neither can be late.</summary>
    private static StepFigure? StepOf(InspectionCase @case, PlannedStep step)
    {
        if (step.Definition.DoneBy != DoneBy.Record || step.DueDate is not { } due)
        {
            return null;
        }

        StepTimeliness? standing = step.Met is not null ? step.MetLate ? StepTimeliness.Late : StepTimeliness.InTime
            : @case.NotReceived.ContainsKey(step.Key) ? StepTimeliness.NotReceived
            : !@case.IsOpen || @case.Paused is not null || step.Held || step.IsClosedIn(@case) || step.Certainty == Certainty.Forecast ? null
            : StepTimeliness.Open;
        return standing is { } known ? new(step.Key, step.Definition.Actor, due, known) : null;
    }

    private static PublicationFigure? PublicationOf(Timetable plan) =>
        plan.Type.OnSiteDays is not null
        && plan.Marking(Anchor.OnSiteEnds)?.Met is { } ended
        && plan.Marking(Anchor.Published)?.Met is { } published
        && (LondonTime.DateOf(ended.At), LondonTime.DateOf(published.At)) is var (last, day)
        && day >= last
        && day.Year <= plan.Calendar.LastYear
            ? new(day, plan.Calendar.Between(last, day))
            : null;

    private static MoveFigure? MoveOf(InspectionEvent happened, FrameworkEdition edition)
    {
        MoveCause? cause = happened switch
        {
            DeadlineOverridden set => edition.IsRePlanned(set) ? MoveCause.RePlanned : MoveCause.ByHand,
            InspectionResumed => MoveCause.Pause,
            CalendarChanged => MoveCause.BankHolidays,
            PublicationHeld => MoveCause.Hold,
            PublicationHoldLifted => MoveCause.HoldLifted,
            FactCorrected => MoveCause.Correction,
            _ => null,
        };
        return cause is { } why && happened is Fact fact && MovedDates.Of(fact) is { Count: > 0 } moved
            ? new(why, LondonTime.DateOf(fact.HappenedAt), moved.Count)
            : null;
    }

    private static List<NoticeFigure> NoticesOf(InspectionCase @case)
    {
        var notices = new Dictionary<string, NoticeFigure>();
        foreach (var recorded in @case.Recorded)
        {
            if (recorded.Event is NoticeRaised raised)
            {
                notices[raised.Key] = new(raised.To, LondonTime.DateOf(recorded.RecordedAt), NoticeOutcome.Waiting);
            }
            else if (EndOf(recorded.Event) is var (key, delivery) && notices.TryGetValue(key, out var known))
            {
                notices[key] = known with { Delivery = delivery };
            }
        }

        return [.. notices.Values];
    }

    private static (string Key, NoticeOutcome Delivery)? EndOf(InspectionEvent happened) => happened switch
    {
        NoticeSent sent => (sent.Key, NoticeOutcome.Sent),
        NoticeUndeliverable dead => (dead.Key, NoticeOutcome.NotDelivered),
        NoticeServedOtherwise served => (served.Key, NoticeOutcome.ServedOtherwise),
        NoticeInDoubt doubtful => (doubtful.Key, NoticeOutcome.InDoubt),
        NoticeLapsed lapsed => (lapsed.Key, NoticeOutcome.Lapsed),
        _ => null,
    };

    private static ResultFigure? ResultOf(InspectionCase @case, Timetable plan) =>
        plan.Marking(Anchor.Published)?.Met is not { } published ? null
        : @case.Outcome is { } outcome ? new(LondonTime.DateOf(published.At), outcome.Number.ToString(System.Globalization.CultureInfo.InvariantCulture))
        : @case.Monitoring is { } monitoring ? new(LondonTime.DateOf(published.At), monitoring.IsEffective ? ResultFigure.Effective : ResultFigure.NotEffective)
        : null;

    private static DeferralFigure? DeferralOf(InspectionCase @case) =>
        @case.EndedBy is DeferralDecided
        && @case.Recorded.LastOrDefault(recorded => recorded.Event is DeferralAsked) is { } asked
        && @case.Recorded.LastOrDefault(recorded => recorded.Event is DeferralDecided) is { } decided
            ? new(asked.RecordedAt, decided.RecordedAt)
            : null;
}

/// <summary>A deferral that was granted (¶ 84).</summary>
/// <param name="Asked">When it was recorded that the area had asked.</param>
/// <param name="Granted">When it was recorded that it was granted.</param>
public sealed record DeferralFigure(Instant Asked, Instant Granted);

/// <summary>A step that somebody has to do.</summary>
/// <param name="Key">Its key.</param>
/// <param name="Actor">Who has to.</param>
/// <param name="Due">By when, as the timetable stands.</param>
/// <param name="Standing">Whether it was done in time.</param>
public sealed record StepFigure(string Key, Actor Actor, LocalDate Due, StepTimeliness Standing);

/// <summary>How a step stands.</summary>
public enum StepTimeliness
{
    /// <summary>Done by its deadline.</summary>
    InTime,

    /// <summary>Done after it.</summary>
    Late,

    /// <summary>It stopped being owed without having been done.</summary>
    NotReceived,

    /// <summary>Still owed: overdue once its day has passed.</summary>
    Open,
}

/// <summary>A publication.</summary>
/// <param name="Published">The day.</param>
/// <param name="WorkingDays">How many working days after the last on-site day.</param>
public sealed record PublicationFigure(LocalDate Published, int WorkingDays);

/// <summary>Something that moved dates.</summary>
/// <param name="Cause">What.</param>
/// <param name="On">When.</param>
/// <param name="Dates">How many dates it moved.</param>
public sealed record MoveFigure(MoveCause Cause, LocalDate On, int Dates);

/// <summary>What moves dates.</summary>
public enum MoveCause
{
    /// <summary>Other days before the area was notified.</summary>
    RePlanned,

    /// <summary>A deadline set by hand.</summary>
    ByHand,

    /// <summary>The end of a pause.</summary>
    Pause,

    /// <summary>Other bank holidays.</summary>
    BankHolidays,

    /// <summary>A hold of publication.</summary>
    Hold,

    /// <summary>The end of one before its day.</summary>
    HoldLifted,

    /// <summary>A wrong entry was corrected.</summary>
    Correction,
}

/// <summary>An e-mail.</summary>
/// <param name="To">To whom.</param>
/// <param name="Raised">When it fell due.</param>
/// <param name="Delivery">What became of it.</param>
public sealed record NoticeFigure(RecipientRole To, LocalDate Raised, NoticeOutcome Delivery);

/// <summary>What became of an e-mail.</summary>
public enum NoticeOutcome
{
    /// <summary>The mail service took it, and nothing came back.</summary>
    Sent,

    /// <summary>It could not be sent, or came back, and somebody has to act.</summary>
    NotDelivered,

    /// <summary>It was served by other means.</summary>
    ServedOtherwise,

    /// <summary>Nobody knows whether it arrived.</summary>
    InDoubt,

    /// <summary>It lost its point before it could be sent.</summary>
    Lapsed,

    /// <summary>It is on its way.</summary>
    Waiting,
}

/// <summary>What a published report found.</summary>
/// <param name="Published">When it was published.</param>
/// <param name="Result">1, 2 or 3; of a monitoring inspection <see cref="Effective"/> or <see cref="NotEffective"/>.</param>
public sealed record ResultFigure(LocalDate Published, string Result)
{
    /// <summary>A monitoring inspection found effective action in each area for priority action.</summary>
    public const string Effective = "effective";

    /// <summary>It did not.</summary>
    public const string NotEffective = "not effective";
}
