using System.Buffers.Binary;

namespace AreaSend.FileChecks.CompoundFiles;

/// <summary>The header of a Word 97 to 2003 document says whether the text behind it is encrypted.</summary>
internal static class WordHeader
{
    private const int Signature = 0xA5EC;
    private const int EncryptedFlag = 0x0100;

    public static void Check(Stream document)
    {
        var header = new byte[32];
        document.ReadExactly(header);
        if (BinaryPrimitives.ReadUInt16LittleEndian(header) != Signature)
        {
            throw new RefusedException(Refusals.Damaged);
        }

        if ((BinaryPrimitives.ReadUInt16LittleEndian(header.AsSpan(10)) & EncryptedFlag) != 0)
        {
            throw new RefusedException(Refusals.Encrypted);
        }
    }
}
