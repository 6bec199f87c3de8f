using AreaSend.Lists;
using AreaSend.Lists.Tests.Rules;
using AreaSend.Lists.Tracking;
using static AreaSend.Lists.ListColumn;

namespace AreaSend.Lists.Tests.Tracking;

public class CandidateRowTests
{
    public static TheoryData<ListColumn, object, Func<Candidate, object>, object> Rows => new()
    {
        { PrimaryNeed, "f) SLCN", child => child.Need, AreaOfNeed.CommunicationAndInteraction },
        { PrimaryNeed, "ASD", child => child.Need, AreaOfNeed.CommunicationAndInteraction },
        { PrimaryNeed, "MLD", child => child.Need, AreaOfNeed.CognitionAndLearning },
        { PrimaryNeed, "SEMH", child => child.Need, AreaOfNeed.SocialEmotionalAndMentalHealth },
        { PrimaryNeed, "MSI", child => child.Need, AreaOfNeed.SensoryAndOrPhysical },
        { PrimaryNeed, "OTH", child => child.Need, AreaOfNeed.Other },
        { MainPhase, "h) Pupil referral unit/Alternative provision", child => child.Setting, Setting.AlternativeProvision },
        { SubsidiaryPhase, "Alternative provision", child => child.Setting, Setting.AlternativeProvision },
        { MainPhase, "g) Special", child => child.Setting, Setting.SpecialSchool },
        { MainPhase, "FE college", child => child.Setting, Setting.College },
        { MainPhase, "Secondary", child => child.Setting, Setting.MainstreamSchool },
        { ElectiveHomeEducation, "Yes", child => child.Setting, Setting.AtHome },
        { KnownToSocialCare, "No", child => child.SocialCare, SocialCare.NotKnown },
        { DateOfBirth, ListUnderTest.Today.PlusYears(-19), child => child.Age, AgeGroup.NineteenAndOver },
        { DateOfBirth, ListUnderTest.Today.PlusYears(-5).PlusDays(1), child => child.Age, AgeGroup.UnderFive },
    };

    [Theory, MemberData(nameof(Rows))]
    public void Read_OneValue_IsUnderstood(ListColumn column, object value, Func<Candidate, object> what, object expected) =>
        Assert.Equal(expected, what(Assert.Single(Read((column, value)))));

    [Theory]
    [InlineData("Looked After Children", SocialCare.LookedAfter)]
    [InlineData("Children in care", SocialCare.LookedAfter)]
    [InlineData("Child Protection", SocialCare.Protection)]
    [InlineData("Children in need team", SocialCare.InNeed)]
    [InlineData("Targeted early help", SocialCare.EarlyHelp)]
    [InlineData("Family Support Service", SocialCare.EarlyHelp)]
    [InlineData("Disabled children's team", SocialCare.OtherTeam)]
    public void Read_Team_IsAStageOfInvolvement(string team, SocialCare expected) =>
        Assert.Equal(expected, Assert.Single(Read((KnownToSocialCare, "Yes"), (SocialCareTeam, team))).SocialCare);

    [Fact]
    public void Read_NoUniqueId_IsNobody() => Assert.Empty(Read((UniqueId, null)));

    private static List<Candidate> Read(params (ListColumn, object?)[] changed)
    {
        var candidates = new List<Candidate>();
        new ListUnderTest { OnRecord = record => candidates.AddRange(CandidateRow.Read(record) is { } candidate ? [candidate] : []) }.Child(changed).Check();
        return candidates;
    }
}
