using AreaSend.Core.Inspections;
using static AreaSend.Core.Inspections.RecipientRole;
using static AreaSend.Core.Timetables.Actor;
using static AreaSend.Core.Timetables.Anchor;
using static AreaSend.Core.Timetables.AreaSend2024Notices;
using static AreaSend.Core.Timetables.DoneBy;
using static AreaSend.Core.Timetables.Rows;

namespace AreaSend.Core.Timetables;

/// <summary>The engagement meeting of the edition of 30 January 2024 (¶ 180 to 191). It is no inspection; its letter is never published.</summary>
internal static class AreaSend2024Engagement
{
    private const int WorkingDaysToAsk = 10;
    private const int WorkingDaysToAnalyse = 5;

    /// <summary>The table.</summary>
    public static InspectionType With(BusinessHours hours) =>
        new(InspectionKind.Engagement, "Engagement meeting", Product.Letter, ResultForm.None, [.. Preparation(hours), .. Letter])
        {
            Name = "area SEND engagement meeting",
            Noun = "engagement meeting",
            IsInspection = false,
            CompleteWith = "its letter is sent",
            PlannedFor = MeetingDay,
            NoticeInWorkingDays = WorkingDaysToAsk,
            Notices = Notices,
        };

    private static IEnumerable<StepDefinition> Preparation(BusinessHours hours) =>
        In(Stage.ThreeWeeks,
            Step(
                Steps.SelfEvaluationRequest,
                "Self-evaluation asked for",
                OfstedAndCqc,
                Before(MeetingDay, WorkingDaysToAsk.WorkingDays(), hours.Start),
                Clock,
                182,
                184) with
            {
                Marks = NotificationDay,
                MetBy = typeof(Notified),
                Begins = InspectionPhase.Notified,
                ProductRule = "10 working days before the meeting, at 9am",
                Words = new(
                    "The self-evaluation has already been asked for",
                    "The self-evaluation was asked for",
                    "The self-evaluation has not been asked for yet, so this cannot have happened. Wait for that day."),
            },
            Step(Steps.SelfEvaluation, "Self-evaluation received", LocalArea, Before(MeetingDay, WorkingDaysToAnalyse.WorkingDays()), Record, 182, 183) with
            {
                MetBy = typeof(SelfEvaluationReceived),
                After = Steps.SelfEvaluationRequest,
                OwedUntil = MeetingDay,
                ProductRule = "5 working days before the meeting, so that it can be analysed",
                Words = StepWords.Of("The self-evaluation", "received"),
            },
            Step(Steps.Agenda, "Agenda agreed", RegionalDirector, Before(MeetingDay, 1.WorkingDays()), Record, 190) with
            {
                MetBy = typeof(AgendaAgreed),
                After = Steps.SelfEvaluationRequest,
                Follows = Steps.SelfEvaluation,
                OwedUntil = MeetingDay,
                ProductRule = "the handbook says before the meeting",
                Words = StepWords.Of("The agenda", "agreed"),
            },
            Step(Steps.Meeting, "Engagement meeting", RegionalDirector, On(MeetingDay), Record, 188, 189) with
            {
                Marks = MeetingDay,
                MetBy = typeof(MeetingHeld),
                After = Steps.SelfEvaluationRequest,
                Begins = InspectionPhase.Drafting,
                Opens = Stage.Report,
                Words = StepWords.Of("The meeting", "held"),
            });

    private static IEnumerable<StepDefinition> Letter =>
        In(Stage.Report,
            Step(Steps.MeetingLetter, "Letter about the meeting", OfstedAndCqc, Within(MeetingDay, months: 1), Record, 191) with
            {
                MetBy = typeof(MeetingLetterSent),
                After = Steps.Meeting,
                Completes = true,
                Words = StepWords.Of("The letter", "sent"),
            });

    // To the director and the representative of the integrated care board (¶ 182, 191).
    private static IReadOnlyList<NoticeRow> Notices =>
    [
        new("self-evaluation-asked", [Dcs, Icb], On<Notified>()) { CarriesLink = true, LapsesWhen = Once(Steps.Meeting).Or(OnceDue(Steps.Meeting)) },
        new("self-evaluation-reminder", [Dcs], new WorkingDaysBefore([Steps.SelfEvaluation], 2)),
        new("meeting-reminder", [Dcs, Icb], new WorkingDaysBefore([Steps.Meeting], 1)),
        new("meeting-note", [Dcs, Icb], On<MeetingLetterSent>()) { Statutory = true },
        .. OfLeaders("leader-link", "dates-changed", "correction", "withdrawn"),
    ];
}
