using System.Text.Json;
using System.Text.Json.Serialization;
using AreaSend.Core.Inspections;
using NodaTime;
using NodaTime.Serialization.SystemTextJson;

namespace AreaSend.Services.Store;

/// <summary>Events as JSON: the kind first, then what it says; dates and instants in ISO 8601.</summary>
public static class EventJson
{
    private static readonly JsonSerializerOptions Options = new JsonSerializerOptions(JsonSerializerDefaults.Web)
    {
        Converters = { new EventConverter(), new JsonStringEnumConverter(JsonNamingPolicy.KebabCaseLower) },
    }.ConfigureForNodaTime(DateTimeZoneProviders.Tzdb);

    /// <summary>The payload of an event.</summary>
    public static string Write(InspectionEvent @event) => JsonSerializer.Serialize(@event, Options);

    /// <summary>The event of a payload.</summary>
    /// <exception cref="JsonException">The text is no event that this version knows.</exception>
    public static InspectionEvent Read(string payload) =>
        JsonSerializer.Deserialize<InspectionEvent>(payload, Options) ?? throw new JsonException("An event cannot be null.");

    // A serializer that is told of sixty derived types takes all of them apart before it writes the first event: a tenth of a second in each
    // process that starts.
    private sealed class EventConverter : JsonConverter<InspectionEvent>
    {
        public override void Write(Utf8JsonWriter writer, InspectionEvent value, JsonSerializerOptions options) =>
            JsonSerializer.Serialize(writer, value, value.GetType(), options);

        public override InspectionEvent? Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
            KindIn(reader) is { } kind && InspectionEvent.TypeOf(kind) is { } type
                ? (InspectionEvent?)JsonSerializer.Deserialize(ref reader, type, options)
                : throw new JsonException("The text is no event of a kind that this version knows.");

        // Of a copy of the reader, which stays where it was.
        private static string? KindIn(Utf8JsonReader reader) =>
            reader.TokenType == JsonTokenType.StartObject
            && reader.Read() && reader.TokenType == JsonTokenType.PropertyName && reader.ValueTextEquals("kind"u8)
            && reader.Read() && reader.TokenType == JsonTokenType.String
                ? reader.GetString()
                : null;
    }
}
