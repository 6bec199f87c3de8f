using AreaSend.Services.Mail.GovukNotify;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Http.Resilience;
using Microsoft.Extensions.Options;

namespace AreaSend.Services.Mail;

/// <summary>Adds the sending of e-mail to a host.</summary>
public static class MailSetup
{
    /// <summary>The <see cref="IMailSender"/> that <c>AreaSend:Mail:Sender</c> names. Settings that cannot work stop the host with a sentence.</summary>
    public static IServiceCollection AddMail(this IServiceCollection services)
    {
        services.AddMailOptions().ValidateOnStart();
        services.AddSingleton<SendGridAnswer>();
        services.AddSingleton<IValidateOptions<MailOptions>, MailOptionsCheck>();
        services.AddSingleton<NotifyAnswer>();
        services.AddMailService(SendGridSender.HttpClientName, options => options.SendGrid.TimeoutSeconds);
        services.AddMailService(NotifySender.HttpClientName, options => options.GovukNotify.TimeoutSeconds);
        services.AddSingleton<IMailSender>(provider => provider.GetRequiredService<IOptions<MailOptions>>().Value.Sender switch
        {
            MailOptions.SendGridSender => ActivatorUtilities.CreateInstance<SendGridSender>(provider),
            MailOptions.NotifySender => ActivatorUtilities.CreateInstance<NotifySender>(provider),
            MailOptions.SmtpSender => ActivatorUtilities.CreateInstance<SmtpSender>(provider),
            _ => ActivatorUtilities.CreateInstance<EmlFolderSender>(provider),
        });
        return services;
    }

    /// <summary>
    /// Nothing hands an e-mail over again but the outbox: a mail service that was asked twice may have sent twice. Only what is asked without sending is
    /// asked again, and soon, because a notice waits for it.
    /// </summary>
    private static void AddMailService(this IServiceCollection services, string name, Func<MailOptions, double> timeoutSeconds) => services
        .AddHttpClient(name)
        .ConfigureHttpClient(client => (client.Timeout, client.MaxResponseContentBufferSize) = (Timeout.InfiniteTimeSpan, 1 << 20))
        .ConfigurePrimaryHttpMessageHandler(() => new SocketsHttpHandler { AllowAutoRedirect = false })
        .RemoveAllLoggers()
        .AddStandardResilienceHandler()
        .Configure((resilience, provider) =>
        {
            // Not checked here: settings that cannot work have stopped the host with a sentence of their own.
            var options = provider.GetRequiredService<IConfiguration>().GetSection(MailOptions.Section).Get<MailOptions>() ?? new MailOptions();
            var timeout = TimeSpan.FromSeconds(Math.Clamp(timeoutSeconds(options), 0.01, 300));
            resilience.AttemptTimeout.Timeout = timeout;
            resilience.TotalRequestTimeout.Timeout = timeout + MailOptions.Grace;
            resilience.CircuitBreaker.SamplingDuration = TimeSpan.FromTicks(Math.Max(resilience.CircuitBreaker.SamplingDuration.Ticks, 2 * timeout.Ticks));
            resilience.Retry.DisableForUnsafeHttpMethods();
            (resilience.Retry.MaxRetryAttempts, resilience.Retry.Delay, resilience.Retry.ShouldRetryAfterHeader) = (2, TimeSpan.FromMilliseconds(200), false);
        });

    internal static OptionsBuilder<MailOptions> AddMailOptions(this IServiceCollection services) => services
        .AddOptions<MailOptions>()
        .BindConfiguration(MailOptions.Section)
        .PostConfigure<IServiceProvider>((options, provider) =>
            options.Folder = Path.GetFullPath(options.Folder, provider.GetService<IHostEnvironment>()?.ContentRootPath ?? Environment.CurrentDirectory));
}
