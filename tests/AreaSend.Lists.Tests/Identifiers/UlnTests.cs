using AreaSend.Lists.Identifiers;
using CsCheck;

namespace AreaSend.Lists.Tests.Identifiers;

public class UlnTests
{
    [Theory]
    [InlineData(1_000_000_000, false, "1×10 = 10, remainder 10, so the last digit would be 0: it is, and the number is right")]
    [InlineData(1_000_000_001, true, "the same with another last digit")]
    [InlineData(9_999_999_999, true, "stands for none yet: 9×54 = 486, remainder 2, so the last digit would be 8")]
    [InlineData(9_990_000_017, false, "9×27 + 1×2 = 245, remainder 3, last digit 7")]
    public void HasRightCheckDigit_WorkedByHand_AgreesWithTheSum(long uln, bool isWrong, string because) =>
        Assert.True(Uln.HasRightCheckDigit(uln) != isWrong, because);

    [Theory]
    [InlineData(999_999_999, "nine digits")]
    [InlineData(10_000_000_000, "eleven digits")]
    [InlineData(-1, "what a cell gives that holds no whole number")]
    public void HasForm_AnythingElse_IsRefused(long uln, string because) => Assert.False(Uln.HasForm(uln), because);

    [Fact]
    public void CheckDigit_AnyNineDigits_IsTheOnlyDigitThatFitsOrThereIsNone() =>
        Gen.Int[100_000_000, 999_999_999].Sample(firstNine =>
        {
            var fitting = Enumerable.Range(0, 10).Where(digit => Uln.HasRightCheckDigit((firstNine * 10L) + digit)).ToArray();
            return Uln.CheckDigit(firstNine) is { } digit ? fitting is [var only] && only == digit : fitting.Length == 0;
        });
}
