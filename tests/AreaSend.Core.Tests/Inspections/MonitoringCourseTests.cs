using AreaSend.Core.Inspections;
using AreaSend.Core.Programme;
using AreaSend.Core.Rules;
using AreaSend.Core.Timetables;

namespace AreaSend.Core.Tests.Inspections;

/// <summary>A monitoring inspection as it is lived through: what is asked for, the talks, the result for each area, and what follows from it.</summary>
public sealed class MonitoringCourseTests
{
    private const string OnSite = "2025-10-20";

    private static readonly MonitoringResult Effective = new([new("Waiting times", true), new("EHC plans", true)]);

    [Fact]
    public void NothingIsOwedOfAnnexA_UntilTheLeadAsksForIt()
    {
        var course = Course.Monitoring(OnSite);
        course.RunTo("2025-10-07 12:00");

        Assert.Null(course.Plan.Find("requested-information"));
        Assert.Empty(course.Case.Asks.Steps);
        Assert.Equal("Annex A has no item 1.3. Use a number from the list.", course.WhyNot(new ItemReceived(Course.At("2025-10-07 12:00"), "1.3")));

        course.Record(new ItemsAsked(Course.At("2025-10-07 13:00"), ["1.3", "2.4"]));

        Assert.Equal(new LocalDate(2025, 10, 17), course.Due("requested-information"));
        Assert.Equal(["1.3", "2.4"], course.Case.Outstanding("requested-information"));
        Assert.Contains(course.Inspection.Owed(Course.At("2025-10-07 14:00")), duty => duty.What == "Information of Annex A that inspectors asked for: 2 outstanding");
    }

    [Fact]
    public void WhatIsAskedForLater_OpensTheStepAgain()
    {
        var course = Course.Monitoring(OnSite);
        course.Record(new ItemsAsked(Course.At("2025-10-01 13:00"), ["1.3"]));
        course.RunTo("2025-10-07 12:00");
        course.Record(new ItemReceived(Course.At("2025-10-07 13:00"), "1.3"));
        Assert.NotNull(course.Plan["requested-information"].Met);

        course.Record(new ItemsAsked(Course.At("2025-10-08 13:00"), ["1.1"]));

        Assert.Null(course.Plan["requested-information"].Met);
        Assert.Equal(["1.1"], course.Case.Outstanding("requested-information"));
    }

    [Fact]
    public void WhatIsTracked_IsAskedForEachChild()
    {
        var course = Course.Monitoring(OnSite);
        course.RunTo("2025-10-07 12:00");
        Assert.Null(course.Plan.Find("tracked-children"));

        course.Record(new ItemsAsked(Course.At("2025-10-07 13:00"), ["7.1", "7.2"]));
        course.Record(new ChildrenSelected(Course.At("2025-10-08 13:00"), 2));

        Assert.Equal(["7.1/A", "7.2/A", "7.1/B", "7.2/B"], course.Case.Outstanding("tracked-children-information"));
    }

    public static TheoryData<string, string[], string> Refused { get; } = new()
    {
        { "2025-10-08 12:00", [], "Select at least one item of Annex A." },
        { "2025-10-08 12:00", ["9.9"], "Annex A has no item 9.9. Use a number from the list." },
        { "2025-10-08 12:00", ["1.1"], "Item 1.1 has already been asked for." },
        {
            "2025-10-18 12:00", ["1.2"],
            "“Information of Annex A that inspectors asked for” was due by Friday 17 October 2025, 5pm, so nothing more can be asked for by then. Ask for it as something else on the page Documents, with a day of its own."
        },
        { "2025-10-20 12:00", ["1.2"], "Inspectors came on site on Monday 20 October 2025; ask for what is still needed on the page Documents, with a day of its own." },
    };

    [Theory]
    [MemberData(nameof(Refused))]
    public void ItemsThatCannotBeAskedFor_AreRefusedInASentence(string at, string[] items, string sentence)
    {
        var course = Course.Monitoring(OnSite);
        course.Record(new ItemsAsked(Course.At("2025-10-01 13:00"), ["1.1"]));
        course.RunTo(at);

        Assert.Equal(sentence, course.WhyNot(new ItemsAsked(Course.At(at), items)));
    }

    [Fact]
    public void AFullInspection_AsksForAllByItself()
    {
        var course = new Course("2025-09-22");
        course.RunTo("2025-09-09 12:00");

        Assert.Equal("This kind of inspection has no such step, so it cannot be recorded.", course.WhyNot(new ItemsAsked(Course.At("2025-09-09 12:00"), ["1.1"])));
    }

    [Fact]
    public void TalksWithDfeAndNhsEngland_AreOwedUntilInspectorsLeave()
    {
        var course = Course.Monitoring(OnSite);
        course.RunTo("2025-10-20 12:00");
        Assert.Contains(course.Inspection.Owed(Course.At("2025-10-20 12:00")), duty => duty is { Step: "support-discussion", Standing: Standing.Overdue });
        Assert.Equal("Select who took part: the DfE, NHS England or both.", course.WhyNot(new SupportDiscussed(Course.At("2025-10-20 12:00"), [])));

        var missed = Course.Monitoring(OnSite);
        missed.RunTo("2025-10-22 12:00");
        Assert.True(missed.Case.NotReceived.ContainsKey("support-discussion"));

        course.Record(new SupportDiscussed(Course.At("2025-10-20 12:00"), [SupportPartner.Dfe, SupportPartner.NhsEngland]));
        Assert.NotNull(course.Plan["support-discussion"].Met);
    }

    /// <summary>¶ 167 names both; a talk with the one does not stand for a talk with the other.</summary>
    [Fact]
    public void TalksWithDfeAlone_LeaveNhsEnglandOwed()
    {
        var course = Course.Monitoring(OnSite);
        course.RunTo("2025-10-14 12:00");

        course.Record(new SupportDiscussed(Course.At("2025-10-14 12:00"), [SupportPartner.Dfe]));

        Assert.Null(course.Plan["support-discussion"].Met);
        Assert.Contains(
            course.Inspection.Owed(Course.At("2025-10-14 13:00")),
            duty => duty.What == "Discussion with officials of the DfE and NHS England: NHS England outstanding");
        Assert.Equal(
            "The discussion with DfE has already been recorded. Select only whoever has not been recorded yet.",
            course.WhyNot(new SupportDiscussed(Course.At("2025-10-15 12:00"), [SupportPartner.Dfe, SupportPartner.NhsEngland])));
        course.Record(new SupportDiscussed(Course.At("2025-10-15 12:00"), [SupportPartner.NhsEngland]));
        Assert.Equal(Course.At("2025-10-15 12:00"), course.Plan["support-discussion"].Met?.At);
    }

    [Theory]
    [InlineData("Waiting times")]
    [InlineData("Waiting times", "EHC plans", "Something else")]
    [InlineData("EHC plans", "Waiting times")]
    public void TheResult_IsGivenForEachAreaAndNoOther(params string[] areas)
    {
        var course = Drafted();
        var result = new MonitoringResult([.. areas.Select(area => new PriorityAreaResult(area, true))]);

        Assert.Equal(
            "Say for each of these whether effective action has been taken: Waiting times; EHC plans.",
            course.WhyNot(new FinalReportShared(Course.At("2025-12-02"), Outcome: null, result)));
    }

    public static TheoryData<string, MonitoringResult?, string> BadResults { get; } = new()
    {
        { "no result", null, "Say for each of these whether effective action has been taken: Waiting times; EHC plans." },
        { "a plan of nobody", Effective with { Plan = new ResponsibleAuthority(" ") }, "Name the principal authority: a priority action plan is required, and the letter says who makes it (paragraphs 147, 148 and 173)." },
        {
            "a full inspection before the letter", Effective with { NextFullBy = new LocalDate(2025, 12, 2) },
            "The next full inspection is brought forward to Tuesday 2 December 2025, and the letter was shared on Tuesday 2 December 2025. Choose a later day."
        },
        {
            "a full inspection later than it is due", Effective with { NextFullBy = new LocalDate(2027, 4, 2) },
            "Friday 2 April 2027 brings nothing forward: after outcome 3 the next full inspection is due within 3 years anyway, at the latest by Thursday 1 April 2027. Choose an earlier day, or leave it out."
        },
    };

    [Theory]
    [MemberData(nameof(BadResults))]
    public void AResultThatCannotBe_IsRefusedInASentence(string what, MonitoringResult? result, string sentence) =>
        Assert.True(sentence == Drafted().WhyNot(new FinalReportShared(Course.At("2025-12-02"), Outcome: null, result)), what);

    [Fact]
    public void AnOutcome_IsRefused() => Assert.Equal(
        "A monitoring inspection has no outcome. Leave it out.", Drafted().WhyNot(new FinalReportShared(Course.At("2025-12-02"), new Outcome.Inconsistent(), Effective)));

    [Fact]
    public void Effective_IsCompleteOnceItsLetterIsPublished()
    {
        var course = Published(Effective);

        Assert.True(course.Case.IsComplete);
        Assert.Null(course.Plan.Find("priority-action-plan"));
        Assert.Equal("The letter requires no priority action plan, so none can be recorded.", course.WhyNot(new PlanReceived(Course.At("2025-12-16"))));
    }

    [Fact]
    public void ALetterThatRequiresAPlan_IsFollowedByOne()
    {
        var course = Published(Effective with { Plan = new ResponsibleAuthority("Fictional Trust", IsSeparate: true) });

        Assert.False(course.Case.IsComplete);
        Assert.Equal(new LocalDate(2026, 1, 23), course.Due("priority-action-plan"));
        Assert.Contains(course.Case.RaisedNotices.Values, raised => raised is { Template: "published", To: RecipientRole.PrincipalAuthority });

        course.Record(new PlanReceived(Course.At("2026-01-20")));
        course.Record(new PlanWasConfirmed(Course.At("2026-01-27")));
        course.Record(new PlanPublished(Course.At("2026-01-28"), "https://www.example.org/plan"));
        Assert.True(course.Case.IsComplete);
    }

    [Fact]
    public void Programme_FollowsAFullInspectionThatTheLetterBringsForward()
    {
        var record = new AreaRecord("888", [new PastFullInspection(null, new LocalDate(2024, 2, 1), 3, new LocalDate(2024, 4, 1))], []);
        var (asOf, rules) = (new LocalDate(2026, 1, 1), AreaSend2024.Edition.Cycle);
        Assert.Equal((new LocalDate(2027, 2, 1), (LocalDate?)new LocalDate(2025, 10, 1)), AreaProgramme.Of(record, asOf, rules) is var before ? (before.DueBy, before.MonitoringBy) : default);

        var course = Published(Effective with { NextFullBy = new LocalDate(2026, 6, 30) });
        var after = AreaProgramme.Of(record.With([course.Case]), asOf, rules);

        Assert.Equal((new LocalDate(2026, 6, 30), (LocalDate?)null), (after.DueBy, after.MonitoringBy));
        Assert.Equal("Brought forward by the letter of the monitoring inspection, shared on Tuesday 2 December 2025.", after.Because);
        Assert.Equal([173], after.Cites);
    }

    [Fact]
    public void Programme_CountsAFullInspectionThatAreaSendHolds()
    {
        var course = new Course("2025-09-22");
        course.RunTo("2025-10-16 12:00");
        course.Record(new DraftReportShared(Course.At("2025-10-16")));
        course.Record(new FinalReportShared(Course.At("2025-11-07"), new Outcome.TypicallyPositive()));
        var record = new AreaRecord("888", [], []);
        Assert.Null(AreaProgramme.Of(record.With([course.Case]), new LocalDate(2026, 1, 1), AreaSend2024.Edition.Cycle).LastFull);

        course.Record(new ReportPublished(Course.At("2025-11-19"), "https://reports.example.org/888"));

        Assert.Equal(new LocalDate(2030, 9, 26), AreaProgramme.Of(record.With([course.Case]), new LocalDate(2026, 1, 1), AreaSend2024.Edition.Cycle).DueBy);
    }

    /// <summary>A full inspection keeps its edition: the programme counts what follows from it as its own page does, whichever edition is planned under now.</summary>
    [Fact]
    public void Programme_CountsTheMonitoringInspectionByTheEditionOfTheFullOne()
    {
        var course = new Course("2025-09-22");
        course.RunTo("2025-10-16 12:00");
        course.Record(new DraftReportShared(Course.At("2025-10-16")));
        course.Record(new FinalReportShared(Course.At("2025-11-07"), new Outcome.WidespreadFailings("Barsetshire")));
        course.Record(new ReportPublished(Course.At("2025-11-19"), "https://reports.example.org/888"));

        var programme = AreaProgramme.Of(new AreaRecord("888", [], []).With([course.Case]), new LocalDate(2026, 1, 1), AreaSend2025.Edition.Cycle);

        Assert.Equal((course.Due(Steps.MonitoringInspection), course.Due(Steps.NextFullInspection)), (programme.MonitoringBy, (LocalDate?)programme.DueBy));
        Assert.Equal("Outcome 3: a monitoring inspection usually within 18 months of publication, Wednesday 19 November 2025.", programme.Monitoring!.Because);
        Assert.Same(AreaSend2024.Edition, programme.Monitoring.Edition);
    }

    public static TheoryData<string, MonitoringGrounds?, string?> Grounds { get; } = new()
    {
        { "none", null, "Say why there is a monitoring inspection: the outcome of a full inspection demands it, or concerns have been raised (paragraphs 157 and 162)." },
        { "demanded", new(new LocalDate(2024, 4, 1), null, null, ["Waiting times"]), null },
        { "at discretion", new(null, null, "Complaints of families", ["Waiting times"]), null },
        { "at discretion, without a reason", new(null, null, " ", ["Waiting times"]), "Give the reason for a monitoring inspection that no outcome demands (paragraph 162)." },
        { "of nothing", new(new LocalDate(2024, 4, 1), null, null, []), "Name at least one area for priority action or, where no report names any, the issue that gave rise to the inspection." },
        { "of the same twice", new(new LocalDate(2024, 4, 1), null, null, ["Waiting times", "Waiting times"]), "Name each area for priority action once." },
        { "of far too much", new(new LocalDate(2024, 4, 1), null, null, [new string('x', 301)]), "Name each area for priority action in at most 300 characters, one on each line." },
    };

    [Theory]
    [MemberData(nameof(Grounds))]
    public void GroundsOfAMonitoringInspection_AreGivenInFull(string what, MonitoringGrounds? grounds, string? sentence) =>
        Assert.True(sentence == GroundsRules.WhyNot(AreaSend2024.Monitoring, grounds, new LocalDate(2025, 10, 20)), what);

    private static Course Drafted()
    {
        var course = Course.Monitoring(OnSite);
        course.RunTo("2025-11-10 12:00");
        course.Record(new DraftReportShared(Course.At("2025-11-10")));
        return course;
    }

    private static Course Published(MonitoringResult result)
    {
        var course = Drafted();
        course.Record(new FinalReportShared(Course.At("2025-12-02"), Outcome: null, result));
        course.RunTo("2025-12-12 12:00");
        course.Record(new ReportPublished(Course.At("2025-12-12"), "https://reports.example.org/888"));
        course.RunTo("2025-12-12 13:00");
        return course;
    }
}
