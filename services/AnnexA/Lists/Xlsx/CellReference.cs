namespace AreaSend.Services.AnnexA.Lists.Xlsx;

/// <summary>References such as D14.</summary>
internal static class CellReference
{
    private const int LastColumn = 16_384;

    /// <summary>The reference's column, counted from 0, or null when it is no reference.</summary>
    public static int? Column(ReadOnlySpan<byte> reference)
    {
        var column = 0;
        foreach (var character in reference)
        {
            if (character is >= (byte)'0' and <= (byte)'9')
            {
                break;
            }

            if (character is < (byte)'A' or > (byte)'Z' || column > LastColumn)
            {
                return null;
            }

            column = (column * 26) + (character - 'A' + 1);
        }

        return column is > 0 and <= LastColumn ? column - 1 : null;
    }
}
