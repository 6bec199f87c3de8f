namespace AreaSend.Web.Leaders;

/// <summary>Addresses of the pages for leaders and the Parent Carer Forum.</summary>
internal static class LeadersPages
{
    public const string Room = "/leaders";
    public const string SignIn = "/leaders/sign-in";
    public const string Help = "/leaders/help";
}
