using AreaSend.Core.Inspections;
using AreaSend.Core.Rules;

namespace AreaSend.Services.Inspections;

/// <summary>An inspection that is about to begin.</summary>
/// <param name="Id">Its identifier.</param>
/// <param name="Planned">Its first event.</param>
/// <param name="Inspection">As it stands after that.</param>
/// <param name="Facts">What holds of it from its first moment.</param>
internal sealed record Beginning(Guid Id, Planned Planned, Inspection Inspection, IReadOnlyList<Fact> Facts);
