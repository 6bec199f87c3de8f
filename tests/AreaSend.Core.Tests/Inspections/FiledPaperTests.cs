using AreaSend.Core.Inspections;
using AreaSend.Core.Rules;
using static AreaSend.Core.Tests.Inspections.Course;

namespace AreaSend.Core.Tests.Inspections;

/// <summary>Papers follow what they are the paper of: nothing before its fact, nothing after it was taken back, the latest version that passed every check.</summary>
public sealed class FiledPaperTests
{
    private const string Hash = "0000000000000000000000000000000000000000000000000000000000000000";

    [Fact]
    public void Paper_BeforeItsFact_IsRefused()
    {
        var course = AfterOnSite();

        Assert.Equal("What this is the paper of is not recorded, or has been taken back. Record it first.", course.WhyNot(Filed(PaperKind.Draft, course.Case.Recorded.Count)));
    }

    [Fact]
    public void Paper_OfAnotherFact_IsRefused()
    {
        var course = AfterOnSite().Record(new DraftReportShared(At("2025-10-14")));

        Assert.NotNull(course.WhyNot(Filed(PaperKind.Final, SeqOf<DraftReportShared>(course))));
        Assert.Null(course.WhyNot(Filed(PaperKind.Draft, SeqOf<DraftReportShared>(course))));
    }

    [Fact]
    public void State_UntilEveryCheckIsPassed_IsForNobody()
    {
        var (course, paper) = WithDraft();
        Assert.Equal(PaperState.BeingChecked, Only(course).State);
        Assert.All(Enum.GetValues<RecipientRole>(), role => Assert.False(Only(course).IsFor(role)));

        course.Record(new PaperAccepted(At("2025-10-14"), paper, 10, Hash));

        Assert.Equal([RecipientRole.Dcs, RecipientRole.Icb, RecipientRole.Lano], Enum.GetValues<RecipientRole>().Where(Only(course).IsFor));
    }

    [Fact]
    public void State_Refused_IsMissingAndTheFactStands()
    {
        var (course, paper) = WithDraft();

        course.Record(new PaperRefused(At("2025-10-14"), paper, "malware", "The malware scanner found something harmful in the file."));

        Assert.Equal(PaperState.Missing, Only(course).State);
        Assert.Single(FiledPaper.FactsOf(course.Case, PaperKind.Draft));
    }

    [Fact]
    public void State_OfALaterVersion_TakesThePlaceOfTheEarlierOnceItHasPassed()
    {
        var (course, first) = WithDraft();
        course.Record(new PaperAccepted(At("2025-10-14"), first, 10, Hash));
        var second = Filed(PaperKind.Draft, SeqOf<DraftReportShared>(course), "2025-10-15");

        course.Record(second);
        Assert.Equal([PaperState.Given, PaperState.BeingChecked], States(course));
        course.Record(new PaperAccepted(At("2025-10-15"), second.Document, 10, Hash));
        Assert.Equal([PaperState.Replaced, PaperState.Given], States(course));
    }

    /// <summary>What was wrong about the entry may be wrong about its paper: it is given again only when it is put here again.</summary>
    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void State_OfWhatWasCorrectedOrTakenBack_IsWithdrawn(bool isTakenBack)
    {
        var (course, paper) = WithDraft();
        course.Record(new PaperAccepted(At("2025-10-14"), paper, 10, Hash));
        Fact? instead = isTakenBack ? null : new DraftReportShared(At("2025-10-13"));
        var seq = SeqOf<DraftReportShared>(course);

        course.Record(CorrectionRules.Of(course.Case, course.Plan, seq, instead, "Typed the wrong day", At("2025-10-16")));

        Assert.Equal([PaperState.Withdrawn], States(course));
        Assert.Equal(isTakenBack, course.WhyNot(Filed(PaperKind.Draft, seq, "2025-10-16")) is not null);
    }

    [Fact]
    public void State_OfAPaperThatTheCorrectionBrought_Stands()
    {
        var (course, _) = WithDraft();
        var seq = SeqOf<DraftReportShared>(course);
        course.Record(CorrectionRules.Of(course.Case, course.Plan, seq, new DraftReportShared(At("2025-10-13")), "Typed the wrong day", At("2025-10-16")));

        var right = Filed(PaperKind.Draft, seq, "2025-10-16");
        course.Record(right).Record(new PaperAccepted(At("2025-10-16"), right.Document, 10, Hash));

        Assert.Equal([PaperState.Withdrawn, PaperState.Given], States(course));
    }

    /// <summary>The forum reads what is published (¶ 136, 139): of no kind of paper is it a reader.</summary>
    [Fact]
    public void Kinds_AllOfThem_HaveKeysOfTheirOwnAndNoneForTheForum()
    {
        Assert.Equal(PaperKind.All.Count, PaperKind.All.Select(kind => kind.Key).Distinct().Count());
        Assert.All(PaperKind.All, kind => Assert.DoesNotContain(RecipientRole.Pcf, kind.Readers));
        Assert.All(PaperKind.All, kind => Assert.Subset(kind.Readers.ToHashSet(), kind.HandedInBy.ToHashSet()));
        Assert.All(PaperKind.All, kind => Assert.True(kind.Key.Length <= 40, $"{kind.Key} is longer than its column"));
    }

    [Theory]
    [InlineData("2025-10-13", RecipientRole.Lano, "The draft report has not been shared with you yet. Comments are handed in here from the day on which it is, and you are written to then.")] // before the draft
    [InlineData("2025-10-14", RecipientRole.Lano, null)]
    [InlineData("2025-11-04", RecipientRole.Lano, null)] // after its 10 working days: still taken, and late
    [InlineData("2025-10-14", RecipientRole.Dcs, "This is not handed in here.")] // the officer sends the comments of the whole partnership
    [InlineData("2025-10-14", RecipientRole.Pcf, "This is not handed in here.")]
    public void HandIn_OfComments_IsTheOfficersFromTheDraftOn(string on, RecipientRole role, string? because)
    {
        var course = AfterOnSite();
        if (on != "2025-10-13")
        {
            course.Record(new DraftReportShared(At("2025-10-14")));
        }

        Assert.Equal(because, HandIn.WhyNot(course.Case, course.Plan, PaperKind.Comments, role, At(on)));
    }

    /// <summary>Who opens it too early reads a sentence for them, and not the one that tells a coordinator what to record first.</summary>
    [Theory]
    [InlineData("on site", "The final report has not been shared with you yet. If it asks for a priority action plan, that is handed in here, and you are written to then.")]
    [InlineData("outcome 1", "The final report asks for no priority action plan, or it is made by somebody else. If you think that one is due, call the lead inspector.")]
    [InlineData("withdrawn", "This inspection ended on Tuesday 14 October 2025, so nothing is handed in any more. If you have a question, call the lead inspector.")]
    public void HandIn_OfThePlanTooEarly_SaysWhenInTheOfficersWords(string when, string because)
    {
        var course = AfterOnSite();
        _ = when switch
        {
            "outcome 1" => course.Record(new DraftReportShared(At("2025-10-14"))).Record(new CommentsReceived(At("2025-10-15"))).Record(new FinalReportShared(At("2025-11-04"), new Outcome.TypicallyPositive())),
            "withdrawn" => course.Record(new InspectionWithdrawn(At("2025-10-14"), "A fictional reason")),
            _ => course,
        };

        Assert.Equal(because, HandIn.WhyNot(course.Case, course.Plan, PaperKind.Plan, RecipientRole.Lano, At("2025-11-05")));
    }

    [Fact]
    public void HandIn_OfCommentsAgain_IsALaterVersionUntilTheFinalReport()
    {
        var course = AfterOnSite().Record(new DraftReportShared(At("2025-10-14"))).Record(new CommentsReceived(At("2025-10-20")));

        Assert.Null(HandIn.WhyNot(course.Case, course.Plan, PaperKind.Comments, RecipientRole.Lano, At("2025-10-21")));
        Assert.False(HandIn.Records(course.Case, course.Plan, PaperKind.Comments, At("2025-10-21")));
        course.Record(new FinalReportShared(At("2025-11-04"), new Outcome.Inconsistent()));
        Assert.Equal(
            "It was taken until Tuesday 4 November 2025; what comes after that is too late. Call the lead inspector.",
            HandIn.WhyNot(course.Case, course.Plan, PaperKind.Comments, RecipientRole.Lano, At("2025-11-05")));
    }

    [Theory]
    [InlineData(false, RecipientRole.Dcs, true)]
    [InlineData(true, RecipientRole.Dcs, false)] // its own authority submits it, and the director of the local authority does not
    [InlineData(true, RecipientRole.Lano, true)]
    public void HandIn_OfThePlan_IsTheOfficersAndTheDirectorsWhereTheAuthorityIsTheirs(bool isSeparate, RecipientRole role, bool isTaken)
    {
        var course = AfterOnSite()
            .Record(new DraftReportShared(At("2025-10-14")))
            .Record(new FinalReportShared(At("2025-11-04"), new Outcome.WidespreadFailings("Barsetshire Trust", isSeparate)));

        Assert.Equal(isTaken, HandIn.WhyNot(course.Case, course.Plan, PaperKind.Plan, role, At("2025-12-01")) is null);
    }

    [Fact]
    public void HandIn_OfAPlanThatWasSentBack_IsRecordedAnew()
    {
        var course = AfterOnSite()
            .Record(new DraftReportShared(At("2025-10-14")))
            .Record(new FinalReportShared(At("2025-11-04"), new Outcome.WidespreadFailings("Barsetshire")))
            .Record(new PlanReceived(At("2025-12-01")));
        Assert.False(HandIn.Records(course.Case, course.Plan, PaperKind.Plan, At("2025-12-02")));

        course.Record(new PlanReturned(At("2025-12-03"), "Milestones"));

        Assert.True(HandIn.Records(course.Case, course.Plan, PaperKind.Plan, At("2025-12-04")));
    }

    [Theory]
    [InlineData("2025-10-28", false)] // the tenth working day after the draft
    [InlineData("2025-10-29", true)]
    public void CameLate_Comments_AfterTheirTenWorkingDays(string on, bool isLate)
    {
        var course = AfterOnSite().Record(new DraftReportShared(At("2025-10-14"))).Record(new CommentsReceived(At(on)));

        Assert.Equal(isLate, HandIn.CameLate(course.Case, course.Plan, PaperKind.Comments));
    }

    private static Course AfterOnSite()
    {
        var course = new Course("2025-09-22");
        course.RunTo("2025-09-29");
        return course;
    }

    private static (Course Course, Guid Paper) WithDraft()
    {
        var course = AfterOnSite().Record(new DraftReportShared(At("2025-10-14")));
        var filed = Filed(PaperKind.Draft, SeqOf<DraftReportShared>(course));
        return (course.Record(filed), filed.Document);
    }

    private static PaperFiled Filed(PaperKind kind, int of, string on = "2025-10-14") => new(At(on), Guid.NewGuid(), kind.Key, of);

    private static FiledPaper Only(Course course) => Assert.Single(FiledPaper.All(course.Case));

    private static IEnumerable<PaperState> States(Course course) => FiledPaper.All(course.Case).Select(paper => paper.State);

    private static int SeqOf<TFact>(Course course) => course.Case.Recorded.Last(recorded => recorded.Event is TFact).Seq;
}
