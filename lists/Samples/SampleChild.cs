using System.Globalization;
using AreaSend.Lists.Codes;
using AreaSend.Lists.Identifiers;
using NodaTime;
using static AreaSend.Lists.ListColumn;

namespace AreaSend.Lists.Samples;

/// <summary>
/// A child of nobody: every value is made up from a number, no name is made up at all, the local authority is 999,
/// which none has, and the schools' reference numbers are none that Get Information about Schools gives.
/// </summary>
internal sealed class SampleChild
{
    private const long FirstUln = 999_000_000;
    private const int FirstUrn = 999_001;

    private static readonly string[] Teams = ["Children in need", "Child protection", "Looked after children", "Targeted early help"];

    private readonly object?[] _values = new object?[ListTemplate.ColumnCount];

    /// <summary>The date that sample lists represent, long enough ago to be in nobody's future.</summary>
    public static LocalDate AsAt { get; } = new(2024, 9, 2);

    public object? this[ListColumn column]
    {
        get => _values[(int)column];
        set => _values[(int)column] = value;
    }

    /// <summary>The child with this number: the same values for the same number, without a fault.</summary>
    public static SampleChild Number(int number)
    {
        var random = new Random(number);
        var age = random.Next(3, 20);
        var child = new SampleChild();
        child[UniqueId] = $"EX{number:000000}";
        child[ListColumn.Upn] = UpnOf(number);
        child[ListColumn.Uln] = age >= 14 ? UlnOf(number) : null;
        child[DateOfBirth] = AsAt.PlusYears(-age).PlusDays(-random.Next(1, 360));
        child[Gender] = Pick(CodeSets.Gender, random);
        child[Ethnicity] = Pick(CodeSets.Ethnicity, random);
        child.AddPlan(random);
        child[PrimaryNeed] = Pick(CodeSets.PrimaryNeed, random);
        child.AddEstablishment(age, random);
        child[Suspensions] = random.Next(0, 3);
        child[PermanentExclusions] = 0;
        child[Absence] = Math.Round(random.NextDouble() * 30, 1);
        child[PupilPremium] = YesNo(random.Next(3) == 0);
        child.AddSocialCare(random);
        child[Disability] = YesNo(random.Next(2) == 0);
        return child;
    }

    private void AddPlan(Random random)
    {
        var issued = AsAt.PlusDays(-random.Next(400, 900));
        this[PlanIssued] = issued;
        this[PlanUpdated] = issued.PlusDays(random.Next(100, 200));
        this[PlanReviewed] = issued.PlusDays(random.Next(200, 390));
    }

    private void AddEstablishment(int age, Random random)
    {
        var special = random.Next(4) == 0;
        this[MainUrn] = FirstUrn + random.Next(90);
        this[MainPhase] = random.Next(12) == 0 && age >= 5 ? "h) Pupil referral unit/Alternative provision"
            : special ? "g) Special"
            : age < 5 ? "a) Nursery"
            : age < 11 ? "b) Primary"
            : age < 16 ? "e) Secondary"
            : "i) FE college";
        this[ElectiveHomeEducation] = "b) No";
    }

    private void AddSocialCare(Random random)
    {
        var isKnown = random.Next(3) == 0;
        this[KnownToSocialCare] = YesNo(isKnown);
        this[SocialCareTeam] = isKnown ? Teams[random.Next(Teams.Length)] : null;
    }

    private static string YesNo(bool yes) => yes ? "a) Yes" : "b) No";

    private static string UpnOf(int number)
    {
        var digits = string.Create(CultureInfo.InvariantCulture, $"999{number % 1_000_000_000:000000000}");
        return Identifiers.Upn.CheckLetter(digits) + digits;
    }

    private static long? UlnOf(int number)
    {
        var firstNine = FirstUln + number;
        return Identifiers.Uln.CheckDigit(firstNine) is { } digit ? (firstNine * 10) + digit : null;
    }

    private static string Pick(CodeSet set, Random random)
    {
        var codes = set.Codes.Where(code => !code.IsOfAnotherReturn).ToArray();
        var code = codes[random.Next(codes.Length)];
        return $"{code.Letter}) {(set == CodeSets.Gender ? code.Words : code.Short)}";
    }
}
