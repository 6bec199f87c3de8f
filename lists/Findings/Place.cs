namespace AreaSend.Lists.Findings;

/// <summary>Where a rule is broken. It holds positions and the kind of value, never the value.</summary>
/// <param name="Row">The row as Excel shows it.</param>
/// <param name="Kind">What sort of value stands there.</param>
/// <param name="OtherRow">The earlier row that holds the same, of this list or of the other as the rule says, for a rule about repetition; otherwise 0.</param>
public readonly record struct Place(int Row, CellKind Kind, int OtherRow = 0);
