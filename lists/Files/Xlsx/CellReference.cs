namespace AreaSend.Lists.Files.Xlsx;

/// <summary>References such as D14.</summary>
internal static class CellReference
{
    private const int LastColumn = 16_384;

    /// <summary>The reference's column, counted from 0, or null when it is no reference.</summary>
    public static int? Column(ReadOnlySpan<char> reference)
    {
        var column = 0;
        foreach (var character in reference)
        {
            if (char.IsAsciiDigit(character))
            {
                break;
            }

            if (!char.IsAsciiLetterUpper(character) || column > LastColumn)
            {
                return null;
            }

            column = (column * 26) + (character - 'A' + 1);
        }

        return column is > 0 and <= LastColumn ? column - 1 : null;
    }
}
