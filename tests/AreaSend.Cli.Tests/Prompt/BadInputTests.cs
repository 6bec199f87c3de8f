using AreaSend.Core.Timetables;

namespace AreaSend.Cli.Tests.Prompt;

public sealed class BadInputTests
{
    [Theory]
    [InlineData("explain x 5", "'x' is not a date. Write year, month and day: 2025-09-22.")]
    [InlineData("explain 2025-02-29 5", "'2025-02-29' is not a date. Write year, month and day: 2025-09-22.")]
    [InlineData("explain 2024-12-24 five", "'five' is not a number of working days. Write +5 or -5.")]
    [InlineData("explain 2024-12-24 99999999999", "'99999999999' is not a number of working days. Write +5 or -5.")]
    [InlineData("explain 2024-12-24 --5", "'--5' is not a number of working days. Write +5 or -5.")]
    [InlineData("explain 2024-12-24 5 6", "Unrecognized command or argument '6'.")]
    [InlineData("explain 2028-12-24 50", "50 working days after Sunday 24 December 2028 was asked for, but bank holidays are known only for 2012 to 2028. Refresh the bank holidays, or choose a date within those years.")]
    [InlineData("timetable", "Option '--on-site' is required.")]
    [InlineData("timetable --on-site", "Required argument missing for option: '--on-site'.")]
    [InlineData("timetable --on-site 22/09/2025", "'22/09/2025' is not a date. Write year, month and day: 2025-09-22.")]
    [InlineData("timetable --on-site 2011-09-19", "Monday 19 September 2011 was asked for, but bank holidays are known only for 2012 to 2028. Refresh the bank holidays, or choose a date within those years.")]
    [InlineData("timetable --on-site 2025-09-22 --kind visit", "AreaSend has no timetable for the kind 'visit'. It has: full, monitoring, engagement, thematic, re-visit.")]
    [InlineData("timetable --kind engagement --on-site 2025-09-22", "The kind 'engagement' is planned for a day given with --meeting. Leave --on-site out.")]
    [InlineData("timetable --kind engagement", "Option '--meeting' is required.")]
    [InlineData("timetable --meeting 2026-01-15", "The kind 'full' is planned for a day given with --on-site. Leave --meeting out.")]
    [InlineData("timetable --kind engagement --meeting 2026-01-15 --on-site-days 2", "Inspectors are not on site in the kind 'engagement'. Leave --on-site-days out.")]
    [InlineData("timetable --kind engagement --meeting 2026-01-17", "Saturday 17 January 2026 is not a working day (weekend). Choose a working day.")]
    [InlineData("timetable --on-site 2025-10-20 --kind monitoring --on-site-days 1", "Give --on-site-days as a number from 2 to 15: a monitoring inspection has at least 2 days on site.")]
    [InlineData("timetable --on-site 2025-09-22 --edition area-send-2025", "AreaSend does not hold the edition 'area-send-2025'. It holds: area-send-2024-01-30, area-send-2025-07-07.")]
    [InlineData("timetable --on-site 2025-09-22 --on-site-days five", "'five' is not a whole number. Write --on-site-days as digits, for instance 2.")]
    [InlineData("propose --from 2027-01-04 --to 2027-12-17 --per-week two", "'two' is not a whole number. Write --per-week as digits, for instance 2.")]
    [InlineData("simulate --kind engagement --meeting 2026-01-15 --area 888 --out nowhere --result effective", "An engagement meeting has no --result. Leave it out.")]
    [InlineData("timetable --on-site 2025-09-22 @more", "Unrecognized command or argument '@more'.")]
    public void Run_BadInput_SaysOneSentenceAndEndsWithTwo(string line, string sentence) =>
        Assert.Equal(new Typed(2, "", sentence + Environment.NewLine), Typed.Line(line));

    [Theory]
    [InlineData("")]
    [InlineData("--json")]
    [InlineData("plan 2025-09-22")]
    public void Run_NoSuchCommand_NamesThoseThereAre(string line)
    {
        var typed = Typed.Line(line);

        Assert.Equal((2, ""), (typed.Status, typed.Output));
        Assert.StartsWith("Say what to do: timetable, explain", typed.Error, StringComparison.Ordinal);
        Assert.Single(typed.Error.Split('\n', StringSplitOptions.RemoveEmptyEntries));
    }

    [Fact]
    public async Task Process_BadInput_LeavesOutputEmptyAndEndsWithTwo()
    {
        var typed = await Typed.AsProcess("timetable", "--on-site", "next Monday");

        Assert.Equal(new Typed(2, "", "'next Monday' is not a date. Write year, month and day: 2025-09-22." + Environment.NewLine), typed);
    }

    [Fact]
    public async Task Process_NegativeCount_IsACountAndNoOption()
    {
        var typed = await Typed.AsProcess("explain", "2025-01-03", "-5", "--json");

        Assert.Equal("2024-12-24", typed.Json().GetProperty("answer").GetString());
    }

    [Fact]
    public async Task Process_Help_NamesEveryCommand()
    {
        var typed = await Typed.AsProcess("--help");

        Assert.Equal((0, ""), (typed.Status, typed.Error));
        Assert.All(Commands.All(Editions.Shipped), command => Assert.Contains($"  {command.Name} ", typed.Output, StringComparison.Ordinal));
    }
}
