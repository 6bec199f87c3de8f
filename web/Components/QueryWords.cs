namespace AreaSend.Web.Components;

/// <summary>What an address asks for in words.</summary>
internal static class QueryWords
{
    /// <summary>The words under a name of the query, without blanks around them; null where there are none.</summary>
    public static string? Words(this IQueryCollection query, string name) =>
        query[name].ToString().Trim() is { Length: > 0 } words ? words : null;
}
