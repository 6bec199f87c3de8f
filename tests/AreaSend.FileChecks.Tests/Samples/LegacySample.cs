namespace AreaSend.FileChecks.Tests.Samples;

/// <summary>The main streams of Office files of 97 to 2003.</summary>
internal static class LegacySample
{
    private static readonly byte[] _beginning = Record(0x0809, [0x00, 0x06, 0x05, 0x00, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0]);

    public static byte[] Doc(bool isEncrypted = false) => [0xEC, 0xA5, 0xC1, 0x00, 0, 0, 0, 0, 0, 0, 0, (byte)(isEncrypted ? 1 : 0), .. new byte[20]];

    public static byte[] Xls(params byte[] records) => [.. _beginning, .. Sheet(isMacro: false), .. records, .. Record(0x000A, [])];

    public static byte[] Sheet(bool isMacro) => Record(0x0085, [0, 0, 0, 0, 0, (byte)(isMacro ? 1 : 0), 2, 0, (byte)'L', (byte)'1']);

    public static byte[] Record(ushort number, byte[] body) => [.. BitConverter.GetBytes(number), .. BitConverter.GetBytes((ushort)body.Length), .. body];

    public static byte[] Slides(params byte[] inside) => [0x0F, 0x00, .. BitConverter.GetBytes((ushort)0x03E8), .. BitConverter.GetBytes(inside.Length), .. inside];

    public static byte[] Atom(ushort type, byte[] body) => [0x00, 0x00, .. BitConverter.GetBytes(type), .. BitConverter.GetBytes(body.Length), .. body];
}
