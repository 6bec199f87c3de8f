using AreaSend.Core.Inspections;
using AreaSend.Core.Timetables;
using AreaSend.Services.Mail;
using AreaSend.Services.Notices;
using NodaTime;

namespace AreaSend.Web.Planning;

/// <summary>All that a coordinator sees before committing to a plan.</summary>
/// <param name="Mark">Tells this plan from another.</param>
/// <param name="Version">The version of the area's open inspections, for the form to carry.</param>
/// <param name="Case">The case as it would begin.</param>
/// <param name="EditionBecause">Why it is planned under its edition, for a sentence.</param>
/// <param name="Plan">Its timetable.</param>
/// <param name="Board">The integrated care board that serves the area on the notification day.</param>
/// <param name="Warnings">What to look at twice.</param>
/// <param name="AlreadyOpen">All that the area has that has not ended, in order of its first day.</param>
/// <param name="SameWeek">Visits under another framework in the same week, in words.</param>
/// <param name="Recipients">Who is written to.</param>
/// <param name="Notices">The e-mails.</param>
/// <param name="Now">The present moment.</param>
public sealed record PlanPreview(
    string Mark,
    string Version,
    InspectionCase Case,
    string EditionBecause,
    Timetable Plan,
    string? Board,
    IReadOnlyList<string> Warnings,
    IReadOnlyList<OpenActivity> AlreadyOpen,
    IReadOnlyList<string> SameWeek,
    IReadOnlyList<PreviewedRecipient> Recipients,
    IReadOnlyList<PlanNotice> Notices,
    Instant Now);

/// <summary>Something that an area has and that has not ended.</summary>
/// <param name="Id">The inspection.</param>
/// <param name="What">What and when, for a sentence: <c>engagement meeting, meets on Tuesday 3 November 2026</c>.</param>
/// <param name="IsInSameWeek">It has a day in a week of the days that are planned.</param>
public sealed record OpenActivity(Guid Id, string What, bool IsInSameWeek);

/// <summary>Somebody who is written to in the course of the inspection.</summary>
/// <param name="Role">The role.</param>
/// <param name="Mailbox">Who holds it on the day; null when nobody is known yet.</param>
/// <param name="Note">What to know about it: a fault, or when it will be known; null when all is well.</param>
/// <param name="IsFault">Notices would not arrive as things stand.</param>
public sealed record PreviewedRecipient(RecipientRole Role, Mailbox? Mailbox, string? Note, bool IsFault);

/// <summary>An e-mail as it would read.</summary>
public sealed record PlanNotice(string Template, RecipientRole To, string When, ComposedNotice Words);
