using AreaSend.Core.Calendars;
using AreaSend.Core.Inspections;
using AreaSend.Core.Notices;

namespace AreaSend.Services.Tests.Notices.Truth;

/// <summary>Every sentence that an e-mail may say, and when it is so. A sentence that stands nowhere here may not be said.</summary>
internal static partial class Claims
{
    public static IReadOnlyList<Claim> All => Known.Value;

    private static readonly Lazy<IReadOnlyList<Claim>> Known = new(() =>
        [.. Everywhere, .. OfNotification, .. OfAnnexA, .. OfReports, .. OfPapers, .. OfPlans, .. OfTheCourse, .. OfMeetingsAndVisits, .. OfSubjects]);

    private static Claim[] Everywhere =>
    [
        new("Ofsted", said => !IsFromCqc(said.Letter)),
        new("Ofsted, also for the Care Quality Commission", said => !IsFromCqc(said.Letter)),
        new("Care Quality Commission", said => IsFromCqc(said.Letter)),
        new("Care Quality Commission, also for Ofsted", said => IsFromCqc(said.Letter)),
        new("Dear Zoë O'Connor <& Sons>"),
        new("This e-mail is late: it should have reached you on {day}, and could not be sent until {day}.",
            said => said.Letter.IsLate && said.IsOn(0, LondonTime.DateOf(said.Letter.RaisedAt)) && said.IsOn(1, said.Letter.Today)),
        new("What it says is as of today; where a deadline has passed, please do it as soon as possible.", said => said.Letter.IsLate),
        new("No local area nominated officer (LANO) has been nominated for this inspection yet, so this comes to you.", said => said.Case.Lano is null && said.Letter.Owed.To == RecipientRole.Dcs),
        new("Reply to this e-mail with the officer’s name and e-mail address.", said => said.Case.Lano is null),
        new("{said} <https://areasend.example.org/lano>", said => said.Letter.Owed.To == RecipientRole.Lano),
        new("Go to the inspection’s page <https://areasend.example.org/inspections/0198f3c2-5a3e-7c11-9d70-2f6f3f0b8a01>", said => said.Letter.Owed.To == RecipientRole.LeadInspector),
        new("Where the {noun} stands, what is due, and how to reach us: Sign in to your page <https://areasend.example.org/leaders>", said => IsLeader(said.Letter) && BringsALink(said.Letter)),
        new("Where the {noun} stands, what is due, and how to reach us: Go to your page <https://areasend.example.org/leaders>", said => IsLeader(said.Letter) && !BringsALink(said.Letter)),
        new("The link is yours alone: it signs you in once, to this {noun} only.", said => IsLeader(said.Letter) && BringsALink(said.Letter)),
        new("To sign in again later, or when it no longer works, ask for a new one: https://areasend.example.org/leaders/sign-in", said => IsLeader(said.Letter) && BringsALink(said.Letter)),
        new("You get this as the {said}, about the {inspection} of Fictional Area.", said => said.Words[0] == said.Letter.Owed.To.Show()),
        new("If something stands in the way, {reach}."),
        new("Lead inspector: Fictional Lead", said => said.Case.Type.IsInspection && said.Letter.Lead is { Telephone: null }),
        new("Lead inspector: Fictional Lead, telephone 0300 000 0000", said => said.Case.Type.IsInspection && said.Letter.Lead is { Telephone: not null }),
        new("For Ofsted: Fictional Lead", said => !said.Case.Type.IsInspection && said.Letter.Lead is { Telephone: null }),
        new("For Ofsted: Fictional Lead, telephone 0300 000 0000", said => !said.Case.Type.IsInspection && said.Letter.Lead is { Telephone: not null }),
        new("Lead inspector of CQC: Fictional Other, telephone 0300 000 0001", said => said.Case.Type.IsInspection && said.Letter.CqcLead is not null),
        new("For CQC: Fictional Other, telephone 0300 000 0001", said => !said.Case.Type.IsInspection && said.Letter.CqcLead is not null),
        new("Coordination: Fictional Maple", said => said.Letter.Coordinator is not null),
        new("Why: {said}", said => ReasonsOf(said.Letter).Contains(said.Words[0]), said => said.Text.StartsWith("Why: A fictional", StringComparison.Ordinal)),
        new("A fictional {said}.", said => ReasonsOf(said.Letter).Contains(said.Sentence.Text)),
        .. Asked(
            "# Who to call",
            "Reply to this e-mail, and ask to be called",
            "Or reply to this e-mail, and ask to be called",
            "A date marked “fixed” is set.",
            "“By” a date means on it or before it.",
            "A date marked “forecast” assumes that everything before it happens on its due day, and moves if it does not.",
            "Times are London times.",
            "Never send personal data about children or young people by e-mail.",
            "Area SEND: framework and handbook <https://www.gov.uk/government/publications/area-send-framework-and-handbook>"),
    ];

    /// <summary>What asks for something, or tells what the handbook says: nothing that happens makes it untrue.</summary>
    private static IEnumerable<Claim> Asked(params IEnumerable<string> sentences) => sentences.Select(sentence => new Claim(sentence));

    /// <summary>Who says of a priority action plan whether it meets the criteria (¶ 149 of either edition).</summary>
    public static string Reviewers(Letter letter) => letter.Case.Edition.Id == "area-send-2024-01-30" ? "Ofsted and CQC" : "DfE and NHS England";

    /// <summary>The leaders and the forum, whom their page lets in from the notification on.</summary>
    private static bool IsLeader(Letter letter) => letter.Owed.To is RecipientRole.Dcs or RecipientRole.Icb or RecipientRole.Pcf && letter.Has<Notified>();

    private static bool BringsALink(Letter letter) => letter.Owed.Template is "notification" or "self-evaluation-asked" or "leader-link";

    private static bool IsFromCqc(Letter letter) => letter.Owed is { Template: "notification", To: RecipientRole.Icb };

    /// <summary>The reasons that people gave for what an e-mail tells of.</summary>
    private static IEnumerable<string> ReasonsOf(Letter letter) => letter.ToldOf<Fact>().SelectMany(fact => fact switch
    {
        InspectionPaused paused => [paused.Reason],
        InspectionWithdrawn withdrawn => [withdrawn.Reason],
        DeferralDecided decided => [decided.Reason],
        DeadlineOverridden set => [set.Reason],
        PublicationHeld hold => [hold.Reason],
        PublicationHoldLifted lifted => [lifted.Reason],
        FactCorrected correction => [correction.Reason],
        ExtraItemAsked asked => [asked.Reason],
        MeetingLetterSent sent => [sent.Agenda, sent.NextSteps],
        InspectionResumed resumed => [PauseBefore(letter, resumed).Reason],
        _ => Array.Empty<string>(),
    });

    private static InspectionPaused PauseBefore(Letter letter, InspectionResumed resumed) =>
        letter.Case.Events.Select(recorded => recorded.Event).TakeWhile(happened => happened != resumed).OfType<InspectionPaused>().Last();
}
