using System.Globalization;

namespace AreaSend.Web.Documents;

/// <summary>Sizes of files in words.</summary>
internal static class FileSize
{
    private const long Kilobyte = 1 << 10;
    private const long Megabyte = 1 << 20;

    /// <summary>The same with every byte counted, for a receipt: <c>1.4 MB (1,468,006 bytes)</c>.</summary>
    public static string Whole(long bytes) => bytes < Kilobyte ? Show(bytes) : $"{Show(bytes)} ({bytes:N0} bytes)";

    /// <summary><c>0 bytes</c>, <c>312 KB</c>, <c>1.4 MB</c>.</summary>
    public static string Show(long bytes) => bytes switch
    {
        1 => "1 byte",
        < Kilobyte => $"{bytes} bytes",
        < Megabyte => $"{bytes / Kilobyte} KB",
        _ => string.Create(CultureInfo.InvariantCulture, $"{bytes / (double)Megabyte:0.#} MB"),
    };
}
