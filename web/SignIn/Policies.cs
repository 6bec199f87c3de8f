namespace AreaSend.Web.SignIn;

/// <summary>Names for <c>@attribute [Authorize(Policies.Coordinator)]</c>. A page that says nothing needs a role, whichever.</summary>
internal static class Policies
{
    public const string Coordinator = nameof(Role.Coordinator);

    public const string LeadInspector = nameof(Role.LeadInspector);
}
