using AreaSend.Core.Timetables;

namespace AreaSend.Core.Tests.Timetables;

/// <summary>The keys of steps are written once, in <see cref="Steps"/>: a row with one of its own would escape the rule that keeps keys out of every other file.</summary>
public sealed class StepsTests
{
    private static readonly IReadOnlyList<string> Keys = [.. typeof(Steps).GetFields().Select(field => (string)field.GetRawConstantValue()!)];

    public static TheoryData<string, string> Kinds =>
        [.. Editions.Shipped.Held.SelectMany(edition => edition.Types, (edition, type) => (edition.Id, type.Key))];

    [Theory]
    [MemberData(nameof(Kinds))]
    public void Rows_OfAKindThatShips_HaveKeysThatStandAmongTheSteps(string edition, string kind)
    {
        var rows = Editions.Shipped.Find(edition)!.Find(kind)!.Steps;

        Assert.NotEmpty(rows);
        Assert.Empty(rows.Select(row => row.Key).Except(Keys));
    }

    [Fact]
    public void Keys_OfTwoSteps_Differ()
    {
        Assert.Contains(Steps.DraftReport, Keys);
        Assert.Empty(Keys.CountBy(key => key).Where(key => key.Value > 1).Select(key => key.Key));
    }
}
