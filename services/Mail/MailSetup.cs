using AreaSend.Services.Mail.GovukNotify;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
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
        // Nothing tries these again but the outbox: a mail service that was asked twice may have sent twice.
        foreach (var service in (string[])[SendGridSender.HttpClientName, NotifySender.HttpClientName])
        {
            services.AddHttpClient(service)
                .ConfigureHttpClient(client => (client.Timeout, client.MaxResponseContentBufferSize) = (Timeout.InfiniteTimeSpan, 1 << 20))
                .ConfigurePrimaryHttpMessageHandler(() => new SocketsHttpHandler { AllowAutoRedirect = false })
                .RemoveAllLoggers();
        }

        services.AddSingleton<IMailSender>(provider => provider.GetRequiredService<IOptions<MailOptions>>().Value.Sender switch
        {
            MailOptions.SendGridSender => ActivatorUtilities.CreateInstance<SendGridSender>(provider),
            MailOptions.NotifySender => ActivatorUtilities.CreateInstance<NotifySender>(provider),
            MailOptions.SmtpSender => ActivatorUtilities.CreateInstance<SmtpSender>(provider),
            _ => ActivatorUtilities.CreateInstance<EmlFolderSender>(provider),
        });
        return services;
    }

    internal static OptionsBuilder<MailOptions> AddMailOptions(this IServiceCollection services) => services
        .AddOptions<MailOptions>()
        .BindConfiguration(MailOptions.Section)
        .PostConfigure<IServiceProvider>((options, provider) =>
            options.Folder = Path.GetFullPath(options.Folder, provider.GetService<IHostEnvironment>()?.ContentRootPath ?? Environment.CurrentDirectory));
}
