using AreaSend.Services.Mail;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using NodaTime;

namespace AreaSend.Services.Deliveries;

/// <summary>Adds the taking in of what the mail service says to a host.</summary>
public static class DeliverySetup
{
    /// <summary>What the mail service says afterwards: <see cref="EventWebhook"/> and <see cref="NotifyCallback"/>. Needs the store.</summary>
    public static IServiceCollection AddDeliveryEvents(this IServiceCollection services)
    {
        services.AddSingleton<SendGridSignature>();
        services.AddSingleton<NoticeDeliveries>();
        services.AddSingleton<DeliveryIntake>();
        services.AddSingleton<ReturnedMail>();
        services.AddSingleton(provider => new EventWebhook(
            provider.GetRequiredService<SendGridSignature>(),
            provider.GetRequiredService<DeliveryIntake>(),
            provider.GetRequiredService<IClock>(),
            provider.GetRequiredService<ILogger<EventWebhook>>()));
        services.AddSingleton(provider => new NotifyCallback(
            provider.GetRequiredService<IOptions<MailOptions>>(),
            provider.GetRequiredService<DeliveryIntake>(),
            provider.GetRequiredService<IClock>(),
            provider.GetRequiredService<ILogger<NotifyCallback>>()));
        return services;
    }
}
