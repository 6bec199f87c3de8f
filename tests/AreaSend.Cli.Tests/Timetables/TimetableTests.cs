using System.Text.Json;
using AreaSend.Cli.Tests.Prompt;

namespace AreaSend.Cli.Tests.Timetables;

public sealed class TimetableTests
{
    private const string RealInspection = "timetable --on-site 2025-09-22 --json";

    [Fact]
    public void Timetable_AsJson_HasTheNamesInTheOrderThatScriptsRelyOn()
    {
        var printed = Typed.Line(RealInspection).Json();
        var step = printed.GetProperty("steps")[0];

        Assert.Equal(["edition", "kind", "onSiteStarts", "notificationDay", "warnings", "steps", "editionBecause", "editionConfirmed"], Names(printed));
        Assert.Equal(["key", "actor", "dueDate", "due", "certainty", "cites", "why", "outcomes", "provenance", "source"], Names(step));
        Assert.Equal(["anchor", "anchorDate", "count", "skipped"], Names(step.GetProperty("why")));
        Assert.Equal(["date", "because"], Names(step.GetProperty("why").GetProperty("skipped")[0]));
    }

    [Fact]
    public void Timetable_ARealInspection_HasItsHead()
    {
        var printed = Typed.Line(RealInspection).Json();

        Assert.Equal("area-send-2024-01-30", printed.GetProperty("edition").GetString());
        Assert.Equal("full", printed.GetProperty("kind").GetString());
        Assert.Equal("2025-09-22", printed.GetProperty("onSiteStarts").GetString());
        Assert.Equal("2025-09-08", printed.GetProperty("notificationDay").GetString());
        Assert.Empty(printed.GetProperty("warnings").EnumerateArray());
    }

    [Theory]
    [InlineData("notify-dcs", "2025-09-08", "2025-09-08T09:00:00+01:00", "S", "2025-09-22", -10, "9am is a product rule")]
    [InlineData("notify-pcf", "2025-09-08", "2025-09-09T00:00:00+01:00", "N", "2025-09-08", 0, "no clock time: the day's end")]
    [InlineData("person-level-lists", "2025-09-09", "2025-09-09T11:00:00+01:00", "N", "2025-09-08", 1, "11am on the day following notification")]
    [InlineData("further-information", "2025-09-12", "2025-09-12T17:00:00+01:00", "S", "2025-09-22", -6, "Friday of week 1")]
    [InlineData("fieldwork", "2025-09-18", "2025-09-19T00:00:00+01:00", "N", "2025-09-08", 8, "as it was in fact")]
    [InlineData("final-report", "2025-11-07", "2025-11-08T00:00:00+00:00", "E", "2025-09-26", 30, "after the clocks went back")]
    [InlineData("publication", "2025-11-19", "2025-11-20T00:00:00+00:00", "complaint", "2025-11-14", 3, "counted from the complaint's deadline")]
    [InlineData("monitoring-inspection", "2027-05-19", "2027-05-20T00:00:00+01:00", "P", "2025-11-19", null, "months are not counted in working days")]
    [InlineData("plan-review", null, null, "R", "2025-11-07", null, "no date")]
    [InlineData("plan-publication", null, null, "C", null, null, "nothing to count from")]
    public void Timetable_ARealInspection_DatesAStepAndSaysWhy(
        string key, string? dueDate, string? due, string anchor, string? anchorDate, int? count, string reason)
    {
        var step = Typed.Line(RealInspection).Json().GetProperty("steps").EnumerateArray().Single(step => step.GetProperty("key").GetString() == key);
        var why = step.GetProperty("why");

        Assert.True(
            (dueDate, due, anchor, anchorDate, count) == (
                step.GetProperty("dueDate").GetString(), step.GetProperty("due").GetString(),
                why.GetProperty("anchor").GetString(), why.GetProperty("anchorDate").GetString(), Count(why)),
            $"{key}: {reason}; printed {step}");
    }

    [Fact]
    public void A16_TimetableOfAnInspectionWithoutAnOutcome_HasTheNextOneForEveryOutcome()
    {
        var next = Typed.Line("timetable --on-site 2026-12-14 --json").Json().GetProperty("steps").EnumerateArray().Where(step => step.GetProperty("key").GetString() == "next-full-inspection");

        Assert.Equal(
            ["1: 2031-12-18", "2, 3: 2029-12-18"],
            next.Select(step => $"{string.Join(", ", step.GetProperty("outcomes").EnumerateArray())}: {step.GetProperty("dueDate").GetString()}"));
        Assert.Contains("next-full-inspection (outcome 2 or 3)", Typed.Line("timetable --on-site 2026-12-14").Output, StringComparison.Ordinal);
    }

    /// <summary>A real one: notified on 6 October 2025, on site from 20 October.</summary>
    [Theory]
    [InlineData("", "2025-10-21", "2025-12-12")]
    [InlineData(" --on-site-days 4", "2025-10-23", "2025-12-16")]
    public void Timetable_AMonitoringInspection_CountsFromItsLastOnSiteDay(string days, string ends, string published)
    {
        var printed = Typed.Line($"timetable --kind monitoring --on-site 2025-10-20{days} --json").Json();
        var due = printed.GetProperty("steps").EnumerateArray().ToDictionary(step => step.GetProperty("key").GetString()!, step => step.GetProperty("dueDate").GetString());

        Assert.Equal(("monitoring", "2025-10-06"), (printed.GetProperty("kind").GetString(), printed.GetProperty("notificationDay").GetString()));
        Assert.Equal((ends, published), (due["feedback-meeting"], due["publication"]));
        Assert.Empty(printed.GetProperty("warnings").EnumerateArray());
    }

    /// <summary>People know an edition by its day.</summary>
    [Fact]
    public void Timetable_EditionNamedByTheDayItCameIntoForce_IsThatEdition() => Assert.Equal(
        Typed.Line("timetable --on-site 2025-09-22 --edition area-send-2025-07-07 --json").Output, Typed.Line("timetable --on-site 2025-09-22 --edition 2025-07-07 --json").Output);

    [Fact]
    public void Timetable_UnderAnEditionThatIsNotConfirmedWhole_SaysOfEachStepWhetherItIs()
    {
        var printed = Typed.Line("timetable --on-site 2025-09-22 --edition area-send-2025-07-07 --json").Json();
        var steps = printed.GetProperty("steps").EnumerateArray().DistinctBy(step => step.GetProperty("key").GetString()).ToDictionary(step => step.GetProperty("key").GetString()!);

        Assert.Equal(("area-send-2025-07-07", false), (printed.GetProperty("edition").GetString(), printed.GetProperty("editionConfirmed").GetBoolean()));
        Assert.Equal(
            ["plan-review confirmed", "monitoring-inspection confirmed"],
            steps.Values.Select(step => $"{step.GetProperty("key")} {step.GetProperty("provenance")}").Where(standing => !standing.EndsWith(" carried-over", StringComparison.Ordinal)));
        Assert.Equal(
            ("the edition of 30 January 2024", "Ofsted's summary of changes of 6 June 2025"),
            (steps["draft-report"].GetProperty("source").GetString(), steps["monitoring-inspection"].GetProperty("source").GetString()));
        Assert.Equal(("2027-05-07", "R"), (steps["monitoring-inspection"].GetProperty("dueDate").GetString(), steps["monitoring-inspection"].GetProperty("why").GetProperty("anchor").GetString()));
        Assert.Equal("DfE and NHS England", steps["plan-review"].GetProperty("actor").GetString());
        Assert.Contains(
            "The edition of 7 July 2025 is not confirmed whole.", Typed.Line("timetable --on-site 2025-09-22 --edition area-send-2025-07-07").Output, StringComparison.Ordinal);
    }

    /// <summary>The hosts' settings about editions hold at the prompt too.</summary>
    [Fact]
    public async Task Process_WithTheSettingsOfTheHosts_PlansUnderTheEditionThatTheyName()
    {
        var named = await Typed.With(new() { ["AreaSend__Framework__Edition"] = "area-send-2025-07-07" }, RealInspection.Split(' '));
        var unknown = await Typed.With(new() { ["AreaSend__Framework__Edition"] = "draft" }, RealInspection.Split(' '));

        Assert.Equal(("area-send-2025-07-07", "named by a setting"), (named.Json().GetProperty("edition").GetString(), named.Json().GetProperty("editionBecause").GetString()));
        Assert.Equal(
            (2, "", "AreaSend does not hold the edition 'draft'. It holds: area-send-2024-01-30, area-send-2025-07-07. Check the setting AreaSend:Framework:Edition."),
            (unknown.Status, unknown.Output, unknown.Error.Trim()));
    }

    [Fact]
    public void Timetable_AnEngagementMeeting_CountsItsLetterInAMonth()
    {
        var printed = Typed.Line("timetable --kind engagement --meeting 2026-01-15 --json").Json();
        var letter = printed.GetProperty("steps").EnumerateArray().Single(step => step.GetProperty("key").GetString() == "meeting-letter");

        Assert.Equal((null, "2026-01-15", "2025-12-31"), (printed.GetProperty("onSiteStarts").GetString(), printed.GetProperty("meeting").GetString(), printed.GetProperty("notificationDay").GetString()));
        Assert.Equal(("2026-02-15", "M", "2026-01-15", (int?)null),
            (letter.GetProperty("dueDate").GetString(), letter.GetProperty("why").GetProperty("anchor").GetString(), letter.GetProperty("why").GetProperty("anchorDate").GetString(), Count(letter.GetProperty("why"))));
    }

    [Theory]
    [InlineData("thematic", 1, "2025-10-20")]
    [InlineData("thematic", 4, "2025-10-23")]
    [InlineData("re-visit", 3, "2025-10-22")]
    public void Timetable_AVisit_LastsAsLongAsAsked(string kind, int days, string ends)
    {
        var printed = Typed.Line($"timetable --kind {kind} --on-site 2025-10-20 --on-site-days {days} --json").Json();

        Assert.Equal("2025-10-06", printed.GetProperty("notificationDay").GetString());
        Assert.Equal(ends, printed.GetProperty("steps").EnumerateArray().Single(step => step.GetProperty("key").GetString() == "on-site-ends").GetProperty("dueDate").GetString());
    }

    [Fact]
    public void Timetable_AWeekWithABankHoliday_Warns() =>
        Assert.Contains(
            "A bank holiday falls between the on-site days: Early May bank holiday, Monday 5 May 2025.",
            Typed.Line("timetable --on-site 2025-05-02 --json").Json().GetProperty("warnings").EnumerateArray().Select(warning => warning.GetString()));

    [Fact]
    public void Timetable_FromABankHoliday_IsRefused() => Assert.Equal(
        (2, "Monday 5 May 2025 is not a working day (Early May bank holiday). Choose a working day, usually a Monday."),
        Typed.Line("timetable --on-site 2025-05-05 --json") is var typed ? (typed.Status, typed.Error.Trim()) : default);

    [Fact]
    public void Timetable_ForPeople_ShowsEveryStepAndWhatToLookAtTwice()
    {
        var steps = Typed.Line("timetable --on-site 2025-05-06 --json").Json().GetProperty("steps").EnumerateArray().Select(step => step.GetProperty("key").GetString()!);

        var typed = Typed.Line("timetable --on-site 2025-05-06 --kind full --edition area-send-2024-01-30");

        Assert.Equal(0, typed.Status);
        Assert.Contains("Look twice: On-site days usually start on a Monday; Tuesday 6 May 2025 is not one.", typed.Output, StringComparison.Ordinal);
        Assert.All(steps, key => Assert.Contains($"  {key} ", typed.Output, StringComparison.Ordinal));
    }

    private static IEnumerable<string> Names(JsonElement element) => element.EnumerateObject().Select(property => property.Name);

    private static int? Count(JsonElement why) => why.GetProperty("count") is { ValueKind: JsonValueKind.Number } count ? count.GetInt32() : null;

    /// <summary>Each row that has to be confirmed is there, also those that stand only if something comes to pass; they say if what.</summary>
    [Theory]
    [InlineData("monitoring", "--on-site 2025-10-20")]
    [InlineData("full", "--on-site 2025-10-20")]
    [InlineData("engagement", "--meeting 2025-10-20")]
    [InlineData("thematic", "--on-site 2025-10-20")]
    [InlineData("re-visit", "--on-site 2025-10-20")]
    public void Timetable_OfAnEdition_ListsEachOfItsRows(string kind, string day)
    {
        var type = Core.Timetables.AreaSend2025.Edition.Find(kind)!;

        var steps = Typed.Line($"timetable --kind {kind} {day} --edition area-send-2025-07-07 --json").Json().GetProperty("steps").EnumerateArray().ToList();

        Assert.Equal(type.Steps.Select(row => row.Key), steps.Select(step => step.GetProperty("key").GetString()));
        Assert.Equal(
            type.Steps.Where(row => row.OnlyWhen is not null).Select(row => row.Key),
            steps.Where(step => step.TryGetProperty("onlyIf", out _)).Select(step => step.GetProperty("key").GetString()));
    }
}
