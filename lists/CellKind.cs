namespace AreaSend.Lists;

/// <summary>What sort of value a cell holds; a finding may say this of a value, and never the value.</summary>
public enum CellKind : byte
{
    /// <summary>Nothing, or only spaces.</summary>
    Blank,

    /// <summary>Text.</summary>
    Text,

    /// <summary>A number that is not shown as a date.</summary>
    Number,

    /// <summary>A number that the workbook shows as a date.</summary>
    Date,

    /// <summary>TRUE or FALSE.</summary>
    Boolean,

    /// <summary>An error of a formula, such as #N/A.</summary>
    Error,

    /// <summary>A formula whose result the program that wrote the file did not save.</summary>
    Uncalculated,
}
