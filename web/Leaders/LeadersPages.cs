namespace AreaSend.Web.Leaders;

/// <summary>Addresses of the pages for leaders and the Parent Carer Forum.</summary>
internal static class LeadersPages
{
    public const string Room = "/leaders";
    public const string SignIn = "/leaders/sign-in";
    /// <summary>A paper as a file.</summary>
    public static string Paper(Guid document) => $"{Room}/papers/{document}/file";

    public const string Help = "/leaders/help";
}
