using System.Buffers.Binary;
using System.Text;
using AreaSend.FileChecks.Packages;

namespace AreaSend.FileChecks.CompoundFiles;

/// <summary>A Word 97 to 2003 document: its header says whether it is encrypted and where its text lies, of which only the codes of fields are read.</summary>
internal static class WordDocument
{
    private const int Signature = 0xA5EC;
    private const int EncryptedFlag = 0x0100;
    private const int SecondTableFlag = 0x0200;
    private const int PiecesAt = 0x01A2;
    private const int NamesAt = 0x019A;
    private const int HeaderBytes = PiecesAt + 8;
    private const int MostTableBytes = 32 << 20;
    private const int MostPieceBytes = 64 << 20;
    private const uint EightBits = 0x40000000;

    public static void Check(CompoundFile file, CompoundEntry main)
    {
        var document = file.Open(main);
        var header = new byte[HeaderBytes];
        var read = document.ReadAtLeast(header, header.Length, throwOnEndOfStream: false);
        if (read < 32 || BinaryPrimitives.ReadUInt16LittleEndian(header) != Signature)
        {
            throw new RefusedException(Refusals.Damaged);
        }

        var flags = BinaryPrimitives.ReadUInt16LittleEndian(header.AsSpan(10));
        if ((flags & EncryptedFlag) != 0)
        {
            throw new RefusedException(Refusals.Encrypted);
        }

        FieldMarks.Search(file.Open(main));
        var table = file.InRoot.FirstOrDefault(entry => entry.Type == EntryType.Stream && entry.IsCalled((flags & SecondTableFlag) != 0 ? "1Table" : "0Table"));
        if (table is not null && table.Bytes <= MostTableBytes)
        {
            var raw = new byte[table.Bytes];
            file.Open(table).ReadExactly(raw);
            RequireOwnTemplate(Part(raw, header, NamesAt));
            RequireHarmlessPieces(Part(raw, header, PiecesAt), file, main);
        }
    }

    /// <summary>The second of the names that go with a document is its template's.</summary>
    private static void RequireOwnTemplate(ReadOnlySpan<byte> names)
    {
        if (!names.StartsWith([(byte)0xFF, (byte)0xFF]) || names.Length < 6)
        {
            return;
        }

        var rest = names[6..];
        for (var index = 0; index < 2 && rest.Length >= 2; index++)
        {
            var bytes = Math.Min(2 * BinaryPrimitives.ReadUInt16LittleEndian(rest), rest.Length - 2);
            if (index == 1 && Addresses.IsRemote(Encoding.Unicode.GetString(rest.Slice(2, bytes))))
            {
                throw new RefusedException(Refusals.ExternalLink);
            }

            rest = rest[(2 + bytes)..];
        }
    }

    /// <summary>The text lies in pieces in any order; a code may go from one to the next.</summary>
    private static void RequireHarmlessPieces(ReadOnlySpan<byte> pieces, CompoundFile file, CompoundEntry main)
    {
        while (pieces is [1, _, _, ..])
        {
            pieces = pieces[Math.Min(pieces.Length, 3 + BinaryPrimitives.ReadUInt16LittleEndian(pieces[1..]))..];
        }

        if (pieces is not [2, _, _, _, _, ..])
        {
            return;
        }

        pieces = pieces[5..];
        var marks = new FieldMarks();
        var count = (pieces.Length - 4) / 12;
        for (var index = 0; index < count; index++)
        {
            var characters =
                (long)BinaryPrimitives.ReadUInt32LittleEndian(pieces[((index + 1) * 4)..]) - BinaryPrimitives.ReadUInt32LittleEndian(pieces[(index * 4)..]);
            var place = BinaryPrimitives.ReadUInt32LittleEndian(pieces[(((count + 1) * 4) + (index * 8) + 2)..]);
            var isNarrow = (place & EightBits) != 0;
            var start = isNarrow ? (place & ~EightBits) / 2 : place;
            var bytes = characters * (isNarrow ? 1 : 2);
            if (bytes < 0 || bytes > MostPieceBytes || start + bytes > main.Bytes)
            {
                throw new RefusedException(Refusals.Damaged);
            }

            var raw = new byte[bytes];
            var text = (CompoundStream)file.Open(main);
            text.Skip(start);
            text.ReadExactly(raw);
            marks.Take((isNarrow ? Encoding.Latin1 : Encoding.Unicode).GetString(raw));
        }
    }

    /// <summary>Where the header says that a part of the table lies; nothing when that is not in it.</summary>
    private static ReadOnlySpan<byte> Part(byte[] table, byte[] header, int at)
    {
        var start = BinaryPrimitives.ReadUInt32LittleEndian(header.AsSpan(at));
        var bytes = BinaryPrimitives.ReadUInt32LittleEndian(header.AsSpan(at + 4));
        return (long)start + bytes <= table.Length ? table.AsSpan((int)start, (int)bytes) : [];
    }
}
