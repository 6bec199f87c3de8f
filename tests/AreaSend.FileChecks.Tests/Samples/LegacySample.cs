namespace AreaSend.FileChecks.Tests.Samples;

/// <summary>The main streams of Office files of 97 to 2003.</summary>
internal static class LegacySample
{
    private static readonly byte[] FirstBytes = Record(0x0809, [0x00, 0x06, 0x05, 0x00, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0]);

    public static byte[] Doc(bool isEncrypted = false) => [0xEC, 0xA5, 0xC1, 0x00, 0, 0, 0, 0, 0, 0, 0, (byte)(isEncrypted ? 1 : 0), .. new byte[20]];

    /// <summary>The beginning of a stream of records: 5 the workbook, 16 a sheet, 64 macros.</summary>
    public static byte[] Beginning(byte kind) => Record(0x0809, [0x00, 0x06, kind, 0x00, .. new byte[12]]);

    /// <summary>The main stream of a document of which the text follows the header, in the given pieces, and the table that tells of them.</summary>
    public static (byte[] Document, byte[] Table) DocOf(params string[] pieces)
    {
        var header = new byte[1024];
        Doc().CopyTo(header, 0);
        List<byte> text = [], places = [], characters = [.. new byte[4]];
        var count = 0;
        foreach (var piece in pieces)
        {
            places.AddRange([0, 0, .. BitConverter.GetBytes(0x40000000u | (uint)((header.Length + text.Count) * 2)), 0, 0]);
            text.AddRange(System.Text.Encoding.Latin1.GetBytes(piece));
            characters.AddRange(BitConverter.GetBytes(count += piece.Length));

            // Between pieces lies something else, so that the bytes in a row make no sense.
            text.AddRange("????"u8);
        }

        byte[] table = [2, .. BitConverter.GetBytes(characters.Count + places.Count), .. characters, .. places];
        BitConverter.TryWriteBytes(header.AsSpan(0x01A6), table.Length);
        return ([.. header, .. text], table);
    }

    public static byte[] Xls(params byte[] records) => [.. FirstBytes, .. Sheet(isMacro: false), .. records, .. Record(0x000A, [])];

    public static byte[] Sheet(bool isMacro) => Record(0x0085, [0, 0, 0, 0, 0, (byte)(isMacro ? 1 : 0), 2, 0, (byte)'L', (byte)'1']);

    public static byte[] Record(ushort number, byte[] body) => [.. BitConverter.GetBytes(number), .. BitConverter.GetBytes((ushort)body.Length), .. body];

    public static byte[] Slides(params byte[] inside) => [0x0F, 0x00, .. BitConverter.GetBytes((ushort)0x03E8), .. BitConverter.GetBytes(inside.Length), .. inside];

    public static byte[] Atom(ushort type, byte[] body) => [0x00, 0x00, .. BitConverter.GetBytes(type), .. BitConverter.GetBytes(body.Length), .. body];
}
