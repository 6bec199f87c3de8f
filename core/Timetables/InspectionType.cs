using AreaSend.Core.Calendars;
using AreaSend.Core.Inspections;
using NodaTime;

namespace AreaSend.Core.Timetables;

/// <summary>The keys of the kinds of inspection. They stand in events, so a key is never changed; what a kind is stands in its edition.</summary>
public static class InspectionKind
{
    /// <summary>A full inspection (handbook, part 2).</summary>
    public const string Full = "full";

    /// <summary>A monitoring inspection (handbook, part 3).</summary>
    public const string Monitoring = "monitoring";

    /// <summary>An engagement meeting (handbook, part 4).</summary>
    public const string Engagement = "engagement";

    /// <summary>A thematic visit (¶ 16).</summary>
    public const string Thematic = "thematic";

    /// <summary>A re-visit under the framework before this one (¶ 23).</summary>
    public const string Revisit = "re-visit";
}

/// <summary>A kind of inspection as an edition has it: one table.</summary>
/// <param name="Key">One of <see cref="InspectionKind"/>; for instance <c>full</c>.</param>
/// <param name="Title">What a coordinator calls it: <c>Full inspection</c>.</param>
/// <param name="Product">What it ends in.</param>
/// <param name="Result">How its result is formed.</param>
/// <param name="Steps">Its rows, in the order of the handbook; a row comes after the rows it hangs on.</param>
public sealed record InspectionType(string Key, string Title, Product Product, ResultForm Result, IReadOnlyList<StepDefinition> Steps)
{
    /// <summary>What it is called in a sentence, before "of" its area: <c>area SEND monitoring inspection</c>.</summary>
    public string Name { get; init; } = "area SEND inspection";

    /// <summary>What it is called when it has been named, in a few words: <c>inspection</c>, <c>visit</c>.</summary>
    public string Noun { get; init; } = "inspection";

    /// <summary>An engagement meeting is none (¶ 180): it is not deferred or paused, but held on another day or withdrawn.</summary>
    public bool IsInspection { get; init; } = true;

    /// <summary>What has been done when it is complete, for a sentence.</summary>
    public string CompleteWith { get; init; } = "its report and its plan are published";

    /// <summary>What planning sets and the first date that is certain: S, or the day of a meeting.</summary>
    public Anchor PlannedFor { get; init; } = Anchor.OnSiteStarts;

    /// <summary>Working days between notification and the planned day, where they differ from those of the edition.</summary>
    public int? NoticeInWorkingDays { get; init; }

    /// <summary>Who is told what, and when.</summary>
    public IReadOnlyList<NoticeRow> Notices { get; init; } = [];

    /// <summary>What it asks of Annex A from the day of notification; where it asks on demand, what it may ask.</summary>
    public AnnexARequest Asks { get; init; } = AnnexARequest.Nothing;

    /// <summary>Only what the lead inspector asks for is owed (¶ 165, 192), not all of <see cref="Asks"/>.</summary>
    public bool AsksOnDemand { get; init; }

    /// <summary>The area sends documents on this site: its nominated officer does, where it names one.</summary>
    public bool AsksForDocuments => Steps.Any(step => step.MetBy == typeof(LanoNominated));

    /// <summary>The fewest working days that inspectors can be planned to be on site.</summary>
    public int LeastOnSiteDays { get; init; } = 1;

    /// <summary>Planning chooses how many days inspectors are on site (¶ 169), so that no number is unusual, nor any day to begin on.</summary>
    public bool OnSiteDaysAreChosen { get; init; }

    /// <summary>Whether what it ends in is published.</summary>
    public bool Publishes => Steps.Any(step => step.Marks == Anchor.Published);

    /// <summary>
    /// What is said of an inspection that ends in a report, said of this: <c>The inspection is withdrawn</c> as <c>The engagement meeting is withdrawn</c>.
    /// Only for words of our own that have no article "an" before the noun; what somebody typed stays as it is.
    /// </summary>
    public string Say(string words) =>
        Product.Say(words).Replace("inspection", Noun, StringComparison.Ordinal).Replace("Inspection", Noun.Capital(), StringComparison.Ordinal);

    /// <summary>Why it cannot be planned for a day that leaves the area too little time, in a sentence.</summary>
    /// <param name="notice">The working days that the area has.</param>
    /// <param name="earliest">The first day that leaves it as many.</param>
    public string TooSoon(int notice, LocalDate earliest) => IsInspection
        ? $"The area has {notice} working days' notice, so inspectors can come on site on {LondonTime.Show(earliest)} at the earliest."
        : $"The self-evaluation is asked for {notice} working days before the meeting, so it can be held on {LondonTime.Show(earliest)} at the earliest.";

    /// <summary>The row whose step brings an anchor about; null where this kind of inspection has none.</summary>
    public StepDefinition? RowOf(Anchor anchor) => Steps.FirstOrDefault(step => step.Marks == anchor);

    /// <summary>How many working days inspectors are on site where planning sets no other number; null where they are not on site.</summary>
    public int? OnSiteDays => RowOf(Anchor.OnSiteEnds)?.Due is WorkingDaysAfter { Count: var after } ? after + 1 : null;

    /// <summary>
    /// How many working days its rows give from the last on-site day to publication, from one to the next; null where nothing is published, or where a row
    /// between the two is not counted in working days.
    /// </summary>
    public int? WorkingDaysToPublication => WorkingDaysTo(Anchor.Published);

    private int? WorkingDaysTo(Anchor anchor) =>
        anchor == Anchor.OnSiteEnds ? 0
        : RowOf(anchor)?.Due is WorkingDaysAfter { Anchor: var from, Count: var count } ? WorkingDaysTo(from) + count
        : null;
}

/// <summary>What an inspection ends in.</summary>
public enum Product
{
    /// <summary>A report, published.</summary>
    Report,

    /// <summary>A letter.</summary>
    Letter,
}

/// <summary>How the result of an inspection is formed.</summary>
public enum ResultForm
{
    /// <summary>There is none: the product says what was found.</summary>
    None,

    /// <summary>One of the three outcomes, told with the final report (¶ 37).</summary>
    Outcome,

    /// <summary>Effective action or not, for each area for priority action; told with the final letter (¶ 172).</summary>
    PriorityAreas,

    /// <summary>Sufficient progress or not, for each significant weakness of a written statement of action; told with the re-visit letter.</summary>
    Weaknesses,
}

/// <summary>The names of products.</summary>
public static class Products
{
    /// <summary>For a sentence: <c>report</c>, <c>letter</c>.</summary>
    public static string Show(this Product product) => product switch
    {
        Product.Report => "report",
        Product.Letter => "letter",
        _ => throw new ArgumentOutOfRangeException(nameof(product), product, null),
    };

    /// <summary>What is said of a report, said of this: <c>Draft report shared</c> as <c>Draft letter shared</c>.</summary>
    public static string Say(this Product product, string words) => product == Product.Report ? words
        : words.Replace("report", product.Show(), StringComparison.Ordinal).Replace("Report", product.Show().Capital(), StringComparison.Ordinal);
}
