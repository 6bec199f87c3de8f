using AreaSend.Core.Inspections;
using AreaSend.Core.Notices;
using AreaSend.Core.Timetables;
using NodaTime;

namespace AreaSend.Services.Tests.Notices.Truth;

/// <summary>What notifications, invitations and the e-mails of weeks 1 to 3 say.</summary>
internal static partial class Claims
{
    private static IEnumerable<Claim> OfNotification => [.. WhoComes, .. OfTheOfficer, .. OfTheSurveys, .. OnSite, .. AskedOnDayOne];

    private static readonly string[] Both = ["Ofsted and the Care Quality Commission (CQC)", "The Care Quality Commission (CQC) and Ofsted"];

    private static readonly string[] InspectorsOfBoth = ["Inspectors of Ofsted and the Care Quality Commission (CQC)", "Inspectors of the Care Quality Commission (CQC) and Ofsted"];

    private static Claim[] WhoComes =>
    [
        .. Both.SelectMany(who => new Claim[]
        {
            new($"{who} {{said}} the arrangements of the local area partnership of Fictional Area for children and young people with special educational needs and/or disabilities (SEND).",
                said => said.Words[0] == (said.Letter.IsOver ? "have inspected" : "will inspect")),
            new($"{who} {{said}} a monitoring inspection of the local area partnership of Fictional Area and its arrangements for children and young people with special educational needs and/or disabilities (SEND), under section 20(1)(a) of the Children Act 2004.",
                said => said.Words[0] == (said.Letter.IsOver ? "have carried out" : "will carry out")),
        }),
        .. InspectorsOfBoth.Select(who =>
            new Claim($"{who} {{said}} the local area partnership of Fictional Area.", said => said.Words[0] == (said.Letter.IsOver ? "have visited" : "will visit"))),
        new("You are notified today, {day}.", said => said.IsOn(0, said.Letter.Today) && said.Letter.Today == said.Letter.Plan.NotificationDay),
        new("The local area was notified on {day}.", said => said.IsOn(0, said.Letter.Plan.NotificationDay) && said.Letter.Plan.NotificationDay <= said.Letter.Today),
        new("It assesses the extent to which the local area partners are taking effective action to address the areas for priority action set out in the report published on {day}.",
            said => said.Case.Grounds is MonitoringGrounds { FollowsReportOf: { } day } && said.IsOn(0, day)),
        new("The statement was declared fit for purpose on {day}.", said => said.Case.Grounds is RevisitGrounds grounds && said.IsOn(0, grounds.StatementFit)),
        new("Ofsted notifies the director of children’s services of Fictional Area.", said => said.Letter.Owed.To == RecipientRole.Icb),
        new("We notify you as the chief executive of NHS Fictional Integrated Care Board.", said => said.Letter.Owed.To == RecipientRole.Icb),
        new("Ofsted notifies the director of children’s services of Fictional Area; we notify you as the chief executive of NHS Fictional Integrated Care Board.", said => said.Letter.Owed.To == RecipientRole.Icb),
    ];

    private static Claim[] OfTheOfficer =>
    [
        new("Nominate a local area nominated officer (LANO) {by:lano-nominated}.", said => said.Case.Lano is null),
        new("Reply to this e-mail with the officer’s name and e-mail address; the officer then gets an invitation to the site where information is shared.", said => said.Case.Lano is null),
        new("A local area nominated officer (LANO) has been nominated, and is the single point of contact for the partnership throughout the inspection.", said => said.Case.Lano is not null),
        new("The local area nominated officer (LANO) has been nominated.", said => said.Case.Lano is not null),
        new("Make sure that the officer has what is needed.", said => said.Case.Lano is not null),
        new("Name a representative of the integrated care board for the inspection, and agree with the director of children’s services who will be the local area nominated officer (LANO) {by:lano-nominated}.", said => said.Case.Lano is null),
        new("You have been nominated as the local area nominated officer (LANO) for the {inspection} of Fictional Area.", said => said.Case.Lano is not null),
        new("# You are the nominated officer for the inspection of Fictional Area", said => said.Case.Lano is not null),
        new("A new link was asked for, for the {inspection} of Fictional Area.", said => said.Letter.Owed.To == RecipientRole.Lano ? said.Letter.Has<LanoLinkAsked>() : said.Letter.ToldOf<LeaderLinkAsked>().Any(asked => asked.To == said.Letter.Owed.To)),
        new("Nothing of Annex A is outstanding at present; what inspectors ask for besides, you send on the site.", said => !Owed(said.Letter).Any()),
        new("Sign in to the site with the link below, and send what is still outstanding of the information of Annex A: each deadline is below, and what is past its deadline is needed as soon as possible.", said => Owed(said.Letter).Any()),
        new("Inspectors select about 6 children and young people for tracking meetings: {ahead:tracked-children}.", said => said.Case.TrackedChildren == 0),
        new("Inspectors select about 6 children and young people for tracking meetings.", said => said.Case.TrackedChildren == 0 && !said.Letter.IsOver && !said.Letter.LiesAhead(Steps.TrackedChildren)),
        new("The site tells you then which information is needed for each of them.", said => said.Case.TrackedChildren == 0 && !said.Letter.IsOver),
        new("Take part in the {said} with the lead inspector, the CQC inspector and the representative of the integrated care board: {ahead:set-up-discussion}."),
        .. Asked(
            "# What to do first", "# How to sign in", "# What comes later", "The inspection:", "# Your new sign-in link",
            "Sign in to the site with the link below.",
            "The lead inspector tells you which information of Annex A is needed, if any; you send it on the site.",
            "It is what the partnership produces in its routine work, in the form in which you have it.",
            "Never send it by e-mail.", "Never send them by e-mail.", "The person-level lists are to be in Excel.",
            "You are the single point of contact on behalf of the local area partnership, and work with the lead inspector throughout the inspection so that its activities are coordinated.",
            "You are encouraged to have a senior colleague with you.",
            "The link at the end of this e-mail is yours alone: it signs you in once, to this inspection only.",
            "Do not pass it on.",
            "To sign in again later, or when it no longer works, ask for a new one: https://areasend.example.org/lano/sign-in",
            "It signs you in once; links sent before no longer work.", "It is yours alone: do not pass it on.", "If you did not ask for it, you need not do anything.",
            "To sign in again later, ask for another: https://areasend.example.org/lano/sign-in", "To sign in again later, ask for another: https://areasend.example.org/leaders/sign-in"),
    ];

    private static Claim[] OfTheSurveys =>
    [
        new("They are open until {ahead:surveys-close}.", said => !said.Letter.Has<SurveysClosed>()),
        new("They close on {ahead:surveys-close}.", said => !said.Letter.Has<SurveysClosed>()),
        new("The surveys are open until {ahead:surveys-close}.", said => !said.Letter.Has<SurveysClosed>()),
        new("The surveys for the {inspection} of Fictional Area are open.", said => !said.Letter.Has<SurveysClosed>()),
        new("The surveys for the {inspection} of Fictional Area close on {ahead:surveys-close}."),
        new("# The surveys are open", said => !said.Letter.Has<SurveysClosed>()),
        new("Distribute the surveys, which close on {ahead:surveys-close}.", said => !said.Letter.Has<SurveysClosed>()),
        new("Send the surveys to all children and young people with SEND and their parents and carers, and make them available to all settings and services.", said => !said.Letter.Has<SurveysClosed>()),
        new("Make sure that health services know about the inspection, and help to distribute the surveys.", said => !said.Letter.Has<SurveysClosed>()),
        new("Please arrange without delay that the surveys:", said => !said.Letter.Has<SurveysClosed>()),
        new("Please remind settings, services, and families who have not answered yet.", said => !said.Letter.Has<SurveysClosed>()),
        .. Asked(
            "# Surveys", "# The surveys close soon", "Answers that come later cannot be counted.", "Please remind the families you know.", "Please encourage the families you know to take part.",
            "The lead inspector gives you the links to the 3 surveys: one for children and young people with SEND, one for parents and carers, and one for practitioners.",
            "The local area partnership sends the surveys to children and young people with SEND and to their parents and carers.",
            "The local area partnership sends them out; please encourage families to take part.",
            "If somebody needs a survey in another form, or on paper, reply to this e-mail.", "Paper copies are available on request.",
            "Tell us about accessibility needs; paper copies are available on request.",
            "are sent to all children and young people with SEND", "are sent to their parents and carers",
            "are made available to all settings and services that work with children and young people with SEND"),
    ];

    private static Claim[] OnSite =>
    [
        new("Inspectors of Ofsted and CQC begin their off-site fieldwork for the inspection of Fictional Area on {ahead:fieldwork}."),
        new("# Fieldwork begins soon", said => said.Letter.LiesAhead(Steps.Fieldwork)),
        new("# Inspectors come on site soon", said => said.Letter.LiesAhead(Steps.OnSite)),
        new("Inspectors of Ofsted and CQC come on site in Fictional Area on {ahead:on-site}."),
        new("Inspectors of Ofsted and CQC come on site in Fictional Area on {ahead:on-site}, for the {inspection}."),
        new("The last on-site day is {said}.", said => DatePhrase.IsAhead(said.Letter, said.Letter.Plan.Marking(Anchor.OnSiteEnds), said.Words[0])),
        new("Take part in the set-up discussion with the lead inspector and the CQC inspector: {ahead:set-up-discussion}."),
        new("Take part in the telephone call about the schedule and the information: {ahead:set-up-discussion}."),
        new("Have your representative take part in the set-up discussion with the lead inspector and the CQC inspector: {ahead:set-up-discussion}."),
        new("Have your representative take part in the telephone call about the schedule and the information: {ahead:set-up-discussion}."),
        new("They work remotely until they come on site.", said => !said.Letter.Has<OnSiteStarted>()),
        new("Before the on-site days the lead inspector meets you and other colleagues, who share information on the partnership’s context.", said => said.Letter.Owed.To == RecipientRole.Lano && !said.Letter.Has<OnSiteStarted>()),
        new("Before the on-site days the lead inspector meets the nominated officer and other colleagues, who share information on the partnership’s context.", said => !said.Letter.Has<OnSiteStarted>()),
        new("At the start of the inspection inspectors meet representatives of the Parent Carer Forum remotely, to hear which themes matter to families and what the partnership could do better.", said => !said.Letter.Has<OnSiteStarted>()),
        new("The lead inspector will get in touch to agree a time in weeks 1 or 2.", said => !said.Letter.Has<OnSiteStarted>()),
        new("The lead inspector will get in touch with you.", said => !said.Letter.IsOver),
        new("During the inspection they also meet other parents and carers, and children and young people.", said => !said.Letter.IsOver),
        new("Your representatives are likely to be invited to the feedback meeting: {ahead:feedback-meeting}."),
        new("What is said there is confidential until the report is published.", said => !said.Letter.IsPublished),
        new("What is said in the feedback meeting remains confidential to those present until the {product} is published.", said => !said.Letter.IsPublished),
        new("The lead inspector and the CQC inspector will contact the LANO and the representative of the integrated care board about the up-to-date information that they need before the on-site week.",
            said => said.Case.Asks.Items.Count == 0 && !said.Letter.Has<OnSiteStarted>()),
        new("The lead inspector tells the LANO and the representative of the integrated care board which up-to-date information is still needed, if any.", said => said.Case.Asks.Items.Count == 0),
        new("The lead inspector agrees the timetable of activities with you.", said => said.Letter.Owed.To == RecipientRole.Lano),
        .. Asked(
            "# People", "What happens when:", "Everyone may have a colleague of their choice with them.", "Feedback meeting: attendance is voluntary.",
            "The lead inspector agrees through the LANO who attends.", "Please make sure that leaders and practitioners know it and any change to it.",
            "Meeting with leaders: the director of children’s services and elected members with responsibility for SEND, the representative of the integrated care board, the Parent Carer Forum, and senior managers for education, health, social care and alternative provision.",
            "Keep-in-touch meetings: the director of children’s services, the representative of the integrated care board and the local area nominated officer (LANO), at key points of the week.",
            "The lead inspectors of Ofsted and CQC agree the timetable of activities with you and the representative of the integrated care board.",
            "The lead inspectors of Ofsted and CQC agree the timetable with the local area nominated officer (LANO) and your representative.",
            "The lead inspectors of Ofsted and CQC agree the timetable with the local area nominated officer (LANO) and the representative of the integrated care board.",
            "Please make sure that leaders and practitioners know the timetable and any change to it, and that meetings by phone or video call are set up.",
            "Please make sure that leaders and practitioners know the timetable of activities and any change to it.",
            "Please make sure that health leaders and practitioners are free for their meetings.", "Please make sure that leaders and practitioners are free for their meetings."),
        .. Rows(
            ("Surveys close", Steps.SurveysClose), ("Off-site fieldwork begins", Steps.Fieldwork), ("Inspectors come on site", Steps.OnSite), ("Meeting with leaders on the first on-site day", Steps.LeadersMeeting),
            ("Meeting with leaders", Steps.LeadersMeeting), ("Feedback meeting on the last on-site day", Steps.FeedbackMeeting), ("Feedback on the last on-site day", Steps.FeedbackMeeting),
            ("Feedback meeting", Steps.FeedbackMeeting), ("Last on-site day", Steps.OnSiteEnds)),
    ];

    private static IEnumerable<Claim> AskedOnDayOne =>
    [
        .. Asked(
            "# Area SEND inspection of Fictional Area", "# Area SEND monitoring inspection of Fictional Area", "# Thematic visit: Fictional Area", "# Re-visit under the earlier framework: Fictional Area",
            "# What we ask you to do now", "# Information we ask for", "# Information we ask for (Annex A)", "# If the timing is a problem", "# Well-being", "# What happens",
            "# Template for item 1.7: health system overview and commissioning arrangements", "The 3 weeks:", "After the inspection:", "Before and on the on-site days:", "The visit:", "Item 1.7:", "Deadlines:", "Deadlines for health information:",
            "It is a joint full inspection under section 20(1)(a) of the Children Act 2004.", "A re-visit is not a new inspection.",
            "A thematic visit investigates a particular aspect of the system for children and young people with special educational needs and/or disabilities (SEND) in depth.",
            "Ofsted and CQC share learning from a small number of such visits in a national report.", "The guidance for each set of visits is published separately.",
            "The visit determines whether the local area has made sufficient progress in addressing the areas of significant weakness for which it was required to produce a written statement of action.",
            "The LANO is the single point of contact for the partnership throughout the inspection.", "The LANO and the representative of the integrated care board are encouraged to have a senior colleague with them.",
            "We encourage them to have a senior colleague with them.", "Name a representative of the integrated care board for the inspection.",
            "Make sure that providers, services, and parents and carers know about the inspection.", "Make sure that health services know about the inspection.", "Make sure that health services know about the visit.",
            "Make sure that those concerned know about the visit.", "Make sure that health services know about the inspection, and give the LANO your part of the information that inspectors ask for.",
            "Have evidence ready that shows how the local area partners have assured themselves that they are making the necessary progress.",
            "Give the LANO your part of the Annex A information in time for the deadlines below.",
            "Reply to this e-mail with the name of somebody through whom the lead inspector can arrange the visit.",
            "The person-level lists are to be in Excel, as up to date as possible, each saying which date its data represents.",
            "Send what you use in your ordinary work; nothing needs to be produced solely for the inspection.", "All of it is shared on the site, never by e-mail.",
            "Send only what the local area partnership produces as part of its routine practice, in the form in which you have it.",
            "We defer an inspection only in exceptional circumstances.", "Ofsted and CQC defer an inspection only in exceptional circumstances.", "A visit is deferred only in exceptional circumstances.",
            "The lead inspector will ask how you and your colleagues are and who is responsible for your well-being from day to day.", "You may have a colleague of your choice with you in any meeting.",
            "Inspectors look at how well the local area partnership works together to improve the experiences and outcomes of children and young people with SEND.",
            "Inspectors look at the areas that the local area partnership has to put right.", "They inspect the arrangements, not individual people, families or providers.",
            "They hear the views of children and young people, and of their parents and carers, in ways that are agreed with the area.",
            "When the final report is shared, the local area partnership makes sure that you get a copy.", "When the final letter is shared, the local area partnership makes sure that you get a copy.",
            "Copy this template into a document, and fill it in for each local health service for children and young people with SEND, including those aged 16 to 25.",
            "Service: its name and the part of the area it covers", "Who commissions it: the organisation, and whether it does so jointly", "Who provides it: the organisation that families meet",
            "Commissioning specification: what is commissioned, for which ages, including young people aged 16 to 25", "Significant changes planned: what will change, and when; or “none”",
            "Recovery plan: whether the service has or needs one, and what it covers; or “none”"),
        new("You may ask for it under Ofsted’s deferral policy <{said}> by replying to this e-mail.", said => !said.Letter.IsOver),
        new("You may ask for it under Ofsted’s deferral policy <{said}>.", said => !said.Letter.IsOver),
        new("The partnership may ask for it under Ofsted’s deferral policy <{said}>.", said => !said.Letter.IsOver),
        new("Arrangements go on until a request is granted.", said => !said.Letter.IsOver),
        .. Rows(
            ("Person-level lists 1 and 2", Steps.PersonLevelLists), ("List of providers and services", Steps.ProvidersList), ("Items 1.1 to 1.7", Steps.Arrangements), ("Items 2.1 to 6.4", Steps.FurtherInformation),
            ("Items 5.1 and 5.2, and what else health holds of items 2.1 to 6.4", Steps.FurtherInformation), ("Items 7.1 to 7.7 for each child or young person selected for tracking", Steps.TrackedChildrenInformation),
            ("Information about tracked children and young people (items 7.1 to 7.7)", Steps.TrackedChildrenInformation)),
    ];

    private static IEnumerable<Claim> Rows(params IEnumerable<(string What, string Step)> rows) =>
        rows.Select(row => new Claim($"{row.What}: {{stands:{row.Step}}}", where: said => !said.Under.StartsWith("Dates that moved", StringComparison.Ordinal)
            && !said.Text.Contains("attendance", StringComparison.Ordinal) && !said.Text.StartsWith("Meeting with leaders: the director", StringComparison.Ordinal)));
}
