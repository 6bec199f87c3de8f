using System.Security.Cryptography;

namespace AreaSend.Services.Checkpoints;

/// <summary>A key in a PEM file. Its public half is enough to verify.</summary>
/// <param name="path">The file.</param>
public sealed class CheckpointKeyFile(string path) : ICheckpointKey
{
    /// <inheritdoc />
    public async Task<CheckpointSignature> SignAsync(byte[] text, CancellationToken cancellation = default)
    {
        using var key = await ReadAsync(cancellation);
        try
        {
            return new CheckpointSignature("", key.SignData(text, HashAlgorithmName.SHA256));
        }
        catch (CryptographicException problem)
        {
            throw new CheckpointKeyException($"{path} holds no private key, so that nothing can be signed with it.", problem);
        }
    }

    /// <inheritdoc />
    public async Task<bool> VerifyAsync(byte[] text, CheckpointSignature signature, CancellationToken cancellation = default)
    {
        using var key = await ReadAsync(cancellation);
        return key.VerifyData(text, signature.Bytes, HashAlgorithmName.SHA256);
    }

    private async Task<ECDsa> ReadAsync(CancellationToken cancellation)
    {
        var key = ECDsa.Create();
        try
        {
            key.ImportFromPem(await File.ReadAllTextAsync(path, cancellation));
            return key;
        }
        catch (Exception problem) when (problem is ArgumentException or CryptographicException or IOException or UnauthorizedAccessException)
        {
            key.Dispose();
            throw new CheckpointKeyException(
                problem is ArgumentException or CryptographicException
                    ? $"{path} holds no key of an elliptic curve in PEM form."
                    : $"The file of the key, {path}, cannot be read.",
                problem);
        }
    }
}
