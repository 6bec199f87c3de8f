using System.Text;
using AreaSend.Core;
using AreaSend.Core.Calendars;
using AreaSend.Core.Inspections;
using AreaSend.Core.Timetables;
using AreaSend.Testing;

namespace AreaSend.Architecture.Tests;

/// <summary>
/// <c>docs/facts-steps-notices.md</c> is written from the tables of the law and holds nothing else: which fact shows which step done, what the inspection is
/// then, and whom it tells. A change of a table shows there.
/// </summary>
public sealed class FactStepNoticeTests
{
    private const string Page = "docs/facts-steps-notices.md";

    private const string Head = """
        # Facts, steps, notices

        What has to happen, what shows that it has, and whom that tells: written from the tables of the edition that is planned under (`core/Timetables/`), and
        held by `FactStepNoticeTests`. Change a table, run the test, and copy the file that it leaves in `TestResults/` to this place.

        "Each time" means that the fact can happen again and is told again. "If" marks what goes out only if something goes otherwise than planned, or hangs on
        an outcome. In place of a nominated officer (LANO) who is not named yet, the director of children's services is written to. What goes to the officer
        goes to the officer's deputy too, from the naming on; only what is the deputy's own stands here. A correction tells
        those who were told of what it corrects; of the dates that it moves, the others are told by themselves.
        """;

    [Fact]
    public void Page_IsWhatTheTablesSay()
    {
        var written = new StringBuilder(Head.ReplaceLineEndings("\n"));
        foreach (var type in Editions.Shipped.Current.Types)
        {
            Write(written, type);
        }

        var path = Repository.Folder(Page);
        var (expected, actual) = (File.Exists(path) ? File.ReadAllText(path).ReplaceLineEndings("\n") : "", $"{written}\n");
        if (expected != actual)
        {
            File.WriteAllText(Path.Combine(Directory.CreateDirectory(Repository.Folder("TestResults")).FullName, Path.GetFileName(Page)), actual);
        }

        Assert.Equal(expected, actual);
    }

    private static void Write(StringBuilder page, InspectionType type)
    {
        page.Append($"\n\n## {type.Title}\n\n| step | whose | done by | then | the fact tells | its date tells |\n|---|---|---|---|---|---|");
        foreach (var row in type.Steps)
        {
            page.Append($"\n| {row.Title} | {row.Actor.Show()} | {ShownBy(row)} | {(row.Begins is { } phase ? PhaseWords.Show(phase, type).Small() : "")} | {OnFact(type, row.MetBy)} | {OnDate(type, row)} |");
        }

        var facts = type.Notices.Select(row => row.When).OfType<WhenRecorded>().SelectMany(when => when.Kinds).Distinct()
            .Where(fact => !type.Steps.Any(row => row.MetBy == fact)).ToList();
        page.Append("\n\nFacts that show no step done:\n\n| fact | tells |\n|---|---|");
        foreach (var fact in facts)
        {
            page.Append($"\n| `{InspectionEvent.KindOf(fact)}` | {OnFact(type, fact)} |");
        }
    }

    private static string ShownBy(StepDefinition row) => row switch
    {
        { ByClock: { Hour: { } hour }, MetBy: { } met } => $"`{InspectionEvent.KindOf(met)}`, by the clock at {LondonTime.Show(hour)}",
        { ByClock: not null, MetBy: { } met } => $"`{InspectionEvent.KindOf(met)}`, by itself",
        { MetBy: { } met } => $"`{InspectionEvent.KindOf(met)}`",
        { DoneBy: DoneBy.Passing } => "passes",
        { DoneBy: DoneBy.Clock } => "the clock",
        _ => "its items or documents",
    };

    private static string OnFact(InspectionType type, Type? met) =>
        met is null ? "" : Told(type.Notices.Where(row => row.When is WhenRecorded when && when.Kinds.Contains(met)));

    private static string OnDate(InspectionType type, StepDefinition step) => Told(type.Notices.Where(row =>
        row.When is AboutDeadlines about && (row.OfAnnexA ? type.Asks.Steps.Contains(step.Key) : about.Steps.Contains(step.Key))));

    private static string Told(IEnumerable<NoticeRow> rows) => string.Join("; ", rows
        .Where(row => row.To is not [RecipientRole.DeputyLano] || row.When is WhenRecorded { Kinds: [var fact] } && fact == typeof(DeputyNamed))
        .GroupBy(row => $"{NoticeNames.Show(row.Template)}{When(row.When)}{(row.OnlyIf ? ", if" : "")}")
        .Select(same => $"{same.Key}: {string.Join(", ", same.SelectMany(row => row.To).Distinct().Select(role => role.Key()))}"));

    private static string When(NoticeTrigger when) => when switch
    {
        WhenRecorded recorded => recorded.EachTime ? ", each time" : "",
        WorkingDaysBefore before => $", {before.WorkingDays} working {(before.WorkingDays == 1 ? "day" : "days")} before",
        HoursBefore before => $", {before.Hours} hours before",
        AtDeadline => ", when it has passed",
        _ => ", the working day after",
    };
}
