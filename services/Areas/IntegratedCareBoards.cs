using NodaTime;

namespace AreaSend.Services.Areas;

/// <summary>
/// The integrated care boards of England by date: 42 from 1 July 2022, when they took over from clinical commissioning groups,
/// and 36 from 1 April 2026, when twelve of them gave way to six. Shipped in <c>data/organisations/integrated-care-boards.json</c>.
/// </summary>
public static class IntegratedCareBoards
{
    /// <summary>The first day of the first boards.</summary>
    public static LocalDate FirstDay { get; } = new(2022, 7, 1);

    /// <summary>The first day of the six boards that were formed out of twelve.</summary>
    public static LocalDate Reorganisation { get; } = new(2026, 4, 1);

    private static readonly PublishedBoards Published = PublishedBoards.Load();

    private static readonly IReadOnlyDictionary<string, IntegratedCareBoard> ByCode = Boards().ToDictionary(board => board.OdsCode);

    /// <summary>Every board that there has been, in order of name.</summary>
    public static IReadOnlyList<IntegratedCareBoard> All { get; } = [.. ByCode.Values.OrderBy(board => board.Name, StringComparer.Ordinal)];

    /// <summary>The boards that existed on a day, in order of name; none before 1 July 2022.</summary>
    public static IReadOnlyList<IntegratedCareBoard> On(LocalDate day) => [.. All.Where(board => board.ExistsOn(day))];

    /// <summary>The board with this Organisation Data Service code, or nothing when there is none.</summary>
    public static IntegratedCareBoard? Find(string odsCode) => ByCode.GetValueOrDefault(odsCode);

    /// <summary>The boards that took over from one at the reorganisation: none if it goes on, one after a merger, several after a split.</summary>
    internal static IReadOnlyList<IntegratedCareBoard> SuccessorsOf(string odsCode) =>
        [.. Published.Successions.Where(row => row.Predecessor == odsCode).Select(row => ByCode[row.Successor])];

    private static IEnumerable<IntegratedCareBoard> Boards()
    {
        var first = Published.First.ToDictionary(board => board.OdsCode);
        var reorganised = Published.Reorganised.ToDictionary(board => board.OdsCode);
        return first.Values.UnionBy(reorganised.Values, board => board.OdsCode).Select(board => new IntegratedCareBoard(
            board.OdsCode,
            board.OnsCode,
            BoardName.ForReading(board.Name),
            From: first.ContainsKey(board.OdsCode) ? FirstDay : Reorganisation,
            Until: reorganised.ContainsKey(board.OdsCode) ? null : Reorganisation.PlusDays(-1)));
    }
}
