namespace AreaSend.Services.AnnexA.Lists.Xlsx.Markup;

/// <summary>The attributes of one tag, one after another.</summary>
internal ref struct Attributes(ReadOnlySpan<byte> written)
{
    private ReadOnlySpan<byte> _rest = written;

    /// <summary>The attribute's name, without a prefix.</summary>
    public ReadOnlySpan<byte> Name { get; private set; }

    /// <summary>The attribute's value as it is written.</summary>
    public ReadOnlySpan<byte> Value { get; private set; }

    /// <summary>Moves to the next attribute; false when there is none, or none that can be made out.</summary>
    public bool Next()
    {
        _rest = _rest.TrimStart(" \t\r\n"u8);
        var equals = _rest.IndexOf((byte)'=');
        if (equals <= 0)
        {
            return false;
        }

        Name = MarkupReader.AfterPrefix(_rest[..equals].TrimEnd(" \t\r\n"u8));
        var value = _rest[(equals + 1)..].TrimStart(" \t\r\n"u8);
        if (value.IsEmpty || value[0] is not ((byte)'"' or (byte)'\''))
        {
            return false;
        }

        var end = value[1..].IndexOf(value[0]);
        Value = end < 0 ? [] : value.Slice(1, end);
        _rest = end < 0 ? [] : value[(end + 2)..];
        return end >= 0;
    }
}
