using System.Text.Json;
using System.Text.Json.Serialization;
using AreaSend.Core.Inspections;
using NodaTime;
using NodaTime.Serialization.SystemTextJson;

namespace AreaSend.Services.Store;

/// <summary>Events as JSON: the kind as discriminator, dates and instants in ISO 8601.</summary>
public static class EventJson
{
    private static readonly JsonSerializerOptions Options = new JsonSerializerOptions(JsonSerializerDefaults.Web)
    {
        Converters = { new JsonStringEnumConverter(JsonNamingPolicy.KebabCaseLower) },
    }.ConfigureForNodaTime(DateTimeZoneProviders.Tzdb);

    /// <summary>The payload of an event.</summary>
    public static string Write(InspectionEvent @event) => JsonSerializer.Serialize(@event, Options);

    /// <summary>The event of a payload.</summary>
    /// <exception cref="JsonException">The text is no event that this version knows.</exception>
    public static InspectionEvent Read(string payload) =>
        JsonSerializer.Deserialize<InspectionEvent>(payload, Options) ?? throw new JsonException("An event cannot be null.");
}
