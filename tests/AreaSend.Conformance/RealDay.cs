using AreaSend.Core.Inspections;
using AreaSend.Core.Rules;
using AreaSend.Services.BankHolidays;
using AreaSend.Services.Feeds;
using AreaSend.Services.Store;
using AreaSend.Testing;
using Xunit;

namespace AreaSend.Conformance;

/// <summary>
/// Bank holidays as they were really proclaimed, over inspections as they could have run: the feed of the day arrives, and arrives again. The edition
/// of those days is not held; the earliest that is stands for it.
/// </summary>
/// <param name="Script">The inspection.</param>
/// <param name="Moves">Dates that have to move, by step: from, and to.</param>
/// <param name="IsTold">Whether the area has been notified, and so is told.</param>
public sealed record RealDay(Script Script, IReadOnlyDictionary<string, (LocalDate From, LocalDate To)> Moves, bool IsTold)
{
    /// <summary>19 September 2022 was to be the first on-site day. It was proclaimed nine days before, when the area had been notified.</summary>
    public static RealDay StateFuneral { get; } = new(
        new("state-funeral-2022", new LocalDate(2022, 9, 19),
        [
            new(At(2022, 9, 5, 15), stage => stage.NominateAsync()),
            new(At(2022, 9, 10, 18), stage => stage.RefreshAsync(ProclaimedDay.StateFuneral.Feed)),
            new(At(2022, 9, 11, 6), stage => stage.RefreshAsync(ProclaimedDay.StateFuneral.Feed)),
        ], At(2022, 9, 27, 12))
        { Begins = (At(2022, 8, 1, 9), ProclaimedDay.StateFuneral.Held) },
        new Dictionary<string, (LocalDate, LocalDate)>
        {
            ["on-site"] = (new(2022, 9, 19), new(2022, 9, 20)),
            ["feedback-meeting"] = (new(2022, 9, 23), new(2022, 9, 26)),
            ["draft-report"] = (new(2022, 10, 13), new(2022, 10, 14)),
        },
        IsTold: true);

    /// <summary>Early May of 2020 was moved eleven months ahead: the inspection was planned, and nobody knew of it.</summary>
    public static RealDay EarlyMay { get; } = new(
        new("early-may-2020", new LocalDate(2020, 5, 11),
        [
            new(At(2019, 6, 7, 18), stage => stage.RefreshAsync(ProclaimedDay.EarlyMay.Feed)),
            new(At(2019, 6, 8, 6), stage => stage.RefreshAsync(ProclaimedDay.EarlyMay.Feed)),
        ], At(2020, 5, 12, 12))
        { Begins = (At(2019, 5, 20, 9), ProclaimedDay.EarlyMay.Held) },
        EarlyMayMoves,
        IsTold: false);

    /// <summary>The same where nobody had been able to reach the feed until the area had been notified.</summary>
    public static RealDay EarlyMayHeardLate { get; } = new(
        new("early-may-2020-heard-late", new LocalDate(2020, 5, 11),
        [
            new(At(2020, 4, 24, 15), stage => stage.NominateAsync()),
            new(At(2020, 4, 28, 6), stage => stage.RefreshAsync(ProclaimedDay.EarlyMay.Feed)),
            new(At(2020, 4, 29, 6), stage => stage.RefreshAsync(ProclaimedDay.EarlyMay.Feed)),
        ], At(2020, 5, 12, 12))
        { Begins = (At(2020, 3, 2, 9), ProclaimedDay.EarlyMay.Held) },
        EarlyMayMoves,
        IsTold: true);

    /// <summary>All of them.</summary>
    public static IReadOnlyList<RealDay> All { get; } = [StateFuneral, EarlyMay, EarlyMayHeardLate];

    // 4 May is worked and 8 May is not: what lay between them comes a day earlier, the on-site week does not move.
    private static Dictionary<string, (LocalDate From, LocalDate To)> EarlyMayMoves => new()
    {
        ["surveys-close"] = (new(2020, 5, 5), new(2020, 5, 4)),
        ["fieldwork"] = (new(2020, 5, 7), new(2020, 5, 6)),
    };

    /// <summary>The name: how test runners show it.</summary>
    public override string ToString() => Script.Name;

    /// <summary>
    /// The course is as expected, on either engine alike; dates moved once; whoever has been notified was told in one e-mail each; and calendar
    /// programs take the new dates for newer.
    /// </summary>
    public async Task AssertAsync(Stage stage)
    {
        await Course.AssertAsync(Script, [stage]);
        var inspection = (await stage.Store.Inspections.FindAsync(stage.Inspection))!;
        var recorded = Assert.Single(inspection.Case.Events, recorded => recorded.Event is CalendarChanged);
        var changed = (CalendarChanged)recorded.Event;
        Assert.All(Moves, step => Assert.Contains(new MovedDate(step.Key, step.Value.From, step.Value.To), changed.Moved));

        var told = inspection.Case.RaisedNotices.Values.Where(notice => notice.Template == "dates-changed").ToList();
        Assert.Equal(IsTold, told.Count > 0);
        Assert.Equal(told.Count, told.Select(notice => notice.To).Distinct().Count());

        // No lead inspector has been entered, so nobody could be written to.
        Assert.All(told, notice => Assert.Equal(notice.To == RecipientRole.LeadInspector ? 0 : 1, stage.Store.Mail.Sent.Count(mail => mail.Key == $"{stage.Inspection}:{notice.Key}")));

        var entries = await new FeedEntries(stage.Store.Database, stage.Store.Get<EventStream>()).OfAsync(inspection, _ => true, CancellationToken.None);
        Assert.All(Moves, step =>
        {
            var entry = Assert.Single(entries, entry => entry.Step.Key == step.Key);
            Assert.Equal((step.Value.To, true), (entry.Date, entry.Sequence >= recorded.Seq));
        });
    }

    private static LocalDateTime At(int year, int month, int day, int hour) => new(year, month, day, hour, 0);
}
