using AreaSend.Services.ReferenceData;

namespace AreaSend.Services.Areas;

/// <summary>The local authorities of England, as shipped in <c>data/organisations/local-authorities.csv</c>.</summary>
public static class LocalAuthorities
{
    private static readonly Lazy<IReadOnlyDictionary<string, LocalAuthority>> ByCode = new(() =>
        Load().ToDictionary(authority => authority.Code));

    /// <summary>All 153, in order of name as it reads in a sentence.</summary>
    public static IReadOnlyList<LocalAuthority> All { get; } =
        [.. ByCode.Value.Values.OrderBy(authority => authority.DisplayName, StringComparer.Ordinal)];

    /// <summary>Those that whoever asks sees (<see cref="Sight"/>), in the same order.</summary>
    public static IEnumerable<LocalAuthority> Seen => All.Where(authority => Sight.Current.Sees(authority.Code));

    /// <summary>The authority with this three-figure code, or nothing when there is none.</summary>
    public static LocalAuthority? Find(string code) => ByCode.Value.GetValueOrDefault(code);

    private static IEnumerable<LocalAuthority> Load() =>
        CsvTable.Parse(ShippedFile.Read("local-authorities.csv")).Select(row => new LocalAuthority(
            row["la_code"], row["ons_code"], row["name"], row["type"], row["ofsted_region"], row["ofsted_urn"]));
}
