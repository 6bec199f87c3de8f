using AreaSend.Core.Inspections;
using AreaSend.Core.Tests.Calendars;
using AreaSend.Core.Timetables;

namespace AreaSend.Core.Tests.Timetables;

/// <summary>The table of the January 2024 edition against the handbook's, written out once more from the handbook and not from the code.</summary>
public sealed class HandbookTableTests
{
    /// <summary>Key, actor, paragraphs, and the outcomes for which the row stands where not for all.</summary>
    public static TheoryData<string, string, int[], int[]> Rows { get; } = new()
    {
        { "notify-dcs", "Ofsted", [82], [] },
        { "notify-icb", "CQC", [82], [] },
        { "notify-pcf", "Ofsted", [85, 101], [] },
        { "annex-a-request", "Ofsted", [80, 192], [] },
        { "surveys-open", "Ofsted", [88], [] },
        { "lano-nominated", "local area", [83], [] },
        { "set-up-discussion", "lead inspector", [85], [] },
        { "person-level-lists", "local area", [192, 196], [] },
        { "providers-list", "local area", [192, 205], [] },
        { "arrangements", "local area", [192, 203], [] },
        { "tracked-children", "inspectors", [90, 192], [] },
        { "further-information", "local area", [192], [] },
        { "tracked-children-information", "local area", [192, 206], [] },
        { "surveys-close", "Ofsted", [89], [] },
        { "fieldwork", "inspectors", [80, 122], [] },
        { "on-site", "inspectors", [80, 122], [] },
        { "leaders-meeting", "lead inspector", [126], [] },
        { "feedback-meeting", "lead inspector", [132], [] },
        { "concerns-call", "local area", [133, 155], [] },
        { "draft-report", "Ofsted", [136], [] },
        { "draft-comments", "local area", [137], [] },
        { "final-report", "Ofsted", [137], [] },
        { "complaint", "local area", [138], [] },
        { "publication", "Ofsted", [138], [] },
        { "dissemination", "Ofsted and CQC", [140], [] },
        { "pcf-copy", "local area", [139], [] },
        { "area-publishes", "local area", [139], [] },
        { "strategic-plan", "local area", [143, 144], [1, 2] },
        { "priority-action-plan", "principal authority", [147, 148], [3] },
        { "plan-review", "Ofsted and CQC", [148, 149], [3] },
        { "plan-publication", "principal authority", [150], [3] },
        { "monitoring-inspection", "Ofsted and CQC", [20], [3] },
        { "next-full-inspection", "Ofsted and CQC", [20, 37], [] },
    };

    /// <summary>What the handbook is silent about and we decided.</summary>
    private static readonly string[] ProductRules =
    [
        "notify-dcs", "lano-nominated", "set-up-discussion", "surveys-close", "publication", "area-publishes", "next-full-inspection",
    ];

    [Theory]
    [MemberData(nameof(Rows))]
    public void Row_OfTheEdition_HasItsActorItsParagraphsAndItsOutcomes(string key, string actor, int[] cites, int[] outcomes)
    {
        var rows = AreaSend2024.Full.Steps.Where(row => row.Key == key).ToList();

        Assert.All(rows, row => Assert.Equal(actor, row.Actor.Show()));
        Assert.All(rows, row => Assert.Equal(cites, row.Cites));
        Assert.Equal(outcomes.Length == 0 ? [1, 2, 3] : outcomes, Enumerable.Range(1, 3).Where(number => rows.Any(row => row.AppliesTo(Outcomes.Of(number)))));
    }

    [Fact]
    public void Edition_HasTheseRowsAndNoOthers_InTheOrderOfTheHandbook() =>
        Assert.Equal(Rows.Select(row => row.Data.Item1), AreaSend2024.Full.Steps.Select(row => row.Key).Distinct());

    [Fact]
    public void Edition_MarksWhatWeDecidedOurselves() =>
        Assert.Equal(ProductRules, AreaSend2024.Full.Steps.Where(row => row.ProductRule is not null).Select(row => row.Key).Distinct());

    [Fact]
    public void Edition_IsTheOneInForceFrom30January2024() =>
        Assert.Equal(("area-send-2024-01-30", new LocalDate(2024, 1, 30)), (AreaSend2024.Edition.Id, AreaSend2024.Edition.InForceFrom));
}
