using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace AreaSend.Services.Uploads.Scanning;

/// <summary>Adds the malware scanner that the configuration names.</summary>
public static class ScannerSetup
{
    private const string SandboxKey = "AreaSend:Sandbox";

    /// <summary>One <see cref="IMalwareScanner"/>, chosen by <c>AreaSend:Scanner:Use</c>. A choice that cannot work stops the host with a sentence.</summary>
    public static IServiceCollection AddMalwareScanner(this IServiceCollection services)
    {
        services.AddOptions<ScannerOptions>()
            .BindConfiguration(ScannerOptions.Section)
            .ValidateOnStart();
        services.AddSingleton<IValidateOptions<ScannerOptions>>(provider => new ScannerChoice(IsSandbox(provider.GetRequiredService<IConfiguration>())));
        services.AddSingleton<IMalwareScanner>(provider => Choose(provider.GetRequiredService<IOptions<ScannerOptions>>().Value));
        return services;
    }

    private static IMalwareScanner Choose(ScannerOptions options) => options.Use.ToLowerInvariant() switch
    {
        ScannerChoice.Clamd => new ClamdScanner(options.Clamd),
        ScannerChoice.Defender => new AwaitedScanner(),
        _ => new SandboxScanner(),
    };

    private static bool IsSandbox(IConfiguration configuration) => bool.TryParse(configuration[SandboxKey], out var isSandbox) && isSandbox;
}
