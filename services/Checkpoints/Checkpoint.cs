using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using NodaTime;

namespace AreaSend.Services.Checkpoints;

/// <summary>How far one inspection's history had come.</summary>
/// <param name="Inspection">The inspection.</param>
/// <param name="Seq">Position of its newest event.</param>
/// <param name="Hash">That event's hash, which stands for all before it.</param>
public sealed record CheckpointHead(Guid Inspection, int Seq, string Hash);

/// <summary>
/// What the store held at one moment, signed and kept outside of it: whoever may write the database can compute every hash anew, and not this. It names nobody.
/// </summary>
/// <param name="At">The moment.</param>
/// <param name="Inspections">How many inspections there were.</param>
/// <param name="Root">Merkle root over the heads, in hexadecimal.</param>
/// <param name="LastLogLine">Number of the newest line of the access log; 0 where there was none.</param>
/// <param name="LogHash">SHA-256 over the fingerprints of the access log's lines up to that one, in hexadecimal.</param>
/// <param name="Heads">The heads, in order of identifier.</param>
/// <param name="Signature">ECDSA signature over all of the above, in Base64; empty before it is signed.</param>
public sealed record Checkpoint(
    Instant At,
    int Inspections,
    string Root,
    long LastLogLine,
    string LogHash,
    IReadOnlyList<CheckpointHead> Heads,
    string Signature = "")
{
    /// <summary>Signs it.</summary>
    public Checkpoint SignedBy(ECDsa key) => this with { Signature = Convert.ToBase64String(key.SignData(Signed(), HashAlgorithmName.SHA256)) };

    /// <summary>Whether it is as it was signed, by the owner of this key.</summary>
    public bool IsSignedBy(ECDsa key) =>
        Heads.Count == Inspections && Root == MerkleRoot.Of(Heads)
        && Convert.TryFromBase64String(Signature, new byte[Signature.Length], out _)
        && key.VerifyData(Signed(), Convert.FromBase64String(Signature), HashAlgorithmName.SHA256);

    private byte[] Signed() =>
        Encoding.UTF8.GetBytes(
            string.Create(CultureInfo.InvariantCulture, $"areasend-checkpoint-2\n{At.ToUnixTimeTicks()}\n{Inspections}\n{Root}\n{LastLogLine}\n{LogHash}"));
}

/// <summary>One hash over many heads (RFC 6962): a leaf and a node can never be taken for each other.</summary>
internal static class MerkleRoot
{
    public static string Of(IReadOnlyList<CheckpointHead> heads) => Convert.ToHexStringLower(Of([.. heads.Select(Leaf)]));

    private static byte[] Of(ReadOnlySpan<byte[]> leaves)
    {
        if (leaves.Length <= 1)
        {
            return leaves.Length == 0 ? SHA256.HashData([]) : leaves[0];
        }

        var half = (int)System.Numerics.BitOperations.RoundUpToPowerOf2((uint)leaves.Length) / 2;
        return SHA256.HashData([1, .. Of(leaves[..half]), .. Of(leaves[half..])]);
    }

    private static byte[] Leaf(CheckpointHead head) =>
        SHA256.HashData([0, .. Encoding.UTF8.GetBytes(string.Create(CultureInfo.InvariantCulture, $"{head.Inspection:D} {head.Seq} {head.Hash}"))]);
}
