using AreaSend.Services.Areas;
using AreaSend.Services.Store;
using AreaSend.Web.Reading;

namespace AreaSend.Web.Areas;

/// <summary>An area in the list of areas.</summary>
/// <param name="Area">The area.</param>
/// <param name="Board">The board that serves most of it today.</param>
/// <param name="Holders">Who holds the roles that notices go to.</param>
/// <param name="Open">Its inspection that has not ended, if there is one.</param>
public sealed record AreaLine(LocalAuthority Area, IntegratedCareBoard? Board, IReadOnlyList<RoleHolder> Holders, InspectionRow? Open)
{
    /// <summary>Roles that nobody holds, or whose holder cannot be written to.</summary>
    public int Faults => Holders.Count(holder => !holder.CanBeReached);
}
