using System.Text.Json.Serialization;
using AreaSend.Core.Rules;
using NodaTime;

namespace AreaSend.Core.Inspections;

/// <summary>Inspectors asked for items of Annex A: in a monitoring inspection only what they ask for is owed (¶ 164, 165, 192).</summary>
/// <param name="HappenedAt">When they asked.</param>
/// <param name="Items">Numbers of the catalogue: <c>1.3</c>, <c>list-1</c>, <c>7.3</c> for each child that is tracked.</param>
public sealed record ItemsAsked(Instant HappenedAt, IReadOnlyList<string> Items) : Fact(HappenedAt);

/// <summary>Inspectors talked with officials about the support they have given the area, and about its progress (¶ 167).</summary>
/// <param name="HappenedAt">When.</param>
/// <param name="With">With whom.</param>
public sealed record SupportDiscussed(Instant HappenedAt, IReadOnlyList<SupportPartner> With) : Fact(HappenedAt);

/// <summary>Who supports an area that has a priority action plan.</summary>
public enum SupportPartner
{
    /// <summary>The Department for Education.</summary>
    Dfe,

    /// <summary>NHS England.</summary>
    NhsEngland,
}

/// <summary>The names of those who support an area.</summary>
public static class SupportPartners
{
    /// <summary>All whom paragraph 167 names.</summary>
    public static IReadOnlyList<SupportPartner> All { get; } = [SupportPartner.Dfe, SupportPartner.NhsEngland];

    /// <summary>For a sentence: <c>DfE</c>, <c>NHS England</c>.</summary>
    public static string Show(this SupportPartner partner) => partner == SupportPartner.Dfe ? "DfE" : "NHS England";
}

/// <summary>Why there is a monitoring inspection, and what it looks at.</summary>
/// <param name="FollowsReportOf">The day on which the report was published whose outcome demands it (¶ 157); null at the inspectorates' discretion (¶
/// 162).</param>
/// <param name="Follows">That inspection, where AreaSend holds it.</param>
/// <param name="Reason">At discretion: why, for the inspectorates alone; otherwise null.</param>
/// <param name="PriorityAreas">The areas for priority action that the report names or, at discretion, the issues that gave rise to it.</param>
public sealed record MonitoringGrounds(LocalDate? FollowsReportOf, Guid? Follows, string? Reason, IReadOnlyList<string> PriorityAreas) : Grounds
{
    /// <inheritdoc/>
    public override IReadOnlyList<string> Matters => PriorityAreas;

    /// <inheritdoc/>
    internal override string? WhyNot(LocalDate planned) =>
        FollowsReportOf is null && string.IsNullOrWhiteSpace(Reason) ? "Give the reason for a monitoring inspection that no outcome demands (paragraph 162)."
        : Reason?.Length > FactRules.LongestPassage ? $"Give the reason in at most {FactRules.LongestPassage:N0} characters."
        : MattersOf(
            "area for priority action",
            "Name at least one area for priority action or, where no report names any, the issue that gave rise to the inspection.");
}

/// <summary>What a monitoring inspection found, told with its final letter (¶ 160, 172, 173).</summary>
/// <param name="Areas">Effective action or not, for each area for priority action.</param>
public sealed record MonitoringResult(IReadOnlyList<PriorityAreaResult> Areas)
{
    /// <summary>New significant weaknesses that the letter refers to (¶ 160), in its words.</summary>
    public IReadOnlyList<string> NewWeaknesses { get; init; } = [];

    /// <summary>Who has to make a priority action plan; null where the letter requires none (¶ 173).</summary>
    public ResponsibleAuthority? Plan { get; init; }

    /// <summary>The day by which the next full inspection is to take place, where it is brought forward; otherwise null (¶ 173).</summary>
    public LocalDate? NextFullBy { get; init; }

    /// <summary>Effective action has been taken in each area.</summary>
    [JsonIgnore]
    public bool IsEffective => Areas.All(area => area.IsEffective);

    /// <summary>In a few words.</summary>
    public string Show() =>
        IsEffective
            ? "effective action in each area for priority action"
            : $"effective action not taken in {Areas.Count(area => !area.IsEffective)} of {(Areas.Count == 1 ? "1 area" : $"{Areas.Count} areas")} for priority action";

    internal IEnumerable<string?> Texts => [.. Areas.Select(area => area.Area), .. NewWeaknesses, Plan?.Name];
}

/// <summary>Whether effective action has been taken in one area for priority action.</summary>
/// <param name="Area">The area, as the report names it.</param>
/// <param name="IsEffective">Whether it has.</param>
public sealed record PriorityAreaResult(string Area, bool IsEffective);

/// <summary>Who has to make a priority action plan (¶ 147).</summary>
/// <param name="Name">One partner, or the partnership as a whole.</param>
/// <param name="IsSeparate">It is not the local authority or the partnership that it leads, so it is told in its own right (¶ 140).</param>
public sealed record ResponsibleAuthority(string Name, bool IsSeparate = false);
