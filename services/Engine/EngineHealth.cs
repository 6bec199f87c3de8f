using NodaTime;

namespace AreaSend.Services.Engine;

/// <summary>How the engine stands with the whole store.</summary>
/// <param name="Overdue">Inspections that should have been taken forward, or have a notice that should have been tried or a document that should have been
/// looked at, a quarter of an hour ago.</param>
/// <param name="BankHolidaysAge">How long ago the bank holidays were last read.</param>
public sealed record EngineHealth(IReadOnlyList<Guid> Overdue, Duration BankHolidaysAge);
