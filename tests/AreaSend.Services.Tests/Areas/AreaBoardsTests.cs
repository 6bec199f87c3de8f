using AreaSend.Services.Areas;

namespace AreaSend.Services.Tests.Areas;

public class AreaBoardsTests
{
    private static readonly LocalDate FirstBoards = new(2025, 9, 8);
    private static readonly LocalDate Reorganised = new(2026, 4, 1);

    public static TheoryData<LocalDate> Days => [IntegratedCareBoards.FirstDay, FirstBoards, Reorganised.PlusDays(-1), Reorganised];

    [Theory]
    [MemberData(nameof(Days))]
    public void Serving_EveryArea_HasOneMainBoardOfThatDay(LocalDate day)
    {
        foreach (var area in LocalAuthorities.All)
        {
            var boards = AreaBoards.Serving(area.Code, day);

            Assert.NotNull(boards);
            Assert.True(boards.Main.ExistsOn(day), $"{area.Name}: {boards.Main.Name} on {day}");
            Assert.All(boards.Others, other => Assert.True(other.ExistsOn(day) && other != boards.Main, $"{area.Name}: {other.Name} on {day}"));
        }
    }

    [Theory]
    [MemberData(nameof(Days))]
    public void Serving_AllAreas_LeaveNoBoardWithoutOne(LocalDate day)
    {
        var serving = LocalAuthorities.All.Select(area => AreaBoards.Serving(area.Code, day)!.Main).ToHashSet();

        Assert.Superset(IntegratedCareBoards.On(day).ToHashSet(), serving);
    }

    [Theory]
    [InlineData("888", "QE1", "QE1", "Lancashire: its board goes on")]
    [InlineData("826", "QHG", "S1Y5D", "Milton Keynes: merged into Central East")]
    [InlineData("846", "QNX", "S9B9J", "Brighton and Hove: merged into Surrey and Sussex")]
    [InlineData("202", "QMJ", "Z9B2Z", "Camden: merged into West and North London")]
    [InlineData("919", "QM7", "S1Y5D", "Hertfordshire: its board was split, it went to Central East")]
    [InlineData("935", "QJG", "T6Y0W", "Suffolk: its board was split, it went to Norfolk and Suffolk")]
    [InlineData("871", "QNQ", "S0E4D", "Slough: Frimley was split, it went to Thames Valley")]
    [InlineData("850", "QRL", "QRL", "Hampshire: its board took in a part of Frimley")]
    public void Serving_Area_FollowsItsBoardThroughTheReorganisation(string area, string before, string after, string because)
    {
        Assert.True(AreaBoards.Serving(area, FirstBoards)?.Main.OdsCode == before, because);
        Assert.True(AreaBoards.Serving(area, Reorganised)?.Main.OdsCode == after, because);
    }

    [Theory]
    [InlineData("881", new[] { "QJG", "QM7" }, new string[0], "Essex: three boards became one")]
    [InlineData("943", new[] { "QHM" }, new[] { "QHM" }, "Westmorland and Furness: Eden is in North East and North Cumbria")]
    [InlineData("850", new[] { "QNQ" }, new string[0], "Hampshire: the part in Frimley came home")]
    public void Serving_AreaAcrossBoards_NamesTheOthers(string area, string[] before, string[] after, string because)
    {
        Assert.True(before.SequenceEqual(Others(area, FirstBoards).Order()), because);
        Assert.True(after.SequenceEqual(Others(area, Reorganised).Order()), because);
    }

    [Fact]
    public void Serving_Lancashire_IsLancashireAndSouthCumbria() =>
        Assert.Equal("NHS Lancashire and South Cumbria Integrated Care Board", AreaBoards.Serving("888", FirstBoards)?.Main.Name);

    [Fact]
    public void Serving_BeforeTheFirstBoards_IsNothing() => Assert.Null(AreaBoards.Serving("888", IntegratedCareBoards.FirstDay.PlusDays(-1)));

    [Fact]
    public void Serving_NoSuchArea_NamesIt() =>
        Assert.Contains("999", Assert.Throws<ArgumentException>(() => AreaBoards.Serving("999", FirstBoards)).Message);

    private static IEnumerable<string> Others(string area, LocalDate day) => AreaBoards.Serving(area, day)!.Others.Select(board => board.OdsCode);
}
