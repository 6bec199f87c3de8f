namespace AreaSend.Web.GettingReady;

/// <summary>Addresses of the room in which an area gets ready.</summary>
internal static class ReadyPages
{
    public const string Room = "/getting-ready";
    public const string Enter = "/getting-ready/enter";
    public const string SignIn = "/getting-ready/sign-in";
    public const string SignOut = "/getting-ready/sign-out";
    public const string People = "/getting-ready/people";
    public const string AddPerson = "/getting-ready/people/add";
    public const string Practice = "/getting-ready/practice";
    public const string CheckList = "/getting-ready/check-list";

    /// <summary>Where the form posts a list to be checked.</summary>
    public const string CheckListFile = "/getting-ready/check-list/file";

    public const string Help = "/getting-ready/help";

    public static string Step(string key) => $"/getting-ready/steps/{key}";

    public static string Item(string key) => $"/getting-ready/items/{key}";

    public static string Checked(Guid key) => $"/getting-ready/check-list/{key}";

    public static string NewLink(Guid person) => $"/getting-ready/people/{person}/new-link";

    public static string RemovePerson(Guid person) => $"/getting-ready/people/{person}/remove";
}
