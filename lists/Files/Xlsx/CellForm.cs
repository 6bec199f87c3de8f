namespace AreaSend.Lists.Files.Xlsx;

/// <summary>How a cell's value is written.</summary>
internal enum CellForm
{
    Number,
    SharedText,
    InlineText,
    Text,
    Boolean,
    Error,
    WrittenDate,
}

/// <summary>The form that a cell's type stands for.</summary>
internal static class CellForms
{
    public static CellForm Of(ReadOnlySpan<char> type) => type switch
    {
        "s" => CellForm.SharedText,
        "inlineStr" => CellForm.InlineText,
        "str" => CellForm.Text,
        "b" => CellForm.Boolean,
        "e" => CellForm.Error,
        "d" => CellForm.WrittenDate,
        _ => CellForm.Number,
    };
}
