namespace AreaSend.Lists.Workbooks;

/// <summary>A formula without a saved result, to be written into a cell of a sample.</summary>
internal sealed record CellFormula(string Expression)
{
    public static CellFormula Unsaved { get; } = new("1+1");
}
