using AreaSend.Lists;
using AreaSend.Lists.Findings;
using static AreaSend.Lists.ListColumn;

namespace AreaSend.Lists.Tests.Rules;

public class ListRuleTests
{
    private static LocalDate Aged(int years) => ListUnderTest.Today.PlusYears(-years);

    public static TheoryData<ListColumn, object?, string, string> OneValueChanged => new()
    {
        { DateOfBirth, null, "101a", "missing" },
        { DateOfBirth, "   ", "101a", "spaces are nothing" },
        { Gender, null, "101b", "missing" },
        { Ethnicity, null, "101c", "missing" },
        { PrimaryNeed, null, "101d", "missing" },
        { Disability, null, "103", "missing" },
        { DateOfBirth, Aged(25).PlusDays(1), "", "24 until tomorrow" },
        { DateOfBirth, Aged(25), "102a", "25 today" },
        { DateOfBirth, Aged(26).PlusDays(1), "102a", "25 until tomorrow" },
        { DateOfBirth, Aged(26), "102b", "26 today" },
        { DateOfBirth, Aged(90), "102b", "a century out" },
        { PlanIssued, ListUnderTest.Today, "106a 106b", "today is not the future, but after its update and its review" },
        { PlanUpdated, ListUnderTest.Today.PlusDays(1), "105c", "tomorrow is the future" },
        { PlanReviewed, ListUnderTest.Today.PlusDays(1), "105d", "tomorrow is the future" },
        { PlanUpdated, new LocalDate(2022, 1, 10), "", "issued and updated on one day" },
        { PlanUpdated, new LocalDate(2022, 1, 9), "106a", "updated the day before it was issued" },
        { PlanReviewed, new LocalDate(2022, 1, 9), "106b", "reviewed the day before it was issued" },
        { PlanUpdated, null, "", "never updated" },
        { PlanIssued, Aged(11), "plan-before-birth", "issued before birth" },
        { MainUrn, null, "108a", "ten, and nowhere at school" },
        { SubsidiaryPhase, "g) Special", "", "dual registered" },
        { MainUrn, 99_999, "urn-form", "five digits" },
        { MainUrn, "999001", "", "six digits as text" },
        { MainUrn, "Independent", "urn-form", "words" },
        { Upn, "a801200001001", "upn-check-letter", "the letter should be H" },
        { Upn, "12345", "upn-form", "too short" },
        { Uln, "9990000017", "", "ten digits as text" },
        { Uln, 9_990_000_017L, "", "ten digits as a number" },
        { Uln, 9_990_000_018L, "uln-check-digit", "the last digit should be 7" },
        { Uln, 1.5, "uln-form", "a fraction" },
        { Gender, "a) Male", "", "letter and words" },
        { Gender, "M", "", "the code" },
        { Gender, "male", "", "the words" },
        { Gender, "Boy", "gender-code", "outside the set" },
        { Gender, 1, "gender-code-of-another-return", "figures of older returns" },
        { Ethnicity, "a) WBRI", "", "letter and code" },
        { Ethnicity, "White British", "", "the words" },
        { Ethnicity, "WHIT", "ethnicity-code", "outside the set" },
        { PrimaryNeed, "e) SEMH", "", "letter and code" },
        { PrimaryNeed, "Autistic spectrum disorder", "", "the words" },
        { PrimaryNeed, "DS", "primary-need-code-of-another-return", "in SEN2 of 2025, not in the template" },
        { PrimaryNeed, "BESD", "primary-need-code", "gone since 2014" },
        { MainPhase, "h) Pupil referral unit / Alternative provision", "", "spaces around the stroke" },
        { MainPhase, "Sixth form", "main-phase-code", "outside the set" },
        { ElectiveHomeEducation, "y", "", "a letter for yes" },
        { ElectiveHomeEducation, true, "home-education-code", "TRUE is neither yes nor no" },
        { PupilPremium, "Maybe", "pupil-premium-code", "outside the set" },
        { Suspensions, "2", "", "a figure as text" },
        { Suspensions, 1.5, "suspensions-form", "half a suspension" },
        { Suspensions, "<5", "suspensions-form", "suppressed" },
        { PermanentExclusions, -1, "permanent-exclusions-form", "less than none" },
        { Absence, 100, "", "never there" },
        { Absence, 100.1, "absence-form", "more than always" },
        { Absence, "12.5%", "", "with its sign, as text" },
        { Absence, "low", "absence-form", "words" },
        { Absence, null, "", "may be blank" },
        { Absence, CellKind.Error, "formula-error", "#N/A" },
        { DateOfBirth, CellKind.Error, "formula-error", "#REF!, which is not the same as missing" },
        { KnownToSocialCare, "Yes", "social-care-team-missing", "known, and no team" },
        { SocialCareTeam, "Child protection", "social-care-team-unexpected", "not known, and a team" },
        { DateOfBirth, "01/09/2016", "date-as-text", "a date that Excel holds as text" },
        { DateOfBirth, "2016-09-01", "date-as-text", "the year first" },
        { DateOfBirth, "1.9.2016 00:00:00", "date-as-text", "points, and midnight" },
        { DateOfBirth, "01-Sep-2016", "date-as-text", "the month by name, as some case systems write it" },
        { DateOfBirth, "1 Sept 2016", "date-as-text", "and as people do" },
        { DateOfBirth, "Sep 1, 2016", "date-as-text", "and in America" },
        { DateOfBirth, "31 Jun 2016", "date-unreadable", "June has 30 days" },
        { DateOfBirth, "1 Ju 2016", "date-unreadable", "June or July" },
        { DateOfBirth, 42_614, "date-as-serial", "a day's number shown bare" },
        { DateOfBirth, "09/13/2016", "dates-month-first", "the month first is said of the column, and not guessed at" },
        { DateOfBirth, "1/9/16", "date-unreadable", "two digits for a year are not guessed at" },
        { DateOfBirth, "29/02/2015", "date-unreadable", "no leap year" },
        { DateOfBirth, 7, "date-unreadable", "no likely day's number" },
        { DateOfBirth, 20160901, "date-unreadable", "a date run together" },
        { UniqueId, null, "unique-id-missing", "missing" },
    };

    [Theory, MemberData(nameof(OneValueChanged))]
    public void Check_OneValueChanged_BreaksItsRulesAndNoOther(ListColumn column, object? value, string codes, string because)
    {
        var broken = new ListUnderTest().Child().Child((column, value)).Codes();

        Assert.True(codes == string.Join(' ', broken), $"{because}: {string.Join(' ', broken)}");
    }

    [Theory]
    [InlineData(PersonList.One, "107")]
    [InlineData(PersonList.Two, "207")]
    public void Check_AgedSixWithoutEitherNumber_SaysSoByTheListsOwnNumber(PersonList list, string code)
    {
        var six = new ListUnderTest(list).Child((Upn, null), (DateOfBirth, Aged(6)));
        var five = new ListUnderTest(list).Child((Upn, null), (DateOfBirth, Aged(6).PlusDays(1)));
        var numbered = new ListUnderTest(list).Child((Upn, null), (Uln, 9_990_000_017L), (DateOfBirth, Aged(6)));

        Assert.Equal([code], six.Codes());
        Assert.Empty(five.Codes());
        Assert.Empty(numbered.Codes());
    }

    [Theory]
    [InlineData(4, "")]
    [InlineData(5, "208a")]
    [InlineData(16, "208a")]
    [InlineData(17, "")]
    public void Check_NoEstablishment_MattersFromFiveToSixteen(int age, string code) =>
        Assert.Equal(code, string.Join(' ', new ListUnderTest(PersonList.Two).Child((DateOfBirth, Aged(age)), (MainUrn, null), (MainPhase, null)).Codes()));

    [Fact]
    public void Check_EducatedAtHome_NeedsNoEstablishment() =>
        Assert.Empty(new ListUnderTest().Child((MainUrn, null), (MainPhase, null), (ElectiveHomeEducation, "a) Yes")).Codes());

    [Fact]
    public void Check_SubsidiaryWithoutMain_SaysSo() =>
        Assert.Equal(["108b"], new ListUnderTest().Child((MainUrn, null), (SubsidiaryPhase, "Special")).Codes());

    [Fact]
    public void Check_SameChildThrice_NamesTheFirstRowEachTime()
    {
        (ListColumn, object?)[] same = [(UniqueId, "EX77"), (Upn, "h801200001001")];
        var report = new ListUnderTest().Child(same).Child().Child(same).Child((UniqueId, "ex77"), (Upn, "H801200001001")).Check();

        Assert.Equal(["109", "unique-id-repeated"], report.Groups.Select(group => group.Code).Order());
        Assert.All(report.Groups, group => Assert.Equal(
            [new Place(4, CellKind.Text, OtherRow: 2), new Place(5, CellKind.Text, OtherRow: 2)],
            group.Places));
    }

    [Theory]
    [InlineData(UniqueId, "EX77", "EX77", true, "the area's own identifier")]
    [InlineData(UniqueId, "EX77", "ex77", true, "case does not matter")]
    [InlineData(Upn, "H801200001001", "h801200001001", true, "the school's number, under two identifiers of the area")]
    [InlineData(Uln, 9_990_000_017L, "9990000017", true, "the learner's number, once as a number and once as text")]
    [InlineData(Uln, 9_999_999_999L, 9_999_999_999L, false, "nobody's number, which many share")]
    [InlineData(Upn, "12345", "12345", false, "no number at all")]
    public void Check_ChildInBothLists_IsOneQuery(ListColumn column, object inList1, object inList2, bool isFound, string because)
    {
        var reports = ListUnderTest.CheckBook(
            new ListUnderTest().Child((UniqueId, "A1"), (Upn, null), (Uln, null), (DateOfBirth, Aged(5))).Child((UniqueId, "A2"), (Upn, null), (DateOfBirth, Aged(5)), (column, inList1)),
            new ListUnderTest(PersonList.Two).Child((UniqueId, "B1"), (Upn, null), (DateOfBirth, Aged(5)), (column, inList2)));

        var found = reports.SelectMany(report => report.Groups).Where(group => group.Code == "in-both-lists").ToList();
        Assert.True(isFound == found.Count > 0, because);
        Assert.All(found, group =>
        {
            Assert.Equal((PersonList.Two, Severity.Query, new Place(2, group.Places[0].Kind, OtherRow: 3)), (group.List, group.Rule.Severity, Assert.Single(group.Places)));
            Assert.Contains("Row 3 of the other list has the same.", group.MessageAt(group.Places[0]));
        });
    }

    [Fact]
    public void Check_ThousandsOfDifferentChildren_FindsNoRepetition()
    {
        var list = new ListUnderTest();
        for (var i = 0; i < 5_000; i++)
        {
            list.Child();
        }

        Assert.Empty(list.Codes());
    }

    [Fact]
    public void Check_MoreFindingsThanAreKept_CountsThemAllAndKeepsTheFirst()
    {
        var list = new ListUnderTest();
        for (var i = 0; i < FindingLog.KeptPlaces + 5; i++)
        {
            list.Child((Gender, null));
        }

        var group = Assert.Single(list.Check().Groups);
        Assert.Equal((FindingLog.KeptPlaces + 5, FindingLog.KeptPlaces, 2), (group.Count, group.Places.Count, group.Places[0].Row));
    }

    [Fact]
    public void Check_TextFile_TakesDatesInWriting() =>
        Assert.Empty(new ListUnderTest { IsPlainText = true }.Child((DateOfBirth, "01/09/2016")).Codes());

    [Theory]
    [InlineData(28, 2, "", "24 on the last of February")]
    [InlineData(1, 3, "102a", "25 on the first of March")]
    public void Check_BornOnLeapDay_IsAYearOlderOnTheFirstOfMarch(int day, int month, string code, string because)
    {
        var list = new ListUnderTest { On = new LocalDate(2025, month, day) }.Child((DateOfBirth, new LocalDate(2000, 2, 29)));

        Assert.True(code == string.Join(' ', list.Codes()), because);
    }

    [Fact]
    public void Message_NeverHoldsAValue()
    {
        var report = new ListUnderTest().Child((Upn, "SECRET-1"), (Gender, "SECRET-2"), (DateOfBirth, "SECRET-3"), (Absence, "SECRET-4")).Check();

        Assert.Equal(4, report.Groups.Count);
        Assert.DoesNotContain(report.Groups, group => group.MessageAt(group.Places[0]).Contains("SECRET", StringComparison.Ordinal));
    }

    public static TheoryData<ListColumn, object?, string?> Written => new()
    {
        { Upn, "UN1", "upn-unknown" },
        { Upn, "un10", "upn-unknown" },
        { Upn, "Unknown", "upn-unknown" },
        { Upn, "UN11", "upn-form" },
        { Uln, "not known", "uln-unknown" },
        { Uln, "9.99000E+09", "uln-scientific" },
        { Uln, "9990000025.0", "whole-number-with-decimals" },
        { Uln, 9.990000025E9, null },
        { Uln, "9990000025.5", "uln-form" },
        { UniqueId, "1.23457E+11", "unique-id-scientific" },
        { UniqueId, "A.1E+5", null },
        { MainUrn, "999001.00", "whole-number-with-decimals" },
        { Suspensions, "2.0", "whole-number-with-decimals" },
        { Disability, "'Yes", "apostrophe-before" },
        { Disability, "'", "disability-missing" },
        { SocialCareTeam, null, null },
    };

    /// <summary>One way of writing, one finding; no rule echoes another.</summary>
    [Theory, MemberData(nameof(Written))]
    public void Check_ValueAsProgramsWriteIt_IsToldOnceOrNotAtAll(ListColumn column, object? value, string? rule)
    {
        var found = new ListUnderTest().Child((column, value)).Check().Groups.Select(group => group.Rule.Name);

        Assert.Equal(rule is null ? [] : [rule], found);
    }

    [Theory]
    [InlineData("UN1")]
    [InlineData("Unknown")]
    public void Check_UnknownUpnOfTwoChildren_IsNoRepetition(string code)
    {
        var report = new ListUnderTest().Child((Upn, code)).Child((Upn, code)).Check();

        Assert.Equal((0, 2), (report.Errors, report.Queries));
    }

    [Fact]
    public void Check_OneNumberWithAndWithoutDecimals_IsARepetition() =>
        Assert.Contains("uln-repeated", new ListUnderTest().Child((Uln, "9990000025.0")).Child((Uln, 9990000025L)).Check().Groups.Select(group => group.Rule.Name));

    [Theory]
    [InlineData("07/24/2016", "03/04/2015", true, "a date that has no other reading, and none against it")]
    [InlineData("07/24/2016", "24/07/2016", false, "both ways: each stands for itself")]
    [InlineData("03/04/2015", "05/06/2015", false, "nothing shows it")]
    [InlineData("2016-07-24", "07/24/2016", true, "the year first says nothing of the others")]
    public void Check_DatesOfBirthInWriting_AreMonthFirstWhereTheColumnShowsIt(string first, string second, bool isMonthFirst, string because)
    {
        var report = new ListUnderTest { IsPlainText = true }.Child((DateOfBirth, first)).Child((DateOfBirth, second)).Check();

        Assert.Equal((isMonthFirst, because), (report.HidesAges, because));
        Assert.Equal(isMonthFirst, report.Groups.All(group => group.Rule.Name == "dates-month-first") && report.Errors == 1);
    }

    [Fact]
    public void Check_TypedDateBesideOneInWriting_KeepsTheColumnDayFirst() =>
        Assert.False(new ListUnderTest().Child((DateOfBirth, new LocalDate(2016, 7, 24))).Child((DateOfBirth, "07/24/2016")).Check().HidesAges);
}
