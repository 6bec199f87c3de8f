using System.IO.Compression;
using System.Text;

namespace AreaSend.FileChecks.Tests.Samples;

/// <summary>A PDF of one empty page, with whatever a test puts in its catalogue or behind its objects.</summary>
internal static class PdfSample
{
    public static byte[] Of(string catalogue = "", string trailer = "", byte[]? objects = null) =>
    [
        .. Ascii($"%PDF-1.7\n1 0 obj\n<</Type/Catalog/Pages 2 0 R{catalogue}>>\nendobj\n2 0 obj\n<</Type/Pages/Kids[3 0 R]/Count 1>>\nendobj\n3 0 obj\n<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]>>\nendobj\n"),
        .. objects ?? [],
        .. Ascii($"xref\n0 1\n0000000000 65535 f \ntrailer\n<</Size 4/Root 1 0 R{trailer}>>\nstartxref\n0\n%%EOF\n"),
    ];

    /// <summary>An object with a stream that is packed by zlib.</summary>
    public static byte[] Packed(string dictionary, byte[] content) => Stream(dictionary + "/Filter/FlateDecode", Zlib(content));

    public static byte[] Zlib(byte[] content)
    {
        var packed = new MemoryStream();
        using (var zlib = new ZLibStream(packed, CompressionLevel.Optimal))
        {
            zlib.Write(content);
        }

        return packed.ToArray();
    }

    public static byte[] Stream(string dictionary, byte[] content) =>
        [.. Ascii($"4 0 obj\n<<{dictionary}/Length {content.Length}>>\nstream\n"), .. content, .. Ascii("\nendstream\nendobj\n")];

    public static byte[] Ascii(string text) => Encoding.Latin1.GetBytes(text);
}
