using AreaSend.Core.AnnexA.Catalogue;

namespace AreaSend.Core.Tests.AnnexA;

public class AnnexACatalogueTests
{
    [Theory]
    [InlineData("person-level-lists", 2)]
    [InlineData("providers-list", 1)]
    [InlineData("arrangements", 7)]
    [InlineData("further-information", 8 + 7 + 5 + 2 + 4)]
    [InlineData("tracked-children-information", 7)]
    public void Items_OfEachDeadline_AreAsManyAsInTheHandbook(string step, int count) =>
        Assert.Equal(count, AnnexA2024.Catalogue.Items.Count(item => item.Step == step));

    [Fact]
    public void Items_AreNumberedOnceAndDescribed()
    {
        Assert.Equal(43, AnnexA2024.Catalogue.Items.Select(item => item.Number).Distinct().Count());
        Assert.All(AnnexA2024.Catalogue.Items, item => Assert.False(string.IsNullOrWhiteSpace(item.Title) || string.IsNullOrWhiteSpace(item.Description), item.Number));
    }

    [Theory]
    [InlineData("4.4", "ILACS lists")]
    [InlineData(" list 2 ", "Person-level data: list 2")]
    public void Find_ByNumber_GivesTheItem(string number, string title) => Assert.Equal(title, AnnexA2024.Catalogue.Find(number)?.Title);

    [Fact]
    public void Find_NoSuchNumber_GivesNothing() => Assert.Null(AnnexA2024.Catalogue.Find("9.1"));
}
