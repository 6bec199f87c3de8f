using AreaSend.Services.Areas;

namespace AreaSend.Services.Tests.Areas;

public class LocalAuthoritiesTests
{
    [Fact]
    public void All_England_Has153AreasEachWithItsOwnCodes()
    {
        Assert.Equal(153, LocalAuthorities.All.Count);
        Assert.Equal(153, LocalAuthorities.All.Select(area => area.Code).Distinct().Count());
        Assert.Equal(153, LocalAuthorities.All.Select(area => area.OnsCode).Distinct().Count());
        Assert.All(LocalAuthorities.All, area => Assert.Matches("^[0-9]{3}$", area.Code));
        Assert.All(LocalAuthorities.All, area => Assert.Matches("^E[0-9]{8}$", area.OnsCode));
    }

    [Fact]
    public void Find_Lancashire_HasEveryField() => Assert.Equal(
        new LocalAuthority("888", "E10000017", "Lancashire", "County", "North West", "80480"), LocalAuthorities.Find("888"));

    [Fact]
    public void Find_RegionWithAComma_IsReadWhole() => Assert.Equal("North East, Yorkshire and Humber", LocalAuthorities.Find("370")?.Region);

    [Theory]
    [InlineData("801", "City of Bristol")]
    [InlineData("810", "City of Kingston Upon Hull")]
    [InlineData("201", "City of London")]
    [InlineData("839", "Bournemouth, Christchurch and Poole")]
    public void DisplayName_PublishedForAnIndex_ReadsInASentence(string code, string name) => Assert.Equal(name, LocalAuthorities.Find(code)?.DisplayName);

    [Fact]
    public void Find_NoSuchCode_IsNothing() => Assert.Null(LocalAuthorities.Find("999"));
}
