using System.Security.Cryptography;

namespace AreaSend.Web.Failures;

/// <summary>What a person reads out to whoever looks after the service; the log line of the failure has the same.</summary>
/// <param name="Text">Eight letters and digits in two groups, none of which look alike.</param>
internal sealed record FailureReference(string Text)
{
    private const string Alphabet = "23456789BCDFGHJKMNPQRTVWXYZ";

    public static FailureReference New() => new($"{RandomNumberGenerator.GetString(Alphabet, 4)}-{RandomNumberGenerator.GetString(Alphabet, 4)}");
}
