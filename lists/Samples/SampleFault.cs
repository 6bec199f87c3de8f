using System.Globalization;
using AreaSend.Lists.Workbooks;
using NodaTime;
using static AreaSend.Lists.ListColumn;

namespace AreaSend.Lists.Samples;

/// <summary>One fault that a sample list shows.</summary>
/// <param name="Rule">The name of the rule that it breaks.</param>
/// <param name="Spoil">Spoils the sheet; the child stands in the middle of it and is 10 years old.</param>
/// <param name="IsOfList1Only">Whether the fault is in a column that only list 1 has.</param>
internal sealed record SampleFault(string Rule, Action<SampleSheet, SampleChild> Spoil, bool IsOfList1Only = false)
{
    private static readonly LocalDate Future = new(2190, 1, 1);

    /// <summary>Every fault: one for each rule of the book.</summary>
    public static IReadOnlyList<SampleFault> All { get; } =
    [
        Value("unique-id-missing", UniqueId, null),
        Value("date-of-birth-missing", DateOfBirth, null),
        Value("gender-missing", Gender, null),
        Value("ethnicity-missing", Ethnicity, null),
        Value("primary-need-missing", PrimaryNeed, null),
        Value("disability-missing", Disability, null),
        new("upn-and-uln-missing", (_, child) => (child[Upn], child[Uln]) = (null, null)),
        Value("aged-25", DateOfBirth, SampleChild.AsAt.PlusYears(-25)),
        Value("aged-26-or-more", DateOfBirth, SampleChild.AsAt.PlusYears(-26)),
        Value("date-unreadable", DateOfBirth, "13/25/2014"),
        Value("date-as-text", DateOfBirth, "05/03/2014"),
        Value("date-as-serial", DateOfBirth, 41_703),
        Value("date-with-time", DateOfBirth, new LocalDateTime(2014, 3, 5, 12, 0)),
        new("dates-month-first", (sheet, _) => MonthFirst(sheet)),
        Value("apostrophe-before", Disability, "'b) No"),
        Value("whole-number-with-decimals", MainUrn, "999001.0"),
        Value("formula-without-value", Absence, CellFormula.Unsaved),
        new("date-of-birth-in-future", (_, child) =>
        {
            child[DateOfBirth] = Future;
            (child[PlanIssued], child[PlanUpdated], child[PlanReviewed]) = (null, null, null);
        }),
        new("plan-issued-in-future", (_, child) => (child[PlanIssued], child[PlanUpdated], child[PlanReviewed]) = (Future, null, null), IsOfList1Only: true),
        Plan("plan-updated-in-future", PlanUpdated, Future),
        Plan("plan-reviewed-in-future", PlanReviewed, Future),
        Plan("plan-issued-after-update", PlanUpdated, SampleChild.AsAt.PlusYears(-4)),
        Plan("plan-issued-after-review", PlanReviewed, SampleChild.AsAt.PlusYears(-4)),
        Plan("plan-before-birth", PlanIssued, SampleChild.AsAt.PlusYears(-12)),
        Value("upn-form", Upn, "12345"),
        new("upn-check-letter", (_, child) => child[Upn] = Changed((string)child[Upn]!)),
        Value("unique-id-scientific", UniqueId, "1.23457E+11"),
        Value("upn-unknown", Upn, "UN1"),
        Value("uln-unknown", Uln, "Not known"),
        Value("uln-scientific", Uln, "9.99000E+09"),
        Value("uln-form", Uln, 12345),
        Value("uln-check-digit", Uln, 9_999_999_999),
        Value("urn-form", MainUrn, 99),
        Value("gender-code", Gender, "X"),
        Value("ethnicity-code", Ethnicity, "ABCD"),
        Value("primary-need-code", PrimaryNeed, "EBD"),
        Value("main-phase-code", MainPhase, "Sixth form"),
        Value("subsidiary-phase-code", SubsidiaryPhase, "Upper"),
        Plan("home-education-code", ElectiveHomeEducation, "Perhaps"),
        Value("pupil-premium-code", PupilPremium, "Ever 6"),
        new("social-care-code", (_, child) => (child[KnownToSocialCare], child[SocialCareTeam]) = ("Formerly", null)),
        Value("gender-code-of-another-return", Gender, "1"),
        Value("primary-need-code-of-another-return", PrimaryNeed, "DS"),
        new("establishment-missing", (_, child) => (child[MainUrn], child[MainPhase]) = (null, null)),
        new("main-establishment-missing", (_, child) => (child[MainUrn], child[MainPhase], child[SubsidiaryPhase]) = (null, null, "g) Special")),
        Value("suspensions-form", Suspensions, "<5"),
        Value("permanent-exclusions-form", PermanentExclusions, -1),
        Value("absence-form", Absence, 101),
        new("social-care-team-missing", (_, child) => (child[KnownToSocialCare], child[SocialCareTeam]) = ("a) Yes", null)),
        new("social-care-team-unexpected", (_, child) => (child[KnownToSocialCare], child[SocialCareTeam]) = ("b) No", "Child protection")),
        Value("formula-error", Absence, CellError.NotAvailable),
        Repeats("unique-id-repeated", UniqueId),
        Repeats("upn-repeated", Upn),
        new("uln-repeated", (sheet, child) => sheet.Children[0]![Uln] = child[Uln] = 9_990_000_017),
        new("column-missing", (sheet, _) => sheet.Columns.RemoveAll(column => column.Heading == ListTemplate.Title(PupilPremium))),
        new("column-repeated", (sheet, _) => sheet.Columns.Add(sheet.Columns[0])),
        new("column-unknown", (sheet, _) => sheet.Columns.Add(("Favourite colour", _ => "Green"))),
        new("list-empty", (sheet, _) => sheet.Children.Clear()),
        new("sheet-hidden", (sheet, _) => sheet.IsHidden = true),
        new("row-hidden", (sheet, child) => sheet.Hidden.Add(child)),
        new("column-hidden", (sheet, _) => sheet.HiddenColumns.Add(3)),
        new("row-blank", (sheet, child) => sheet.Children.Insert(sheet.Children.IndexOf(child), null)),
        new("as-at-in-future", (sheet, _) => sheet.Titles[1] = ["Data as at", Future]),
    ];

    private static SampleFault Value(string rule, ListColumn column, object? value) => new(rule, (_, child) => child[column] = value);

    private static SampleFault Plan(string rule, ListColumn column, object? value) => new(rule, (_, child) => child[column] = value, IsOfList1Only: true);

    private static SampleFault Repeats(string rule, ListColumn column) => new(rule, (sheet, child) => child[column] = sheet.Children[0]![column]);

    private static void MonthFirst(SampleSheet sheet)
    {
        foreach (var child in sheet.Children)
        {
            var born = (LocalDate)child![DateOfBirth]!;
            child[DateOfBirth] = string.Create(CultureInfo.InvariantCulture, $"{born.Month:00}/{born.Day:00}/{born.Year}");
        }
    }

    private static string Changed(string upn) => upn[..^1] + (upn[^1] == '0' ? '1' : '0');
}
