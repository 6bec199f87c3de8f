using AreaSend.Core.Inspections;
using AreaSend.Services.Mail;
using NodaTime;

namespace AreaSend.Services.Inspections;

/// <summary>An inspection that is to be planned.</summary>
/// <param name="Id">Its identifier to be.</param>
/// <param name="Area">Three-figure code of the local authority.</param>
/// <param name="Kind">Key of the kind of inspection.</param>
/// <param name="OnSiteStarts">S, the first on-site day.</param>
/// <param name="OnSiteEnds">E, the last on-site day; null for the edition's own number of days.</param>
/// <param name="Lead">The lead inspector, where known.</param>
/// <param name="LeadTelephone">The number on which the area can call them, where known.</param>
/// <param name="Grounds">Why there is such an inspection, where its kind follows from something before it.</param>
public sealed record PlanOrder(
    Guid Id, string Area, string Kind, LocalDate OnSiteStarts, LocalDate? OnSiteEnds, Mailbox? Lead, string? LeadTelephone, Grounds? Grounds);
