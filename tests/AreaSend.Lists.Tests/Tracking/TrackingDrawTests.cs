using AreaSend.Lists;
using AreaSend.Lists.Tracking;
using CsCheck;

namespace AreaSend.Lists.Tests.Tracking;

public class TrackingDrawTests
{
    private static readonly Gen<Candidate> Anyone = Gen.Select(
        Gen.Int[1, 1_000_000],
        Gen.Enum<PersonList>(),
        Gen.Enum<AreaOfNeed>(),
        Gen.Enum<AgeGroup>(),
        Gen.Enum<Setting>(),
        Gen.Enum<SocialCare>(),
        (id, list, need, age, setting, care) => new Candidate($"EX{id}", list, need, age, setting, care));

    [Fact]
    public void Draw_OrdinaryArea_MeetsEveryConstraint()
    {
        var area = Area(3_000);

        for (var seed = 0UL; seed < 200; seed++)
        {
            var selection = TrackingDraw.Draw(area, seed);

            Assert.Empty(selection.Unmet);
            Assert.Equal(["Child A", "Child B", "Child C", "Child D", "Child E", "Child F"], selection.Children.Select(child => child.Pseudonym));
            Assert.All(HandbookConstraints.All, constraint => Assert.True(constraint.CountIn(selection.Children.Select(child => child.Child)) >= constraint.AtLeast, constraint.Key));
        }
    }

    /// <summary>Every pair of setting and care says each thing once: not to be known to social care is a stage of involvement and a wish of its own.</summary>
    [Fact]
    public void Reasons_AnyChild_SayNothingTwice()
    {
        var unknown = new Candidate("EX1", PersonList.One, AreaOfNeed.CognitionAndLearning, AgeGroup.FiveToTen, Setting.MainstreamSchool, SocialCare.NotKnown);

        var reasons = Assert.Single(Selection.Of([unknown], HandbookConstraints.All).Children).Reasons;

        Assert.Equal(["with needs in cognition and learning", "aged 5 to 10", "not known to social care"], reasons);
        Assert.All(Area(200), child => Assert.Distinct(Assert.Single(Selection.Of([child], HandbookConstraints.All).Children).Reasons));
    }

    [Fact]
    public void Draw_SameSeed_GivesTheSameChildrenInWhateverOrderTheListsNameThem()
    {
        var area = Area(500);

        var forwards = Ids(TrackingDraw.Draw(area, 42));

        Assert.Equal(forwards, Ids(TrackingDraw.Draw(area, 42)));
        Assert.Equal(forwards, Ids(TrackingDraw.Draw(area.Reverse(), 42)));
        Assert.NotEqual(forwards, Ids(TrackingDraw.Draw(area, 43)));
    }

    [Fact]
    public void Draw_ManySeeds_GivesEveryChildAChance()
    {
        var area = Area(60);

        var drawn = Enumerable.Range(0, 400).SelectMany(seed => Ids(TrackingDraw.Draw(area, (ulong)seed))).Distinct();

        Assert.Equal(60, drawn.Count());
    }

    [Fact]
    public void Draw_NobodyInAlternativeProvision_NamesItAndMeetsTheRest()
    {
        var area = Area(500).Where(child => child.Setting != Setting.AlternativeProvision);

        var unmet = Assert.Single(TrackingDraw.Draw(area, 7).Unmet);

        Assert.Equal("Cannot be met: at least 1 in alternative provision (¶ 92); the lists hold 0.", unmet.Because);
    }

    [Fact]
    public void Draw_ConstraintsThatClash_LetsTheLeastFirmGiveWay()
    {
        // Only one child receives SEN support, and for three children there is no room for four areas of need.
        var area = Area(500).Where(child => child.List == PersonList.One)
            .Append(new Candidate("EX-S", PersonList.Two, AreaOfNeed.Other, AgeGroup.FiveToTen, Setting.MainstreamSchool, SocialCare.NotKnown));

        var selection = TrackingDraw.Draw(area, 7, number: 3);

        Assert.Equal(3, selection.Children.Count);
        Assert.Contains(selection.Unmet, unmet => unmet.Because == "Cannot be met: at least 2 on SEN support (¶ 92); the lists hold 1.");
        Assert.Contains(selection.Unmet, unmet => unmet.Because.StartsWith("Cannot be met together with the others among 3", StringComparison.Ordinal));
        Assert.DoesNotContain(selection.Unmet, unmet => unmet.Constraint.Key == "alternative-provision");
    }

    [Fact]
    public void Draw_FewerChildrenThanAskedFor_TakesThemAll() => Assert.Equal(2, TrackingDraw.Draw(Area(2), 1).Children.Count);

    [Fact]
    public void Draw_Nobody_NamesEveryConstraint() => Assert.Equal(HandbookConstraints.All.Count, TrackingDraw.Draw([], 1).Unmet.Count);

    [Fact]
    public void Draw_ChildOnBothLists_IsDrawnOnce()
    {
        var child = new Candidate("EX1", PersonList.One, AreaOfNeed.Other, AgeGroup.FiveToTen, Setting.Unknown, SocialCare.Unknown);

        Assert.Single(TrackingDraw.Draw([child, child with { List = PersonList.Two, UniqueId = "ex1" }], 1).Children);
    }

    [Fact]
    public void Draw_AnyLists_SaysTruthfullyWhatIsMetAndNeverDrawsAChildTwice() =>
        Gen.Select(Anyone.Array[0, 60], Gen.ULong).Sample((area, seed) =>
        {
            var selection = TrackingDraw.Draw(area, seed);
            var children = selection.Children.Select(child => child.Child).ToList();
            var distinct = area.Select(child => child.UniqueId).Distinct().Count();
            var missed = HandbookConstraints.All.Where(constraint => constraint.CountIn(children) < constraint.AtLeast).Select(constraint => constraint.Key);
            return children.Count == Math.Min(6, distinct)
                && children.DistinctBy(child => child.UniqueId).Count() == children.Count
                && missed.SequenceEqual(selection.Unmet.Select(unmet => unmet.Constraint.Key))
                && selection.Children.All(child => child.Meets.All(constraint => constraint.IsMetBy(child.Child)));
        });

    [Fact]
    public void Of_ChangedByHand_ShowsWhatIsNoLongerMet()
    {
        var drawn = TrackingDraw.Draw(Area(500), 7).Children.Select(child => child.Child).ToList();
        var changed = drawn.Where(child => child.Setting != Setting.AlternativeProvision).ToList();

        var unmet = Selection.Of(changed, HandbookConstraints.All).Unmet;

        Assert.Contains(unmet, missed => missed.Because == "Not met: at least 1 in alternative provision (¶ 92); the children chosen show 0.");
    }

    private static List<string> Ids(Selection selection) => [.. selection.Children.Select(child => child.Child.UniqueId)];

    /// <summary>An area in which alternative provision and sensory needs are as rare as they are.</summary>
    private static Candidate[] Area(int children)
    {
        var random = new Random(20240902);
        return [.. Enumerable.Range(1, children).Select(i => new Candidate(
            $"EX{i:000000}",
            random.Next(4) == 0 ? PersonList.One : PersonList.Two,
            (AreaOfNeed)(random.Next(20) == 0 ? 4 : random.Next(4)),
            (AgeGroup)random.Next(1, 6),
            random.Next(30) == 0 || i == 1 ? Setting.AlternativeProvision : Setting.MainstreamSchool,
            (SocialCare)(random.Next(4) == 0 ? random.Next(2, 7) : 1)))];
    }
}
