using AreaSend.Core.Calendars;
using AreaSend.Core.Inspections;
using AreaSend.Core.Notices;
using AreaSend.Core.Timetables;
using NodaTime;

namespace AreaSend.Services.Tests.Notices.Truth;

/// <summary>What e-mails about pauses, deferral, moved dates and corrections say; and those of meetings and visits.</summary>
internal static partial class Claims
{
    private static Claim[] OfTheCourse =>
    [
        new("# The {noun} is paused", said => said.Case.Paused is not null),
        new("The {inspection} of Fictional Area has been paused since {said}.", said => said.Case.Paused is { } paused && LondonTime.Show(paused.HappenedAt) == said.Words[0]),
        new("Nothing falls due and nobody is reminded while it is paused.", said => said.Case.Paused is not null),
        new("When it goes on, what is open is given back the working days that it had left, and we tell you the new dates.", said => said.Case.Paused is not null),
        new("What you were told of the findings remains confidential.", said => said.Letter.IsOver && !said.Letter.IsPublished),
        new("# The {noun} goes on", said => said.Case.IsRunning),
        new("# The {noun} went on, and is paused again", said => said.Case.Paused is not null),
        new("# The {noun} went on, and has ended since", said => said.Case.EndedBy is not null),
        new("The {inspection} of Fictional Area resumed on {said}.", said => LondonTime.Show(said.Letter.Told<InspectionResumed>().HappenedAt) == said.Words[0]),
        new("What was open is given back the working days that it had left.", said => said.Letter.ToldOf<InspectionResumed>().Any()),
        new("Why: it was paused on {day}.", said => said.IsOn(0, PauseBefore(said.Letter, said.Letter.Told<InspectionResumed>()).On)),
        new("# The {noun} is deferred", said => said.Case.EndedBy is DeferralDecided),
        new("# The {noun} goes on: deferral not granted", said => said.Case.IsRunning),
        new("# Deferral not granted", said => said.Case.Paused is not null),
        new("The request to defer the {inspection} of Fictional Area was granted on {day}.", said => said.Letter.Told<DeferralDecided>() is { Granted: true } decided && said.IsOn(0, decided.On)),
        new("The request to defer the {inspection} of Fictional Area was not granted on {day}.", said => said.Letter.Told<DeferralDecided>() is { Granted: false } decided && said.IsOn(0, decided.On)),
        new("The {noun} does not take place on the dates you were given, and nothing more is due.", said => !said.Case.IsOpen && !said.Letter.Has<OnSiteStarted>()),
        new("The {noun} does not go on, and nothing more is due.", said => !said.Case.IsOpen && said.Letter.Has<OnSiteStarted>()),
        new("Before inspectors come on site on other dates, the local area will be notified anew."),
        new("Arrangements go on and every deadline stands.", said => said.Case.IsRunning),
        new("The {noun} is paused at present; when it goes on, we tell you the new dates.", said => said.Case.Paused is not null),
        new("The {noun}:"),
        new("# The {noun} is withdrawn", said => said.Case.EndedBy is InspectionWithdrawn),
        new("The {inspection} of Fictional Area was withdrawn on {day}.", said => said.IsOn(0, said.Letter.Told<InspectionWithdrawn>().On)),
        new("It will not be carried out, and nothing more is due from anybody.", said => said.Case.Type.IsInspection && !said.Letter.Has<OnSiteStarted>()),
        new("It will not be held, and nothing more is due from anybody.", said => !said.Case.Type.IsInspection && !said.Letter.Has<MeetingHeld>()),
        new("It goes no further, and nothing more is due from anybody.", said => said.Letter.Has<OnSiteStarted>() || said.Letter.Has<MeetingHeld>()),
        .. Asked("What was shared for it is retained in line with the retention and disposal policies of Ofsted and CQC."),
        .. OfMovedDates,
    ];

    private static Claim[] OfMovedDates =>
    [
        new("# Dates of the {noun} have changed"),
        new("Dates of the {inspection} of Fictional Area changed on {day}.", said => said.IsOn(0, said.Letter.Told<Fact>().On)),
        new("Deadlines that had passed and what was done keep their dates.", said => said.Letter.Told<Fact>() is InspectionResumed or CalendarChanged or PublicationHeld or PublicationHoldLifted),
        new("Why: the {noun} was paused on {day} and resumed on {day}.", said => said.Letter.ToldOf<InspectionResumed>().FirstOrDefault() is { } resumed && said.IsOn(0, PauseBefore(said.Letter, resumed).On) && said.IsOn(1, resumed.On)),
        new("Why: publication of the {product} is held until {day}.", said => said.Letter.Told<PublicationHeld>() is var held && said.IsOn(0, held.Until) && said.Case.PublicationHolds.ContainsKey(held.Hold)),
        new("Why: publication of the {product} was held until {day}.", said => said.Letter.Told<PublicationHeld>() is var held && said.IsOn(0, held.Until) && !said.Case.PublicationHolds.ContainsKey(held.Hold)),
        new("Why: publication of the {product} is no longer held.", said => said.Letter.ToldOf<PublicationHoldLifted>().Any() && said.Case.PublicationHold is null),
        new("Why: a hold of the publication of the {product} was lifted; it is held until {day} by another.", said => said.Letter.ToldOf<PublicationHoldLifted>().Any() && said.IsOn(0, said.Case.PublicationHold!.Until)),
        new("Why: the bank holidays changed.", said => said.Letter.ToldOf<CalendarChanged>().Any()),
        new("New bank holiday: {day} ({said}).", said => HolidayOn(said)?.Name == said.Words[1]),
        new("No longer a bank holiday: {day} ({said}).", said => HolidayOn(said) is null),
        new("Why: something had been recorded wrongly.", said => said.Letter.ToldOf<FactCorrected>().Any()),
        new("{said}: old date {said}, new date {said}", IsMoved),
        new("Next full inspection, as the letter brings it forward: old date {said}, new date {said}", IsNextFull),
        new("No date that you are waiting for now has moved."),
        new("Something about the {inspection} of Fictional Area had been recorded wrongly.", said => said.Letter.ToldOf<FactCorrected>().Any()),
        new("An e-mail to you that spoke of it, or of a date that hung on it, is set right by this one.", said => said.Letter.ToldOf<FactCorrected>().Any()),
        new("Recorded was: {said}, {day}.", said => Wrong(said.Letter) is { } wrong && said.Words[1] == LondonTime.Show(wrong.On)),
        new("That did not happen.", said => said.Letter.Told<FactCorrected>().Instead is null),
        new("It was on {day}.", said => said.Letter.Told<FactCorrected>().Instead is Fact right && said.IsOn(0, right.On) && right.On != Wrong(said.Letter).On),
        new("The day was right; what was recorded with it was not.", said => said.Letter.Told<FactCorrected>().Instead is Fact right && right.On == Wrong(said.Letter).On),
        new("What hung on it did not happen either:", said => TakenAlong(said.Letter).Any()),
        new("{said}, {day}", said => TakenAlong(said.Letter).Any(fact => said.IsOn(1, fact.On)), said => said.Under == "What hung on it did not happen either:"),
        .. Asked("# Correction", "Dates that moved:"),
    ];

    private static Claim[] OfMeetingsAndVisits =>
    [
        new("Thank you for agreeing to meet Ofsted and the Care Quality Commission (CQC) on {ahead:meeting}."),
        new("Please send us the partnership’s self-evaluation {by:self-evaluation}, in reply to this e-mail.", said => !said.Letter.Has<SelfEvaluationReceived>()),
        new("We have the partnership’s self-evaluation.", said => said.Letter.Has<SelfEvaluationReceived>()),
        new("The self-evaluation before the engagement meeting with the local area partnership of Fictional Area is due by {ahead:self-evaluation}."),
        new("Please send it in reply to this e-mail.", said => !said.Letter.Has<SelfEvaluationReceived>()),
        new("# The self-evaluation is due soon", said => said.Letter.LiesAhead(Steps.SelfEvaluation)),
        new("The engagement meeting between Ofsted, the Care Quality Commission (CQC) and the local area partnership of Fictional Area is on {ahead:meeting}."),
        new("# Engagement meeting on {said}", said => said.Letter.Plan[Steps.Meeting].DueDate is { } day && said.Words[0] == LondonTime.Show(day)),
        new("We have your self-evaluation.", said => said.Letter.Has<SelfEvaluationReceived>()),
        new("We have no self-evaluation on record yet: please send it in reply to this e-mail.", said => !said.Letter.Has<SelfEvaluationReceived>()),
        new("The agenda is agreed.", said => said.Letter.Has<AgendaAgreed>()),
        new("The agenda is not recorded as agreed yet.", said => !said.Letter.Has<AgendaAgreed>()),
        new("It was held on {day}.", said => said.IsOn(0, said.Letter.All<MeetingHeld>().Last().On)),
        new("Autumn 2026", said => said.Sentence.Under == "The next engagement meeting"),
        new("None were agreed.", said => string.IsNullOrEmpty(said.Letter.Told<MeetingLetterSent>().NextSteps)),
        new("the director of children’s services", said => said.Letter.All<MeetingHeld>().Last().Attended.Contains(MeetingParty.Dcs)),
        new("the local area nominated officer (LANO)", said => said.Letter.All<MeetingHeld>().Last().Attended.Contains(MeetingParty.Lano)),
        new("The letter about the {inspection} in Fictional Area was shared with the local area on {day}.", said => said.IsOn(0, said.Letter.Told<RevisitLetterShared>().On)),
        .. Asked(
            "# Engagement meeting with the local area partnership of Fictional Area", "# Before the meeting", "# The meeting", "# What was discussed", "# The next engagement meeting", "# Next steps", "# Re-visit letter shared", "# What follows",
            "An engagement meeting is not an inspection.", "It covers these 3 questions:", "It covers:", "These attended:", "It is not published.",
            "It is intended to support the local area partnership as it works to improve the experiences and outcomes of children and young people with special educational needs and/or disabilities (SEND).",
            "What do you know about the impact of your arrangements for children and young people with SEND?", "How do you know what impact your arrangements for children and young people with SEND are having?",
            "What are your plans for the next 12 months to improve the experiences and outcomes of children and young people with SEND?", "There is no prescribed format.",
            "Draw on what you have already: we do not expect you to carry out additional work for the meeting.", "Keep it succinct, focused and evaluative, so that it makes sense by itself, with few appendices.",
            "Include recent developments in the local SEND system, and improvements to areas of weakness.",
            "Ofsted’s regional director, a Children’s Services Inspector from CQC, the local area nominated officer, the director of children’s services and the representative of the integrated care board, or their delegates, agree the agenda.",
            "the content of the self-evaluation, and the evidence that supports it", "the impact of what leaders are doing to address weaknesses and to maintain or improve good practice", "actions taken in response to previous inspections",
            "broader issues that affect the delivery of services", "the approximate timing of the next engagement meeting", "We expect that the director of children’s services and the representative of the integrated care board attend.",
            "It is for you to decide who else attends, each with a clear purpose.", "Everyone who attends should have a clear purpose for being there.",
            "We write to the director of children’s services and the representative of the integrated care board within a month of the meeting; the letter is not published.",
            "This letter is from Ofsted and the Care Quality Commission (CQC) about our engagement meeting.",
            "It says for each area of significant weakness whether sufficient progress has been made.",
            "If sufficient progress has been made in all of them, the DfE and NHS England stop their formal quarterly support and challenge visits.",
            "If not, possible next steps include that the Secretary of State uses powers of intervention.", "Other significant weaknesses that the letter highlights may be used to determine when the local area is inspected next.",
            "No new written statement of action is required, because a re-visit is not a new inspection."),
        .. Rows(("Self-evaluation", Steps.SelfEvaluation), ("Agenda agreed", Steps.Agenda), ("Engagement meeting", Steps.Meeting), ("Letter about the meeting", Steps.MeetingLetter)),
    ];

    /// <summary>What stood before the correction: what had been recorded, or what an earlier correction had made of it.</summary>
    private static Fact Wrong(Letter letter) => Stood(letter, letter.Told<FactCorrected>().Corrects);

    private static Fact Stood(Letter letter, int seq)
    {
        var stood = (Fact)letter.Case.Recorded[seq - 1].Event;
        foreach (var earlier in letter.All<FactCorrected>().TakeWhile(other => other != letter.Told<FactCorrected>()))
        {
            stood = earlier.Corrects == seq && earlier.Instead is Fact right ? right : stood;
        }

        return stood;
    }

    private static IEnumerable<Fact> TakenAlong(Letter letter) =>
        letter.Told<FactCorrected>().GoesWithIt.Where(seq => letter.Case.Recorded[seq - 1].By == Recorder.Coordinator).Select(seq => Stood(letter, seq));

    private static BankHoliday? HolidayOn(Said said) => DatePhrase.Read(said.Words[0]) is { } day ? said.Letter.Inspection.Counted.BankHolidays.On(day) : null;

    // On the day it is told, the new date is the one that the fact gave it; later, the one that holds by then. What is no step of it any more is no longer due.
    private static bool IsMoved(Said said)
    {
        var letter = said.Letter;
        var moved = MovedDates.Of(letter.Told<Fact>()).Where(date =>
            (letter.Plan.Find(date.Step)?.Definition ?? letter.Case.Rows.FirstOrDefault(row => row.Key == date.Step)) is { } row
            && said.Words[0] == (!letter.IsPublished && row.UntilPublished is { } title ? title : row.Title));
        return moved.Any(date => IsOld(date, said.Words[1]) && (letter.Plan.Find(date.Step) is null ? said.Words[2] == "no longer due" : IsNew(letter, date, said.Words[2])));
    }

    private static bool IsNextFull(Said said)
    {
        var moved = said.Letter.Told<FactCorrected>().Moved.Single(date => date.Step == Steps.NextFullInspection);
        return said.Letter.IsPublished
            && said.Words[0] == (moved.From is { } from ? LondonTime.Show(from) : "not brought forward")
            && said.Words[1] == ((said.Letter.IsLate ? said.Case.Monitoring?.NextFullBy : moved.To) is { } by ? $"{LondonTime.Show(by)} (fixed)" : "no longer brought forward");
    }

    private static bool IsOld(MovedDate date, string said) => date.From is { } from ? said.StartsWith(LondonTime.Show(from), StringComparison.Ordinal) : said == "no date";

    private static bool IsNew(Letter letter, MovedDate date, string said)
    {
        var step = letter.Plan[date.Step];
        var holds = letter.IsLate ? step.DueDate : date.To;
        return holds is not { } day ? said == "no date"
            : said.StartsWith("not before ", StringComparison.Ordinal) ? DatePhrase.IsHeld(letter, step) && said.Contains(LondonTime.Show(day), StringComparison.Ordinal)
            : said.Replace("by ", "", StringComparison.Ordinal).StartsWith(LondonTime.Show(day), StringComparison.Ordinal)
                && (letter.IsStopped(step) ? said.EndsWith($"(moves when the {letter.Case.Type.Noun} goes on)", StringComparison.Ordinal)
                    : said.EndsWith("(passed)", StringComparison.Ordinal) ? day < letter.Today
                    : day >= letter.Today && (said.EndsWith("(forecast)", StringComparison.Ordinal) ? step.Certainty == Certainty.Forecast
                        : step.Certainty == Certainty.Fixed && said.StartsWith("by ", StringComparison.Ordinal) != said.EndsWith("(fixed)", StringComparison.Ordinal)));
    }
}
