using AreaSend.Core.Calendars;
using AreaSend.Core.Tests.Calendars;
using AreaSend.Core.Timetables;

namespace AreaSend.Core.Tests.Timetables;

/// <summary>Which edition a new inspection is planned under, and why; the later one here asks for fifteen working days' notice.</summary>
public sealed class EditionsTests
{
    private static readonly FrameworkEdition Later = AreaSend2024.Edition with { Id = "later", InForceFrom = new LocalDate(2025, 9, 1), NoticeInWorkingDays = 15 };

    private static readonly Editions Both = new([Later, AreaSend2024.Edition]);

    public static TheoryData<string, string, string> Choices { get; } = new()
    {
        // On site 22 September 2025: fifteen working days before is 1 September, the very day on which the later edition came into force.
        { "2025-09-22", "later", "in force on notification day, Monday 1 September 2025" },

        // A day earlier the later edition's own notification day lies before it came into force.
        { "2025-09-19", "area-send-2024-01-30", "in force on notification day, Friday 5 September 2025" },
        { "2024-02-13", "area-send-2024-01-30", "in force on notification day, Tuesday 30 January 2024" },

        // Before the first edition that is held.
        { "2024-02-12", "area-send-2024-01-30", "the earliest that AreaSend holds" },
    };

    [Fact]
    public void Held_StandsInTheOrderInWhichTheyCameIntoForce() => Assert.Equal(["area-send-2024-01-30", "later"], Both.Held.Select(edition => edition.Id));

    [Theory]
    [MemberData(nameof(Choices))]
    public void For_OnSiteDay_TakesTheEditionInForceOnItsOwnNotificationDay(string onSite, string edition, string because)
    {
        var choice = Both.For(InspectionKind.Full, WorkingDayTests.Iso(onSite), Published.Calendar);

        Assert.Equal((edition, because), (choice!.Edition.Id, choice.Because));
    }

    [Fact]
    public void For_WhenASettingNamesOne_TakesThatAndSaysSo() => Assert.Equal(
        ("area-send-2024-01-30", "named by a setting"),
        Both.Naming("area-send-2024-01-30").For(InspectionKind.Full, new LocalDate(2025, 9, 22), Published.Calendar) is { } choice ? (choice.Edition.Id, choice.Because) : default);

    [Fact]
    public void For_KindThatNoEditionHas_GivesNone() => Assert.Null(Both.For("no-such-kind", new LocalDate(2025, 9, 22), Published.Calendar));

    [Fact]
    public void Naming_EditionThatIsNotHeld_SaysWhichAre() => Assert.Equal(
        "AreaSend does not hold the edition 'draft'. It holds: area-send-2024-01-30, later.", Assert.Throws<ArgumentException>(() => Both.Naming("draft")).Message);

    [Theory]
    [InlineData("2024-01-29", "area-send-2024-01-30")]
    [InlineData("2024-01-30", "area-send-2024-01-30")]
    [InlineData("2025-08-31", "area-send-2024-01-30")]
    [InlineData("2025-09-01", "later")]
    public void On_Day_IsTheLastThatHadComeIntoForce(string day, string edition) => Assert.Equal(edition, Both.On(WorkingDayTests.Iso(day)).Id);
}
