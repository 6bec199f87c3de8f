using AreaSend.Services.ReferenceData;
using NodaTime;

namespace AreaSend.Services.Areas;

/// <summary>The integrated care boards that serve a local area on a day.</summary>
/// <param name="Main">The board that serves most of the area's people; its chief executive is notified (¶ 82).</param>
/// <param name="Others">The boards that serve the rest of it, in order of name; mostly none.</param>
public sealed record AreaBoards(IntegratedCareBoard Main, IReadOnlyList<IntegratedCareBoard> Others)
{
    private static readonly ILookup<string, Row> ByArea =
        CsvTable.Parse(ShippedFile.Read("area-icbs.csv"))
            .Select(row => new Row(row["la_code"], row["icb"], IsMain: row["share"] == "main", FollowedBy: row["followed_by"]))
            .ToLookup(row => row.Area);

    /// <summary>The boards of an area on a day; nothing before 1 July 2022, when there were none.</summary>
    /// <param name="areaCode">The three-figure code of the area's local authority.</param>
    /// <param name="day">The day to answer for: an inspection that runs across 1 April 2026 changes boards on that day.</param>
    /// <exception cref="ArgumentException">There is no such area.</exception>
    public static AreaBoards? Serving(string areaCode, LocalDate day)
    {
        if (!ByArea.Contains(areaCode))
        {
            throw new ArgumentException($"There is no local area {areaCode}.", nameof(areaCode));
        }

        if (day < IntegratedCareBoards.FirstDay)
        {
            return null;
        }

        var rows = ByArea[areaCode].ToLookup(row => row.IsMain, row => row.On(day));
        var main = rows[true].Single();
        return new AreaBoards(main, [.. rows[false].Where(board => board != main).Distinct().OrderBy(board => board.Name, StringComparer.Ordinal)]);
    }

    /// <summary>One line of <c>data/organisations/area-icbs.csv</c>. <paramref name="FollowedBy"/> is empty unless the board was split.</summary>
    private sealed record Row(string Area, string Board, bool IsMain, string FollowedBy)
    {
        public IntegratedCareBoard On(LocalDate day)
        {
            var board = IntegratedCareBoards.Find(Board) ?? throw new InvalidOperationException($"Area {Area} names a board {Board} that there is not.");
            return board.ExistsOn(day) ? board
                : FollowedBy.Length > 0 ? IntegratedCareBoards.SuccessorsOf(Board).Single(successor => successor.OdsCode == FollowedBy)
                : IntegratedCareBoards.SuccessorsOf(Board).Single();
        }
    }
}
