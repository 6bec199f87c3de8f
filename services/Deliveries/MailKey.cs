using System.Text.RegularExpressions;

namespace AreaSend.Services.Deliveries;

/// <summary>The key of an e-mail taken apart again.</summary>
/// <param name="Inspection">The inspection of its notice.</param>
/// <param name="Notice">The key of its notice.</param>
/// <param name="Round">How often the notice had been sent anew.</param>
internal sealed partial record MailKey(Guid Inspection, string Notice, int Round)
{
    /// <summary>Null for a key that is none of ours.</summary>
    public static MailKey? Read(string key) =>
        Form().Match(key) is { Success: true } match && Guid.TryParseExact(match.Groups["inspection"].Value, "D", out var inspection)
            ? new MailKey(inspection, match.Groups["notice"].Value, match.Groups["round"] is { Success: true, Value: var round } ? int.Parse(round) : 0)
            : null;

    [GeneratedRegex(@"^(?<inspection>[0-9a-f-]{36}):(?<notice>.{1,200}?)(:again-(?<round>[0-9]{1,6}))?$")]
    private static partial Regex Form();
}
