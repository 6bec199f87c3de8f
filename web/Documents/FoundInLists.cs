namespace AreaSend.Web.Documents;

/// <summary>How much was found in the lists of a document, in words.</summary>
internal static class FoundInLists
{
    /// <summary><c>3 errors and 1 query</c>; what there is none of is left out.</summary>
    public static string Words(int errors, int queries) =>
        string.Join(" and ", new[] { errors == 0 ? "" : Errors(errors), queries == 0 ? "" : Queries(queries) }.Where(words => words.Length > 0));

    public static string Errors(int number) => $"{number:N0} {(number == 1 ? "error" : "errors")}";

    public static string Queries(int number) => $"{number:N0} {(number == 1 ? "query" : "queries")}";
}
