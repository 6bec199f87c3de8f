using System.Collections;
using AreaSend.Lists.Findings;
using AreaSend.Web.Documents;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;

namespace AreaSend.Web.Tests.Documents;

/// <summary>S3-10: a workbook of millions of findings keeps a processor for seconds; eight of them left nothing for other pages.</summary>
public sealed class ManyFindingsTests
{
    private const int Readers = 8;

    [Fact]
    public async Task S3_10_WorkbooksAskedForAtOnce_AreWrittenOneAfterTheOther()
    {
        var watched = new WatchedReports();
        await using var services = new ServiceCollection().AddLogging().BuildServiceProvider();

        await Task.WhenAll(Enumerable.Range(0, Readers).Select(_ => Task.Run(() => FindingsDownload.Of(watched).ExecuteAsync(
            new DefaultHttpContext { RequestServices = services, Response = { Body = new MemoryStream() } }))));

        Assert.Equal(1, watched.MostAtOnce);
        Assert.True(watched.Readings >= Readers, $"Only {watched.Readings} were written.");
    }

    [Theory]
    [InlineData(2, "Download all findings as a workbook (.xlsx)")]
    [InlineData(3_999_998, "Download the first 2 of 3,999,998 findings as a workbook (.xlsx): of each rule and column the first 2,000")]
    public void A36_Link_SaysHowManyOfHowManyItDownloads(int found, string words)
    {
        var group = new FindingGroup(Rule.MonthFirst, Lists.PersonList.One, "Sheet1", "Gender", "E", found, [new Place(2, default), new Place(3, default)]);

        Assert.Equal(words, FoundInLists.DownloadWords([new ListReport(Lists.PersonList.One, "Sheet1", 1, found, new LocalDate(2024, 10, 1), SaysAsAt: false, [group], [])]));
    }

    /// <summary>No findings at all, but a count of how many read them at one time.</summary>
    private sealed class WatchedReports : IReadOnlyList<ListReport>
    {
        private int _reading;
        private int _most;
        private int _readings;

        public int MostAtOnce => _most;

        public int Readings => _readings;

        public int Count => 1;

        public ListReport this[int index] => throw new ArgumentOutOfRangeException(nameof(index));

        public IEnumerator<ListReport> GetEnumerator()
        {
            var now = Interlocked.Increment(ref _reading);
            Interlocked.Increment(ref _readings);
            for (var seen = _most; now > seen; seen = _most)
            {
                Interlocked.CompareExchange(ref _most, now, seen);
            }

            // Whoever may come in meanwhile does.
            for (var yielded = 0; yielded < 500; yielded++)
            {
                Thread.Yield();
            }

            Interlocked.Decrement(ref _reading);
            yield break;
        }

        IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();
    }
}
