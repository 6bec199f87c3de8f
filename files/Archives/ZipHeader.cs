using System.Buffers.Binary;

namespace AreaSend.FileChecks.Archives;

/// <summary>What a zip archive says of an entry, in its directory or in front of the data.</summary>
/// <param name="Flags">Sixteen switches: how it is packed, what its name is written in, whether its sizes come behind it.</param>
/// <param name="Method">How it is packed.</param>
/// <param name="Crc">The checksum of its content.</param>
/// <param name="PackedBytes">Bytes in the archive.</param>
/// <param name="ClaimedBytes">Bytes of its content.</param>
internal readonly record struct ZipHeader(int Flags, int Method, uint Crc, long PackedBytes, long ClaimedBytes)
{
    public const int Utf8Flag = 0x0800;
    public const int SizesBehindFlag = 0x0008;
    public const int Stored = 0;
    public const int Deflated = 8;

    private const int EncryptedFlags = 0x0001 | 0x0040 | 0x2000;
    private const int HarmlessFlags = 0x0002 | 0x0004 | SizesBehindFlag | Utf8Flag;
    private const uint In64BitField = uint.MaxValue;

    /// <summary>Sizes and checksum come in a descriptor behind the data, for programs that write without knowing them.</summary>
    public bool HasSizesBehind => (Flags & SizesBehindFlag) != 0;

    public bool IsUtf8 => (Flags & Utf8Flag) != 0;

    /// <exception cref="RefusedException">No program here would unpack it, or not every one.</exception>
    public void RequirePlainPacking()
    {
        if ((Flags & EncryptedFlags) != 0)
        {
            throw new RefusedException(Refusals.Encrypted);
        }

        // Stored content says nowhere where it ends, so a program that reads from the front would look for the descriptor inside it.
        var hasNoEnd = Method == Stored && HasSizesBehind && PackedBytes > 0;
        if ((Flags & ~HarmlessFlags) != 0 || Method is not (Stored or Deflated) || hasNoEnd)
        {
            throw new RefusedException(Refusals.Packing);
        }
    }

    /// <summary>Whether the header in front of the data tells the same as this one of the directory: programs that unpack from the front believe it.</summary>
    public bool Agrees(ZipHeader local, bool nameIsPlain)
    {
        var different = Flags ^ local.Flags;
        return Method == local.Method
            && (different & ~(nameIsPlain ? Utf8Flag | 6 : 6)) == 0
            && Same(Crc, local.Crc)
            && Same(PackedBytes, local.PackedBytes)
            && Same(ClaimedBytes, local.ClaimedBytes);
    }

    /// <summary>A figure of 32 bits, or the next 64-bit one that stands in for it.</summary>
    public static long Wide(long narrow, ref ReadOnlySpan<byte> wide)
    {
        if (narrow != In64BitField)
        {
            return narrow;
        }

        var value = wide.Length >= sizeof(long) ? BinaryPrimitives.ReadInt64LittleEndian(wide) : -1;
        if (value < 0)
        {
            throw new RefusedException(Refusals.Damaged);
        }

        wide = wide[sizeof(long)..];
        return value;
    }

    /// <summary>Zero is "not known yet", where the figures come behind the data.</summary>
    private bool Same(long here, long there) => here == there || (HasSizesBehind && there == 0);
}
