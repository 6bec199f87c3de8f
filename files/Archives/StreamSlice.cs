namespace AreaSend.FileChecks.Archives;

/// <summary>A part of a stream that others read too: it goes back to its place before every read. The stream is left open.</summary>
internal sealed class StreamSlice(Stream content, long start, long length) : ReadOnlyStream
{
    private long _read;

    public override int Read(Span<byte> buffer)
    {
        var wanted = (int)Math.Min(buffer.Length, length - _read);
        if (wanted <= 0)
        {
            return 0;
        }

        content.Position = start + _read;
        var count = content.Read(buffer[..wanted]);
        _read += count;
        return count;
    }
}
