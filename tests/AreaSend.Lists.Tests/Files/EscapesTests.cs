using AreaSend.Lists.Files.Xlsx;

namespace AreaSend.Lists.Tests.Files;

public class EscapesTests
{
    [Theory]
    [InlineData("Unique_x000D_\nID", "Unique\r\nID", "a carriage return")]
    [InlineData("_x0041__x0042_", "AB", "one behind another")]
    [InlineData("_x005F_x000D_", "_x000D_", "an underscore of the text's own, so that what follows is no code")]
    [InlineData("_x005f_", "_", "letters of either case")]
    [InlineData("_Xceed_", "_Xceed_", "a name, not a code")]
    [InlineData("_xceed_", "\uceed", "four figures of sixteen are a code, even where they look like a name")]
    [InlineData("_xcee_", "_xcee_", "three figures")]
    [InlineData("_x000", "_x000", "cut off")]
    [InlineData("a_xyz_b", "a_xyz_b", "no figures")]
    [InlineData("_x+041_", "_x+041_", "a sign is no figure")]
    public void Decode_Text_GivesWhatOfficeMeant(string written, string expected, string because) =>
        Assert.Equal((expected, because), (Escapes.Decode(written.ToCharArray()).ToString(), because));
}
