using AreaSend.Core.Calendars;
using AreaSend.Core.Inspections;
using AreaSend.Core.Rules;
using AreaSend.Services.Checkpoints;
using AreaSend.Services.Store;
using AreaSend.Testing;
using Microsoft.EntityFrameworkCore;
using NodaTime.Text;
using Xunit;

namespace AreaSend.Conformance;

/// <summary>What became of an inspection, a line for each event and for each notice: what two engines have to agree on.</summary>
public static class Course
{
    private static readonly LocalDateTimePattern Minute = LocalDateTimePattern.CreateWithInvariantCulture("uuuu-MM-dd HH:mm");

    /// <summary>The inspection went as expected, its chain is whole, and no e-mail left twice.</summary>
    public static async Task AssertAsync(Script script, IReadOnlyList<Stage> stages)
    {
        var expected = Expected(script);
        foreach (var stage in stages)
        {
            var actual = await ReadAsync(stage);
            if (actual != expected)
            {
                Keep(script, actual);
            }

            Assert.Equal(expected, actual);
        }

        var store = stages[0].Store;
        Assert.Empty((await store.Get<ChainVerifier>().VerifyAsync()).Broken);
        Assert.Empty(store.Mail.Sent.CountBy(mail => mail.Key).Where(sent => sent.Value > 1));
    }

    public static async Task<string> ReadAsync(Stage stage)
    {
        var inspection = (await stage.Store.Inspections.FindAsync(stage.Inspection))!;
        await using var context = stage.Store.Database.Open();
        var notices = await context.Notices.AsNoTracking().Where(notice => notice.Inspection == stage.Inspection)
            .OrderBy(notice => notice.RaisedSeq).ToListAsync();
        var lines = InOrder(inspection.Case.Events)
            .Append("")
            .Concat(notices.Select(notice => $"{notice.Key} {notice.State}{(notice.SentAt is { } at ? $" {Show(at)}" : "")}"));
        return string.Join('\n', lines) + '\n';
    }

    // Several workers may send what is owed at one moment: which of them comes first, neither engine promises.
    private static IEnumerable<string> InOrder(IReadOnlyList<RecordedEvent> events) => events
        .OrderBy(recorded => recorded.RecordedAt)
        .ThenBy(recorded => IsDelivery(recorded.Event) ? Show(recorded) : "", StringComparer.Ordinal)
        .Select(Show);

    private static bool IsDelivery(InspectionEvent @event) => @event is NoticeSent or NoticeUndeliverable;

    private static string Show(RecordedEvent recorded) => $"{Show(recorded.RecordedAt)} {recorded.Event.Kind}" + recorded.Event switch
    {
        NoticeRaised raised => $" {raised.Key}",
        NoticeSent sent => $" {sent.Key}",
        NoticeUndeliverable undeliverable => $" {undeliverable.Key}",
        CalendarChanged changed => $" {string.Join(", ", changed.Moved.Select(moved => moved.Step))}",
        _ => "",
    };

    private static string Show(Instant at) => Minute.Format(at.InZone(LondonTime.Zone).LocalDateTime);

    // Beside the reports of the run, to be laid beside what was expected.
    private static void Keep(Script script, string actual)
    {
        var folder = Directory.CreateDirectory(Repository.Folder("TestResults"));
        File.WriteAllText(Path.Combine(folder.FullName, $"{script.Name}.actual.txt"), actual);
    }

    private static string Expected(Script script)
    {
        using var stream = typeof(Course).Assembly.GetManifestResourceStream($"{script.Name}.txt")
            ?? throw new InvalidOperationException($"Expected/{script.Name}.txt is missing.");
        using var reader = new StreamReader(stream);
        return reader.ReadToEnd();
    }
}
