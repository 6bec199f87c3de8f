using System.Text.Json;
using System.Text.Json.Serialization;
using AreaSend.Core.Calendars;
using AreaSend.Core.Programme;
using AreaSend.Core.Timetables;
using NodaTime;
using NodaTime.Serialization.SystemTextJson;

namespace AreaSend.Services.Store.Figures;

/// <summary>What one inspection is to the programme of its area. It is a pure function of its events and of no moment.</summary>
/// <param name="Kind">Key of its kind.</param>
/// <param name="Notified">When the area is told, happened or planned.</param>
/// <param name="Starts">The first on-site day, happened or planned; the day of a meeting.</param>
/// <param name="Ends">The last one.</param>
/// <param name="HasTakenPlace">Inspectors have left, or the meeting has been held.</param>
/// <param name="DraftShared">When the draft is shared, happened or due; null where nothing is drafted.</param>
/// <param name="OwesDraft">The draft is owed: inspectors have not shared it yet.</param>
/// <param name="IsPaused">It stands still, so that its days are not to be relied on (¶ 80).</param>
/// <param name="Published">When its report or letter was published.</param>
/// <param name="Outcome">The number of its outcome.</param>
/// <param name="IsEffective">Of a monitoring inspection: whether action was effective.</param>
/// <param name="IsSufficient">Of a re-visit: whether progress was sufficient.</param>
/// <param name="Adds">What it adds to the record of its area.</param>
public sealed record ActivityFigure(
    string Kind,
    LocalDate Notified,
    LocalDate Starts,
    LocalDate Ends,
    bool HasTakenPlace,
    LocalDate? DraftShared,
    bool OwesDraft,
    bool IsPaused,
    LocalDate? Published,
    int? Outcome,
    bool? IsEffective,
    bool? IsSufficient,
    AreaRecord Adds)
{
    private static readonly JsonSerializerOptions Json = Options(editions: null);

    /// <summary>Folds an inspection; null for one that was withdrawn or deferred, which counts for nothing.</summary>
    public static ActivityFigure? Of(LoadedInspection inspection)
    {
        var (@case, plan) = (inspection.Case, inspection.Plan);
        if (!@case.IsOpen)
        {
            return null;
        }

        var starts = DayOf(plan, @case.Type.PlannedFor) ?? @case.PlannedOnSite;
        return new(
            @case.Type.Key,
            plan.NotificationDay,
            starts,
            DayOf(plan, Anchor.OnSiteEnds) ?? starts,
            @case.HasHappened(@case.RowOf(Anchor.OnSiteEnds) is null ? @case.Type.PlannedFor : Anchor.OnSiteEnds),
            DayOf(plan, Anchor.DraftShared),
            plan.Marking(Anchor.DraftShared) is { Met: null },
            @case.Paused is not null,
            plan.Marking(Anchor.Published)?.Met is { } met ? LondonTime.DateOf(met.At) : null,
            @case.Outcome?.Number,
            @case.Monitoring?.IsEffective,
            @case.Revisit?.IsSufficient,
            new AreaRecord(@case.Area, [], [], WrittenStatementNotRevisited: true).With([@case]));
    }

    /// <summary>As it is kept.</summary>
    public string Write() => JsonSerializer.Serialize(this, Json);

    /// <summary>Reads <see cref="Write"/>; null where nothing is kept.</summary>
    /// <param name="text">As it is kept.</param>
    /// <param name="options"><see cref="Reading"/>.</param>
    public static ActivityFigure? Read(string? text, JsonSerializerOptions options) =>
        string.IsNullOrEmpty(text) ? null : JsonSerializer.Deserialize<ActivityFigure>(text, options);

    /// <summary>To read with: an inspection names its edition, and has it from among those held.</summary>
    public static JsonSerializerOptions Reading(Editions editions) => Options(editions);

    private static LocalDate? DayOf(Timetable plan, Anchor anchor) =>
        plan.Marking(anchor) is { } step ? step.Met is { } met ? LondonTime.DateOf(met.At) : step.DueDate : null;

    private static JsonSerializerOptions Options(Editions? editions) => new JsonSerializerOptions
    {
        Converters = { new JsonStringEnumConverter(), new EditionById(editions) }, DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
    }.ConfigureForNodaTime(DateTimeZoneProviders.Tzdb);

    private sealed class EditionById(Editions? editions) : JsonConverter<FrameworkEdition>
    {
        public override FrameworkEdition? Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
            editions?.Find(reader.GetString()!);

        public override void Write(Utf8JsonWriter writer, FrameworkEdition value, JsonSerializerOptions options) => writer.WriteStringValue(value.Id);
    }
}
