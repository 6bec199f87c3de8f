using System.Security.Cryptography;

namespace AreaSend.Services.Uploads;

/// <summary>Reads another stream and takes the fingerprint of what passes. Leaves the other open.</summary>
internal sealed class FingerprintStream(Stream inner) : Stream
{
    private readonly IncrementalHash _passed = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);

    /// <summary>The fingerprint of what has passed so far, 64 hexadecimal digits.</summary>
    public string Fingerprint => Convert.ToHexStringLower(_passed.GetCurrentHash());

    public override bool CanRead => true;

    public override bool CanSeek => false;

    public override bool CanWrite => false;

    public override long Length => throw new NotSupportedException();

    public override long Position
    {
        get => throw new NotSupportedException();
        set => throw new NotSupportedException();
    }

    public override int Read(byte[] buffer, int offset, int count)
    {
        var read = inner.Read(buffer, offset, count);
        _passed.AppendData(buffer, offset, read);
        return read;
    }

    public override async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
    {
        var read = await inner.ReadAsync(buffer, cancellationToken);
        _passed.AppendData(buffer.Span[..read]);
        return read;
    }

    public override Task<int> ReadAsync(byte[] buffer, int offset, int count, CancellationToken cancellationToken) =>
        ReadAsync(buffer.AsMemory(offset, count), cancellationToken).AsTask();

    public override void Flush()
    {
    }

    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    public override void SetLength(long value) => throw new NotSupportedException();

    public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    protected override void Dispose(bool disposing)
    {
        _passed.Dispose();
        base.Dispose(disposing);
    }
}
