using System.Buffers;
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

    // Bytes of an event with a payload of a few lines; a longer one takes more.
    private const int Usual = 1024;

    /// <summary>The hash of an event, in lower-case hexadecimal.</summary>
    public static string Of(string previous, Guid inspection, int seq, Instant recordedAt, string by, string payload)
    {
        var hashed = new ArrayBufferWriter<byte>(Usual);
        Add(hashed, previous);
        Add(hashed, inspection.ToString("D"));
        Add(hashed, seq);
        Add(hashed, recordedAt.ToUnixTimeTicks());
        Add(hashed, by);
        Add(hashed, payload);
        return Convert.ToHexStringLower(SHA256.HashData(hashed.WrittenSpan));
    }

    internal static string Of(EventRow row) => Of(row.PreviousHash, row.Inspection, row.Seq, row.RecordedAt, row.By, row.Payload);

    private static void Add(ArrayBufferWriter<byte> hashed, string text)
    {
        Add(hashed, Encoding.UTF8.GetByteCount(text));
        Encoding.UTF8.GetBytes(text, hashed);
    }

    private static void Add(ArrayBufferWriter<byte> hashed, long number)
    {
        BinaryPrimitives.WriteInt64BigEndian(hashed.GetSpan(sizeof(long)), number);
        hashed.Advance(sizeof(long));
    }
}
