using System.Security.Claims;
using AreaSend.Services.Areas;

namespace AreaSend.Web.SignIn;

/// <summary>The regions that a person is limited to, as their session has them.</summary>
internal static class RegionClaims
{
    private const string Type = "region";

    /// <summary>One of them, as the identity provider, or whoever picked it in the sandbox, calls it.</summary>
    public static Claim Of(string region) => new(Type, region);

    /// <summary>What a person sees: inspections of these regions, whichever roles they have, or all where none is named.</summary>
    public static Sight SightOf(ClaimsPrincipal? person) => Sight.Of(person?.FindAll(Type).Select(claim => claim.Value) ?? []);
}
