using AreaSend.Services.Areas;

namespace AreaSend.Services.Tests.Areas;

public class IntegratedCareBoardsTests
{
    [Theory]
    [InlineData("2022-06-30", 0, "clinical commissioning groups had their last day")]
    [InlineData("2022-07-01", 42, "the first boards")]
    [InlineData("2026-03-31", 42, "their last day together")]
    [InlineData("2026-04-01", 36, "twelve became six")]
    public void On_Day_CountsTheBoardsOfThatDay(string day, int count, string because) =>
        Assert.True(IntegratedCareBoards.On(Day(day)).Count == count, $"{day}: {because}");

    [Fact]
    public void All_Boards_ReadAsInALetter()
    {
        Assert.Equal(48, IntegratedCareBoards.All.Count);
        Assert.All(IntegratedCareBoards.All, board => Assert.Matches("^NHS [A-Z][a-z].* Integrated Care Board$", board.Name));
    }

    [Theory]
    [InlineData("QNX", "NHS Sussex Integrated Care Board")]
    [InlineData("QT6", "NHS Cornwall and the Isles of Scilly Integrated Care Board")]
    [InlineData("QNC", "NHS Staffordshire and Stoke-on-Trent Integrated Care Board")]
    [InlineData("QOC", "NHS Shropshire, Telford and Wrekin Integrated Care Board")]
    [InlineData("Z9B2Z", "NHS West and North London Integrated Care Board")]
    public void Find_Board_HasItsName(string code, string name) => Assert.Equal(name, IntegratedCareBoards.Find(code)?.Name);

    [Theory]
    [InlineData("NHS KING'S LYNN INTEGRATED CARE BOARD", "NHS King's Lynn Integrated Care Board")]
    [InlineData("NHS ISLE OF THE SUN INTEGRATED CARE BOARD", "NHS Isle of the Sun Integrated Care Board")]
    [InlineData("THE TOWN UPON TYNE", "The Town upon Tyne")]
    [InlineData("NHS Essex Integrated Care Board", "NHS Essex Integrated Care Board")]
    public void ForReading_Name_GetsItsSmallLetters(string published, string name) => Assert.Equal(name, BoardName.ForReading(published));

    private static LocalDate Day(string iso) => NodaTime.Text.LocalDatePattern.Iso.Parse(iso).Value;
}
