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

    // Of September 2025 too; its Annex A has been read nowhere, and it alone has a kind of visit.
    private static readonly FrameworkEdition Unconfirmed = AreaSend2024.Edition with
    {
        Id = "unconfirmed",
        InForceFrom = new LocalDate(2025, 9, 1),
        AnnexAProvenance = Provenance.CarriedOverFrom(AreaSend2024.Edition),
        Types = [.. AreaSend2024.Edition.Types, AreaSend2024.Thematic with { Key = "new-visit" }],
    };

    private static readonly Editions WithUnconfirmed = new([AreaSend2024.Edition, Unconfirmed]);

    [Theory]
    [InlineData("2025-09-12", InspectionKind.Full, "area-send-2024-01-30", "in force on notification day, Friday 29 August 2025", "the day before the later one came into force")]
    [InlineData("2025-09-15", InspectionKind.Full, "area-send-2024-01-30", NotConfirmed, "in force, and not to be relied on")]
    [InlineData("2024-02-12", InspectionKind.Full, "area-send-2024-01-30", "the earliest that AreaSend holds", "before both")]
    [InlineData("2025-09-15", "new-visit", "unconfirmed", "in force on notification day, Monday 1 September 2025", "no other has such a kind")]
    [InlineData("2025-09-12", "new-visit", "unconfirmed", "the earliest that AreaSend holds", "no other has such a kind, and it is not in force yet")]
    public void For_WithAnEditionThatIsNotConfirmedWhole_TakesItOnlyWhereNoOtherHasTheKind(string onSite, string kind, string edition, string because, string reason)
    {
        var choice = WithUnconfirmed.For(kind, WorkingDayTests.Iso(onSite), Published.Calendar)!;

        Assert.True((edition, because) == (choice.Edition.Id, choice.Because), $"{reason}: {choice.Edition.Id}, {choice.Because}");
    }

    private const string NotConfirmed = "the last that is confirmed whole; the edition of 1 September 2025, in force on notification day, Monday 1 September 2025, is not";

    [Fact]
    public void OnAndCurrent_WithAnEditionThatIsNotConfirmedWhole_AreTheLastThatIs() => Assert.Equal(
        ("area-send-2024-01-30", "area-send-2024-01-30"), (WithUnconfirmed.On(new LocalDate(2026, 1, 5)).Id, WithUnconfirmed.Current.Id));

    [Theory]
    [InlineData(null, "area-send-2024-01-30", "2025-09-01", NotConfirmed, "why it is the former one although a later one is in force")]
    [InlineData(null, "area-send-2024-01-30", "2025-08-29", "in force on notification day, Friday 29 August 2025", "the later one is not in force yet")]
    [InlineData(null, "unconfirmed", "2025-09-01", "kept since it was planned", "nothing chooses it now: it was named when the inspection was planned")]
    [InlineData("unconfirmed", "unconfirmed", "2025-09-01", "named by a setting", "named now")]
    public void Why_WithAnEditionThatIsNotConfirmedWhole_SaysIt(string? named, string edition, string notified, string because, string reason)
    {
        var editions = WithUnconfirmed.Naming(named);

        var why = editions.Why(editions.Find(edition)!, WorkingDayTests.Iso(notified));

        Assert.True(because == why, $"{reason}: {why}");
    }

    [Fact]
    public void For_WhenASettingNamesAnEditionThatIsNotConfirmedWhole_TakesIt() => Assert.Equal(
        "unconfirmed", WithUnconfirmed.Naming("unconfirmed").For(InspectionKind.Full, new LocalDate(2025, 9, 15), Published.Calendar)!.Edition.Id);

    /// <summary>Where none can be relied on without looking twice, the one in force is better than none.</summary>
    [Fact]
    public void For_WhereNoEditionIsConfirmedWhole_TakesTheOneInForce()
    {
        var choice = new Editions([Unconfirmed]).For(InspectionKind.Full, new LocalDate(2025, 9, 15), Published.Calendar)!;

        Assert.Equal(("unconfirmed", "in force on notification day, Monday 1 September 2025"), (choice.Edition.Id, choice.Because));
    }

    [Fact]
    public void For_OnceItIsConfirmed_TakesIt()
    {
        var confirmed = WithUnconfirmed.With(Unconfirmed.Confirm(FrameworkEdition.AnnexAKey, new Confirmation("the handbook of September 2025", [])));

        Assert.Equal("unconfirmed", confirmed.For(InspectionKind.Full, new LocalDate(2025, 9, 15), Published.Calendar)!.Edition.Id);
    }

    /// <summary>What a day of notification chooses is what planning for its first on-site day chooses, whatever the notice; and no kind, no edition.</summary>
    [Theory]
    [InlineData("2025-08-29", "area-send-2024-01-30")]
    [InlineData("2025-09-01", "later")]
    public void ForNotifiedOn_Day_IsTheEditionInForce(string day, string edition)
    {
        var notified = WorkingDayTests.Iso(day);
        var choice = Both.ForNotifiedOn(notified, InspectionKind.Full)!;
        var onSite = Published.Calendar.Plus(notified, choice.Edition.NoticeOf(choice.Edition.Find(InspectionKind.Full)!));

        Assert.Equal(edition, choice.Edition.Id);
        Assert.Equal(choice, Both.For(InspectionKind.Full, onSite, Published.Calendar));
        Assert.Null(Both.ForNotifiedOn(notified, "no-such-kind"));
    }
}
