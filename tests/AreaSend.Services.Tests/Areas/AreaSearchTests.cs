using AreaSend.Services.Areas;

namespace AreaSend.Services.Tests.Areas;

/// <summary>Areas are found as people, and other publishers, write their names (from the field 7).</summary>
public sealed class AreaSearchTests
{
    [Theory]
    [InlineData("telford & wrekin", "894", "the sign for and")]
    [InlineData("Telford and Wrekin Council", "894", "with the word of an office")]
    [InlineData("london corporation", "201", "as it calls itself")]
    [InlineData("bournemouth, christchurch & poole", "839", "with its commas")]
    [InlineData("kent", "886", "a part of a name, and other areas too")]
    [InlineData("888", "888", "its code")]
    public void IsMeant_AsPeopleWriteIt_FindsTheArea(string typed, string code, string reason) =>
        Assert.True(LocalAuthorities.All.Any(area => area.Code == code && AreaSearch.IsMeant(area, typed)), $"{typed}: {reason}");

    [Theory]
    [InlineData("telford & wrekin")]
    [InlineData("london corporation")]
    [InlineData("bournemouth, christchurch & poole")]
    public void IsMeant_AWholeName_FindsNoOther(string typed) => Assert.Single(LocalAuthorities.All, area => AreaSearch.IsMeant(area, typed));
}
