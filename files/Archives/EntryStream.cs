using System.IO.Compression;
using System.IO.Hashing;

namespace AreaSend.FileChecks.Archives;

/// <summary>
/// An entry's content as it is inflated: every byte is counted against the budget when it comes out, whatever the archive claims, and at the end
/// size and checksum must be what the directory promised.
/// </summary>
internal sealed class EntryStream : ReadOnlyStream
{
    /// <summary>How much of the beginning can be looked at before reading.</summary>
    private const int StartBytes = 512;

    private readonly StreamSlice _packed;
    private readonly Stream _inflated;
    private readonly ZipEntry _entry;
    private readonly CheckScope _scope;
    private readonly Crc32 _checksum = new();
    private readonly byte[] _start;
    private int _startRead;
    private long _inflatedBytes;

    public EntryStream(Stream archive, ZipEntry entry, CheckScope scope)
    {
        _entry = entry;
        _scope = scope;
        _packed = new StreamSlice(archive, entry.DataStart, entry.PackedBytes);
        _inflated = entry.IsDeflated ? new DeflateStream(_packed, CompressionMode.Decompress) : _packed;
        var start = new byte[StartBytes];
        _start = start[..ReadStart(start)];
    }

    /// <summary>The first bytes, without reading them away.</summary>
    public ReadOnlySpan<byte> Start => _start;

    public override int Read(Span<byte> buffer)
    {
        if (_startRead == _start.Length)
        {
            return Inflate(buffer);
        }

        var count = Math.Min(buffer.Length, _start.Length - _startRead);
        _start.AsSpan(_startRead, count).CopyTo(buffer);
        _startRead += count;
        return count;
    }

    /// <summary>Reads what is left, so that it is counted and its checksum is known.</summary>
    public void Finish()
    {
        var buffer = new byte[16 << 10];
        while (Read(buffer) > 0)
        {
        }
    }

    protected override void Dispose(bool disposing)
    {
        if (disposing)
        {
            _inflated.Dispose();
        }

        base.Dispose(disposing);
    }

    private int ReadStart(Span<byte> start)
    {
        var filled = 0;
        int count;
        while (filled < start.Length && (count = Inflate(start[filled..])) > 0)
        {
            filled += count;
        }

        return filled;
    }

    private int Inflate(Span<byte> buffer)
    {
        _scope.Cancellation.ThrowIfCancellationRequested();
        var count = ReadPacked(buffer);
        _inflatedBytes += count;
        _scope.Budget.SpendBytes(count, _inflatedBytes, _entry.PackedBytes);
        _checksum.Append(buffer[..count]);
        if (count == 0 && buffer.Length > 0)
        {
            RequirePromise();
        }

        return count;
    }

    private int ReadPacked(Span<byte> buffer)
    {
        try
        {
            return _inflated.Read(buffer);
        }
        catch (InvalidDataException)
        {
            throw new RefusedException(Refusals.Damaged);
        }
    }

    private void RequirePromise()
    {
        if (_inflatedBytes != _entry.ClaimedBytes || _checksum.GetCurrentHashAsUInt32() != _entry.Crc)
        {
            throw new RefusedException(Refusals.Damaged);
        }

        if (!_packed.IsSpent || (_packed.WasNotEnough && _entry.IsDeflated && _entry.PackedBytes > 0))
        {
            // Something lies behind the end of what was packed, or there is no end: some programs then give nothing at all.
            throw new RefusedException(Refusals.TwoReadings);
        }
    }
}
