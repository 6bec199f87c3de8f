using System.Security.Claims;
using AreaSend.Core.Calendars;
using AreaSend.Services.Staff;
using AreaSend.Web.Security;
using Microsoft.AspNetCore.Authorization;
using NodaTime;

namespace AreaSend.Web.SignIn;

/// <summary>Inspectors see the documents of the inspections whose team they are on, and of no others; coordinators see those of all.</summary>
internal sealed class OnTheTeam : IAuthorizationRequirement;

/// <summary>
/// Looks whether somebody is on the team of the inspection that a request is for. Who has picked a role in the sandbox is nobody in particular, and on every
/// team.
/// </summary>
internal sealed class OnTheTeamHandler(InspectionTeams teams, IClock clock) : AuthorizationHandler<OnTheTeam>
{
    /// <summary>The part of an address that names the inspection.</summary>
    private const string InspectionInAddress = "id";

    protected override async Task HandleRequirementAsync(AuthorizationHandlerContext context, OnTheTeam requirement)
    {
        var inspection = (context.Resource as HttpContext)?.GetRouteValue(InspectionInAddress)?.ToString();
        if (context.User.IsIn(Role.Coordinator)
            || !Guid.TryParse(context.User.FindFirstValue(ClaimTypes.NameIdentifier), out var person)
            || inspection is null // A part of a page whose address has been looked at already.
            || (Guid.TryParse(inspection, out var id) && await teams.IsOnAsync(id, person, LondonTime.DateOf(clock.GetCurrentInstant()))))
        {
            context.Succeed(requirement);
        }
    }
}
