using NodaTime;

namespace AreaSend.Services.Programme;

/// <summary>Something on record that has taken place in an area.</summary>
/// <param name="Kind">What it was.</param>
/// <param name="Starts">The first on-site day, where it is known.</param>
/// <param name="Ends">The last on-site day, where it is known.</param>
/// <param name="Result">1, 2 or 3 of a full inspection; in words of the others; null where the record does not say.</param>
/// <param name="Published">When its report or letter was published, or the statement was required; null where the record does not say.</param>
/// <param name="Source">Where it is known from.</param>
public sealed record PastActivity(ActivityKind Kind, LocalDate? Starts, LocalDate? Ends, string? Result, LocalDate? Published, ActivitySource Source)
{
    /// <summary>The inspection, where this console holds it.</summary>
    public Guid? Inspection { get; init; }

    /// <summary>The line of the history, where somebody recorded it or brought it in.</summary>
    public Guid? Entry { get; init; }

    /// <summary>The day that it stands at in a history.</summary>
    public LocalDate On => Ends ?? Starts ?? Published ?? default;
}

/// <summary>What takes place in an area and bears on its programme.</summary>
public enum ActivityKind
{
    /// <summary>A full inspection under the framework.</summary>
    Full,

    /// <summary>A monitoring inspection under the framework.</summary>
    Monitoring,

    /// <summary>A re-visit under the earlier framework (¶ 23).</summary>
    Revisit,

    /// <summary>A written statement of action was required under the earlier framework (¶ 23).</summary>
    WrittenStatement,

    /// <summary>A monitoring visit under the framework for children's services, ILACS (¶ 22).</summary>
    Ilacs,

    /// <summary>A thematic visit (¶ 16).</summary>
    Thematic,

    /// <summary>An engagement meeting (¶ 180).</summary>
    Engagement,

    /// <summary>An inspection of a kind that no rule of the programme speaks of: it takes up its weeks.</summary>
    Other,
}

/// <summary>Where something in the history of an area is known from.</summary>
public enum ActivitySource
{
    /// <summary>The published record that comes with AreaSend.</summary>
    PublishedRecord,

    /// <summary>An inspection that this console holds.</summary>
    Console,

    /// <summary>A file that somebody brought in.</summary>
    Imported,

    /// <summary>Somebody recorded it by hand.</summary>
    ByHand,
}
