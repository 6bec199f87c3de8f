using AreaSend.Services.Areas;

namespace AreaSend.Services.Tests.Areas;

public class SightTests
{
    public static TheoryData<string[], string[]?, string> Names => new()
    {
        { [], null, "nobody named a region, so there is no limit" },
        { ["North West"], ["North West"], "as the reference data has it" },
        { ["NorthWest"], ["North West"], "as an app role of Entra ID has to write it, which takes no spaces" },
        { ["north-west", "NORTH WEST"], ["North West"], "case and punctuation do not matter, and twice is once" },
        { ["NorthEastYorkshireandHumber"], ["North East, Yorkshire and Humber"], "a comma in the name" },
        { ["London", "North West"], ["London", "North West"], "two regions are both seen" },
        { ["North"], [], "no region: nothing is seen" },
        { ["North West", "Nroth East"], [], "one of two is no region: what was meant is not known" },
        { [""], [], "a claim without a value is no region, and still a limit" },
        { ["North West|London"], [], "two in one name are none" },
        { ["England"], [], "no word stands for all of them" },
        { ["123"], [], "no letters" },
    };

    [Theory]
    [MemberData(nameof(Names))]
    public void Of_NamesOfAProvider_SeesTheseRegionsOrNothing(string[] names, string[]? regions, string reason)
    {
        var sight = Sight.Of(names);

        Assert.True((regions is not null) == sight.IsLimited, reason);
        Assert.True(
            LocalAuthorities.All.Where(area => regions?.Contains(area.Region) ?? true).SequenceEqual(LocalAuthorities.All.Where(area => sight.Sees(area.Code))), reason);
    }

    /// <summary>What is kept beside a person, for the addresses of calendars, lets nobody see more than they did.</summary>
    [Theory]
    [MemberData(nameof(Names))]
    public void Read_TheTextOfASight_SeesTheSame(string[] names, string[]? regions, string reason)
    {
        var sight = Sight.Of(names);

        var again = Sight.Read(sight.Text);

        Assert.True((regions is not null) == again.IsLimited, reason);
        Assert.True(LocalAuthorities.All.All(area => sight.Sees(area.Code) == again.Sees(area.Code)), reason);
    }

    [Fact]
    public async Task Hold_WhatGoesOnAfterwards_IsNotHeldToIt()
    {
        var released = new TaskCompletionSource();
        Task<bool> goesOn;
        using (Sight.Of(["North West"]).Hold())
        {
            Assert.False(Sight.Current.Sees("202"));
            using (Sight.Of(["London"]).Hold())
            {
                Assert.True(Sight.Current.Sees("202"));
            }

            Assert.False(Sight.Current.Sees("202"));
            goesOn = SeesAsync("202", released.Task);
        }

        released.SetResult();

        Assert.True(await goesOn, "an engine that was woken in a request works for nobody");
        Assert.False(Sight.Current.IsLimited);
    }

    private static async Task<bool> SeesAsync(string area, Task when)
    {
        await when;
        return Sight.Current.Sees(area);
    }
}
