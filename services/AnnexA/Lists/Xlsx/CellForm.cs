namespace AreaSend.Services.AnnexA.Lists.Xlsx;

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
    public static CellForm Of(ReadOnlySpan<byte> type) =>
        type.SequenceEqual("s"u8) ? CellForm.SharedText
        : type.SequenceEqual("inlineStr"u8) ? CellForm.InlineText
        : type.SequenceEqual("str"u8) ? CellForm.Text
        : type.SequenceEqual("b"u8) ? CellForm.Boolean
        : type.SequenceEqual("e"u8) ? CellForm.Error
        : type.SequenceEqual("d"u8) ? CellForm.WrittenDate
        : CellForm.Number;
}
