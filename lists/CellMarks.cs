namespace AreaSend.Lists;

/// <summary>What was set aside when a cell was read.</summary>
[Flags]
public enum CellMarks : byte
{
    /// <summary>Nothing.</summary>
    None = 0,

    /// <summary>An apostrophe before the text, by which some exports keep Excel from reading a number.</summary>
    Apostrophe = 1,

    /// <summary>A time of day behind a date.</summary>
    TimeOfDay = 2,
}
