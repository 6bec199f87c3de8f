using AreaSend.Web.Components.Forms;

namespace AreaSend.Web.Tests.Components;

public class DatePartsTests
{
    [Theory]
    [InlineData("6", "1", "2026")]
    [InlineData("06", "01", "2026")]
    [InlineData(" 6 ", " 1", "2026 ")]
    [InlineData("6", "Jan", "2026")]
    [InlineData("6", "january", "2026")]
    public void Read_HoweverItIsTyped_IsTheDate(string day, string month, string year)
    {
        // Arrange
        var errors = new FormErrors();

        // Act
        var date = new DateParts { Day = day, Month = month, Year = year }.Read("On", "Date the draft was shared", errors);

        // Assert
        Assert.Equal(new LocalDate(2026, 1, 6), date);
        Assert.False(errors.Any);
    }

    /// <summary>As people write months (from the field 27).</summary>
    [Theory]
    [InlineData("Sept", 9)]
    [InlineData("Sept.", 9)]
    [InlineData("sep", 9)]
    [InlineData("Jan.", 1)]
    [InlineData("DEC", 12)]
    public void Read_MonthThatIsShortened_IsThatMonth(string month, int number)
    {
        var errors = new FormErrors();

        Assert.Equal(new LocalDate(2026, number, 6), new DateParts { Day = "6", Month = month, Year = "2026" }.Read("On", "Date the draft was shared", errors));
        Assert.False(errors.Any);
    }

    [Theory]
    [InlineData("", "", "", "On.Day", "Enter the date the draft was shared")]
    [InlineData("6", "", "2026", "On.Month", "Date the draft was shared must include a month")]
    [InlineData("6", " ", null, "On.Month", "Date the draft was shared must include a month and year")]
    [InlineData("31", "2", "2026", "On.Day", "Date the draft was shared must be a real date")]
    [InlineData("29", "2", "2026", "On.Day", "Date the draft was shared must be a real date")]
    [InlineData("six", "1", "2026", "On.Day", "Date the draft was shared must be a real date")]
    [InlineData("6", "1", "26", "On.Year", "Year of the date the draft was shared must include 4 numbers")]
    [InlineData("6", "1", "0026", "On.Year", "Date the draft was shared must be between 1990 and 2199")]
    [InlineData("6", "1", "-026", "On.Day", "Date the draft was shared must be a real date")]
    public void Read_NoDate_SaysWhatToPutRight(string? day, string? month, string? year, string at, string sentence)
    {
        // Arrange
        var errors = new FormErrors();

        // Act
        var date = new DateParts { Day = day, Month = month, Year = year }.Read("On", "Date the draft was shared", errors);

        // Assert
        Assert.Null(date);
        Assert.Equal([new FormError(at, sentence)], errors.All);
    }
}
