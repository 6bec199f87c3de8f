namespace AreaSend.Services.Checkpoints;

/// <summary>What checkpoints are signed with: an elliptic curve's key, with SHA-256.</summary>
public interface ICheckpointKey
{
    /// <summary>Signs.</summary>
    /// <exception cref="CheckpointKeyException">It cannot, and the message says why.</exception>
    Task<CheckpointSignature> SignAsync(byte[] text, CancellationToken cancellation = default);

    /// <summary>Whether this key made the signature.</summary>
    /// <exception cref="CheckpointKeyException">That cannot be found out, and the message says why.</exception>
    Task<bool> VerifyAsync(byte[] text, CheckpointSignature signature, CancellationToken cancellation = default);
}

/// <summary>A signature.</summary>
/// <param name="Key">The key, as its vault calls it; empty for one in a file.</param>
/// <param name="Bytes">The two numbers of an ECDSA signature, one after the other.</param>
public sealed record CheckpointSignature(string Key, byte[] Bytes);

/// <summary>A key cannot be used; the message is a sentence that says why.</summary>
public sealed class CheckpointKeyException(string message, Exception? cause = null) : Exception(message, cause);
