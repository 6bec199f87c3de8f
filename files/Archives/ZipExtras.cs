using System.Buffers.Binary;
using System.Collections.Frozen;
using System.IO.Hashing;
using System.Text;

namespace AreaSend.FileChecks.Archives;

/// <summary>
/// The extra fields of a zip header. Programs read different ones: a field with another name, a link or a password would show two archives to two programs.
/// So only fields are taken that say nothing of a name or of content.
/// </summary>
internal static class ZipExtras
{
    private const int WideSizes = 0x0001;
    private const int UnicodePath = 0x7075;
    private const int UnicodePathHead = 5;

    /// <summary>Office pads its first part by half a kilobyte, for later growth.</summary>
    private const int LongestInAll = 4096;

    /// <summary>
    /// Padding, times and owners: Windows and OS/2 (000A, 0009, 4453), Unix (5455, 5855, 7855, 7875), Office's growth hint, comments, Java and Android.
    /// </summary>
    private static readonly FrozenSet<int> Harmless = new[]
    {
        0x0000,
        0x0009,
        0x000A,
        0x4453,
        0x5455,
        0x5855,
        0x6375,
        0x7855,
        0x7875,
        0xA220,
        0xCAFE,
        0xD935,
    }.ToFrozenSet();

    /// <summary>The 64-bit sizes among the fields; empty when there are none.</summary>
    /// <exception cref="RefusedException">A field could show another archive to another program.</exception>
    public static byte[] WideFields(ReadOnlySpan<byte> extra, ReadOnlySpan<byte> name)
    {
        Require(extra.Length <= LongestInAll && !ZipSignatures.AreIn(extra));
        byte[]? wide = null;
        while (extra.Length >= 4)
        {
            int number = BinaryPrimitives.ReadUInt16LittleEndian(extra);
            int length = BinaryPrimitives.ReadUInt16LittleEndian(extra[2..]);
            Require(length <= extra.Length - 4);
            var field = extra.Slice(4, length);
            switch (number)
            {
                case WideSizes:
                    Require(wide is null);
                    wide = field.ToArray();
                    break;
                case UnicodePath:
                    Require(SaysTheSame(field, name));
                    break;
                default:
                    Require(Harmless.Contains(number));
                    break;
            }

            extra = extra[(4 + length)..];
        }

        Require(!extra.ContainsAnyExcept((byte)0));
        return wide ?? [];
    }

    /// <summary>A Unicode path is used by some programs and passed over by others; it may only repeat the name.</summary>
    private static bool SaysTheSame(ReadOnlySpan<byte> field, ReadOnlySpan<byte> name) =>
        field.Length >= UnicodePathHead
        && field[0] == 1
        && BinaryPrimitives.ReadUInt32LittleEndian(field[1..]) == Crc32.HashToUInt32(name)
        && (field[UnicodePathHead..].SequenceEqual(name) || Encoding.UTF8.GetString(field[UnicodePathHead..]) == ZipNames.Oem.GetString(name));

    private static void Require(bool isHarmless)
    {
        if (!isHarmless)
        {
            throw new RefusedException(Refusals.TwoReadings);
        }
    }
}
