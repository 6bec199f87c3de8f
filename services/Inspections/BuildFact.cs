using AreaSend.Core.Inspections;
using AreaSend.Core.Timetables;
using AreaSend.Services.Store;
using NodaTime;

namespace AreaSend.Services.Inspections;

/// <summary>Builds a fact from the case as it stands when it is recorded, its timetable and that moment.</summary>
public delegate Fact BuildFact(InspectionCase @case, Timetable plan, Instant now);

/// <summary>What is stored in the same transaction as facts: rows beside the inspection's events. Called again if somebody else records in between.</summary>
/// <param name="context">Where rows are added and changed; whoever calls saves.</param>
/// <param name="before">The inspection before the facts.</param>
/// <param name="now">The moment of recording.</param>
internal delegate Task Alongside(StoreContext context, LoadedInspection before, Instant now);
