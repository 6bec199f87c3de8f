using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;
using NodaTime;

namespace AreaSend.Services.Store;

/// <summary>
/// The chain that ties each event to all before it. The bytes hashed are, in this order: the previous hash, the inspection, the position,
/// the moment in ticks since 1970, the role and the payload; texts in UTF-8 with their length before them, numbers with the high byte first.
/// </summary>
public static class EventHash
{
    /// <summary>What stands before the first event: 64 noughts.</summary>
    public static readonly string Start = new('0', 64);

    /// <summary>The hash of an event, in lower-case hexadecimal.</summary>
    public static string Of(string previous, Guid inspection, int seq, Instant recordedAt, string by, string payload)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        Add(hash, previous);
        Add(hash, inspection.ToString("D"));
        Add(hash, seq);
        Add(hash, recordedAt.ToUnixTimeTicks());
        Add(hash, by);
        Add(hash, payload);
        return Convert.ToHexStringLower(hash.GetHashAndReset());
    }

    internal static string Of(EventRow row) => Of(row.PreviousHash, row.Inspection, row.Seq, row.RecordedAt, row.By, row.Payload);

    private static void Add(IncrementalHash hash, string text)
    {
        var bytes = Encoding.UTF8.GetBytes(text);
        Add(hash, bytes.Length);
        hash.AppendData(bytes);
    }

    private static void Add(IncrementalHash hash, long number)
    {
        Span<byte> bytes = stackalloc byte[sizeof(long)];
        BinaryPrimitives.WriteInt64BigEndian(bytes, number);
        hash.AppendData(bytes);
    }
}
