namespace AreaSend.FileChecks.XmlGuards;

/// <summary>
/// One inflated part of a document on its way to the XML reader. It counts what is truly inflated, and it refuses markup without end:
/// an XML reader holds one tag or text in memory at a time, so the longest of them bounds its memory.
/// </summary>
public sealed class PartStream(Stream inflated) : Stream
{
    private long _total;
    private long _sinceTag;

    public override bool CanRead => true;

    public override bool CanSeek => false;

    public override bool CanWrite => false;

    public override long Length => throw new NotSupportedException();

    public override long Position
    {
        get => _total;
        set => throw new NotSupportedException();
    }

    public override int Read(Span<byte> buffer)
    {
        var count = inflated.Read(buffer);
        Watch(buffer[..count]);
        return count;
    }

    public override int Read(byte[] buffer, int offset, int count) => Read(buffer.AsSpan(offset, count));

    public override void Flush() => throw new NotSupportedException();

    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    public override void SetLength(long value) => throw new NotSupportedException();

    public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    protected override void Dispose(bool disposing)
    {
        if (disposing)
        {
            inflated.Dispose();
        }

        base.Dispose(disposing);
    }

    private void Watch(ReadOnlySpan<byte> bytes)
    {
        _total += bytes.Length;
        var last = bytes.LastIndexOf((byte)'>');
        _sinceTag = last < 0 ? _sinceTag + bytes.Length : bytes.Length - 1 - last;
        if (_total > MarkupLimits.PartBytes || _sinceTag > MarkupLimits.BytesWithoutTag)
        {
            throw new MarkupTooLargeException();
        }
    }
}
