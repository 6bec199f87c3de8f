namespace AreaSend.FileChecks.XmlGuards;

/// <summary>What an XML reader may be made to keep in memory by one part of a document.</summary>
public static class MarkupLimits
{
    /// <summary>Bytes of one part after inflation: a sheet of 21 columns that is formatted down to its last row has 530 million.</summary>
    public const long PartBytes = 640L << 20;

    /// <summary>Bytes of markup or text without the end of a tag: Excel's longest cell takes a tenth of this.</summary>
    public const int BytesWithoutTag = 1 << 20;

    /// <summary>Different names of elements and attributes in one part.</summary>
    public const int Names = 4_000;

    /// <summary>Characters of all those names together.</summary>
    public const int NameCharacters = 200_000;
}
