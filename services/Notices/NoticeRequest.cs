using AreaSend.Core.Inspections;
using AreaSend.Core.Notices;
using AreaSend.Core.Timetables;

namespace AreaSend.Services.Notices;

/// <summary>All that a notice is written from: the case as it stood when the notice was raised, and the names to address it with.</summary>
/// <param name="Inspection">The inspection's identifier.</param>
/// <param name="Case">The case up to and including the event that raised the notice, so that a later try writes the same words.</param>
/// <param name="Plan">Its timetable.</param>
/// <param name="Key">The notice's key.</param>
/// <param name="Template">Which notice.</param>
/// <param name="To">The role it goes to.</param>
/// <param name="RecipientName">The recipient's own name, the only personal data in a notice.</param>
/// <param name="AreaName">Name of the local area.</param>
/// <param name="IcbName">Name of the integrated care board that serves it on the notification day.</param>
/// <param name="SiteAddress">Where the site can be reached, without a trailing slash.</param>
/// <param name="SignIn">A link of the recipient's own that signs in; null where there is none, and the notice then links to the site's page.</param>
public sealed record NoticeRequest(
    Guid Inspection,
    InspectionCase Case,
    Timetable Plan,
    string Key,
    string Template,
    RecipientRole To,
    string RecipientName,
    string AreaName,
    string IcbName,
    Uri SiteAddress,
    Uri? SignIn = null);

/// <summary>A notice in words.</summary>
/// <param name="Template">Which template wrote it.</param>
/// <param name="Version">The template's version.</param>
public sealed record ComposedNotice(string Template, int Version, string Subject, string Text, string Html);
