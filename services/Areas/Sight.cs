using System.Collections.Frozen;

namespace AreaSend.Services.Areas;

/// <summary>
/// Which local areas somebody sees: all of them, or those of the regions that they are limited to. It is held for as long as their request lasts
/// (<see cref="Hold"/>), and every context that the store opens meanwhile reads the rows of these areas alone. The engine works for nobody and sees all.
/// </summary>
public sealed class Sight
{
    private const char Between = '|';
    private const string NotUnderstood = "?";
    private static readonly AsyncLocal<Holder?> Held = new();

    private readonly FrozenSet<string>? _areas;

    private Sight(IReadOnlyList<string> regions, IReadOnlyList<string> unknown, IEnumerable<string>? areas) =>
        (Regions, Unknown, _areas) = (regions, unknown, areas?.ToFrozenSet(StringComparer.Ordinal));

    /// <summary>Of somebody without a limit, and of whatever works for nobody.</summary>
    public static Sight Whole { get; } = new([], [], areas: null);

    /// <summary>Of whoever the work of this moment is done for.</summary>
    public static Sight Current => Held.Value?.Sight ?? Whole;

    /// <summary>The Ofsted regions there are, in order of name.</summary>
    public static IReadOnlyList<string> AllRegions { get; } = [.. LocalAuthorities.All.Select(area => area.Region).Distinct().Order(StringComparer.Ordinal)];

    /// <summary>The regions that it is limited to; empty where it is not limited, and where a name was not understood.</summary>
    public IReadOnlyList<string> Regions { get; }

    /// <summary>The regions that are seen, in order of name.</summary>
    public IReadOnlyList<string> RegionsSeen => IsLimited ? Regions : AllRegions;

    /// <summary>Names that are no region's. While there is one nothing is seen: what was meant is not known.</summary>
    public IReadOnlyList<string> Unknown { get; }

    /// <summary>Whether some areas are not seen.</summary>
    public bool IsLimited => _areas is not null;

    /// <summary>Codes of the areas that are seen; empty where it is not limited.</summary>
    public IReadOnlyCollection<string> Areas => _areas ?? (IReadOnlyCollection<string>)[];

    /// <summary>What it is limited to, in a sentence: <c>North West</c>; null where it is not limited.</summary>
    public string? Words => !IsLimited ? null : Unknown.Count > 0 ? "no region that AreaSend knows" : string.Join("; ", Regions);

    /// <summary>Tells one sight from another, and can be kept; null where it is not limited. Of names that were not understood it keeps that alone.</summary>
    public string? Text => !IsLimited ? null : Unknown.Count > 0 ? NotUnderstood : string.Join(Between, Regions);

    /// <summary>The sight of somebody for whom these regions are named.</summary>
    /// <param name="names">
    /// As an identity provider has them: case, spaces and punctuation do not matter, so that <c>NorthWest</c> is North West. None is no limit; one that is no
    /// region's lets nothing be seen.
    /// </param>
    public static Sight Of(IEnumerable<string> names)
    {
        List<string> given = [.. names];
        if (given.Count == 0)
        {
            return Whole;
        }

        List<string> unknown = [.. given.Where(name => RegionOf(name) is null).Distinct()];
        List<string> regions = unknown.Count > 0 ? [] : [.. given.Select(name => RegionOf(name)!).Distinct().Order(StringComparer.Ordinal)];
        return new(regions, unknown, LocalAuthorities.All.Where(area => regions.Contains(area.Region)).Select(area => area.Code));
    }

    /// <summary>The sight that a <see cref="Text"/> stands for.</summary>
    public static Sight Read(string? text) => text is null ? Whole : Of(text.Split(Between));

    /// <summary>Whether an area is seen.</summary>
    /// <param name="area">Its three-figure code.</param>
    public bool Sees(string area) => _areas is null || _areas.Contains(area);

    /// <summary>Why nothing can be planned or decided for an area, in a sentence; null where it is seen.</summary>
    /// <param name="area">Its three-figure code.</param>
    public string? WhyNot(string area) => Sees(area) ? null
        : $"{LocalAuthorities.Find(area)?.DisplayName ?? area} is not in the regions that you work for ({Words}). A coordinator who is not limited to them can do this.";

    /// <summary>Whether every area of a region is seen.</summary>
    public bool SeesRegion(string region) => _areas is null || Regions.Contains(region);

    /// <summary>Holds this sight for all that is done from here on, until it is put down.</summary>
    public IDisposable Hold()
    {
        var holder = new Holder(this, Held.Value);
        Held.Value = holder;
        return holder;
    }

    private static string? RegionOf(string name)
    {
        var letters = Letters(name);
        return AllRegions.FirstOrDefault(region => Letters(region) == letters);
    }

    private static string Letters(string name) => string.Concat(name.Where(char.IsLetter)).ToUpperInvariant();

    /// <summary>Emptied when it is put down: whatever was begun meanwhile and goes on for nobody is not held to the sight of one person.</summary>
    private sealed class Holder(Sight sight, Holder? before) : IDisposable
    {
        public Sight? Sight { get; private set; } = sight;

        public void Dispose()
        {
            Sight = null;
            Held.Value = before;
        }
    }
}
