using AreaSend.Core.Inspections;
using AreaSend.Core.Timetables;
using AreaSend.Services.Store;
using NodaTime;

namespace AreaSend.Services.Inspections;

/// <summary>What was decided for many inspections and holds of one that is only planned now, such as a hold of publication: the facts, in order.</summary>
/// <param name="context">The transaction that begins the inspection.</param>
/// <param name="planned">The inspection.</param>
/// <param name="now">The moment of recording.</param>
/// <param name="cancellation">Gives up.</param>
public delegate Task<IReadOnlyList<Fact>> StandingFacts(StoreContext context, InspectionCase planned, Instant now, CancellationToken cancellation);
