using System.Text.RegularExpressions;
using AreaSend.Lists.Identifiers;

namespace AreaSend.Services.GettingReady.Audits;

/// <summary>Finds what in a text tells of one child or young person, or how to reach their family, so that it is not kept.</summary>
public static partial class ChildNumber
{
    /// <summary>What the text seems to hold, with its article, "an NHS number"; null when it seems to hold none.</summary>
    public static string? In(string text) =>
        NhsNumber().IsMatch(text) ? "an NHS number or a unique learner number"
        : LikeUpn().Matches(text).Any(word => Upn.HasForm(word.Value)) ? "a unique pupil number"
        : NationalInsurance().IsMatch(text) ? "a National Insurance number"
        : Birth().IsMatch(text) ? "a date of birth"
        : Address().IsMatch(text) ? "an e-mail address"
        : Telephone().IsMatch(text) ? "a telephone number"
        : null;

    // Ten digits, however they are grouped. With a digit mistyped it would still be somebody's data, so the check digit is not asked.
    [GeneratedRegex(@"(?<![\p{L}\d])\d{3}[ -]?\d{3}[ -]?\d{4}(?!\d)")]
    private static partial Regex NhsNumber();

    [GeneratedRegex(@"(?<![\p{L}\d])[A-Za-z]\d{11}[A-Za-z\d](?![\p{L}\d])")]
    private static partial Regex LikeUpn();

    [GeneratedRegex(@"\b(d\.?o\.?b|born|birth)\b\D{0,20}\d{1,2}", RegexOptions.IgnoreCase)]
    private static partial Regex Birth();

    [GeneratedRegex(@"[^\s@]@[^\s@]+\.[^\s@]")]
    private static partial Regex Address();

    [GeneratedRegex(@"(?<![\p{L}\d])(\+44 ?|0)\d{2,4}[ -]?\d{3}[ -]?\d{3,4}(?!\d)")]
    private static partial Regex Telephone();

    [GeneratedRegex(@"(?<![\p{L}\d])[A-Za-z]{2} ?\d{2} ?\d{2} ?\d{2} ?[A-Da-d](?![\p{L}\d])")]
    private static partial Regex NationalInsurance();
}
