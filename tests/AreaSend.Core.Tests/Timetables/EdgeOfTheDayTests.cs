using AreaSend.Core.Inspections;
using AreaSend.Core.Tests.Calendars;
using AreaSend.Core.Timetables;
using CsCheck;

namespace AreaSend.Core.Tests.Timetables;

/// <summary>A deadline ends when the clocks in London show it, in summer and winter and on the days between which they change.</summary>
public sealed class EdgeOfTheDayTests
{
    private static readonly TimeZoneInfo London = TimeZoneInfo.FindSystemTimeZoneById("Europe/London");

    private static readonly Gen<LocalDate> OnSite = Gen.Int[0, 5_800].Select(new LocalDate(2012, 2, 1).PlusDays);

    [Theory]
    [InlineData("2026-06-22", "further-information", "2026-06-12", "16:59:59", false, "a second before 5pm in June")]
    [InlineData("2026-06-22", "further-information", "2026-06-12", "17:00:00", false, "on the stroke of 5pm")]
    [InlineData("2026-06-22", "further-information", "2026-06-12", "17:00:01", true, "a second after it")]
    [InlineData("2026-05-11", "draft-report", "2026-06-05", "23:30:00", false, "half past eleven at night on a Friday in June, when it is Saturday in summer time's clocks further east")]
    [InlineData("2026-05-11", "draft-report", "2026-06-06", "00:00:00", true, "midnight has struck")]
    [InlineData("2025-11-07", "person-level-lists", "2025-10-27", "11:00:00", false, "11am on the first working day after the clocks went back")]
    [InlineData("2025-11-07", "person-level-lists", "2025-10-27", "11:00:01", true, "a second later")]
    [InlineData("2026-04-14", "person-level-lists", "2026-03-30", "11:00:00", false, "11am on the first working day after the clocks went forward")]
    [InlineData("2026-04-14", "person-level-lists", "2026-03-30", "11:00:01", true, "a second later")]
    public void IsLate_AtTheEdges_IsByTheClocksInLondon(string onSite, string step, string day, string time, bool isLate, string reason)
    {
        var local = DateTime.Parse($"{day}T{time}", System.Globalization.CultureInfo.InvariantCulture);
        var at = Instant.FromDateTimeUtc(TimeZoneInfo.ConvertTimeToUtc(local, London));

        Assert.True(RealInspectionTests.Preview(onSite)[step].IsLate(at) == isLate, reason);
    }

    // By .NET's own time zones, not the ones that the calendar is written with.
    [Fact]
    public void Due_OfEveryStepOfAnyInspection_IsTheMomentThatClocksInLondonShowIt() =>
        OnSite.Sample(
            onSite => Assert.All(
                Timetable.Preview(AreaSend2024.Edition, InspectionKind.Full, onSite, Published.Calendar).Steps.Where(step => step.DueDate is not null),
                step =>
                {
                    var shown = LocalDateTime.FromDateTime(TimeZoneInfo.ConvertTimeFromUtc(step.Due!.Value.ToDateTimeUtc(), London));
                    Assert.Equal(step.Definition.Due.By is { } by ? step.DueDate!.Value + by : step.DueDate!.Value.PlusDays(1).AtMidnight(), shown);
                }),
            iter: 300);
}
