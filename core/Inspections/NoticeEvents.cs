using AreaSend.Core.Notices;
using NodaTime;

namespace AreaSend.Core.Inspections;

/// <summary>A notice became owed and was put into the outbox, in the same transaction.</summary>
/// <param name="Key">Unique within the inspection; a second notice under it is impossible.</param>
/// <param name="Template">Which notice.</param>
/// <param name="To">The role it goes to.</param>
public sealed record NoticeRaised(string Key, string Template, RecipientRole To) : InspectionEvent;

/// <summary>The mail service took the notice for delivery.</summary>
public sealed record NoticeSent(string Key) : InspectionEvent;

/// <summary>The notice could not be sent, or bounced: it has not been served, and a person has to act.</summary>
/// <param name="Key">Which notice.</param>
/// <param name="Because">Why, without the address.</param>
public sealed record NoticeUndeliverable(string Key, string Because) : InspectionEvent;

/// <summary>The notice was served by other means.</summary>
/// <param name="Key">Which notice.</param>
/// <param name="How">For instance <c>by telephone to the director's office</c>.</param>
/// <param name="On">The day on which it was served; null in events of before that was asked, and then the day of recording.</param>
public sealed record NoticeServedOtherwise(string Key, string How, LocalDate? On = null) : InspectionEvent;
