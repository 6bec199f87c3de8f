namespace AreaSend.Web.GettingReady.Audits;

/// <summary>Addresses of the audits of EHC plans.</summary>
internal static class AuditPages
{
    public const string All = "/getting-ready/audits";
    public const string Begin = "/getting-ready/audits/begin";
    public const string Excel = "/getting-ready/audits.xlsx";

    public static string Of(Guid audit) => $"{All}/{audit}";

    public static string Section(Guid audit, string section) => $"{All}/{audit}/sections/{section}";

    public static string Finish(Guid audit) => $"{All}/{audit}/finish";

    public static string Moderate(Guid audit) => $"{All}/{audit}/moderate";

    public static string Remove(Guid audit) => $"{All}/{audit}/remove";
}
