using AreaSend.Services.Engine.Durable;
using Azure.Core;
using Azure.Identity;
using Azure.Storage.Queues;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Options;

namespace AreaSend.Services.Engine;

/// <summary>Which engine takes inspections forward: the setting <c>AreaSend:Engine</c>.</summary>
public enum EngineChoice
{
    /// <summary>The one in the console's own host.</summary>
    Embedded,

    /// <summary>Durable orchestrations in an Azure Functions app.</summary>
    DurableFunctions,
}

/// <summary>Adds the engine that is configured, as the console sees it.</summary>
public static class EngineChoices
{
    /// <summary>Reads the setting.</summary>
    /// <exception cref="OptionsValidationException">It names no engine; the message says which there are.</exception>
    public static EngineChoice Read(IConfiguration configuration) => configuration[EngineOptions.Section] switch
    {
        null or "" or nameof(EngineChoice.Embedded) => EngineChoice.Embedded,
        nameof(EngineChoice.DurableFunctions) => EngineChoice.DurableFunctions,
        var other => throw Invalid(
            $"{EngineOptions.Section} is “{other}”. Set it to {nameof(EngineChoice.Embedded)} or {nameof(EngineChoice.DurableFunctions)}."),
    };

    /// <summary>The engine of this very host.</summary>
    public static IServiceCollection AddEmbeddedEngine(this IServiceCollection services) => services.AddSingleton<IInspectionEngine, EmbeddedInspections>();

    /// <summary>The engine in the Functions app, configured under <c>AreaSend:Functions</c>. What changes becomes a message in its queue.</summary>
    /// <exception cref="OptionsValidationException">It says neither where the queue nor where the app is.</exception>
    public static IServiceCollection AddDurableEngine(this IServiceCollection services, IConfiguration configuration)
    {
        var section = configuration.GetSection(DurableEngineOptions.Section);
        var settings = section.Get<DurableEngineOptions>() ?? new DurableEngineOptions();
        if (settings.Address is null || (settings.QueueServiceUri is null && settings.QueueConnectionString.Length == 0))
        {
            throw Invalid(
                $"{EngineOptions.Section} is {nameof(EngineChoice.DurableFunctions)}, so {DurableEngineOptions.Section}:Address and {DurableEngineOptions.Section}:QueueServiceUri have to be set.");
        }

        services.Configure<DurableEngineOptions>(section);
        services.AddHttpClient(DurableInspections.HttpClientName)
            .ConfigureHttpClient(client => client.Timeout = TimeSpan.FromSeconds(10))
            .RemoveAllLoggers()
            .AddStandardResilienceHandler();
        services.TryAddSingleton<TokenCredential>(new DefaultAzureCredential());
        services.AddSingleton(Queue(settings));
        services.AddSingleton<EngineQueue>();
        services.AddSingleton<IInspectionEngine, DurableInspections>();
        services.AddHostedService<ChangeMessages>();
        return services;
    }

    private static QueueClient Queue(DurableEngineOptions settings)
    {
        // As host.json of the Functions app has it.
        var encoding = new QueueClientOptions { MessageEncoding = QueueMessageEncoding.Base64 };
        return settings.QueueConnectionString.Length > 0
            ? new QueueClient(settings.QueueConnectionString, DurableEngineOptions.QueueName, encoding)
            : new QueueServiceClient(settings.QueueServiceUri, new DefaultAzureCredential(), encoding).GetQueueClient(DurableEngineOptions.QueueName);
    }

    private static OptionsValidationException Invalid(string sentence) => new(EngineOptions.Section, typeof(EngineOptions), [sentence]);
}
