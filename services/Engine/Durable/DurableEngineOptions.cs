using Microsoft.Extensions.Configuration;

namespace AreaSend.Services.Engine.Durable;

/// <summary>Settings under <c>AreaSend:Functions</c>: where the Functions app is, for a host whose engine it is.</summary>
public sealed class DurableEngineOptions
{
    /// <summary>The section that these settings stand in.</summary>
    public const string Section = "AreaSend:Functions";

    /// <summary>The queue that the Functions app listens to.</summary>
    public const string QueueName = "inspection-changed";

    /// <summary>The queue service, reached with the host's own identity.</summary>
    public Uri? QueueServiceUri { get; set; }

    /// <summary>The queue service by connection string instead: for a storage emulator.</summary>
    public string QueueConnectionString { get; set; } = "";

    /// <summary>How long the sandbox's clock waits, each time that something falls due, for the Functions app to do it.</summary>
    public TimeSpan CatchUpTimeout { get; set; } = TimeSpan.FromMinutes(1);

    /// <summary>The Functions app's address.</summary>
    public Uri? Address { get; set; }

    /// <summary>The Durable Task dashboard of the app's task hub, for people to look at; null: none is offered.</summary>
    public Uri? Dashboard { get; set; }

    /// <summary>
    /// The application that stands for the Functions app, such as <c>api://…</c>: its status is asked with a token of the host's own identity, so no key
    /// is needed. Empty: it is asked with <see cref="Key"/>.
    /// </summary>
    public string Audience { get; set; } = "";

    /// <summary>The function key that its status interface opens with where there is no <see cref="Audience"/>. A secret.</summary>
    public string Key { get; set; } = "";
}
