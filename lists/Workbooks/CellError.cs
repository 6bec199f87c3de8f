namespace AreaSend.Lists.Workbooks;

/// <summary>The error of a formula, to be written into a cell.</summary>
internal sealed record CellError(string Shown)
{
    public static CellError NotAvailable { get; } = new("#N/A");
}
