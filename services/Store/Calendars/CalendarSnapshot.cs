using NodaTime;

namespace AreaSend.Services.Store.Calendars;

/// <summary>A list of bank holidays that was once in force, kept for ever: an inspection names the version that it is counted with.</summary>
public sealed class CalendarSnapshot
{
    /// <summary>The source of the list that came with the program: nothing was fetched.</summary>
    public const string Shipped = "shipped with AreaSend";

    /// <summary>SHA-256 of the content, in hexadecimal.</summary>
    public required string Version { get; init; }

    /// <summary>The list, as JSON in the feed's form.</summary>
    public required string Content { get; init; }

    /// <summary>When it was first had.</summary>
    public required Instant FetchedAt { get; init; }

    /// <summary>Where it came from: an address, or words.</summary>
    public required string Source { get; init; }

    /// <summary>When it last became the one in force. The newest is in force; a content that returns is in force again.</summary>
    public required Instant AdoptedAt { get; set; }

    /// <summary>Counts adoptions, so that two at one moment keep their order; 0 for the feed's own days that were never in force by themselves.</summary>
    public required int Adoption { get; set; }

    /// <summary>Version of the feed's own days, where coordinators have set others by hand over them; null where nothing is set by hand.</summary>
    public string? FeedVersion { get; set; }
}

/// <summary>A refresh of the bank holidays that did not bring any: shown until a refresh succeeds.</summary>
public sealed class CalendarAlarm
{
    /// <summary>Position among all.</summary>
    public long Id { get; init; }

    /// <summary>When it was first raised.</summary>
    public required Instant RaisedAt { get; init; }

    /// <summary>When the same was last found.</summary>
    public required Instant LastSeenAt { get; set; }

    /// <summary>What is wrong, in a sentence.</summary>
    public required string Sentence { get; init; }

    /// <summary>When a refresh succeeded again; null while the alarm stands.</summary>
    public Instant? ClearedAt { get; set; }
}

/// <summary>One refresh of the bank holidays.</summary>
public sealed class CalendarRefresh
{
    /// <summary>Position among all.</summary>
    public long Id { get; init; }

    /// <summary>When.</summary>
    public required Instant At { get; init; }

    /// <summary>Where from.</summary>
    public required string Source { get; init; }

    /// <summary>What came of it, in a sentence.</summary>
    public required string Result { get; init; }
}
