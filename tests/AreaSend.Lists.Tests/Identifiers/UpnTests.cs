using AreaSend.Lists.Identifiers;
using CsCheck;

namespace AreaSend.Lists.Tests.Identifiers;

public class UpnTests
{
    private const string Alphabet = "ABCDEFGHJKLMNPQRTUVWXYZ";

    private static readonly Gen<string> Rest = Gen.Char['0', '9'].Array[12].Select(digits => new string(digits));

    [Theory]
    [InlineData("A801200001001", true, "worked out by hand: 8×2 + 0×3 + 1×4 + 2×5 + 1×10 + 1×13 = 53, 53 mod 23 = 7, which is H, not A")]
    [InlineData("H801200001001", false, "the same with the right letter")]
    [InlineData("h801200001001", false, "case does not matter")]
    public void HasRightCheckLetter_WorkedByHand_AgreesWithTheSum(string upn, bool isWrong, string because)
    {
        Assert.True(Upn.HasForm(upn), because);
        Assert.True(Upn.HasRightCheckLetter(upn) != isWrong, because);
    }

    [Theory]
    [InlineData("", "nothing")]
    [InlineData("H80120000100", "a character short")]
    [InlineData("H8012000010011", "a character long")]
    [InlineData("8801200001001", "no letter at the beginning")]
    [InlineData("I801200001001", "I is no letter of the alphabet")]
    [InlineData("H80120000100O", "O is none either, not even at the end of a temporary number")]
    [InlineData("H8012O0001001", "a letter among the digits")]
    [InlineData("not known", "words")]
    public void HasForm_AnythingElse_IsRefused(string upn, string because) => Assert.False(Upn.HasForm(upn), because);

    [Fact]
    public void HasForm_TemporaryNumber_IsTaken() =>
        Assert.True(Upn.HasForm(Upn.CheckLetter("80120000100A") + "80120000100A"));

    [Fact]
    public void CheckLetter_AnyDigits_IsTheOnlyLetterThatFits() =>
        Rest.Sample(rest =>
            Alphabet.Count(letter => Upn.HasRightCheckLetter(letter + rest)) == 1
            && Upn.HasRightCheckLetter(Upn.CheckLetter(rest) + rest));

    [Fact]
    public void HasRightCheckLetter_OneDigitMistyped_NoticesIt() =>
        Gen.Select(Rest, Gen.Int[0, 11], Gen.Int[1, 9]).Sample((rest, place, by) =>
        {
            var mistyped = rest.ToCharArray();
            mistyped[place] = (char)('0' + ((mistyped[place] - '0' + by) % 10));
            return !Upn.HasRightCheckLetter(Upn.CheckLetter(rest) + new string(mistyped));
        });

    [Fact]
    public void HasRightCheckLetter_NeighboursSwapped_NoticesIt() =>
        Gen.Select(Rest, Gen.Int[0, 10]).Where((rest, place) => rest[place] != rest[place + 1]).Sample((rest, place) =>
        {
            var swapped = rest.ToCharArray();
            (swapped[place], swapped[place + 1]) = (swapped[place + 1], swapped[place]);
            return !Upn.HasRightCheckLetter(Upn.CheckLetter(rest) + new string(swapped));
        });
}
