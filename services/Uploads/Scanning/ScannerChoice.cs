using Microsoft.Extensions.Options;

namespace AreaSend.Services.Uploads.Scanning;

/// <summary>Says in one sentence why the configured scanner cannot work.</summary>
internal sealed class ScannerChoice(bool isSandbox) : IValidateOptions<ScannerOptions>
{
    public const string Clamd = "clamd";
    public const string Defender = "defender";
    public const string Sandbox = "sandbox";

    private const string UseKey = $"{ScannerOptions.Section}:Use";
    private const string ClamdKey = $"{ScannerOptions.Section}:Clamd";

    /// <inheritdoc />
    public ValidateOptionsResult Validate(string? name, ScannerOptions options) =>
        Refusal(options) is { } sentence ? ValidateOptionsResult.Fail(sentence) : ValidateOptionsResult.Success;

    private string? Refusal(ScannerOptions options) => options.Use.ToLowerInvariant() switch
    {
        "" when isSandbox => null,
        "" => $"No malware scanner is configured, and without one no upload is ever accepted: set {UseKey} to clamd or defender.",
        Sandbox when isSandbox => null,
        Sandbox => $"The sandbox scanner knows only the EICAR test string and must not see real documents: set {UseKey} to clamd or defender.",
        Defender => null,
        Clamd => ClamdRefusal(options.Clamd),
        _ => $"{UseKey} is \"{options.Use}\": it must be clamd, defender or sandbox.",
    };

    private static string? ClamdRefusal(ClamdOptions clamd)
    {
        if (string.IsNullOrWhiteSpace(clamd.Host))
        {
            return $"{UseKey} is clamd, but {ClamdKey}:Host does not say where clamd listens.";
        }

        if (clamd.Port is < 1 or > 65535)
        {
            return $"{ClamdKey}:Port is {clamd.Port}: it must be a number from 1 to 65535.";
        }

        return clamd.ConnectTimeout > TimeSpan.Zero && clamd.ScanTimeout > TimeSpan.Zero
            ? null
            : $"{ClamdKey}:ConnectTimeout and {ClamdKey}:ScanTimeout must be longer than nothing.";
    }
}
