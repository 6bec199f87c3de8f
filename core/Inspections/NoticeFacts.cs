using System.Text.Json.Serialization;
using NodaTime;

namespace AreaSend.Core.Inspections;

/// <summary>A notice became owed and was put into the outbox, in the same transaction.</summary>
/// <param name="Key">Unique within the inspection; a second notice under it is impossible.</param>
/// <param name="Template">Which notice.</param>
/// <param name="To">The role it goes to.</param>
public sealed record NoticeRaised(string Key, string Template, RecipientRole To) : InspectionEvent
{
    /// <summary>Keys of the steps that it is about; null where it tells of a fact, and in what was recorded before notices said this.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public IReadOnlyList<string>? About { get; init; }

    /// <summary>Positions of the facts that it tells of; null where it is about deadlines, and in what was recorded before notices said this.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public IReadOnlyList<int>? Because { get; init; }

    /// <summary>Keys of the notices that are part of this one and are never raised by themselves; null where there are none.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public IReadOnlyList<string>? Covers { get; init; }
}

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

/// <summary>The notice may not have arrived, or may have arrived twice; nobody knows but its recipient, and a person has to look.</summary>
/// <param name="Key">Which notice.</param>
/// <param name="Because">What is in doubt and what to do, without the address.</param>
public sealed record NoticeInDoubt(string Key, string Because) : InspectionEvent;

/// <summary>The notice could not be sent while it had a point, and is not sent any more.</summary>
/// <param name="Key">Which notice.</param>
/// <param name="Because">What made it pointless.</param>
public sealed record NoticeLapsed(string Key, string Because) : InspectionEvent;
