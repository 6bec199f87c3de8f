using System.Text;

namespace AreaSend.Web.Programme;

/// <summary>Reads a file of text that somebody sends.</summary>
internal static class PlainTextFile
{
    /// <summary>Its text: UTF-8 where every byte fits it, else as Excel saves in Western Europe; null for a file that is no text.</summary>
    public static async Task<string?> ReadAsync(Stream content, CancellationToken cancellation)
    {
        using var memory = new MemoryStream();
        await content.CopyToAsync(memory, cancellation);
        var bytes = memory.ToArray();
        if (bytes.Contains((byte)0))
        {
            return null;
        }

        try
        {
            return new UTF8Encoding(false, throwOnInvalidBytes: true).GetString(bytes);
        }
        catch (DecoderFallbackException)
        {
            return Encoding.Latin1.GetString(bytes);
        }
    }
}
