using AreaSend.Core.Inspections;
using AreaSend.Core.Notices;
using AreaSend.Core.Timetables;
using NodaTime;

namespace AreaSend.Services.Tests.Notices.Truth;

/// <summary>What e-mails about drafts, final reports, complaints, publication and plans say.</summary>
internal static partial class Claims
{
    private static IEnumerable<Claim> OfReports => [.. OfDrafts, .. OfFinals, .. OfComplaints, .. OfPublication];

    private static Claim[] OfDrafts =>
    [
        new("The on-site days of the inspection of Fictional Area ended on {day}.", said => said.IsOn(0, said.Letter.All<OnSiteEnded>().Last().On)),
        new("If an issue remains unresolved, the local area partnership can call a senior Ofsted leader on {ahead:concerns-call}."),
        new("After the call you can still comment on the draft {product}, and make a formal complaint once you have the final {product}.", said => !said.Letter.Has<FinalReportShared>()),
        new("The feedback you were given remains confidential until the {product} is published.", said => !said.Letter.IsPublished),
        new("The draft {product} of the {inspection} of Fictional Area was shared with the local area on {day}.", said => said.IsOn(0, said.Letter.Told<DraftReportShared>().On)),
        new("The final {product} has been shared since, so comments on the draft can no longer be taken.", said => said.Letter.Has<FinalReportShared>()),
        new("The local area’s comments were received on {day}.", said => said.IsOn(0, said.Letter.All<CommentsReceived>().Last().On)),
        new("The local area may comment on the draft {product}, the inspection process and the findings by {ahead:draft-comments}.", said => !said.Letter.Has<FinalReportShared>()),
        new("The time for comments ended on {past:draft-comments}.", said => !said.Letter.Has<CommentsReceived>()),
        new("The local area nominated officer (LANO) sends the comments for the whole partnership.", said => said.Case.Lano is not null),
        new("Name a nominated officer, who hands them in on the site.", said => said.Case.Lano is null),
        new("Hand them in on the site, on your page.", said => said.Case.Lano is not null && said.Letter.Owed.To == RecipientRole.Lano),
        new("Comments are handed in on the site.", said => said.Case.Lano is not null && said.Letter.Owed.To != RecipientRole.Lano),
        new("One reply is for the whole partnership.", said => said.Case.Lano is null),
        new("We consider all comments, and respond to them when we share the final {product}.", said => !said.Letter.Has<FinalReportShared>()),
        new("The local area’s comments on the draft {product} of the inspection of Fictional Area, the inspection process and the findings are due by {ahead:draft-comments}.", said => !said.Letter.Has<FinalReportShared>()),
        new("We have none on record yet.", said => said.Letter.Owed.Template == "comments-reminder" ? !said.Letter.Has<CommentsReceived>() : !said.Letter.Has<SelfEvaluationReceived>()),
        new("The draft remains restricted and confidential to the relevant senior personnel.", said => !said.Letter.IsPublished),
        new("# Draft {product} shared for your comments"),
        new("# Comments on the draft {product} are due soon", said => said.Letter.LiesAhead(Steps.DraftComments)),
        .. Asked(
            "# If you have concerns about the inspection", "# Your comments", "Next dates:", "What comes after:", "You need not send any.", "Do not quote it in an e-mail.",
            "Reply to this e-mail for the number, if you have not been given it.",
            "You can use the call to raise concerns about the process or the outcomes, ask about next steps, or highlight information that you feel was not fully considered.",
            "An inspector who was not part of this inspection discusses it with you.", "The draft is restricted and confidential to the relevant senior personnel.",
            "It must not be shared more widely, and nothing in it is to be published under any circumstances.",
            "If that leaves you without a chance to comment, {reach} without delay."),
        .. Rows(
            ("Draft report shared", Steps.DraftReport), ("Draft letter shared", Steps.DraftReport), ("Draft report shared with the local area", Steps.DraftReport), ("Draft letter shared with the local area", Steps.DraftReport),
            ("Comments on the draft, by", Steps.DraftComments), ("Comments on the draft", Steps.DraftComments), ("Final report shared", Steps.FinalReport), ("Final letter shared", Steps.FinalReport),
            ("Final report shared with the local area", Steps.FinalReport), ("Final letter shared with the local area", Steps.FinalReport),
            ("Final report and our responses shared", Steps.FinalReport), ("Final letter and our responses shared", Steps.FinalReport)),
    ];

    private static Claim[] OfFinals =>
    [
        new("The final {product} of the {inspection} of Fictional Area was shared with the local area on {day}.", said => said.IsOn(0, said.Letter.Told<FinalReportShared>().On) && !said.Letter.Has<CommentsReceived>()),
        new("The final {product} of the {inspection} of Fictional Area was shared with the local area on {day}, with our responses to the comments on the draft.",
            said => said.IsOn(0, said.Letter.Told<FinalReportShared>().On) && said.Letter.Has<CommentsReceived>()),
        new("We have no comments on the draft on record.", said => !said.Letter.Has<CommentsReceived>()),
        new("The {product} remains confidential until it is published.", said => !said.Letter.IsPublished),
        new("The {product} was published on {day}.", said => said.IsOn(0, said.Letter.All<ReportPublished>().Last().On)),
        new("A formal complaint was received on {day}.", said => said.IsOn(0, said.Case.Complaint!.On)),
        new("The local area may make a formal complaint by {ahead:complaint}.", said => said.Case.Complaint is null),
        new("If there is no complaint, we will normally publish the {product} {by:publication}."),
        new("The last day for a formal complaint was {past:complaint}.", said => said.Case.Complaint is null),
        new("The {product} has been published, so a complaint can no longer delay that.", said => said.Letter.IsPublished),
        new("Makes the plan that the report asks for, {by:plan}."),
        new("Has made the plan that the report asks for.", said => said.Letter.Has<PlanReceived>() || said.Letter.Has<PlanPublished>()),
        new("# Final {product} shared"),
        new("Makes sure that the Parent Carer Forum receives a copy of the {product}, in confidence until it is published."),
        new("Once the {product} is published: publishes it on its organisations’ websites, and supplies a copy to a member of the public on demand, for a reasonable charge."),
        new("The link comes with the {product}."),
        .. Asked(
            "# If you want to complain", "# What the local area does", "# Tell us how the inspection was", "A complaint may delay publication.",
            "How to complain about Ofsted <https://www.gov.uk/government/organisations/ofsted/about/complaints-procedure>", "How to complain about Ofsted <https://www.gov.uk/government/organisations/ofsted/about/complaints-procedure>.",
            "If that leaves you without a chance to complain, {reach} without delay.",
            "If the letter requires a priority action plan (area SEND): the principal authority that it names submits the plan to Ofsted and CQC within 35 working days of receiving the letter.",
            "We invite you to take part in the voluntary post-inspection survey."),
        .. Rows(
            ("Last day for a formal complaint", Steps.Complaint), ("Report published", Steps.Publication), ("Letter published", Steps.Publication),
            ("The plan that the report asks for", "plan")),
    ];

    private static Claim[] OfComplaints =>
    [
        new("A formal complaint about the inspection of Fictional Area was received on {day}.", said => said.IsOn(0, said.Letter.Told<ComplaintReceived>().On)),
        new("It came in time, so it holds the publication of the {product}.", said => said.Case is { Complaint: { } complaint, Resolution: null } && complaint.On <= said.Letter.Plan[Steps.Complaint].DueDate && !said.Letter.IsPublished),
        new("It will be published 3 working days after the complaint is resolved, but not earlier than 3 working days after the last day for a complaint, {past:complaint}.", said => said.Case.PublicationHold is null),
        new("It will be published 3 working days after the complaint is resolved, but not earlier than 3 working days after the last day for a complaint, {past:complaint}, and not before {day}, until when publication is held.",
            said => said.IsOn(0, said.Case.PublicationHold!.Until)),
        new("The last day for a complaint was {past:complaint}, so it does not hold the publication of the {product}.", said => said.Case.Complaint!.On > said.Letter.Plan[Steps.Complaint].DueDate && !said.Letter.LiesAhead(Steps.Publication)),
        new("The last day for a complaint was {past:complaint}, so it does not hold the publication of the {product}, which is due {ahead:publication}.", said => said.Case.Complaint!.On > said.Letter.Plan[Steps.Complaint].DueDate),
        new("The {product} has been published, so the complaint does not hold that.", said => said.Letter.IsPublished),
        new("We will tell you when the complaint is resolved.", said => said.Case.Resolution is null),
        new("The formal complaint about the inspection of Fictional Area was resolved on {day}.", said => said.IsOn(0, said.Letter.Told<ComplaintWasResolved>().On)),
        new("Publication of the {product} goes on, and is due {ahead:publication}.", said => said.Case.IsRunning),
        new("Publication of the {product} goes on.", said => said.Case.IsRunning && !said.Letter.IsPublished),
        new("It does not hold the publication of the {product}, whose date we tell you when the {noun} goes on.", said => said.Case.Paused is not null && !said.Letter.IsPublished),
        new("The {product} remains confidential until then.", said => !said.Letter.IsPublished),
        .. Asked("# Complaint received", "# Complaint resolved"),
    ];

    private static Claim[] OfPublication =>
    [
        new("The {product} of the joint {inspection} of Fictional Area was published on {day}.", said => said.IsOn(0, said.Letter.Told<ReportPublished>().On)),
        new("Read the {product} <https://reports.example.org/999>", said => said.Letter.IsPublished),
        new("# {said} published: {inspection} of Fictional Area", said => said.Letter.IsPublished),
        new("A priority action plan (area SEND) is required.", said => said.Case.Authority is not null),
        new("The {product} names the principal authority responsible for it: Fictional Council.", said => said.Case.Authority?.Name == "Fictional Council"),
        new("The principal authority submits the plan to Ofsted and CQC {by:priority-action-plan}.", said => said.Case.ReturnedPlan is null),
        new("The plan has been submitted to Ofsted and CQC, who are reviewing it.", said => Reviewers(said.Letter) == "Ofsted and CQC" && said.Letter.Has<PlanReceived>() && said.Case.ReturnedPlan is null && !said.Letter.Has<PlanWasConfirmed>()),
        new("The plan has been submitted, and meets the criteria.", said => said.Letter.Has<PlanWasConfirmed>()),
        new("The plan was submitted and sent back for more work.", said => said.Case.ReturnedPlan is not null),
        new("The local area partnership has updated and published its strategic plan.", said => said.Letter.Has<PlanPublished>() && said.Case.Authority is null),
        new("The local area partnership is asked to update and publish its strategic plan, and should aim to do so {by:strategic-plan}.", said => said.Case.Outcome is { Number: 1 or 2 }),
        new("The next full inspection of the local area is brought forward: it is planned to take place by {day} (fixed).", said => said.Case.Monitoring?.NextFullBy is { } by && said.IsOn(0, by)),
        new("The local authority and its partners publish the {product} on their websites too, and supply a copy to a member of the public on demand, for a reasonable charge."),
        new("Publish the {product} on your organisation’s website."),
        .. Asked(
            "# What you have to do", "# What comes next", "# The next full inspection", "Dates:", "The local area partnership should have given you a copy.", "Make sure that the Parent Carer Forum has a copy.",
            "Supply a copy to a member of the public on demand, for a reasonable charge.", "Ofsted and the Care Quality Commission send it to you as the Children Act 2004 (Joint Area Reviews) Regulations 2015 require.",
            "It says whether the local area has taken effective action, for each area that inspectors looked at.",
            "The findings are communicated to the DfE and NHS England, and may be used to determine further intervention and support."),
        .. Rows(
            ("Priority action plan to be submitted", Steps.PriorityActionPlan), ("Monitoring inspection, usually", Steps.MonitoringInspection), ("Next full inspection, usually", Steps.NextFullInspection),
            ("Strategic plan updated and published", Steps.StrategicPlan)),
    ];

    private static Claim[] OfPlans =>
    [
        new("The plan that the {product} asks for after the {inspection} of Fictional Area is due by {ahead:plan}.", said => !said.Letter.IsPublished),
        new("The plan that the {product} asks for after the {inspection} of Fictional Area was due by {date:plan}.", said => !said.Letter.IsPublished && !said.Letter.LiesAhead(said.Case.Authority is null ? Steps.StrategicPlan : Steps.PriorityActionPlan)),
        new("The strategic plan after the {inspection} of Fictional Area should be updated and published by {ahead:strategic-plan}.", said => said.Letter.IsPublished),
        new("The priority action plan (area SEND) after the {inspection} of Fictional Area is due by {ahead:priority-action-plan}.", said => said.Letter.IsPublished),
        new("The priority action plan (area SEND) after the {inspection} of Fictional Area was due by {past:priority-action-plan}.", said => said.Letter.IsPublished),
        new("The strategic plan after the {inspection} of Fictional Area was to be updated and published by {past:strategic-plan}: local area partnerships should aim for that day.", said => said.Letter.IsPublished),
        new("We have no record that it has been published.", said => !said.Letter.Has<PlanPublished>()),
        new("If it is published, reply to this e-mail with its address.", said => !said.Letter.Has<PlanPublished>()),
        new("If it is not, please tell us when it will be.", said => !said.Letter.Has<PlanPublished>()),
        new("We have no record yet that it has been published; if it is, reply to this e-mail with its address.", said => !said.Letter.Has<PlanPublished>()),
        new("If it is finished, reply to this e-mail to say so.", said => said.Case.ReturnedPlan is null && !said.Letter.IsPublished),
        new("It was sent back on {day}.", said => said.IsOn(0, said.Case.ReturnedPlan!.On)),
        new("Ofsted and CQC received it on {day} and sent it back on {day}; they have not received it again.", said => said.IsOn(0, said.Letter.All<PlanReceived>().Last().On) && said.IsOn(1, said.Case.ReturnedPlan!.On)),
        new("The plan has been submitted to Ofsted and CQC.", said => said.Letter.Has<PlanReceived>() && said.Case.ReturnedPlan is null && !said.Letter.Has<PlanWasConfirmed>()),
        new("{reviewers} give feedback on it.", said => !said.Letter.Has<PlanWasConfirmed>()),
        new("{reviewers} sent it back on {day}, and it has not been submitted again.", said => said.IsOn(0, said.Case.ReturnedPlan!.On)),
        new("Ofsted and CQC received it on {day}.", said => said.IsOn(0, said.Letter.All<PlanReceived>().Last().On)),
        new("The principal authority submits it to both Ofsted and CQC.", said => said.Case.Authority is not null && !said.Letter.Has<PlanReceived>()),
        new("They have not received it yet.", said => !said.Letter.Has<PlanReceived>()),
        new("What it lacked: {said}", said => said.Case.ReturnedPlan!.Missing == said.Words[0] && said.Letter.IsPublished),
        new("What is missing: {said}", said => said.Letter.Told<PlanReturned>().Missing == said.Words[0] && said.Letter.IsPublished),
        new("{reviewers} reviewed the priority action plan (area SEND) after the inspection of Fictional Area, and sent it back on {day}.", said => said.IsOn(0, said.Letter.Told<PlanReturned>().On) && said.Letter.IsPublished),
        new("{reviewers} reviewed the plan that the {product} asks for after the inspection of Fictional Area, and sent it back on {day}.", said => said.IsOn(0, said.Letter.Told<PlanReturned>().On) && !said.Letter.IsPublished),
        new("It does not meet the criteria yet.", said => said.Case.ReturnedPlan is not null),
        new("The deadline for it, {ahead:priority-action-plan}, has not passed: please complete it, and submit it again to both Ofsted and CQC by then."),
        new("Please complete it, and submit it again to both Ofsted and CQC as soon as possible.", said => !said.Letter.LiesAhead(Steps.PriorityActionPlan)),
        new("{reviewers} confirmed on {day} that the priority action plan (area SEND) after the inspection of Fictional Area meets the criteria.", said => said.IsOn(0, said.Letter.Told<PlanWasConfirmed>().On) && said.Letter.IsPublished),
        new("{reviewers} confirmed on {day} that the plan that the {product} asks for after the inspection of Fictional Area meets the criteria.", said => said.IsOn(0, said.Letter.Told<PlanWasConfirmed>().On) && !said.Letter.IsPublished),
        new("Publish the plan {by:plan-publication}, together with the other local area partners who were involved in making it.", said => !said.Letter.Has<PlanPublished>()),
        new("The {product} is confidential until it is published, so this e-mail does not say what is missing.", said => !said.Letter.IsPublished),
        new("To learn it, {reach}.", said => !said.Letter.IsPublished),
        new("The {product} says what the plan must contain.", said => !said.Letter.IsPublished),
        new("It is confidential until it is published, so this e-mail does not repeat it.", said => !said.Letter.IsPublished),
        new("The local area partnership updates and publishes it.", said => said.Case.Authority is null),
        new("# The plan is due soon", said => !IsDone(said.Letter)),
        new("# The plan is overdue", said => !IsDone(said.Letter) && said.Letter.IsPublished && said.Case.Authority is not null),
        new("# The plan that the {product} asks for"),
        new("# Is the strategic plan published?", said => said.Letter.IsPublished && said.Case.Authority is null),
        new("# The plan meets the criteria", said => said.Letter.Has<PlanWasConfirmed>()),
        new("# The plan needs more work", said => said.Case.ReturnedPlan is not null),
        new("the proposed measures to address the areas for priority action identified in the {product}", said => said.Letter.IsPublished),
        new("Please tell us, in reply to this e-mail, when we can expect it.", said => !said.Letter.IsPublished),
        .. Asked(
            "# What we ask you to do", "The plan must include:", "the responsible partner for each proposed action", "the period within which each action is to be taken",
            "The plan should include the actions that the partnership is taking, or will take, in response to the recommendations in the report.", "You may update existing plans or produce new ones.",
            "Engage with all partners and stakeholders when you decide on the actions.", "Please see that it is finished, and reply to this e-mail to say when we can expect it.",
            "Publish the plan in a way that is accessible to children and young people with SEND, and their parents and carers.",
            "Publish it in a way that is accessible to children and young people with SEND, and their parents and carers.",
            "Supply a copy to a member of the public on demand.", "You may set a reasonable charge.", "Reply to this e-mail with the address of the published plan."),
    ];

    private static bool IsDone(Letter letter) => letter.Plan.Find(letter.Case.Authority is null ? Steps.StrategicPlan : Steps.PriorityActionPlan) is { Met: not null };
}
