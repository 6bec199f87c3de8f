using NodaTime;

namespace AreaSend.Core.Timetables;

/// <summary>An edition of "Area SEND inspections: framework and handbook": the law of the inspections notified while it is in force.</summary>
/// <param name="Id">For instance <c>area-send-2024-01-30</c>.</param>
/// <param name="InForceFrom">The day it came into force.</param>
/// <param name="Full">The rows of a full inspection, in the order of the handbook; a row comes after the rows it hangs on.</param>
public sealed record FrameworkEdition(string Id, LocalDate InForceFrom, IReadOnlyList<StepDefinition> Full)
{
    /// <summary>The rows for a kind of inspection.</summary>
    public IReadOnlyList<StepDefinition> For(InspectionKind kind) => kind switch
    {
        InspectionKind.Full => Full,
        _ => throw new ArgumentOutOfRangeException(nameof(kind), kind, "This edition has no table for that kind of inspection."),
    };
}

/// <summary>The kinds of inspection that have a timetable here.</summary>
public enum InspectionKind
{
    /// <summary>A full inspection (handbook, part 2).</summary>
    Full,
}

/// <summary>The editions that AreaSend holds. A later one is another table in this list, not another program.</summary>
public static class FrameworkEditions
{
    /// <summary>In order of the day they came into force.</summary>
    public static IReadOnlyList<FrameworkEdition> All { get; } = [AreaSend2024.Edition];

    /// <summary>What a new inspection is planned under.</summary>
    public static FrameworkEdition Newest => All[^1];

    /// <summary>The edition with this identifier, or null when AreaSend does not hold it.</summary>
    public static FrameworkEdition? Find(string id) => All.FirstOrDefault(edition => edition.Id == id);
}
