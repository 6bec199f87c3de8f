using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using NodaTime;

namespace AreaSend.Services.Checkpoints;

/// <summary>How far one inspection's history had come, and what stood in rows beside it that no event holds.</summary>
/// <param name="Inspection">The inspection.</param>
/// <param name="Seq">Position of its newest event.</param>
/// <param name="Hash">That event's hash, which stands for all before it.</param>
/// <param name="Names">
/// The <see cref="NameMark"/>s of its documents' file names and of the addresses that its notices went to, by row. None can be tried out once its row has been
/// disposed of.
/// </param>
public sealed record CheckpointHead(Guid Inspection, int Seq, string Hash, IReadOnlyDictionary<string, string> Names);

/// <summary>That the list of inspections was made anew although events were missing which it knew of.</summary>
/// <param name="At">When.</param>
/// <param name="Reason">Why, in the words of whoever did it.</param>
/// <param name="Lost">What was gone, a sentence each.</param>
public sealed record ForgottenEvents(Instant At, string Reason, IReadOnlyList<string> Lost);

/// <summary>
/// What the store held at one moment, signed and kept outside of it: whoever may write the database can compute every hash anew, and not this. It names nobody.
/// </summary>
/// <param name="At">The moment.</param>
/// <param name="Inspections">How many inspections there were.</param>
/// <param name="Root">Merkle root over the heads, in hexadecimal.</param>
/// <param name="LastLogLine">Number of the newest line of the access log; 0 where there was none.</param>
/// <param name="LogHash">SHA-256 over the fingerprints of the access log's lines up to that one, in hexadecimal.</param>
/// <param name="Heads">The heads, in order of identifier.</param>
/// <param name="Forgotten">Each time that events were forgotten on purpose, from the first on: every later checkpoint says it again.</param>
/// <param name="Key">The key that it is signed with, as its vault calls it; empty for a key in a file.</param>
/// <param name="Signature">ECDSA signature over all of the above, in Base64; empty before it is signed.</param>
public sealed record Checkpoint(
    Instant At,
    int Inspections,
    string Root,
    long LastLogLine,
    string LogHash,
    IReadOnlyList<CheckpointHead> Heads,
    IReadOnlyList<ForgottenEvents> Forgotten,
    string Key = "",
    string Signature = "")
{
    /// <summary>Whether what it says of the heads as a whole is what it says of each.</summary>
    internal bool IsSound => Heads.Count == Inspections && Heads.All(head => head.Names is not null) && Root == MerkleRoot.Of(Heads);

    /// <summary>What is signed.</summary>
    internal byte[] Signed() => Encoding.UTF8.GetBytes(string.Create(
        CultureInfo.InvariantCulture,
        $"areasend-checkpoint-3\n{At.ToUnixTimeTicks()}\n{Inspections}\n{Root}\n{LastLogLine}\n{LogHash}\n{ForgottenHash()}"));

    private string ForgottenHash() => Convert.ToHexStringLower(SHA256.HashData(JsonSerializer.SerializeToUtf8Bytes(
        Forgotten.Select(one => new object[] { one.At.ToUnixTimeTicks(), one.Reason, one.Lost }))));
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

    private static byte[] Leaf(CheckpointHead head)
    {
        var text = new StringBuilder(string.Create(CultureInfo.InvariantCulture, $"{head.Inspection:D} {head.Seq} {head.Hash}"));
        foreach (var (row, mark) in head.Names.OrderBy(name => name.Key, StringComparer.Ordinal))
        {
            text.Append('\n').Append(row).Append(' ').Append(mark);
        }

        return SHA256.HashData([0, .. Encoding.UTF8.GetBytes(text.ToString())]);
    }
}
