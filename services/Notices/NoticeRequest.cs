using AreaSend.Core.Inspections;
using AreaSend.Core.Timetables;
using NodaTime;

namespace AreaSend.Services.Notices;

/// <summary>All that a notice is written from: the case as the notice tells it, and the names to address it with.</summary>
/// <param name="Inspection">The inspection's identifier.</param>
/// <param name="Case">The case up to and including the event that raised the notice, so that a later try writes the same words; for a late notice, the case as
/// it stood when it was written.</param>
/// <param name="Plan">Its timetable.</param>
/// <param name="Template">Which notice.</param>
/// <param name="To">The role it goes to.</param>
/// <param name="RecipientName">The recipient's own name.</param>
/// <param name="AreaName">Name of the local area.</param>
/// <param name="IcbName">Name of the integrated care board that serves it on the notification day.</param>
/// <param name="SiteAddress">Where the site can be reached, without a trailing slash.</param>
public sealed record NoticeRequest(
    Guid Inspection,
    InspectionCase Case,
    Timetable Plan,
    string Template,
    RecipientRole To,
    string RecipientName,
    string AreaName,
    string IcbName,
    Uri SiteAddress)
{
    /// <summary>Keys of the steps that it is about; empty for what tells of a fact.</summary>
    public IReadOnlyList<string> About { get; init; } = [];

    /// <summary>Positions of the facts that it tells of; empty for what is about deadlines, and where the fact is not recorded yet.</summary>
    public IReadOnlyList<int> Because { get; init; } = [];

    /// <summary>Templates of the other notices that were raised for this recipient at the same moment.</summary>
    public IReadOnlyList<string> Alongside { get; init; } = [];

    /// <summary>When it was raised; what a late notice should have told in time counts from here.</summary>
    public Instant RaisedAt { get; init; } = Case.Events[^1].RecordedAt;

    /// <summary>The moment at which it is written: what lies before it is past.</summary>
    public Instant Now { get; init; } = Case.Events[^1].RecordedAt;

    /// <summary>The line of the matrix under which it goes out; null when there is none any more.</summary>
    public NoticeRow? Line => NoticeMatrix.Find(
        Case, Template, To, Because is [var fact, ..] && fact <= Case.Recorded.Count ? Case.Recorded[fact - 1].RecordedAt : RaisedAt);

    /// <summary>Somebody asked for it to be sent again, after it had been sent or had come back.</summary>
    public bool IsAgain { get; init; }

    /// <summary>Who leads the inspection on that day; null while nobody is named.</summary>
    public LeadInspector? Lead { get; init; }

    /// <summary>Who leads it for the Care Quality Commission; null while nobody is named.</summary>
    public LeadInspector? CqcLead { get; init; }

    /// <summary>Name of who coordinates it; null while nobody does.</summary>
    public string? Coordinator { get; init; }

    /// <summary>A link of the recipient's own that signs in; null where there is none, and the notice then links to the site's page.</summary>
    public Uri? SignIn { get; init; }
}

/// <summary>The lead inspector, as an e-mail to the area names them.</summary>
/// <param name="Name">Their name.</param>
/// <param name="Telephone">The number on which the area can call; null where none is entered.</param>
public sealed record LeadInspector(string Name, string? Telephone);

/// <summary>A notice in words.</summary>
/// <param name="Template">Which template wrote it.</param>
/// <param name="Version">The template's version.</param>
public sealed record ComposedNotice(string Template, int Version, string Subject, string Text, string Html);
