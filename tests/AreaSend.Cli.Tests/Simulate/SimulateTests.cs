using System.Text.Json;
using AreaSend.Cli.Tests.Prompt;
using AreaSend.Testing;

namespace AreaSend.Cli.Tests.Simulate;

public sealed class SimulateTests(SimulatedInspection simulated) : IClassFixture<SimulatedInspection>
{
    [Fact]
    public void Simulate_OutcomeThree_RunsFromPlanningToThePublishedPlan()
    {
        var history = simulated.History;

        // Everybody acts on the due day of the timetable: an hour before a clock time, else at noon; the review takes ten working days.
        Assert.Equal(
            [
                "2025-09-01T09:00:00+01:00 planned", "2025-09-08T09:00:00+01:00 notified", "2025-09-09T10:00:00+01:00 lano-nominated",
                "2025-09-09T16:00:00+01:00 children-selected", "2025-09-16T09:00:00+01:00 surveys-closed", "2025-09-18T09:00:00+01:00 fieldwork-started",
                "2025-09-22T09:00:00+01:00 on-site-started", "2025-09-26T17:00:00+01:00 on-site-ended", "2025-10-16T12:00:00+01:00 draft-shared",
                "2025-10-30T12:00:00+00:00 comments-received", "2025-11-07T12:00:00+00:00 final-shared", "2025-11-19T12:00:00+00:00 published",
                "2025-11-19T12:00:00+00:00 disseminated", "2025-12-30T12:00:00+00:00 plan-received", "2026-01-14T12:00:00+00:00 plan-confirmed",
                "2026-01-21T12:00:00+00:00 plan-published",
            ],
            Events(history).Where(happened => !happened.Contains("notice-", StringComparison.Ordinal) && !happened.Contains("item-", StringComparison.Ordinal)));
        Assert.Equal(3 + 7 + 26 + (6 * 7), Events(history).Count(happened => happened.EndsWith(" item-received", StringComparison.Ordinal)));
    }

    [Fact]
    public void Simulate_OutcomeThree_WritesEachNoticeOnceAsAnEmail()
    {
        var notices = simulated.History.GetProperty("notices").EnumerateArray().ToList();
        var keys = notices.Select(notice => notice.GetProperty("key").GetString()!).ToList();

        Assert.Equal(keys.Distinct().Count(), keys.Count);
        Assert.Equal(keys.Select(key => key.Replace(':', '_') + ".eml").Order(StringComparer.Ordinal), simulated.Emails);
        Assert.Equal(["key", "template", "to", "at"], notices[0].EnumerateObject().Select(property => property.Name));
        Assert.All(notices, notice => Assert.StartsWith($"{notice.GetProperty("template")}:{notice.GetProperty("to")}", notice.GetProperty("key").GetString(), StringComparison.Ordinal));
        Assert.DoesNotContain(keys, key => key.Contains("overdue", StringComparison.Ordinal) || key.StartsWith("dates-changed", StringComparison.Ordinal));
    }

    [Fact]
    public void Simulate_OverAFormerOne_ReplacesItAndPrintsTheSameAgain()
    {
        using var folder = new TemporaryFolder();
        SimulatedInspection.Run(folder, outcome: 1);

        Assert.Equal(simulated.History.GetRawText(), SimulatedInspection.Run(folder, outcome: 3).GetRawText());
        Assert.Equal(simulated.Emails, SimulatedInspection.EmailsIn(folder));
    }

    [Fact]
    public void Simulate_OutcomeOneForPeople_ListsEventsAndNoticesUpToTheStrategicPlan()
    {
        using var folder = new TemporaryFolder();

        var typed = Typed.Line($"simulate --area 888 --on-site 2025-09-22 --outcome 1 --out {folder.Path}");

        Assert.Equal((0, ""), (typed.Status, typed.Error));
        Assert.Matches(@"2025-09-08T09:00:00\+01:00\s+notified", typed.Output);
        Assert.Matches(@"2025-09-08T09:00:00\+01:00\s+notification\s+icb", typed.Output);
        Assert.Matches(@"2025-12-30T12:00:00\+00:00\s+plan-published", typed.Output);
        Assert.DoesNotContain("plan-received", typed.Output, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("effective")]
    [InlineData("not-effective")]
    public void Simulate_AMonitoringInspection_RunsToItsPublishedLetter(string result)
    {
        using var folder = new TemporaryFolder();

        var history = Typed.Line($"simulate --kind monitoring --area 888 --on-site 2025-10-20 --result {result} --out {folder.Path} --json").Json();

        Assert.Equal(
            [
                "2025-09-29T09:00:00+01:00 planned", "2025-10-06T09:00:00+01:00 notified", "2025-10-07T10:00:00+01:00 lano-nominated", "2025-10-17T12:00:00+01:00 support-discussed",
                "2025-10-20T09:00:00+01:00 on-site-started", "2025-10-21T17:00:00+01:00 on-site-ended", "2025-11-10T12:00:00+00:00 draft-shared",
                "2025-11-24T12:00:00+00:00 comments-received", "2025-12-02T12:00:00+00:00 final-shared", "2025-12-12T12:00:00+00:00 published", "2025-12-12T12:00:00+00:00 disseminated",
            ],
            Events(history).Where(happened => !happened.Contains("notice-", StringComparison.Ordinal)));
        Assert.Equal(
            ["notification:dcs", "notification:icb", "notification:pcf"],
            history.GetProperty("notices").EnumerateArray().Where(notice => notice.GetProperty("at").GetString() == "2025-10-06T09:00:00+01:00").Select(notice => notice.GetProperty("key").GetString()));
    }

    [Theory]
    [InlineData("--kind engagement --meeting 2026-01-15", "planned notified self-evaluation-received agenda-agreed meeting-held meeting-letter-sent", "self-evaluation-asked self-evaluation-reminder meeting-reminder meeting-note")]
    [InlineData("--kind thematic --on-site 2025-10-20 --on-site-days 3", "planned notified on-site-started on-site-ended", "notification on-site-starts")]
    [InlineData("--kind re-visit --on-site 2025-10-20 --result sufficient", "planned notified on-site-started on-site-ended revisit-letter-shared", "notification on-site-starts revisit-result")]
    [InlineData("--kind re-visit --on-site 2025-10-20 --result not-sufficient", "planned notified on-site-started on-site-ended revisit-letter-shared", "notification on-site-starts revisit-result")]
    public void Simulate_AMeetingOrAVisit_RunsToItsEnd(string asked, string events, string notices)
    {
        using var folder = new TemporaryFolder();

        var history = Typed.Line($"simulate --area 888 {asked} --out {folder.Path} --json").Json();

        Assert.Equal(events.Split(' '), history.GetProperty("events").EnumerateArray().Select(happened => happened.GetProperty("kind").GetString())
            .Where(kind => !kind!.StartsWith("notice-", StringComparison.Ordinal)));
        Assert.Equal(
            notices.Split(' ').SelectMany(notice => notice == "self-evaluation-reminder" ? [$"{notice} dcs"] : (string[])[$"{notice} dcs", $"{notice} icb"]),
            history.GetProperty("notices").EnumerateArray().Select(notice => $"{notice.GetProperty("template")} {notice.GetProperty("to")}"));
    }

    [Theory]
    [InlineData("--kind re-visit --area 888 --on-site 2025-10-20", "Give --result as sufficient or not-sufficient.")]
    [InlineData("--kind thematic --area 888 --on-site 2025-10-20 --result sufficient", "A thematic visit has no --result. Leave it out.")]
    [InlineData("--kind monitoring --area 888 --on-site 2025-10-20", "Give --result as effective or not-effective.")]
    [InlineData("--kind monitoring --area 888 --on-site 2025-10-20 --result good", "Give --result as effective or not-effective.")]
    [InlineData("--kind monitoring --area 888 --on-site 2025-10-20 --outcome 3", "A monitoring inspection has no --outcome. Leave it out.")]
    [InlineData("--area 888 --on-site 2025-09-22", "Option '--outcome' is required.")]
    [InlineData("--area 888 --on-site 2025-09-22 --result effective", "A full inspection has no --result. Give --outcome 1, 2 or 3.")]
    [InlineData("--area 999 --on-site 2025-09-22 --outcome 3", "There is no local area 999. Give the three-figure code of a local authority, for instance 888.")]
    [InlineData("--area 888 --on-site 2025-09-22 --outcome 4", "Choose outcome 1, 2 or 3.")]
    [InlineData("--area 888 --on-site 2025-09-22 --outcome good", "Choose outcome 1, 2 or 3.")]
    [InlineData("--area 888 --on-site 2025-09-21 --outcome 3", "Sunday 21 September 2025 is not a working day (weekend). Choose a working day, usually a Monday.")]
    [InlineData("--area 888 --on-site 2029-09-21 --outcome 3", "Friday 21 September 2029 was asked for, but bank holidays are known only for 2012 to 2028. Refresh the bank holidays, or choose a date within those years.")]
    public void Simulate_WhatCannotBe_SaysOneSentence(string asked, string sentence)
    {
        using var folder = new TemporaryFolder();

        Assert.Equal(new Typed(2, "", sentence + Environment.NewLine), Typed.Line($"simulate {asked} --out {folder.Path} --json"));
    }

    [Fact]
    public void Simulate_IntoAFolderWithOtherThings_LeavesThemAlone()
    {
        using var folder = new TemporaryFolder();
        File.WriteAllText(folder.File("letter.eml"), "not ours");

        var typed = Typed.Line($"simulate --area 888 --on-site 2025-09-22 --outcome 1 --out {folder.Path}");

        Assert.Equal(new Typed(2, "", $"{folder.Path} holds other things than a simulation. Choose an empty folder.{Environment.NewLine}"), typed);
        Assert.Equal("not ours", File.ReadAllText(folder.File("letter.eml")));
    }

    [Fact]
    public void Simulate_IntoAFile_SaysSo()
    {
        using var folder = new TemporaryFolder();
        File.WriteAllText(folder.File("out"), "");

        var typed = Typed.Line($"simulate --area 888 --on-site 2025-09-22 --outcome 1 --out {folder.File("out")}");

        Assert.Equal((2, ""), (typed.Status, typed.Output));
        Assert.StartsWith($"The folder '{folder.File("out")}' cannot be written to: ", typed.Error, StringComparison.Ordinal);
    }

    private static IEnumerable<string> Events(JsonElement history) =>
        history.GetProperty("events").EnumerateArray().Select(happened => $"{happened.GetProperty("at")} {happened.GetProperty("kind")}");
}
