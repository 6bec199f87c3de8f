namespace AreaSend.Web.Inspections.Actions;

/// <summary>Items of Annex A in words.</summary>
internal static class ItemWords
{
    /// <summary><c>List 1</c>, <c>Providers and settings</c>, <c>2.4</c>, <c>7.3 for child A</c>.</summary>
    public static string Show(string item) => item switch
    {
        "list-1" => "List 1: children and young people with an EHC plan",
        "list-2" => "List 2: children and young people on SEN support",
        "providers" => "Providers and settings",
        _ when item.Split('/') is [var number, var child] => $"{number} for child {child}",
        _ => item,
    };
}
