namespace AreaSend.FileChecks.Archives;

/// <summary>
/// A part of a stream that others read too: it goes back to its place before every read. The stream is left open.
/// The last byte is only given by itself, so that a program that inflates must ask for it, and one that ends before it is found out.
/// </summary>
internal sealed class StreamSlice(Stream content, long start, long length) : ReadOnlyStream
{
    private long _read;

    /// <summary>Whether every byte was asked for.</summary>
    public bool IsSpent => _read == length;

    /// <summary>Whether more was asked for than there is: what was packed does not end here.</summary>
    public bool WasNotEnough { get; private set; }

    public override int Read(Span<byte> buffer)
    {
        var left = length - _read;
        var wanted = (int)Math.Min(buffer.Length, left > 1 ? left - 1 : left);
        if (wanted <= 0)
        {
            WasNotEnough |= !buffer.IsEmpty;
            return 0;
        }

        content.Position = start + _read;
        var count = content.Read(buffer[..wanted]);
        _read += count;
        return count;
    }
}
