using System.Text.Json.Serialization;
using NodaTime;

namespace AreaSend.Core.Inspections;

/// <summary>Why there is an inspection, and what it looks at, where its kind follows from something before it.</summary>
[JsonPolymorphic(TypeDiscriminatorPropertyName = "of")]
[JsonDerivedType(typeof(MonitoringGrounds), "monitoring")]
[JsonDerivedType(typeof(RevisitGrounds), "re-visit")]
public abstract record Grounds
{
    /// <summary>More matters than this, or longer names, are a passage pasted into the wrong field.</summary>
    public const int MostMatters = 20;

    /// <summary>The longest name of a matter.</summary>
    public const int LongestMatter = 300;

    /// <summary>What it gives a result for, one by one: areas for priority action, significant weaknesses.</summary>
    [JsonIgnore]
    public abstract IReadOnlyList<string> Matters { get; }

    internal abstract string? WhyNot(LocalDate planned);

    private protected string? MattersOf(string what, string none) =>
        Matters.All(string.IsNullOrWhiteSpace) ? none
        : Matters.Count > MostMatters ? $"Name at most {MostMatters}, one {what} on each line."
        : Matters.Any(matter => matter.Length > LongestMatter) ? $"Name each {what} in at most {LongestMatter} characters, one on each line."
        : Matters.Distinct().Count() < Matters.Count ? $"Name each {what} once."
        : null;
}
