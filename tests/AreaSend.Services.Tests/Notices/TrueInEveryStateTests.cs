using System.Collections.Concurrent;
using AreaSend.Core.Inspections;
using AreaSend.Core.Timetables;
using AreaSend.Services.Notices;
using AreaSend.Services.Tests.Notices.Truth;
using Microsoft.Extensions.DependencyInjection;
using NodaTime;

namespace AreaSend.Services.Tests.Notices;

/// <summary>
/// Random courses of inspections of every kind, and each e-mail that goes out on the way, in time or days late: every sentence of it is a claim, and has
/// to be so of the case by then. A sentence of which no claim is known may not be said. A course is found again by its kind, edition and seed.
/// </summary>
public sealed class TrueInEveryStateTests
{
    private const string Of2024 = "area-send-2024-01-30";
    private const string Of2025 = "area-send-2025-07-07";

    /// <summary>Kinds and their edition, the seed to begin with, how many courses, and how many e-mails they send at least.</summary>
    public static TheoryData<string, string, int, int, int> Courses => new()
    {
        { InspectionKind.Full, Of2024, 0, 10, 250 },
        { InspectionKind.Full, Of2025, 10, 10, 250 },
        { InspectionKind.Monitoring, Of2024, 0, 7, 150 },
        { InspectionKind.Monitoring, Of2025, 7, 7, 150 },
        { InspectionKind.Engagement, Of2025, 0, 8, 40 },
        { InspectionKind.Thematic, Of2024, 0, 8, 40 },
        { InspectionKind.Revisit, Of2024, 0, 8, 40 },
    };

    [Theory]
    [MemberData(nameof(Courses))]
    public async Task EverySentenceOfEveryEmail_OfRandomCourses_IsTrueOfItsCase(string kind, string edition, int seed, int courses, int least)
    {
        await using var services = Composing.Host();
        var composer = services.GetRequiredService<NoticeComposer>();
        var (read, untrue) = (0, new ConcurrentBag<string>());
        await Parallel.ForEachAsync(Enumerable.Range(seed, courses), TestContext.Current.CancellationToken, async (one, cancellation) =>
        {
            var lists = new HashSet<(RecipientRole, Instant, string)>();
            foreach (var letter in new RandomCourse(kind, one, edition).Play())
            {
                var written = await composer.ComposeAsync(letter.Request(), cancellation);
                written.IsSound();
                foreach (var sentence in Untrue(letter, written))
                {
                    untrue.Add($"{kind} of {edition}, course {one}, {letter.Owed.Key} on {letter.Now}{(letter.IsLate ? ", late" : "")}: {sentence}");
                }

                foreach (var list in Sentences.Lists(written.Text).Where(list => !lists.Add((letter.Owed.To, letter.Now, list))))
                {
                    untrue.Add($"{kind} of {edition}, course {one}, {letter.Owed.Key} on {letter.Now}: another e-mail of this moment has the same list:\n{list}");
                }

                Interlocked.Increment(ref read);
            }
        });

        Assert.True(untrue.IsEmpty, string.Join('\n', untrue.Order(StringComparer.Ordinal).Take(40)));
        Assert.True(read >= least, $"{read} e-mails are too few to show anything.");
    }

    /// <summary>A claim that nothing says is a template's that has gone, or shows that the courses do not reach what they should.</summary>
    [Fact]
    public void Claims_OfCourses_AreMany() => Assert.True(Claims.All.Count > 400, $"{Claims.All.Count} claims are too few for all e-mails.");

    private static IEnumerable<string> Untrue(Letter letter, ComposedNotice written)
    {
        List<Sentence> sentences = [new($"Subject: {written.Subject}", ""), .. Sentences.Of(written.Text)];
        foreach (var sentence in sentences)
        {
            List<bool> held = [.. Claims.All.Select(claim => claim.Holds(letter, sentence)).OfType<bool>()];
            if (!held.Contains(true))
            {
                yield return held.Count == 0 ? $"no claim is known for “{sentence.Text}”, under “{sentence.Under}”." : $"“{sentence.Text}”, under “{sentence.Under}”, is not so.";
            }
        }

        if (letter.IsLate != sentences.Exists(sentence => sentence.Text.StartsWith("This e-mail is late", StringComparison.Ordinal)))
        {
            yield return "whether it is late is not said.";
        }
    }
}
