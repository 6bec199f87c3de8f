namespace AreaSend.Lists.Identifiers;

/// <summary>
/// What areas write where a child has no UPN or ULN that they know: the codes UN1 to UN10 of the children in need census and SSDA903, or the word.
/// </summary>
internal static class UnknownNumber
{
    private const int Longest = 20;

    public static bool Is(Cell cell)
    {
        if (cell.Kind != CellKind.Text || cell.Text.Length > Longest)
        {
            return false;
        }

        Span<char> room = stackalloc char[Longest];
        return Plain.Letters(cell.Text, room) is
            "unknown" or "notknown" or "un1" or "un2" or "un3" or "un4" or "un5" or "un6" or "un7" or "un8" or "un9" or "un10";
    }
}
