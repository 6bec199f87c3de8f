namespace AreaSend.Web.Leaders;

/// <summary>Addresses of the pages for leaders and the Parent Carer Forum.</summary>
internal static class LeadersPages
{
    public const string Portal = "/leaders";
    public const string SignIn = "/leaders/sign-in";
    /// <summary>A paper as a file.</summary>
    public static string Paper(Guid document) => $"{Portal}/papers/{document}/file";

    public const string Help = "/leaders/help";
}
