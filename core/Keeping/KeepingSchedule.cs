using static AreaSend.Core.Keeping.KeptFrom;

namespace AreaSend.Core.Keeping;

/// <summary>
/// The schedule of keeping and disposing. The handbook refers to the policies of Ofsted and of the CQC (¶ 142, 179) and gives no period itself, so each period
/// is a product rule that an inspectorate sets to its own.
/// </summary>
public sealed class KeepingSchedule
{
    private const string ProductRule = "Product rule: ¶ 142 refers to the inspectorates' own policies";

    /// <summary>Lists and documents about single children and young people.</summary>
    public const string PersonLevel = "person-level";

    /// <summary>All other documents.</summary>
    public const string Documents = "documents";

    /// <summary>E-mails as they were written.</summary>
    public const string Mail = "mail";

    /// <summary>Names and addresses of those who had a part in an inspection.</summary>
    public const string People = "people";

    /// <summary>Notes and reasons that stand beside the events.</summary>
    public const string Notes = "notes";

    /// <summary>Who has seen person-level data.</summary>
    public const string AccessLog = "access-log";

    /// <summary>Former holders of roles in an area.</summary>
    public const string FormerContacts = "former-contacts";

    /// <summary>Private reasons of holds of publication that cover a region or the country.</summary>
    public const string HoldReasons = "hold-reasons";

    /// <summary>Lines of the access log that belong to no inspection.</summary>
    public const string OtherAccess = "other-access";

    /// <summary>Areas' own audits of EHC plans.</summary>
    public const string Audits = "audits";

    /// <summary>The rows as they ship, what goes first first.</summary>
    public static IReadOnlyList<KeepingRule> Shipped { get; } =
    [
        new(
            PersonLevel,
            "Person-level lists",
            "Lists of children and young people, documents about those who were tracked, what was found in the lists, the draw and the unique IDs selected.",
            EndOfInspection,
            12,
            ProductRule + ". Children's data goes first: nothing needs it once the inspection has ended and its complaint can no longer be made"),
        new(
            Mail,
            "E-mails",
            "The files of e-mails that were written to a folder, and the name and address that each notice and each word of the mail service about it holds.",
            EndOfInspection,
            36,
            ProductRule),
        new(Documents, "Other documents", "All other documents that the area sent, whether they were accepted or refused.", EndOfInspection, 72, ProductRule),
        new(
            People,
            "Names and addresses",
            "Names, addresses and telephone numbers of officers, leaders, lead inspectors and the forum, their links and sessions, and who was on the team.",
            EndOfInspection,
            72,
            ProductRule),
        new(
            Notes,
            "Notes and private reasons",
            "Notes on the worklist, and reasons that were given to Ofsted and CQC alone.",
            EndOfInspection,
            72,
            ProductRule),
        new(
            AccessLog,
            "Access log",
            "Who has seen person-level data of the inspection, and when.",
            EndOfInspection,
            84,
            ProductRule + ". It outlives what it is about by a year at least, so that a question about it can be answered"),
        new(
            FormerContacts,
            "Former contacts of areas",
            "Names and addresses of those who no longer hold a role in an area.",
            LastDayInRole,
            72,
            ProductRule),
        new(
            HoldReasons,
            "Private reasons of holds",
            "Reasons that were given to Ofsted and CQC alone when publication was held, or released, in a region or the country.",
            EndOfHold,
            72,
            ProductRule + ". As long as private reasons of an inspection"),
        new(
            OtherAccess,
            "Access log outside inspections",
            "Lines of the access log that belong to no inspection: who searched for, or took out, what is held on a person.",
            Written,
            84,
            ProductRule + ". As long as the lines of an inspection"),
        new(
            Audits,
            "Audits of getting ready",
            "Areas' own audits of EHC plans. They go by themselves, since no role may look into an area's room.",
            LastTouched,
            24,
            ProductRule),
    ];

    /// <summary>The schedule.</summary>
    /// <param name="months">Periods that an inspectorate has set, by key; those that it leaves out are as shipped.</param>
    /// <exception cref="ArgumentException">A key is none of the schedule, or a period is not 1 to 1,200 months.</exception>
    public KeepingSchedule(IReadOnlyDictionary<string, int>? months = null)
    {
        foreach (var (key, period) in months ?? new Dictionary<string, int>())
        {
            if (Shipped.All(rule => rule.Key != key))
            {
                throw new ArgumentException($"There is no rule '{key}' of keeping. Choose one of: {string.Join(", ", Shipped.Select(rule => rule.Key))}.");
            }

            if (period is < 1 or > 1_200)
            {
                throw new ArgumentException($"The rule '{key}' of keeping has {period} months. Give 1 to 1,200.");
            }
        }

        Rules =
        [
            .. Shipped.Select(rule => months is not null && months.TryGetValue(rule.Key, out var set)
                ? rule with { Months = set, Why = "Set for this service" }
                : rule),
        ];
    }

    /// <summary>The rows, what goes first first.</summary>
    public IReadOnlyList<KeepingRule> Rules { get; }

    /// <summary>The rule of this key.</summary>
    public KeepingRule this[string key] => Rules.First(rule => rule.Key == key);

    /// <summary>The rule of this key; null where there is none, as for one that a later version knows.</summary>
    public KeepingRule? Find(string key) => Rules.FirstOrDefault(rule => rule.Key == key);

    /// <summary>The rules that are counted from the end of an inspection.</summary>
    public IEnumerable<KeepingRule> OfInspections => Rules.Where(rule => rule.From == EndOfInspection);
}
