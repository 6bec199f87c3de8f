namespace AreaSend.Services.Uploads.Scanning;

/// <summary>Looks for a run of bytes in a stream, also where two reads cut it in two.</summary>
internal sealed class ByteSearch(byte[] wanted)
{
    private const int BufferBytes = 64 << 10;

    /// <summary>How far it has looked.</summary>
    public long BytesSeen { get; private set; }

    /// <summary>Whether the bytes stand in the rest of the stream, looking no further than <paramref name="most"/> bytes and one buffer.</summary>
    public async Task<bool> IsInAsync(Stream content, long most, CancellationToken cancellation)
    {
        var overlap = wanted.Length - 1;
        var buffer = new byte[overlap + BufferBytes];
        var kept = 0;
        while (BytesSeen < most)
        {
            var count = await content.ReadAsync(buffer.AsMemory(kept, buffer.Length - kept), cancellation);
            if (count == 0)
            {
                return false;
            }

            BytesSeen += count;
            var filled = buffer.AsSpan(0, kept + count);
            if (filled.IndexOf(wanted) >= 0)
            {
                return true;
            }

            kept = Math.Min(overlap, filled.Length);
            filled[^kept..].CopyTo(buffer);
        }

        return false;
    }
}
