using System.Text.Json;
using System.Text.Json.Serialization;
using AreaSend.Services.ReferenceData;

namespace AreaSend.Services.Areas;

/// <summary>The shape of <c>data/organisations/integrated-care-boards.json</c>.</summary>
internal sealed record PublishedBoards(
    [property: JsonPropertyName("icbs_2022_07_01_to_2026_03_31")] IReadOnlyList<PublishedBoards.Board> First,
    [property: JsonPropertyName("icbs_from_2026_04_01")] IReadOnlyList<PublishedBoards.Board> Reorganised,
    [property: JsonPropertyName("successions_2026_04_01")] IReadOnlyList<PublishedBoards.Succession> Successions)
{
    public static PublishedBoards Load() =>
        JsonSerializer.Deserialize<PublishedBoards>(ShippedFile.Read("integrated-care-boards.json"))
        ?? throw new InvalidOperationException("integrated-care-boards.json is empty.");

    internal sealed record Board(
        [property: JsonPropertyName("ods_code")] string OdsCode,
        [property: JsonPropertyName("gss_code")] string OnsCode,
        [property: JsonPropertyName("name")] string Name);

    internal sealed record Succession(
        [property: JsonPropertyName("predecessor_ods")] string Predecessor,
        [property: JsonPropertyName("successor_ods")] string Successor);
}
