using System.Text.RegularExpressions;
using AreaSend.Lists.Identifiers;

namespace AreaSend.Services.GettingReady.Audits;

/// <summary>Finds numbers in a text by which everybody knows one child or young person, so that they are not kept.</summary>
public static partial class ChildNumber
{
    /// <summary>What the text seems to hold, with its article, "an NHS number"; null when it seems to hold none.</summary>
    public static string? In(string text) =>
        NhsNumber().IsMatch(text) ? "an NHS number or a unique learner number"
        : LikeUpn().Matches(text).Any(word => Upn.HasForm(word.Value)) ? "a unique pupil number"
        : NationalInsurance().IsMatch(text) ? "a National Insurance number"
        : null;

    // Ten digits, however they are grouped. With a digit mistyped it would still be somebody's data, so the check digit is not asked.
    [GeneratedRegex(@"(?<![\p{L}\d])\d{3}[ -]?\d{3}[ -]?\d{4}(?!\d)")]
    private static partial Regex NhsNumber();

    [GeneratedRegex(@"(?<![\p{L}\d])[A-Za-z]\d{11}[A-Za-z\d](?![\p{L}\d])")]
    private static partial Regex LikeUpn();

    [GeneratedRegex(@"(?<![\p{L}\d])[A-Za-z]{2} ?\d{2} ?\d{2} ?\d{2} ?[A-Da-d](?![\p{L}\d])")]
    private static partial Regex NationalInsurance();
}
