namespace AreaSend.Lists.Identifiers;

/// <summary>
/// Unique learner number: ten digits, the first not 0. The nine before the last, times 10 down to 2, leave a remainder modulo 11;
/// the last digit is 10 minus that remainder, and a remainder of 0 occurs in no number that was issued.
/// </summary>
public static class Uln
{
    private const long Smallest = 1_000_000_000;
    private const long Largest = 9_999_999_999;

    /// <summary>Whether the number has ten digits.</summary>
    public static bool HasForm(long number) => number is >= Smallest and <= Largest;

    /// <summary>Whether the last digit fits the rest. 9999999999, which stands for "none yet", does not.</summary>
    public static bool HasRightCheckDigit(long number)
    {
        var remainder = Remainder(number / 10);
        return remainder != 0 && 10 - remainder == number % 10;
    }

    /// <summary>The digit that belongs after these nine digits, or null when no number begins with them.</summary>
    public static int? CheckDigit(long firstNine)
    {
        var remainder = Remainder(firstNine);
        return remainder == 0 ? null : 10 - remainder;
    }

    private static int Remainder(long firstNine)
    {
        var sum = 0L;
        for (var weight = 2; weight <= 10; weight++)
        {
            sum += firstNine % 10 * weight;
            firstNine /= 10;
        }

        return (int)(sum % 11);
    }
}
