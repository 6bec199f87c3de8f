using AreaSend.Web.Security;
using Microsoft.AspNetCore.Authorization;

namespace AreaSend.Web.SignIn;

/// <summary>
/// Who may do what: a row a policy. Names for <c>@attribute [Authorize(Policies.Coordinator)]</c>; a page that says nothing needs a role, whichever.
/// </summary>
internal static class Policies
{
    /// <summary>Planning, recording, sending.</summary>
    public const string Coordinator = nameof(Role.Coordinator);

    /// <summary>Deciding what concerns every region, such as a bank holiday: nobody who is limited to some.</summary>
    public const string EveryRegion = "EveryRegion";

    /// <summary>Drawing children and young people, asking for more documents.</summary>
    public const string LeadInspector = nameof(Role.LeadInspector);

    /// <summary>What areas send: documents, lists, and what was found in them.</summary>
    public const string Documents = "Documents";

    /// <summary>Reasons that are for coordinators and inspectors alone.</summary>
    public const string PrivateReasons = "PrivateReasons";

    /// <summary>Who has signed in, and who opened what.</summary>
    public const string Administrator = nameof(Role.Administrator);

    /// <summary>The roles that each policy lets in.</summary>
    public static IReadOnlyDictionary<string, IReadOnlyList<Role>> Table { get; } = new Dictionary<string, IReadOnlyList<Role>>
    {
        [Coordinator] = [Role.Coordinator],
        [EveryRegion] = [Role.Coordinator],
        [LeadInspector] = [Role.LeadInspector],
        [Documents] = [Role.Coordinator, Role.LeadInspector, Role.Inspector],
        [PrivateReasons] = [Role.Coordinator, Role.LeadInspector, Role.Inspector],
        [Administrator] = [Role.Administrator],
    };

    /// <summary>Those that besides let inspectors only into inspections whose team they are on.</summary>
    public static IReadOnlyList<string> ForTheTeam { get; } = [LeadInspector, Documents];

    /// <summary>Those that let nobody in who is limited to regions: what they show and decide is of the whole country.</summary>
    public static IReadOnlyList<string> WithoutLimit { get; } = [EveryRegion, Administrator];

    public static void AddTo(AuthorizationBuilder authorization)
    {
        authorization.SetFallbackPolicy(new AuthorizationPolicyBuilder().RequireRole(Enum.GetNames<Role>()).Build());
        foreach (var (policy, roles) in Table)
        {
            authorization.AddPolicy(policy, needs =>
            {
                needs.RequireRole(roles.Select(role => role.ToString()));
                if (WithoutLimit.Contains(policy))
                {
                    needs.RequireAssertion(asked => !RegionClaims.SightOf(asked.User).IsLimited);
                }

                if (ForTheTeam.Contains(policy))
                {
                    needs.AddRequirements(new OnTheTeam());
                }
            });
        }
    }
}
