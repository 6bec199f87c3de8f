using System.Text;

namespace AreaSend.Services.Uploads.Scanning;

/// <summary>
/// The harmless string that every malware scanner agrees to report (eicar.org). It stands here in two halves, so that no scanner takes this file for it.
/// </summary>
internal static class Eicar
{
    /// <summary>What scanners call it.</summary>
    public const string Name = "Eicar-Test-Signature";

    /// <summary>The 68 characters.</summary>
    public static byte[] TestString { get; } = Encoding.ASCII.GetBytes(@"X5O!P%@AP[4\PZX54(P^)7CC)7}$" + "EICAR-STANDARD-ANTIVIRUS-TEST-FILE!$H+H*");
}
