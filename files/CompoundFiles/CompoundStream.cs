using AreaSend.FileChecks.Archives;

namespace AreaSend.FileChecks.CompoundFiles;

/// <summary>A stream of a compound file, sector by sector. Asking for more than its sectors hold means that the file is damaged.</summary>
internal sealed class CompoundStream(Stream content, long[] sectors, int sectorBytes, long length) : ReadOnlyStream
{
    private long _position;

    public override long Length => length;

    public override int Read(Span<byte> buffer)
    {
        if (_position >= length || buffer.IsEmpty)
        {
            return 0;
        }

        var sector = _position / sectorBytes;
        var within = (int)(_position % sectorBytes);
        if (sector >= sectors.Length)
        {
            throw new RefusedException(Refusals.Truncated);
        }

        content.Position = sectors[sector] + within;
        var count = content.Read(buffer[..(int)Math.Min(Math.Min(buffer.Length, sectorBytes - within), length - _position)]);
        if (count == 0)
        {
            throw new RefusedException(Refusals.Truncated);
        }

        _position += count;
        return count;
    }

    /// <summary>Passes over bytes without reading them.</summary>
    public void Skip(long count) => _position += count;
}
